import type { NewKnownProblem } from '../../../../../contract/known-problems.ts';

/** What a group of fields gets: all that is said, and how to say a part of it otherwise. */
export interface KnownPart {
  value: NewKnownProblem;
  write: (part: Partial<NewKnownProblem>) => void;
}
