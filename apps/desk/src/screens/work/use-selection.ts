/** Which rows of the list are chosen: some, or all that the filter lists. A changed filter is another list, and nothing of it is chosen. */
import { useState } from 'react';
import { reach, useMe } from '../../kit/session.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { workTexts } from './work-keys.ts';

export interface Selection {
  chosen: ReadonlySet<string>;
  /** All that the filter lists, also what is not on the screen. */
  all: boolean;
  has(id: string): boolean;
  toggle(id: string, range?: boolean): void;
  /** Those on the screen, or none of them. */
  toggleShown(): void;
  chooseAll(): void;
  clear(): void;
}

interface Kept {
  list: string;
  chosen: ReadonlySet<string>;
  all: boolean;
  /** Where a range begins. */
  anchor: string | null;
}

const NONE = { chosen: new Set<string>(), all: false, anchor: null };

/** @param list the filter's own key: with another one the selection is over. */
export function useSelection(shown: readonly string[], list: string): Selection {
  const [kept, setKept] = useState<Kept>({ ...NONE, list });
  const { chosen, all, anchor } = kept.list === list ? kept : NONE;
  const write = (next: Partial<Kept>) => setKept({ chosen, anchor, ...next, all: next.all ?? false, list });
  return {
    chosen,
    all,
    has: (id) => all || chosen.has(id),
    toggle(id, range = false) {
      const next = new Set(all ? shown : chosen);
      if (range && anchor !== null) for (const each of between(shown, anchor, id)) next.add(each);
      else if (next.has(id)) next.delete(id);
      else next.add(id);
      write({ chosen: next, anchor: id });
    },
    toggleShown: () =>
      write({ chosen: shown.length > 0 && shown.every((id) => chosen.has(id)) ? new Set() : new Set(shown) }),
    chooseAll: () => write({ chosen: new Set(shown), all: true }),
    clear: () => setKept({ ...NONE, list }),
  };
}

function between(shown: readonly string[], one: string, other: string): readonly string[] {
  const [from, to] = [shown.indexOf(one), shown.indexOf(other)].sort((left, right) => left - right) as [number, number];
  return from < 0 ? [other] : shown.slice(from, to + 1);
}

const focusedRow = (): string | undefined => (document.activeElement as HTMLElement | null)?.dataset.request;

/** X chooses the row under the eye; Shift with an arrow goes on to the next and chooses it too. */
export function useSelectionKeys(
  { toggle }: Selection,
  { shown, openId }: { shown: readonly string[]; openId: string | null },
): void {
  const say = useTexts(workTexts);
  const may = reach(useMe(), 'bulk-act') !== 'none';
  const here = () => focusedRow() ?? openId ?? undefined;
  const extend = (by: number) => {
    const from = here();
    const next = shown[(from === undefined ? -1 : shown.indexOf(from)) + by];
    if (next === undefined) return;
    if (from !== undefined) toggle(from, true);
    toggle(next, true);
    document.querySelector<HTMLElement>(`[data-request="${next}"]`)?.focus();
  };
  useShortcut(
    'X',
    say('choose'),
    () => {
      const id = here();
      if (id !== undefined) toggle(id);
    },
    { when: may },
  );
  useShortcut('Shift+ArrowDown', say('chooseNext'), () => extend(1), { when: may });
  useShortcut('Shift+ArrowUp', say('choosePrevious'), () => extend(-1), { when: may });
}
