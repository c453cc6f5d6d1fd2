/** What is under way on the intake screen, kept in this tab until it is saved: a reload or a lost sign-in loses nothing. */
import { useState } from 'react';
import type { CallShown } from '../../../../../contract/calls.ts';
import type { RecordedForCitizen } from '../../../../../contract/intake.ts';
import { emptyForm, newClientKey } from './intake-form.ts';
import type { IntakeForm } from './intake-form.ts';

export interface Kept {
  call: CallShown | null;
  /** The caller's number as it was typed: who it may be is asked by it. */
  line: string;
  form: IntakeForm;
  /** The request just saved, until the next one is begun. */
  recorded: RecordedForCitizen | null;
  /** The known problem a caller was last added to: the next one is likely to ring for the same. Outlives the call. */
  lastKnown?: string | null;
  /** What this call was for, if something already showed it. */
  purpose: 'request' | 'status' | 'foi-form' | null;
}

export type Mode = 'call' | 'desk';

export function nothingKept(): Kept {
  return { call: null, line: '', form: emptyForm(newClientKey()), recorded: null, purpose: null };
}

/** The third value: whether something unfinished was found. */
export function useKept(mode: Mode): [kept: Kept, change: (change: Partial<Kept>) => void, wasThere: boolean] {
  const [found] = useState(() => read(mode));
  const [kept, setKept] = useState<Kept>(found ?? nothingKept());
  const change = (part: Partial<Kept>) => {
    setKept((before) => {
      const next = { ...before, ...part };
      write(mode, next);
      return next;
    });
  };
  return [kept, change, found !== null];
}

const keyOf = (mode: Mode) => `hemsehri-intake:${mode}`;

function read(mode: Mode): Kept | null {
  try {
    const found = sessionStorage.getItem(keyOf(mode));
    return found === null ? null : (JSON.parse(found) as Kept);
  } catch {
    return null;
  }
}

function write(mode: Mode, kept: Kept): void {
  try {
    sessionStorage.setItem(keyOf(mode), JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing still works until the tab is closed.
  }
}
