import { MultiSelect, Popover, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { fold } from '../../../../../text/turkish.ts';
import { caseTexts } from '../../case/case-texts.ts';
import { useCatalogue, useDirectorates, useNeighbourhoods } from '../../case/case-data.ts';
import { useCaseWords } from '../../case/use-case-words.ts';
import { reach, useMe } from '../../kit/session.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { codesOf, setFacets, withFacet, without } from './list-filter.ts';
import type { Facet, ListFilter } from './list-filter.ts';
import { listTexts } from './list-texts.ts';
import { workTexts } from './work-keys.ts';
import styles from './work.module.css';

interface Props {
  filter: ListFilter;
  onFilter: (next: ListFilter) => void;
}

type Choice = { value: string; label: string };

/** The filter as parts of a sentence: each chip says what it does, goes away with ×, and the last one with Backspace. */
export function FilterChips({ filter, onFilter }: Props) {
  const say = useTexts(listTexts);
  const [opened, setOpened] = useState(false);
  const choices = useChoices();
  useShortcut('F', useTexts(workTexts)('filter'), () => setOpened(true));
  const facets = setFacets(filter).filter((facet) => facet !== 'due' || filter.due !== undefined);
  const press = (event: KeyboardEvent) => {
    const last = facets.at(-1);
    if (event.key === 'Backspace' && last !== undefined) onFilter(without(filter, last));
  };
  return (
    <div className={styles.chips}>
      {facets.map((facet) => {
        const text = `${say(`facet.${facet}`)}: ${wordsOf(facet, filter[facet]!, { choices, say })}`;
        return (
          <span key={facet} className={styles.chip}>
            <button type="button" className={styles.chipText} onClick={() => setOpened(true)}>
              {text}
            </button>
            <button
              type="button"
              className={styles.chipEnd}
              aria-label={say('remove', { what: text })}
              onClick={() => onFilter(without(filter, facet))}
            >
              ×
            </button>
          </span>
        );
      })}
      <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus width={320}>
        <Popover.Target>
          <button type="button" className={styles.addChip} onClick={() => setOpened(!opened)} onKeyDown={press}>
            + {say('filter')}
            <kbd className="hs-key">F</kbd>
          </button>
        </Popover.Target>
        <Popover.Dropdown className={styles.filterForm}>
          <FilterForm {...{ filter, onFilter, choices }} />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

type Choices = ReturnType<typeof useChoices>;
type SayList = ReturnType<typeof useTexts<typeof listTexts.tr>>;

function wordsOf(facet: Facet, value: string, { choices, say }: { choices: Choices; say: SayList }): string {
  if (facet === 'text') return value;
  const codes = codesOf(value);
  const labels = codes.map((code) => choices[facet].find((choice) => choice.value === code)?.label ?? code);
  return labels.length > 2 ? say('many', { n: labels.length }) : labels.join(', ');
}

/** Every facet at once; each change takes effect as it is made, so there is no button to apply it. */
function FilterForm({ filter, onFilter, choices }: Props & { choices: Choices }) {
  const say = useTexts(listTexts);
  const me = useMe();
  const set = (facet: Facet, value: string) => onFilter(withFacet(filter, facet, value));
  const many = (facet: 'states' | 'topics' | 'neighbourhoods' | 'channels') => (
    <MultiSelect
      label={say(`facet.${facet}`)}
      data={choices[facet]}
      value={codesOf(filter[facet])}
      searchable
      clearable
      filter={byFoldedLabel}
      comboboxProps={{ withinPortal: false }}
      onChange={(codes) => set(facet, codes.join(','))}
    />
  );
  const one = (facet: 'due' | 'directorate' | 'mine' | 'open') => (
    <Select
      label={say(`facet.${facet}`)}
      data={choices[facet]}
      value={filter[facet] ?? null}
      clearable
      comboboxProps={{ withinPortal: false }}
      onChange={(value) => set(facet, value ?? '')}
    />
  );
  return (
    <>
      <TextInput
        label={say('facet.text')}
        data-autofocus
        value={filter.text ?? ''}
        onChange={(event) => set('text', event.currentTarget.value)}
      />
      {one('mine')}
      {reach(me, 'request-list') === 'all' && one('directorate')}
      {one('due')}
      {many('states')}
      {many('topics')}
      {many('neighbourhoods')}
      {many('channels')}
      {one('open')}
    </>
  );
}

/** Turkish letters and plain ones find each other, as everywhere. */
function byFoldedLabel({ options, search }: { options: unknown[]; search: string }) {
  const wanted = fold(search.trim());
  return (options as Choice[]).filter(({ label }) => fold(label).includes(wanted)) as never;
}

const CHANNELS = [
  'web',
  'phone',
  'desk',
  'email',
  'foi',
  'cimer',
  'acik-kapi',
  'metropolitan',
  'whatsapp',
  'facebook',
  'x',
  'instagram',
  'home-visit',
  'meeting',
];

function useChoices(): Record<Exclude<Facet, 'text'>, Choice[]> {
  const say = useTexts(listTexts);
  const word = useCaseWords();
  const { language } = useSettings();
  const topics = useCatalogue().data?.topics ?? [];
  const neighbourhoods = useNeighbourhoods().data ?? [];
  const directorates = useDirectorates().data ?? [];
  const states = Object.keys(caseTexts.tr)
    .filter((key) => key.startsWith('state.'))
    .map((key) => key.slice(6));
  return {
    mine: [{ value: '1', label: say('mine.1') }],
    open: [{ value: 'all', label: say('open.all') }],
    due: (['overdue', 'today', 'week', 'none'] as const).map((value) => ({ value, label: say(`due.${value}`) })),
    directorate: directorates.map(({ code, name, nameEn }) => ({
      value: code,
      label: language === 'tr' ? name : nameEn,
    })),
    states: states.map((value) => ({ value, label: word('state', value) })),
    topics: topics.map(({ code, name }) => ({ value: code, label: name[language] })),
    neighbourhoods: neighbourhoods.map(({ id, name }) => ({ value: String(id), label: name })),
    channels: CHANNELS.map((value) => ({ value, label: word('channel', value) })),
  };
}
