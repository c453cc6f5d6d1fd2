import { expect, test } from 'vitest';
import type { Ladder, RungWhen } from '../../../../../../contract/ladder.ts';
import { sayIn } from '../../../kit/texts.ts';
import { ladderTexts } from './ladder-texts.ts';
import { amountOf, inForce, inOrder, kindOf, rungInWords, whenFrom } from './ladder-words.ts';

const say = sayIn(ladderTexts, 'tr');

test.each([
  [{ percent: 75 }, 'sürenin yüzde 75 kadarı geçince: müdür'],
  [{ days: -2 }, 'dolmadan 2 iş günü önce: müdür'],
  [{ days: 0 }, 'dolunca: müdür'],
  [{ days: 3 }, 'dolduktan 3 iş günü sonra: müdür'],
] as const)('%j reads as a sentence, and comes back from its parts', (when, words) => {
  expect(rungInWords({ when, who: 'manager' }, say)).toBe(words);
  expect(whenFrom(kindOf(when), amountOf(when))).toEqual(when);
});

test('rungs stand in the order in which they are told', () => {
  const whens: RungWhen[] = [{ days: 1 }, { days: -1 }, { percent: 90 }, { days: 0 }, { percent: 50 }];
  const sorted = inOrder(whens.map((when) => ({ when, who: 'manager' })));
  expect(sorted.map(({ when }) => when)).toEqual([
    { percent: 50 },
    { percent: 90 },
    { days: -1 },
    { days: 0 },
    { days: 1 },
  ]);
});

test('the narrowest ladder that is in use holds', () => {
  const ladder = { statutory: [], partner: [], conclusion: [], 'first-response': [] } as Ladder;
  const of = (...scopes: [string, boolean][]) =>
    inForce(
      { ready: [], set: scopes.map(([scope, active]) => ({ scope, active, ladder, version: 1 })) },
      { own: 'YOL-01', group: 'YOL' },
    ).source;
  expect([of(), of(['all', true]), of(['all', true], ['YOL', true]), of(['YOL', true], ['YOL-01', true])]).toEqual([
    'ready',
    'all',
    'group',
    'own',
  ]);
  expect(of(['YOL-01', false], ['YOL', true])).toBe('group');
});
