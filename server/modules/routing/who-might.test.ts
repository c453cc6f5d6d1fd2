/** Who might have it: which of several guesses stand, in which order, and why. */
import { describe, expect, test } from 'vitest';
import type { Candidate, CandidatesOf } from './who-might.ts';
import { whoMight } from './who-might.ts';

const guess = (directorate: string, why: string): Candidate => ({
  directorate,
  topic: null,
  why: { tr: why, en: why },
});
const none: CandidatesOf = { rule: [], kept: [], words: [], topic: [] };
const everybody = { open: new Set(['FEN', 'PRK', 'TMZ', 'ZBT', 'SOS']), not: new Set<string>() };

interface Case {
  name: string;
  said: Partial<CandidatesOf>;
  not?: string[];
  open?: string[];
  then: string[];
}

const table: Case[] = [
  { name: 'nobody knows anything: nobody is named', said: {}, then: [] },
  {
    name: "the municipality's own rule comes before experience, experience before words, words before the topic",
    said: {
      rule: [guess('FEN', 'rule')],
      kept: [guess('PRK', 'kept')],
      words: [guess('TMZ', 'words')],
      topic: [guess('ZBT', 'topic')],
    },
    then: ['FEN rule', 'PRK kept', 'TMZ words'],
  },
  {
    name: 'a directorate is named once, with the surest reason',
    said: { kept: [guess('PRK', 'kept')], words: [guess('PRK', 'words'), guess('TMZ', 'words')] },
    then: ['PRK kept', 'TMZ words'],
  },
  {
    name: 'whoever sent it back is not named again',
    said: { rule: [guess('FEN', 'rule')], words: [guess('PRK', 'words')] },
    not: ['FEN'],
    then: ['PRK words'],
  },
  {
    name: 'a directorate that was closed is nobody',
    said: { topic: [guess('ZBT', 'topic')], words: [guess('PRK', 'words')] },
    open: ['PRK'],
    then: ['PRK words'],
  },
  {
    name: 'three are enough to choose from',
    said: { words: ['FEN', 'PRK', 'TMZ', 'SOS'].map((code) => guess(code, 'words')) },
    then: ['FEN words', 'PRK words', 'TMZ words'],
  },
];

describe('who might have it', () => {
  test.each(table)('$name', ({ said, not, open, then }) => {
    const standing = { open: new Set(open ?? everybody.open), not: new Set(not) };
    const found = whoMight({ ...none, ...said }, standing);
    expect(found.map(({ directorate, why }) => `${directorate} ${why.tr}`)).toEqual(then);
  });
});
