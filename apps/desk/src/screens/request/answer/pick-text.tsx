/** Picks a standard text by typing; it stands in the answer with its fields filled, to be read and finished by the writer. */
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { StandardTextOffered } from '../../../../../../contract/standard-texts.ts';
import { fold } from '../../../../../../text/turkish.ts';
import { api } from '../../../kit/api.ts';
import { defineTexts, useTexts } from '../../../kit/texts.ts';
import { standardTexts } from '../../standard-texts/standard-texts-texts.ts';

const texts = defineTexts(
  {
    label: 'Standart yanıt',
    hint: 'Yazarak bulun; metnin sonuna eklenir.',
    none: 'Böyle bir standart yanıt yok.',
    missing: '{title} (bu başvuruda yok: {fields})',
  },
  {
    label: 'Standard text',
    hint: 'Found by typing; added at the end of the text.',
    none: 'There is no such standard text.',
    missing: '{title} (unknown of this request: {fields})',
  },
);

interface Props {
  assignmentId: string;
  outcome: string;
  onPick: (text: string) => void;
}

export function PickText({ assignmentId, outcome, onPick }: Props) {
  const say = useTexts(texts);
  const sayField = useTexts(standardTexts);
  const { data } = useQuery({
    queryKey: ['standard-texts', assignmentId, outcome],
    queryFn: ({ signal }) =>
      api.get<StandardTextOffered[]>(`/api/v1/assignments/${assignmentId}/standard-texts`, { outcome }, signal),
    enabled: assignmentId !== '',
    staleTime: 60_000,
  });
  if (data === undefined || data.length === 0) return null;
  const pick = (id: string | null) => {
    const picked = data.find((each) => each.id === id);
    if (!picked || picked.text === null) return;
    onPick(picked.text);
    // Only a count for the order of the list: nothing is lost when it fails.
    void api.post(`/api/v1/standard-texts/${picked.id}/uses`).catch(() => undefined);
  };
  const fieldsOf = ({ missing }: StandardTextOffered) => missing.map((field) => sayField(`field.${field}`)).join(', ');
  return (
    <Select
      label={say('label')}
      description={say('hint')}
      searchable
      selectFirstOptionOnChange
      // Enter picks; it must not send the answer that is being written around it.
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey) event.preventDefault();
      }}
      value={null}
      nothingFoundMessage={say('none')}
      filter={byFoldedLabel}
      data={data.map((each) => ({
        value: each.id,
        label: each.text === null ? say('missing', { title: each.title, fields: fieldsOf(each) }) : each.title,
        disabled: each.text === null,
      }))}
      onChange={pick}
    />
  );
}

function byFoldedLabel({ options, search }: { options: unknown[]; search: string }) {
  const wanted = fold(search.trim());
  return (options as { label: string }[]).filter(({ label }) => fold(label).includes(wanted)) as never;
}
