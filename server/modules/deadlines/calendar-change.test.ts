/** A changed holiday: shown before it is saved, and then moved, on a real calendar and database. */
import { beforeAll, describe, expect, test } from 'vitest';
import { longWorkRound } from '../../kernel/long-works/run.ts';
import { removeHoliday, saveHoliday } from '../calendar/door.ts';
import { NO_PLACE } from '../intake/door.ts';
import { listStaff, staffActorById } from '../staff/door.ts';
import { askCitizen } from '../requests/door.ts';
import { holidayEffects } from './holiday-effects.ts';
import type { FoiWorld } from './testing.ts';
import { foiWorld } from './testing.ts';

let foi: FoiWorld;
let [asked, complaint, late] = ['', '', ''];

const day = { date: '2026-03-11', kind: 'official', name: 'Yas günü' } as const;
const trial = (change: object = {}) => ({ ...day, startsAt: null, removed: false, ...change });
const effects = (change: object = {}, actor = foi.supervisor) =>
  holidayEffects(foi.house, actor, { trial: trial(change), language: 'en' });
const save = async () => {
  const name = { tr: day.name, en: 'Day of mourning' };
  const row = { ...day, name, startsAt: null, source: 'RG 10.03.2026', confirmed: true, version: 0 };
  await foi.doAs(foi.supervisor, (tx) => saveHoliday(tx, row, 'Yas ilan edildi'));
  await settle();
};
const settle = async () => {
  while ((await longWorkRound(foi.house, staffActorById)) > 0);
};
const movesOf = async (id: string) =>
  (await foi.historyOf(id)).filter(({ what }) => what === 'clocks-moved').map(({ data }) => data?.rule);

beforeAll(async () => {
  foi = await foiWorld();
  late = await foi.file('2026-02-02');
  asked = await foi.file('2026-03-02');
  complaint = await foi.file('2026-03-09', {
    ...{ kind: 'complaint', topicCode: 'YOL-04', place: { ...NO_PLACE, description: 'Okulun önü' } },
  });
  foi.at('2026-03-10');
});

describe('a holiday more', () => {
  test('says beforehand which open requests it moves, from which day to which, and saves nothing', async () => {
    const before = await foi.clocksOf(asked);
    const found = await effects();
    expect(found).toMatchObject({ earlier: 0, promised: 0 });
    expect(found.sample.filter(({ requestId }) => requestId === asked)).toMatchObject([
      { clock: 'Freedom of information request', from: '2026-03-24T14:30:00.000Z', to: '2026-03-25T14:30:00.000Z' },
    ]);
    expect(found.sample.some(({ requestId }) => requestId === late)).toBe(false);
    expect(await foi.clocksOf(asked)).toEqual(before);
  });

  test('shows an administrator, who opens no request, the numbers and nothing else', async () => {
    const { id } = (await listStaff(foi.house.db)).find(({ username }) => username === 'yonetici')!;
    const administrator = (await staffActorById(foi.house, id))!;
    const found = await effects({}, administrator);
    expect(found.requests).toBe((await effects()).requests);
    expect(found.sample).toEqual([]);
    expect(found.days).toContainEqual({
      ...{ clock: 'Freedom of information request', from: '2026-03-24', to: '2026-03-25', periods: 1 },
    });
  });

  test('moves the law’s day, never our own word to a later one, and each move stands in the history', async () => {
    const word = (await foi.clocksOf(asked)).conclusion;
    const expected = await effects();
    const [oldLate, oldComplaint] = [await foi.clocksOf(late), await foi.clocksOf(complaint)];
    await save();
    expect(await foi.clocksOf(asked)).toMatchObject({ foi: '2026-03-25 running', 'foi-silence': '2026-04-01 running' });
    expect((await foi.clocksOf(asked)).conclusion).toBe(word);
    expect(await movesOf(asked)).toEqual(['foi']);
    expect(await foi.clocksOf(late)).toEqual(oldLate);
    expect((await foi.clocksOf(complaint)).conclusion).toBe(oldComplaint.conclusion);
    expect(expected.requests).toBeGreaterThan(0);
    expect((await effects()).requests).toBe(0);
  });

  test('taken out again moves it back', async () => {
    expect((await effects({ removed: true })).earlier).toBeGreaterThan(0);
    await foi.doAs(foi.supervisor, (tx) => removeHoliday(tx, day, { version: 1, reason: 'Yanlış' }));
    await settle();
    expect(await foi.clocksOf(asked)).toMatchObject({ foi: '2026-03-24 running' });
    expect(await movesOf(asked)).toEqual(['foi', 'foi']);
  });
});

test('a clock that stands still is left for when it goes on', async () => {
  await foi.doAs(foi.supervisor, (tx) => askCitizen(tx, { requestId: complaint, question: 'Neresi?' }));
  const found = await effects({ date: '2026-03-12' });
  expect(found.sample.filter(({ requestId }) => requestId === complaint)).toEqual([]);
});
