import { MultiSelect } from '@mantine/core';
import { fold } from '../../../../../../text/turkish.ts';
import type { Choice } from './use-rule-names.ts';

/** Filters as the rest of the desk does: without Turkish letters too. */
function byFoldedLabel({ options, search }: { options: unknown[]; search: string }) {
  const wanted = fold(search.trim());
  return (options as Choice[]).filter(({ label }) => fold(label).includes(wanted)) as never;
}

interface Props {
  label: string;
  data: Choice[];
  value: string[];
  onWrite: (value: string[]) => void;
}

/** Several of a list, found by typing. */
export function Many({ label, data, value, onWrite }: Props) {
  return (
    <MultiSelect
      label={label}
      data={data}
      value={value}
      searchable
      hidePickedOptions
      filter={byFoldedLabel}
      comboboxProps={{ withinPortal: false }}
      onChange={onWrite}
    />
  );
}
