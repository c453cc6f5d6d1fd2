/** Where a filter is made, by keyboard: type what is meant and press Enter, or choose a facet and fill in its fields. Each change takes effect as it is made. */
import { useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useSettings } from '../../kit/settings.ts';
import { reach, useMe } from '../../kit/session.ts';
import { useTexts } from '../../kit/texts.ts';
import { editorTexts } from './editor-texts.ts';
import { FacetFields } from './facet-fields.tsx';
import type { Choices } from './facet-words.ts';
import { OFFERED, suggestionsFor } from './filter-suggestions.ts';
import type { Suggestion } from './filter-suggestions.ts';
import { filterTexts } from './filter-texts.ts';
import { isFilterText, readFilterText, writeFilterText } from './filter-text.ts';
import { setFacets } from './list-filter.ts';
import type { Facet, ListFilter } from './list-filter.ts';
import palette from '../../shell/palette.module.css';
import styles from './filter-editor.module.css';

interface Props {
  filter: ListFilter;
  onFilter: (next: ListFilter) => void;
  choices: Choices;
  edited: Facet | 'any';
  /** What was typed before the field was there. */
  takeTyped: () => string;
  onEdit: (facet: Facet | 'any') => void;
  onRemove: (facet: Facet) => void;
  onClose: () => void;
}

export function FilterEditor({ filter, onFilter, choices, edited, takeTyped, onEdit, onRemove, onClose }: Props) {
  const say = useTexts(editorTexts);
  if (edited === 'any') return <Pick {...{ filter, onFilter, choices, takeTyped, onEdit, onClose }} />;
  return (
    <>
      <FacetFields key={edited} facet={edited} {...{ filter, onFilter, choices, onClose }} />
      <p className={styles.foot}>
        <button type="button" className="hs-link" onClick={() => onEdit('any')}>
          {say('another')}
        </button>
        <button type="button" className="hs-link" onClick={() => onRemove(edited)}>
          {say('take')}
        </button>
        <button type="button" className="hs-link" onClick={onClose}>
          {say('ready')} <kbd className="hs-key">Esc</kbd>
        </button>
      </p>
    </>
  );
}

function Pick({ filter, onFilter, choices, takeTyped, onEdit, onClose }: Omit<Props, 'edited' | 'onRemove'>) {
  const say = useTexts(editorTexts);
  const words = { say: useTexts(filterTexts), choices, language: useSettings().language };
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const latest = useRef(takeTyped);
  useLayoutEffect(() => setTyped((before) => latest.current() + before), []);
  const rows = suggestionsFor(typed, filter, words, useOffered());
  const here = Math.max(0, Math.min(place, rows.length - 1));
  const take = (row: Suggestion | undefined) => {
    if (row?.edit !== undefined) return onEdit(row.edit);
    if (row?.next === undefined) return;
    onFilter(row.next);
    onClose();
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 && event.key !== 'Enter') return;
    event.preventDefault();
    if (step === 0) take(rows[here]);
    else setPlace((here + step + rows.length) % Math.max(1, rows.length));
  };
  return (
    <>
      <label className={styles.label} htmlFor="filter-typed">
        {say('what')}
      </label>
      <input
        id="filter-typed"
        className={styles.input}
        role="combobox"
        aria-expanded
        aria-controls="filter-rows"
        aria-activedescendant={rows.length > 0 ? `filter-${here}` : undefined}
        aria-describedby="filter-hint"
        autoComplete="off"
        autoFocus
        value={typed}
        onKeyDown={press}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setPlace(0);
        }}
      />
      <p id="filter-hint" className="hs-meta">
        {say('hint')}
      </p>
      <ul id="filter-rows" role="listbox" aria-label={say('what')} className={palette.rows}>
        {rows.map((row, at) => (
          <li
            key={row.key}
            id={`filter-${at}`}
            role="option"
            aria-selected={at === here}
            className={palette.row}
            onMouseMove={() => setPlace(at)}
            onClick={() => take(row)}
          >
            <span>{row.label}</span>
          </li>
        ))}
      </ul>
      {rows.length === 0 && <Unknown typed={typed} choices={choices} />}
      <AsText filter={filter} choices={choices} />
    </>
  );
}

/** A directorate's people are asked about their own alone: a facet that can only say that is not offered. */
function useOffered(): readonly Facet[] {
  const me = useMe();
  return reach(me, 'request-list') === 'all' ? OFFERED : OFFERED.filter((facet) => facet !== 'directorate');
}

function Unknown({ typed, choices }: { typed: string; choices: Choices }) {
  const say = useTexts(editorTexts);
  const unknown = isFilterText(typed) ? readFilterText(typed, choices).unknown : [];
  return (
    <p className="hs-problem" role="status">
      {unknown.length > 0 ? say('unknown', { what: unknown.join(' ') }) : say('nothing')}
    </p>
  );
}

/** The same filter as a line of text, to be sent to a colleague or typed again. */
function AsText({ filter, choices }: Pick<Props, 'filter' | 'choices'>) {
  const say = useTexts(editorTexts);
  const { language } = useSettings();
  const [copied, setCopied] = useState('');
  if (setFacets(filter).length === 0) return null;
  const text = writeFilterText(filter, choices, language);
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied(text),
      () => undefined,
    );
  return (
    <p className={styles.asText}>
      <code>{text}</code>{' '}
      <button type="button" className="hs-link" onClick={copy}>
        {say(copied === text ? 'copied' : 'copy')}
      </button>
    </p>
  );
}
