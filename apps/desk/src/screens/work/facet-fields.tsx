/** The fields of one facet. Each change takes effect as it is made, so there is no button to apply it. */
import { MultiSelect, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useReducer, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { fold } from '../../../../../text/turkish.ts';
import { useTexts } from '../../kit/texts.ts';
import { editorTexts } from './editor-texts.ts';
import type { Choice, Choices, ChosenFacet } from './facet-words.ts';
import { filterTexts } from './filter-texts.ts';
import { codesOf, codesText, withFacet } from './list-filter.ts';
import type { Facet, ListFilter } from './list-filter.ts';

interface Props {
  facet: Facet;
  filter: ListFilter;
  onFilter: (next: ListFilter) => void;
  choices: Choices;
  onClose: () => void;
}

interface Field {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onClose: () => void;
}

export function FacetFields({ facet, filter, onFilter, choices, onClose }: Props) {
  const say = useTexts(filterTexts);
  const sayEditor = useTexts(editorTexts);
  const field: Field = {
    label: say(`facet.${facet}`),
    value: filter[facet] ?? '',
    onChange: (value) => onFilter(withFacet(filter, facet, value)),
    onClose,
  };
  switch (facet) {
    case 'text':
      return <Words {...field} />;
    case 'within':
      return <Within {...field} />;
    case 'from':
    case 'to':
      return <Days filter={filter} onFilter={onFilter} onClose={onClose} label={field.label} />;
    case 'area':
    case 'box':
      return <p>{sayEditor('map')}</p>;
    case 'citizen':
      return <p>{sayEditor('citizen')}</p>;
    case 'mine':
    case 'open':
    case 'due':
    case 'satisfaction':
      return <One {...field} choices={choices[facet]} />;
    case 'has':
      return <Many {...field} choices={choices.has} value={field.value === '' ? [] : field.value.split(',')} onChange={(codes) => field.onChange(codes.join(','))} />; // prettier-ignore
    default:
      return <AnyOrNone {...field} facet={facet} choices={choices[facet]} />;
  }
}

const onEnter = (close: () => void) => (event: KeyboardEvent) => {
  if (event.key === 'Enter') close();
};

/** Searches when the hand rests: each search is counted, and half a word finds what nobody meant. */
const AFTER_TYPING_MS = 300;

function Words({ label, value, onChange, onClose }: Field) {
  const [typed, setTyped] = useState(value);
  const say = useDebouncedCallback(onChange, { delay: AFTER_TYPING_MS, flushOnUnmount: true });
  return (
    <TextInput
      label={label}
      value={typed}
      autoFocus
      onKeyDown={onEnter(onClose)}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        say(event.currentTarget.value);
      }}
    />
  );
}

/** Mantine names the open list in its field only when the field is drawn the next time; until then a screen reader does not know whose list it is. */
function useNamedList() {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  return { role: 'combobox', onDropdownOpen: () => void setTimeout(drawAgain) } as const;
}

function One({ label, value, onChange, choices }: Field & { choices: readonly Choice[] }) {
  const named = useNamedList();
  return (
    <Select
      label={label}
      data={[...choices]}
      value={value === '' ? null : value}
      clearable
      autoFocus
      {...named}
      comboboxProps={{ withinPortal: false }}
      onChange={(next) => onChange(next ?? '')}
    />
  );
}

interface ManyProps {
  label: string;
  value: string[];
  choices: readonly Choice[];
  onChange: (codes: string[]) => void;
}

function Many({ label, value, choices, onChange }: ManyProps) {
  const named = useNamedList();
  return (
    <MultiSelect
      label={label}
      data={[...choices]}
      value={value}
      searchable
      clearable
      autoFocus
      selectFirstOptionOnChange
      {...named}
      filter={byFoldedLabel}
      comboboxProps={{ withinPortal: false }}
      onChange={onChange}
    />
  );
}

/** How before what: the list of values opens over whatever stands below it. */
function AnyOrNone({ label, value, onChange, choices }: Field & { facet: ChosenFacet; choices: readonly Choice[] }) {
  const say = useTexts(editorTexts);
  const { none, codes } = codesOf(value);
  const set = (codes: string[], none: boolean) => onChange(codesText({ none, codes }));
  return (
    <>
      <SegmentedControl
        aria-label={say('how')}
        size="xs"
        value={none ? 'not' : 'any'}
        data={(['any', 'not'] as const).map((each) => ({ value: each, label: say(each) }))}
        onChange={(how) => set(codes, how === 'not')}
      />
      <Many label={label} value={codes} choices={choices} onChange={(next) => set(next, none)} />
    </>
  );
}

function Within({ value, onChange, onClose }: Field) {
  const say = useTexts(editorTexts);
  const unit = value.endsWith('h') ? 'h' : 'd';
  const n = value.replace(/\D/g, '');
  const set = (n: string, unit: string) => onChange(n === '' ? '' : `${Number(n)}${unit}`);
  return (
    <>
      <TextInput
        label={say('n')}
        value={n}
        inputMode="numeric"
        maxLength={3}
        autoFocus
        onKeyDown={onEnter(onClose)}
        onChange={(event) => set(event.currentTarget.value.replace(/\D/g, ''), unit)}
      />
      <SegmentedControl
        aria-label={say('unit')}
        size="xs"
        value={unit}
        data={[
          { value: 'd', label: say('days') },
          { value: 'h', label: say('hours') },
        ]}
        onChange={(next) => set(n, next)}
      />
    </>
  );
}

function Days({ filter, onFilter, onClose }: Pick<Props, 'filter' | 'onFilter' | 'onClose'> & { label: string }) {
  const say = useTexts(editorTexts);
  const day = (facet: 'from' | 'to') => (
    <TextInput
      type="date"
      label={say(facet)}
      value={filter[facet] ?? ''}
      autoFocus={facet === 'from'}
      min={facet === 'to' ? filter.from : undefined}
      max={facet === 'from' ? filter.to : undefined}
      onKeyDown={onEnter(onClose)}
      onChange={(event) => onFilter(withFacet(filter, facet, event.currentTarget.value))}
    />
  );
  return (
    <>
      {day('from')}
      {day('to')}
    </>
  );
}

/** Turkish letters and plain ones find each other, as everywhere. */
function byFoldedLabel({ options, search }: { options: unknown[]; search: string }) {
  const wanted = fold(search.trim());
  return (options as Choice[]).filter(({ label }) => fold(label).includes(wanted)) as never;
}
