import { useRefusalText } from './refusal-texts.ts';

interface Props {
  asked: { isPending: boolean; error: unknown };
  /** What is being fetched, in the screen's own words. */
  loading: string;
}

/** What a screen says while its list is on the way, and why it did not come; nothing once it is there. */
export function AskedState({ asked: { isPending, error }, loading }: Props) {
  const refusalText = useRefusalText();
  if (isPending) return <p role="status">{loading}</p>;
  if (!error) return null;
  return (
    <p className="hs-problem" role="alert">
      {refusalText(error)}
    </p>
  );
}
