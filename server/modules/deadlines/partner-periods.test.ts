/** What is settled with CİMER and Açık Kapı: for clocks that start, never for those that run; nothing later than the law. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Application } from '../intake/door.ts';
import { savePartnerPeriods } from './actions/save-partner-periods.ts';
import { partnerPeriodRevisions, partnerPeriods } from './queries.ts';
import type { FoiWorld } from './testing.ts';
import { foiWorld, refusal } from './testing.ts';
import type { PartnerPeriod, PartnerPeriods } from './which-clocks.ts';
import { TABLE_PERIODS, brokenPeriods } from './which-clocks.ts';

let foi: FoiWorld;
beforeAll(async () => void (foi = await foiWorld()));

const save = (periods: PartnerPeriods, version: number) =>
  foi.doAs(foi.supervisor, (tx) => savePartnerPeriods(tx, { periods, version }, 'Kaymakamlık yazısı'));

const through = (channel: Application['channel'], change: Partial<Application> = {}): Partial<Application> => ({
  ...{ channel, kind: 'request', topicCode: 'YOL-01', text: 'Yolda çukur var.' },
  place: {
    neighbourhoodId: null,
    street: null,
    door: null,
    description: 'okulun önü',
    latitude: null,
    longitude: null,
  },
  ...change,
});

describe('the periods of other bodies', () => {
  test('are the stricter while nothing is settled', async () => {
    expect(await partnerPeriods(foi.house.db)).toEqual({ periods: TABLE_PERIODS, version: 0 });
    expect(TABLE_PERIODS['acik-kapi']).toEqual({ amount: 7, unit: 'calendar-days' });
    const id = await foi.file('2026-03-02', through('acik-kapi'));
    expect((await foi.clocksOf(id))['acik-kapi']).toBe('2026-03-09 running');
  });

  test('hold for clocks that start from then on; those that run keep theirs', async () => {
    const before = await foi.file('2026-03-02', through('acik-kapi'));
    const settled = { ...TABLE_PERIODS, 'acik-kapi': { amount: 10, unit: 'business-days' } } as const;
    expect(await save(settled, 0)).toEqual({ periods: settled, version: 1 });
    const after = await foi.file('2026-03-02', through('acik-kapi'));
    expect((await foi.clocksOf(before))['acik-kapi']).toBe('2026-03-09 running');
    expect((await foi.clocksOf(after))['acik-kapi']).toBe('2026-03-16 running');
    // Our own clock by law runs beside it, whatever was settled.
    expect((await foi.clocksOf(after))['thirty-day-cap']).toBe('2026-04-01 running');
    const [newest] = await partnerPeriodRevisions(foi.house.db);
    expect(newest).toMatchObject({ version: 1, body: settled, reason: 'Kaymakamlık yazısı' });
  });

  test('of CİMER’s information requests may be days of the calendar', async () => {
    await save({ ...TABLE_PERIODS, 'cimer-foi': { amount: 15, unit: 'calendar-days' } }, 1);
    const id = await foi.file('2026-03-02', { channel: 'cimer' });
    expect(await foi.clocksOf(id)).toMatchObject({ foi: '2026-03-24 running', 'cimer-foi': '2026-03-17 running' });
    expect(await foi.promiseOf(id)).toBe('2026-03-17');
  });

  test('are not changed over somebody else’s change', async () => {
    expect(await refusal(save(TABLE_PERIODS, 0))).toMatchObject({ code: 'changed-meanwhile' });
  });

  const nonsense: [keyof PartnerPeriods, PartnerPeriod, boolean, why: string][] = [
    ['cimer', { amount: 30, unit: 'calendar-days' }, true, '3071’s own thirty days'],
    ['cimer', { amount: 31, unit: 'calendar-days' }, false, 'one more than the law leaves'],
    ['cimer', { amount: 20, unit: 'business-days' }, true, 'four weeks'],
    ['cimer', { amount: 30, unit: 'business-days' }, false, 'six weeks'],
    ['cimer-foi', { amount: 15, unit: 'business-days' }, true, '4982’s own'],
    ['cimer-foi', { amount: 15, unit: 'calendar-days' }, true, 'stricter than the law'],
    [
      'cimer-foi',
      { amount: 16, unit: 'business-days' },
      false,
      'the law’s extension is asked of CİMER, request by request',
    ],
    ['acik-kapi', { amount: 7, unit: 'business-days' }, true, 'as some governorates write'],
    ['acik-kapi', { amount: 0, unit: 'calendar-days' }, false, 'no day at all'],
    ['acik-kapi', { amount: -7, unit: 'calendar-days' }, false, 'days before it came'],
    ['acik-kapi', { amount: 1.5, unit: 'calendar-days' }, false, 'half a day'],
    ['acik-kapi', { amount: 45, unit: 'calendar-days' }, false, 'longer than a petitioner waits'],
  ];
  test.each(nonsense)('%s of %j: %s, because %s', async (clock, period, holds) => {
    const problems = brokenPeriods({ ...TABLE_PERIODS, [clock]: period }).map(({ field }) => field);
    expect(problems).toEqual(holds ? [] : [clock]);
    if (holds) return;
    expect(await refusal(save({ ...TABLE_PERIODS, [clock]: period }, 2))).toMatchObject({ code: 'setting-broken' });
  });
});
