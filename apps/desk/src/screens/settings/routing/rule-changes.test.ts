import { expect, test } from 'vitest';
import type { Rule } from '../../../../../../contract/routing.ts';
import { changesOfRules } from './rule-changes.ts';

const rule = (id: string, name = id): Rule => ({
  ...{ id, name, when: { topics: ['YOL-01'] }, to: { directorate: 'FEN', unit: null, person: null } },
  why: { tr: 'x', en: '' },
});
const set = (...ids: string[]) => ids.map((id) => rule(id));

test.each([
  ['nothing', set('a', 'b'), set('a', 'b'), []],
  ['one more', set('a'), set('b', 'a'), ['added b 0>1']],
  ['one less moves nobody', set('a', 'b', 'c'), set('b', 'c'), ['removed a 1>0']],
  ['one that went up', set('a', 'b', 'c'), set('c', 'a', 'b'), ['moved c 3>1']],
  ['two exchanged', set('a', 'b'), set('b', 'a'), ['moved b 2>1']],
  ['another name', set('a'), [rule('a', 'yeni')], ['changed a 1>1']],
])('%s', (_name, before, after, expected) =>
  expect(
    changesOfRules(before, after).map(({ what, from, to, ...rules }) => `${what} ${(rules.after ?? rules.before)!.id} ${from}>${to}`),
  ).toEqual(expected),
); // prettier-ignore
