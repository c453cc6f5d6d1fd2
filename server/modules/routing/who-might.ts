/**
 * HEART FILE. Who might have a request that the rules could give to nobody, or that its directorate sent back: at most three, the surest first,
 * each with its reason. A person picks one; nothing here gives anything to anybody.
 */
import type { Guess } from '../../../contract/routing.ts';

export type Candidate = Guess;

export const GUESSES_SHOWN = 3;

/** Where a guess comes from, surest first, with why it stands where it does. */
export const GUESS_SOURCES = {
  rule: 'The municipality wrote it down itself, and only a person can know that the directorate was wrong to send it back.',
  kept: 'Others like it were sent back too, and this directorate answered them in the end: what colleagues did beats what words look like.',
  words:
    'What the citizen wrote looks like another topic; its directorate is asked for by the rules as if the topic had been chosen.',
  topic: "The topic's own directorate, where neither rules nor experience say anything else.",
} as const;
export type GuessSource = keyof typeof GUESS_SOURCES;

export type CandidatesOf = Readonly<Record<GuessSource, readonly Candidate[]>>;

interface Standing {
  /** Directorates that work; a closed one is nobody's guess. */
  open: ReadonlySet<string>;
  /** Those that said it is not theirs, and those that have a part of it now. */
  not: ReadonlySet<string>;
}

/** One line for each directorate, from the surest source that names it. */
export function whoMight(candidates: CandidatesOf, { open, not }: Standing): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const source of Object.keys(GUESS_SOURCES) as GuessSource[])
    for (const candidate of candidates[source]) {
      const { directorate } = candidate;
      if (open.has(directorate) && !not.has(directorate) && !found.has(directorate)) found.set(directorate, candidate);
    }
  return [...found.values()].slice(0, GUESSES_SHOWN);
}
