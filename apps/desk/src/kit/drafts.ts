/**
 * What somebody is writing, kept in this browser until it is sent: a closed tab, a lost sign-in or a conflict loses nothing.
 * Keys are ids only; nothing personal stands in a key. What was not touched for two weeks is forgotten.
 */
import { useEffect, useState } from 'react';

const PREFIX = 'hemsehri-draft:';
const KEPT_DAYS = 14;

interface Kept {
  text: string;
  at: number;
}

export type DraftState = 'empty' | 'saved' | 'not-saved';

/** Text of one place (a request and a door); `clear` when it was sent. */
export interface KeptDraft {
  text: string;
  /** When this browser kept it, as milliseconds; null: it keeps none. */
  keptAt: number | null;
  write(text: string): void;
  clear(): void;
  state: DraftState;
}

export function useDraft(key: string): KeptDraft {
  const [text, setText] = useState(() => read(key));
  const [state, setState] = useState<DraftState>(text === '' ? 'empty' : 'saved');
  useEffect(() => {
    setText(read(key));
  }, [key]);
  const write = (next: string) => {
    setText(next);
    setState(keepDraft(key, next));
  };
  return { text, keptAt: readKept(key)?.at ?? null, write, clear: () => write(''), state };
}

function read(key: string): string {
  return readKept(key)?.text ?? '';
}

function readKept(key: string): Kept | null {
  try {
    const found = localStorage.getItem(PREFIX + key);
    return found === null ? null : (JSON.parse(found) as Kept);
  } catch {
    return null;
  }
}

/** Keeps a text from outside the field it belongs to: one that was sent and taken back. */
export function keepDraft(key: string, text: string): DraftState {
  try {
    if (text === '') localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify({ text, at: Date.now() } satisfies Kept));
    return text === '' ? 'empty' : 'saved';
  } catch {
    return 'not-saved';
  }
}

/** Called once at start. */
export function forgetOldDrafts(now: number): void {
  try {
    for (const key of Object.keys(localStorage).filter((each) => each.startsWith(PREFIX))) {
      const { at } = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Kept>;
      if (at === undefined || now - at > KEPT_DAYS * 86_400_000) localStorage.removeItem(key);
    }
  } catch {
    // Nothing can be read here, so nothing is kept here either.
  }
}
