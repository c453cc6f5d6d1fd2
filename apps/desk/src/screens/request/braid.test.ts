import { expect, test } from 'vitest';
import type { HistoryLine } from '../../../../../contract/requests.ts';
import { braidOf, goesRound } from './braid.ts';

let id = 0;
const line = (what: string, directorate?: string, why: string | null = null): HistoryLine => ({
  ...{ id: (id += 1), at: '2026-03-02T07:00:00.000Z', what, why, assignmentId: null, fromValue: null, toValue: null },
  ...{ actorKind: 'staff', actorId: null, data: directorate === undefined ? {} : { directorate } },
});
const once = [line('recorded'), line('assigned', 'FEN'), line('returned', 'FEN', 'Ağaç bizde değil')];
const twice = [...once, line('sent-to-review', 'FEN'), line('assigned', 'PRK'), line('returned', 'PRK', 'Yol sizin')];

test('holds who was given it and who sent it back, in order and with the reasons, and nothing else', () => {
  expect(braidOf(twice).map(({ what, directorate, why }) => [what, directorate, why])).toEqual([
    ['assigned', 'FEN', null],
    ['returned', 'FEN', 'Ağaç bizde değil'],
    ['assigned', 'PRK', null],
    ['returned', 'PRK', 'Yol sizin'],
  ]);
});

test('goes round when it came back twice, or when the house stopped it from going back', () => {
  expect(goesRound(null, braidOf(once))).toBe(false);
  expect(goesRound('returned', braidOf(once))).toBe(false);
  expect(goesRound(null, braidOf(twice))).toBe(true);
  expect(goesRound('ping-pong', braidOf(once))).toBe(true);
});
