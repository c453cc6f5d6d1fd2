import { MultiSelect } from '@mantine/core';
import type { EndingShown } from '../../../../../contract/endings.ts';
import { fold } from '../../../../../text/turkish.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { panelTexts } from './act-panel-texts.ts';

interface Props {
  ending: EndingShown;
  value: string[];
  onChange: (codes: string[]) => void;
}

/** On which articles less is given than was asked: a closed list, found by number or by word. The citizen reads them with the answer. */
export function GroundChoice({ ending, value, onChange }: Props) {
  const say = useTexts(panelTexts);
  const { language } = useSettings();
  return (
    <MultiSelect
      label={say('conclude.grounds')}
      description={say(ending.groundRequired ? 'conclude.grounds.required' : 'conclude.grounds.free')}
      data={ending.grounds.map(({ code, article, ...words }) => ({
        value: code,
        label: `${article} · ${words[language]}`,
      }))}
      searchable
      filter={byFoldedLabel}
      value={value.filter((code) => ending.grounds.some((ground) => ground.code === code))}
      onChange={onChange}
    />
  );
}

function byFoldedLabel({ options, search }: { options: unknown[]; search: string }) {
  const wanted = fold(search.trim());
  return (options as { label: string }[]).filter(({ label }) => fold(label).includes(wanted)) as never;
}
