import { defineFact } from '../facts.ts';
import type { WorkState } from './long-work.ts';

/** A long work is over, or was stopped, or broke off. `askedBy` null: the house itself asked. */
export const LongWorkEnded = defineFact<{
  kind: string;
  state: WorkState;
  askedBy: string | null;
  seconds: number;
  done: number;
  refused: number;
}>('long-work-ended');
