/** The extension of law 4982, to the moment at which its notice leaves, on a real calendar and database. */
import { beforeAll, describe, expect, test } from 'vitest';
import { calendarInForce, instantAt, istanbulDay } from '../calendar/door.ts';
import { messagesOfRequest } from '../correspondence/door.ts';
import { heldActJob, holdAct, listRights, listedRequests, readableCase, shownRow } from '../requests/door.ts';
import { extendPeriod } from './door.ts';
import { presentClocks } from './present.ts';
import type { FoiWorld } from './testing.ts';
import { foiWorld, refusal } from './testing.ts';

let foi: FoiWorld;

beforeAll(async () => void (foi = await foiWorld()));

describe('the extension', () => {
  test('makes thirty business days of fifteen, from the original receipt, and the promise follows', async () => {
    const id = await foi.file('2026-03-13');
    expect(await foi.clocksOf(id)).toMatchObject({ foi: '2026-04-06 running', 'foi-silence': '2026-04-13 running' });
    foi.at('2026-03-30');
    await foi.extend(id);
    expect(await foi.clocksOf(id)).toMatchObject({
      foi: '2026-04-06 extended',
      'foi-extended': '2026-04-28 running',
      'foi-silence': '2026-04-13 extended',
      'foi-silence-extended': '2026-04-28 running',
      conclusion: '2026-04-06 extended',
    });
    const { promisedAt, nextDueKind } = await foi.requestOf(id);
    expect(istanbulDay(promisedAt!)).toBe('2026-04-28');
    expect(nextDueKind).toBe('first-response');
    expect((await foi.historyOf(id)).slice(-2)).toMatchObject([
      { what: 'period-extended', toValue: 'other-unit', why: 'Park ve Bahçeler arşivinden istendi.' },
      { what: 'promise-moved', data: { because: 'extension' } },
    ]);
  });

  test('and until then staff read in business days what is left, on the case and in the list', async () => {
    const id = await foi.file('2026-03-13');
    foi.at('2026-03-30');
    const left = async () => {
      const found = await readableCase(foi.house.db, foi.supervisor, id);
      const { clocks } = await presentClocks(foi.house, foi.supervisor, { found, language: 'tr' });
      return Object.fromEntries(clocks.map(({ purpose, businessDaysLeft }) => [purpose, businessDaysLeft]));
    };
    expect(await left()).toMatchObject({ statutory: 5, 'first-response': 5 });
    const [row] = await listedRequests(foi.house.db, [id], listRights(foi.supervisor).sights);
    const moment = { calendar: await calendarInForce(foi.house.db), now: foi.now() };
    expect(shownRow(row!, moment).nextDueBusinessDays).toBe(5);
    foi.at('2026-04-08');
    expect(await left()).toMatchObject({ statutory: -2 });
  });

  test('is told at once, also at night, with the new day', async () => {
    const id = await foi.file('2026-03-13');
    foi.at('2026-04-01', '23:30');
    await foi.extend(id);
    const message = (await messagesOfRequest(foi.house.db, id)).at(-1)!;
    expect(message).toMatchObject({ textKey: 'period-extended', notBefore: foi.now() });
    expect(message.body).toContain('28.04.2026');
    expect(message.segments).toBe(1);
  });

  test('is refused once its notice would leave after the first fifteen days', async () => {
    const id = await foi.file('2026-03-13');
    foi.at('2026-04-06', '17:29');
    const held = { requestId: id, ground: 'other-body', reason: 'Bakanlık görüşü' } as const;
    const rehearsed = foi.doAs(foi.supervisor, (tx) => extendPeriod(tx, held, new Date(foi.now().getTime() + 61_000)));
    expect(await refusal(rehearsed)).toMatchObject({ code: 'notice-too-late' });
    foi.at('2026-04-06', '17:30');
    await foi.extend(id);
    const late = await foi.file('2026-03-13');
    foi.at('2026-04-06', '17:31');
    expect(await refusal(foi.extend(late))).toMatchObject({ code: 'notice-too-late' });
  });

  test('that would leave too late because of the take-back seconds is refused while the form is open', async () => {
    const id = await foi.file('2026-03-13');
    foi.clock.set(new Date(instantAt('2026-04-06', '17:30').getTime() - 5_000));
    const act = {
      requestId: id,
      act: 'extend-period',
      input: { requestId: id, ground: 'other-body', reason: 'Görüş' },
    } as const;
    expect(await refusal(holdAct(foi.house, foi.supervisor, act))).toMatchObject({ code: 'notice-too-late' });
    foi.clock.set(new Date(instantAt('2026-04-06', '17:30').getTime() - 11_000));
    await holdAct(foi.house, foi.supervisor, act);
    foi.clock.advance(10_000);
    await heldActJob(foi.house, async () => foi.supervisor);
    expect(await foi.clocksOf(id)).toMatchObject({ 'foi-extended': '2026-04-28 running' });
  });

  test('happens once, on a listed ground, with a reason, by somebody who may', async () => {
    const id = await foi.file('2026-03-13');
    expect(await refusal(foi.extend(id, foi.clerk))).toMatchObject({ code: 'not-allowed' });
    const input = { requestId: id, ground: 'other-unit' as const, reason: ' ' };
    expect(await refusal(foi.doAs(foi.supervisor, (tx) => extendPeriod(tx, input, foi.now())))).toMatchObject({
      code: 'reason-missing',
    });
    const odd = { requestId: id, ground: 'busy' as never, reason: 'Yoğunuz.' };
    expect(await refusal(foi.doAs(foi.supervisor, (tx) => extendPeriod(tx, odd, foi.now())))).toMatchObject({
      code: 'ground-missing',
    });
    await foi.extend(id);
    expect(await refusal(foi.extend(id))).toMatchObject({ code: 'period-not-running', runs: 'foi-extended' });
  });

  test('of somebody whom no message reaches names the letter that did', async () => {
    const id = await foi.file('2026-03-13', {
      channel: 'desk',
      person: { name: 'Hasan Örnek', notifyBy: 'none', nationalId: '10000000146' },
    });
    expect(await refusal(foi.extend(id))).toMatchObject({ code: 'notice-missing' });
    const reason = 'Başka birimden istendi.';
    await foi.doAs(foi.supervisor, (tx) =>
      extendPeriod(tx, { requestId: id, ground: 'other-unit', reason, paperNumber: 'E-1234' }, foi.now()),
    );
    expect((await foi.historyOf(id)).find(({ what }) => what === 'period-extended')?.data).toEqual({
      paperNumber: 'E-1234',
    });
    expect(await foi.toldOf(id)).toEqual([]);
  });

  test('is not for a petition', async () => {
    const id = await foi.file('2026-03-13', { kind: 'petition', topicCode: 'KUR-05' });
    expect(await refusal(foi.extend(id))).toMatchObject({ code: 'step-not-allowed', kind: 'petition' });
  });
});
