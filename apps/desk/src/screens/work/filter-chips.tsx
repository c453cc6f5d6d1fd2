/** The filter as parts of a sentence: a chip says what it does, is changed by a click, goes away with × or Backspace; beside them Backspace takes the last. */
import { Popover } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { afterFocusReturns } from '../../kit/after-focus.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { catchTyping } from '../../kit/typed-ahead.ts';
import type { TypedAhead } from '../../kit/typed-ahead.ts';
import { chipText, chipsOf, coveredBy } from './facet-words.ts';
import { filterTexts } from './filter-texts.ts';
import { without } from './list-filter.ts';
import type { Facet, ListFilter } from './list-filter.ts';
import { useChoices } from './use-choices.ts';
import styles from './work.module.css';

/** Fetched while the list is being read: whoever presses F goes on typing at once. */
const loadEditor = () => import('./filter-editor.tsx');
const LIST_FIRST_MS = 2_000;
const FilterEditor = lazy(async () => ({ default: (await loadEditor()).FilterEditor }));

interface Props {
  filter: ListFilter;
  onFilter: (next: ListFilter) => void;
}

/** What is being edited: a facet, or 'any' while it is not yet chosen which. */
type Edited = Facet | 'any' | null;

export function FilterChips({ filter, onFilter }: Props) {
  const say = useTexts(filterTexts);
  const { language } = useSettings();
  const [edited, setEdited] = useState<Edited>(null);
  const row = useRef<HTMLDivElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const opened = edited !== null;
  const choices = useChoices({
    units: opened || filter.units !== undefined,
    people: opened || filter.people !== undefined,
  });
  useEffect(() => {
    const timer = setTimeout(() => void loadEditor().catch(() => undefined), LIST_FIRST_MS);
    return () => clearTimeout(timer);
  }, []);
  const ahead = useRef<TypedAhead | null>(null);
  useShortcut('F', say('filter'), () => {
    ahead.current ??= catchTyping();
    setEdited('any');
  });
  const takeTyped = () => {
    const typed = ahead.current?.take() ?? '';
    ahead.current = null;
    return typed;
  };
  const chips = chipsOf(filter);
  const remove = (chip: Facet) => {
    onFilter(without(filter, ...coveredBy(chip)));
    add.current?.focus();
  };
  const removeOnKey = (chip: Facet | undefined) => (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && chip !== undefined) remove(chip);
  };
  const close = () => {
    setEdited(null);
    // The chip that was changed, where it is there; Mantine would go back to a field that is gone.
    const chip = row.current?.querySelector<HTMLElement>(`[data-chip="${edited}"]`);
    afterFocusReturns(() => (chip ?? add.current)?.focus());
  };
  return (
    <div ref={row} className={styles.chips}>
      {chips.map((chip) => {
        const text = chipText(chip, filter, { say, choices, language });
        return (
          <span key={chip} className={styles.chip}>
            <button
              type="button"
              className={styles.chipText}
              data-chip={chip}
              aria-label={say('change', { what: text })}
              onClick={() => setEdited(chip)}
              onKeyDown={removeOnKey(chip)}
            >
              {text}
            </button>
            <button
              type="button"
              className={styles.chipEnd}
              aria-label={say('remove', { what: text })}
              onClick={() => remove(chip)}
            >
              ×
            </button>
          </span>
        );
      })}
      <Popover
        opened={opened}
        onChange={(open) => !open && close()}
        position="bottom-start"
        width={340}
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          <button
            ref={add}
            type="button"
            className={styles.addChip}
            onClick={() => setEdited(opened ? null : 'any')}
            onKeyDown={removeOnKey(chips.at(-1))}
          >
            + {say('filter')} <kbd className="hs-key">F</kbd>
          </button>
        </Popover.Target>
        <Popover.Dropdown className={styles.floating}>
          <Suspense>
            {edited !== null && (
              <FilterEditor
                {...{ filter, onFilter, choices, edited, takeTyped }}
                onEdit={setEdited}
                onRemove={remove}
                onClose={close}
              />
            )}
          </Suspense>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
