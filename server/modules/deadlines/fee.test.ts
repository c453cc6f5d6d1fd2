/** The fee of an information request: cut, paid, unpaid, paid late and recorded late. */
import { beforeAll, describe, expect, test } from 'vitest';
import { istanbulDay } from '../calendar/door.ts';
import { notifyFee, outlookOf, readSilence } from './door.ts';
import type { FoiWorld } from './testing.ts';
import { foiWorld, refusal } from './testing.ts';

let foi: FoiWorld;

beforeAll(async () => void (foi = await foiWorld()));

describe('the fee', () => {
  test('cuts the period; paid, it starts anew in full on the day after', async () => {
    const id = await foi.file('2026-03-02');
    foi.at('2026-03-10');
    await foi.askFee(id);
    expect(await foi.clocksOf(id)).toMatchObject({
      foi: '2026-03-24 fee-notice',
      'foi-silence': '2026-04-01 fee-notice',
      'foi-fee': '2026-04-01 running',
      conclusion: '2026-03-24 running',
    });
    expect(await foi.requestOf(id)).toMatchObject({ promisedAt: null, nextDueAt: null, state: 'assigned' });
    const { fee } = await outlookOf(foi.house.db, await foi.requestOf(id));
    expect(fee).toMatchObject({ amountKurus: 12_550, whatFor: '251 sayfa fotokopi', paidOn: null });
    foi.at('2026-03-18');
    await foi.pay(id, '2026-03-17');
    const clocks = await foi.clocksOf(id);
    expect(clocks).toMatchObject({
      'foi of 2026-03-02': '2026-03-24 fee-notice',
      'foi of 2026-03-17': '2026-04-08 running',
      'foi-silence of 2026-03-17': '2026-04-16 running',
      'foi-fee': '2026-04-01 paid',
    });
    // Seven days of our own standard stood still: Tuesday to Monday, of which five were business days.
    expect(clocks.conclusion).toBe('2026-03-31 running');
    expect(istanbulDay((await foi.requestOf(id)).promisedAt!)).toBe('2026-03-31');
    expect(await foi.toldOf(id)).toEqual(['recorded', 'fee-notified', 'fee-paid']);
  });

  test('unpaid for fifteen business days counts as withdrawn, the morning after and not before', async () => {
    const id = await foi.file('2026-03-02');
    foi.at('2026-03-10');
    await foi.askFee(id);
    foi.at('2026-04-01', '23:59');
    await readSilence(foi.house);
    expect((await foi.requestOf(id)).state).toBe('assigned');
    foi.at('2026-04-02', '05:10');
    expect(await readSilence(foi.house)).toBeGreaterThan(0);
    expect(await foi.requestOf(id)).toMatchObject({ state: 'withdrawn', outcome: 'withdrawn', nextDueAt: null });
    expect((await foi.clocksOf(id))['foi-fee']).toBe('2026-04-01 deemed-withdrawn');
    expect((await foi.historyOf(id)).at(-1)).toMatchObject({
      what: 'deemed-withdrawn',
      actorKind: 'system',
      why: 'Ücret 15 iş günü içinde ödenmedi (4982 m.11).',
    });
    expect((await foi.toldOf(id)).at(-1)).toBe('deemed-withdrawn');
    await readSilence(foi.house);
    expect((await foi.historyOf(id)).filter(({ what }) => what === 'deemed-withdrawn')).toHaveLength(1);
  });

  test('paid in time and recorded late brings the request back to those who had it', async () => {
    const id = await foi.file('2026-03-02');
    foi.at('2026-03-10');
    await foi.askFee(id);
    foi.at('2026-04-02', '05:10');
    await readSilence(foi.house);
    expect(await refusal(foi.pay(id, '2026-04-02'))).toMatchObject({ code: 'fee-too-late', due: '2026-04-01' });
    foi.at('2026-04-03');
    await foi.pay(id, '2026-04-01');
    expect((await foi.requestOf(id)).state).toBe('reopened');
    expect(await foi.clocksOf(id)).toMatchObject({ 'foi of 2026-04-01': '2026-04-22 running' });
    expect((await foi.partOf(id)).directorateCode).toBe('YAZ');
    expect(istanbulDay((await foi.requestOf(id)).promisedAt!)).toBe('2026-04-22');
  });

  test('cuts the extended period too, and thirty days start anew', async () => {
    const id = await foi.file('2026-03-02');
    foi.at('2026-03-10');
    await foi.extend(id);
    foi.at('2026-03-11');
    await foi.askFee(id);
    foi.at('2026-03-12');
    await foi.pay(id, '2026-03-12');
    expect(await foi.clocksOf(id)).toMatchObject({
      'foi-extended of 2026-03-02': '2026-04-14 fee-notice',
      'foi-extended of 2026-03-12': '2026-04-27 running',
    });
  });

  test('is told once, of an amount that is one, while the period runs', async () => {
    const id = await foi.file('2026-03-02');
    for (const amountKurus of [0, -5, 1.5, Number.NaN, 10 ** 12]) {
      const input = { requestId: id, amountKurus, whatFor: 'Fotokopi' };
      expect(await refusal(foi.doAs(foi.supervisor, (tx) => notifyFee(tx, input, foi.now())))).toMatchObject({
        code: 'input-invalid',
      });
    }
    await foi.askFee(id);
    expect(await refusal(foi.askFee(id))).toMatchObject({ code: 'period-not-running', runs: 'foi-fee' });
    expect(await refusal(foi.extend(id))).toMatchObject({ code: 'period-not-running', runs: 'foi-fee' });
    expect(await refusal(foi.pay(id, '2026-03-03'))).toMatchObject({ code: 'date-invalid' });
    await foi.pay(id, '2026-03-02');
    expect(await refusal(foi.askFee(id))).toMatchObject({ code: 'already-exists' });
    expect(await refusal(foi.pay(id, '2026-03-02'))).toMatchObject({ code: 'period-not-running' });
  });

  test('asked and paid on one day costs the municipality’s own word nothing', async () => {
    const id = await foi.file('2026-03-02');
    const before = (await foi.clocksOf(id)).conclusion;
    await foi.askFee(id);
    foi.at('2026-03-02', '15:00');
    await foi.pay(id, '2026-03-02');
    expect((await foi.clocksOf(id)).conclusion).toBe(before);
  });
});
