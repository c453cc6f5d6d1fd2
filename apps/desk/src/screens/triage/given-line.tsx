import { Link } from '@tanstack/react-router';
import { useTexts } from '../../kit/texts.ts';
import { triageTexts } from './triage-texts.ts';

/** The one before: the next stands there at once, and a slip must be found again. */
export interface Given {
  id: string;
  number: string;
  directorate: string;
}

export function GivenLine({ given }: { given: Given | null }) {
  const say = useTexts(triageTexts);
  return (
    <p role="status" className="hs-meta">
      {given !== null && (
        <>
          {say('given', { number: given.number, directorate: given.directorate })}{' '}
          <Link to={`/isler/${given.id}` as string}>{say('openGiven')}</Link>
        </>
      )}
    </p>
  );
}
