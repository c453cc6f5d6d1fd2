import { Button, FileButton } from '@mantine/core';

interface Props {
  label: string;
  accept: string;
  onPick: (file: File) => void;
}

/** A button that opens a file in the words of the desk; the browser's own control speaks the browser's language. The same file can be picked again. */
export function PickFile({ label, accept, onPick }: Props) {
  return (
    <FileButton
      accept={accept}
      inputProps={{ 'aria-label': label, tabIndex: -1 }}
      onChange={(file) => {
        if (file !== null) onPick(file);
      }}
    >
      {({ onClick }) => (
        <Button style={{ justifySelf: 'start', alignSelf: 'start' }} onClick={onClick}>
          {label}
        </Button>
      )}
    </FileButton>
  );
}
