/** Clocks of one request that contradict each other: what is named, and what is a difference that the law itself makes. */
import { expect, test } from 'vitest';
import type { Clock } from './clock.ts';
import type { Oddity } from './oddities.ts';
import { oddities } from './oddities.ts';

type Some = Pick<Clock, 'purpose' | 'amount' | 'dueAt' | 'startedAt'>;

const received = new Date('2026-03-02T07:00:00Z');
const clock = (purpose: Clock['purpose'], due: string | null, { amount = 5, startedAt = received } = {}): Some => ({
  ...{ purpose, amount, startedAt },
  dueAt: due === null ? null : new Date(`2026-${due}T14:30:00Z`),
});
const law = clock('statutory', '04-01');

const CASES: [why: string, of: Some, beside: Some[], found: Oddity[]][] = [
  ['a word of ours longer than the law: the law’s day holds', clock('conclusion', '04-20'), [law], ['standard-longer-than-law']], // prettier-ignore
  ['as long as the law is no contradiction', clock('conclusion', '04-01'), [law], []],
  ['shorter is what standards are for', clock('conclusion', '03-05'), [law], []],
  ['a first answer later than the law is no promise of an end', clock('first-response', '04-20'), [law], []],
  ['a partner who asks sooner than the law', clock('partner', '03-09'), [law], ['partner-shorter']],
  ['a partner who gives as long', clock('partner', '04-01'), [law], []],
  ['nothing to count is due with the request itself', clock('conclusion', '03-02', { amount: 0 }), [law], ['nothing-to-count']], // prettier-ignore
  ['both at once', clock('conclusion', '04-20', { amount: 0 }), [law], ['nothing-to-count', 'standard-longer-than-law']], // prettier-ignore
  ['a year without holidays has no day to contradict', clock('conclusion', null), [law], []],
  ['nor has a law that was not counted', clock('conclusion', '04-20'), [clock('statutory', null)], []],
  [
    'a clock that began on another day is compared with those of its own day',
    clock('conclusion', '04-20', { startedAt: new Date('2026-04-10T07:00:00Z') }),
    [law],
    [],
  ],
];

test.each(CASES)('%s', (_why, of, beside, found) => {
  expect(oddities(of, [...beside, of])).toEqual(found);
});
