import { describe, expect, test } from 'vitest';
import { THINGS_IN_HAND } from '../../../../contract/hand-over.ts';
import type { Part, PersonThere } from './who-takes-over.ts';
import { MUST_GO_ON, WHAT_GOES_ON, whoTakesOver } from './who-takes-over.ts';

const part = (id: string, more: Partial<Part> = {}): Part => ({
  ...{ id, directorate: 'FEN', unit: null, restricted: false, restrictedTo: [] },
  ...more,
});
const person = (id: string, more: Partial<PersonThere> = {}): PersonThere => ({
  ...{ id, directorate: 'FEN', unit: null, open: 0 },
  ...more,
});
const taken = (parts: Part[], people: PersonThere[]) =>
  [...whoTakesOver(parts, people).values()].map(({ to, because }) => `${to} ${because}`);

test.each([
  ['nobody chosen: back to its directorate', [part('p')], [], ['null nobody-chosen']],
  ['one chosen: all to them, however much they have', [part('p'), part('q')], [person('a', { open: 90 })], ['a chosen', 'a chosen']], // prettier-ignore
  ['somebody of another directorate cannot have it', [part('p')], [person('a', { directorate: 'TEM' })], ['null other-directorate']], // prettier-ignore
  ['somebody of the whole house cannot have it', [part('p')], [person('a', { directorate: null })], ['null other-directorate']], // prettier-ignore
  [
    'a restricted part only to those it is kept to',
    [part('p', { restricted: true, restrictedTo: ['FEN-YOL'] })],
    [person('a'), person('b', { unit: 'FEN-YOL', open: 50 })],
    ['b least-in-hand'],
  ],
  [
    'of those chosen nobody may see it',
    [part('p', { restricted: true, restrictedTo: ['SOS'] })],
    [person('a'), person('b')],
    ['null kept-from-them'],
  ],
  [
    'those of its unit before others, though they have more',
    [part('p', { unit: 'FEN-YOL' })],
    [person('a'), person('b', { unit: 'FEN-YOL', open: 5 })],
    ['b least-in-hand'],
  ],
  [
    'of equals the one named first',
    [part('p'), part('q'), part('r')],
    [person('b'), person('a')],
    ['b least-in-hand', 'a least-in-hand', 'b least-in-hand'],
  ],
])('%s', (_what, parts, people, said) => expect(taken(parts, people)).toEqual(said));

describe('evenly', () => {
  test('what somebody has already counts, and nobody ends with two more than another', () => {
    const people = [person('a', { open: 7 }), person('b', { open: 2 }), person('c')];
    const parts = Array.from({ length: 30 }, (_, n) => part(`p${n}`));
    const load = new Map(people.map(({ id, open }) => [id, open]));
    for (const { to } of whoTakesOver(parts, people).values()) load.set(to!, load.get(to!)! + 1);
    expect(Math.max(...load.values()) - Math.min(...load.values())).toBeLessThanOrEqual(1);
    expect([...load.values()].reduce((sum, one) => sum + one)).toBe(39);
  });
});

test('every kind of thing in hand has a row, and work itself may never be left', () => {
  expect(WHAT_GOES_ON.map(({ kind }) => kind).sort()).toEqual([...THINGS_IN_HAND].sort());
  expect(MUST_GO_ON).toEqual(['part', 'draft', 'stand-in']);
});
