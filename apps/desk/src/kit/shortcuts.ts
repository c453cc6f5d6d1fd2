/** The one keyboard listener of the desk and the list of what each key does now; the key map page and the buttons read the same list. */
import { useEffect, useRef } from 'react';
import { isSingleKey, keyOf, strokesOf } from './shortcut-keys.ts';
import type { Keys } from './shortcut-keys.ts';
import { settings } from './settings.ts';
import { makeStore, useStore } from './store.ts';

export interface Shortcut {
  /** As written: 'J', 'Ctrl+K', 'G B'. */
  keys: string;
  description: string;
  act: () => void;
  /** Works in a text field too; only for keys with Ctrl, and for Escape. */
  whileTyping: boolean;
}

interface Registered extends Shortcut {
  strokes: Keys[];
}

const registered = makeStore<readonly Registered[]>([]);

interface Options {
  whileTyping?: boolean;
  /** False: not now. The key is free for others then. */
  when?: boolean;
}

/**
 * `useShortcut('Y', say('reply'), () => …)`. The one registered last wins, so a dialog takes over what lies under it.
 * Throws RangeError at once for a key that must not be used (see shortcut-keys.ts).
 */
export function useShortcut(keys: string, description: string, act: () => void, options: Options = {}): void {
  const { whileTyping = false, when = true } = options;
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!when) return undefined;
    const one: Registered = { keys, description, act: () => latest.current(), whileTyping, strokes: strokesOf(keys) };
    registered.set([...registered.get(), one]);
    return () => registered.set(registered.get().filter((each) => each !== one));
  }, [keys, description, whileTyping, when]);
}

/** What the keys do at this moment, without those that are covered by a later one. */
export function useShortcuts(): Shortcut[] {
  const all = useStore(registered);
  return all.filter(
    (each, place) => !all.slice(place + 1).some((later) => later.strokes.join(' ') === each.strokes.join(' ')),
  );
}

/** Listens until the returned function is called. */
export function listenToKeys(): () => void {
  let first: Keys | null = null;
  let forget: ReturnType<typeof setTimeout> | undefined;
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const key = keyOf({ ...pick(event), altGraph: event.getModifierState('AltGraph') });
    if (key === null) return;
    const usable = usableNow(isTyping(event.target));
    const before = first;
    first = null;
    clearTimeout(forget);
    const found = (before && last(usable, [before, key])) || last(usable, [key]);
    if (found) {
      event.preventDefault();
      found.act();
    } else if (usable.some((each) => each.strokes.length === 2 && each.strokes[0] === key)) {
      event.preventDefault();
      first = key;
      forget = setTimeout(() => (first = null), 1500);
    }
  };
  window.addEventListener('keydown', listen);
  return () => window.removeEventListener('keydown', listen);
}

function usableNow(typing: boolean): readonly Registered[] {
  const { singleKeys } = settings.get();
  return registered.get().filter((each) => {
    if (typing && !each.whileTyping) return false;
    return singleKeys || !each.strokes.some(isSingleKey);
  });
}

function last(list: readonly Registered[], strokes: Keys[]): Registered | undefined {
  return list.findLast((each) => each.strokes.join(' ') === strokes.join(' '));
}

function pick({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) {
  return { key, ctrlKey, metaKey, altKey, shiftKey };
}

const NO_TEXT = new Set(['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'color', 'file']);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !NO_TEXT.has(target.type);
}
