import { describe, expect, test } from 'vitest';
import type { AskedFor, Asking } from './strictest-of-merged.ts';
import { WHAT_IS_ASKED, strictest } from './strictest-of-merged.ts';

const LEAD: Asking = { kind: 'complaint', approval: 'none', evidencePhoto: 'none', endsBy: 'work', by: [] };
const follower = (asks: Partial<Asking>, ...by: string[]): Asking => ({ ...LEAD, ...asks, by });

interface Case {
  why: string;
  what: AskedFor;
  lead?: Partial<Asking>;
  followers?: readonly Asking[];
  /** Who asks; empty: the lead itself. */
  by: string;
}

const CASES: readonly Case[] = [
  { why: 'alone it asks what it asks', what: 'approval', lead: { approval: 'manager' }, by: '' },
  { why: 'a follower’s topic wants the manager', what: 'approval', followers: [follower({ approval: 'manager' }, 'a')], by: 'a' },
  { why: 'the highest of two followers', what: 'approval', followers: [follower({ approval: 'manager' }, 'a'), follower({ approval: 'deputy-mayor' }, 'b')], by: 'b' },
  { why: 'the lead asks as much: it is asked for the lead', what: 'approval', lead: { approval: 'manager' }, followers: [follower({ approval: 'manager' }, 'a')], by: '' },
  { why: 'the lead asks more', what: 'approval', lead: { approval: 'deputy-mayor' }, followers: [follower({ approval: 'manager' }, 'a')], by: '' },
  { why: 'the first of two that ask the same', what: 'approval', followers: [follower({ approval: 'manager' }, 'a'), follower({ approval: 'manager', kind: 'petition' }, 'b')], by: 'a' },
  { why: 'a follower’s topic wants a photo', what: 'evidence-photo', followers: [follower({ evidencePhoto: 'required' }, 'a', 'b')], by: 'a b' },
  { why: 'wanted is more than advised', what: 'evidence-photo', lead: { evidencePhoto: 'advised' }, followers: [follower({ evidencePhoto: 'required' }, 'a')], by: 'a' },
  { why: 'a petition behind complaints', what: 'law', followers: [follower({}, 'a'), follower({ kind: 'petition' }, 'b')], by: 'b' },
  { why: 'a complaint behind a petition takes no law away', what: 'law', lead: { kind: 'petition' }, followers: [follower({}, 'a')], by: '' },
  { why: 'a complaint behind a petition has no remedy of a law', what: 'way-on', lead: { kind: 'petition' }, followers: [follower({}, 'a')], by: 'a' },
  { why: 'petitions alone have theirs', what: 'way-on', lead: { kind: 'petition' }, followers: [follower({ kind: 'petition' }, 'a')], by: '' },
  { why: 'another body’s duty for one of them', what: 'others-duty', followers: [follower({ endsBy: 'forwarding' }, 'a')], by: 'a' },
]; // prettier-ignore

describe('what is asked of the answer to several', () => {
  test.each(CASES)('$what: $why', ({ what, lead = {}, followers = [], by }) => {
    expect(strictest([{ ...LEAD, ...lead }, ...followers], what).by.join(' ')).toBe(by);
  });

  test('nobody who joins makes anything easier', () => {
    const all = (['none', 'manager', 'deputy-mayor'] as const).flatMap((approval) =>
      (['none', 'advised', 'required'] as const).flatMap((evidencePhoto) =>
        (['complaint', 'petition'] as const).map((kind) => ({ ...LEAD, approval, evidencePhoto, kind })),
      ),
    );
    for (const lead of all)
      for (const joins of all)
        for (const what of Object.keys(WHAT_IS_ASKED) as AskedFor[]) {
          const { strictness } = WHAT_IS_ASKED[what];
          const most = strictest([lead, { ...joins, by: ['a'] }], what);
          expect(strictness(most)).toBe(Math.max(strictness(lead), strictness(joins)));
        }
  });
});
