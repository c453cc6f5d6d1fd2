/** A promise moved by a person: never past the law's day, with its reason told, the day before kept, and late for ever where it was late. */
import { beforeAll, describe, expect, test } from 'vitest';
import { calendarInForce, istanbulDay } from '../calendar/door.ts';
import { topicInForce } from '../catalogue/door.ts';
import type { Application } from '../intake/door.ts';
import { NO_PLACE } from '../intake/door.ts';
import {
  answerAssignment,
  askCitizen,
  changeTopic,
  holdAct,
  reopenRequest,
  resumeWork,
  takeBack,
} from '../requests/door.ts';
import { clocksOfRequest, explainClock, movePromise } from './door.ts';
import type { FoiWorld } from './testing.ts';
import { foiWorld, refusal } from './testing.ts';

let foi: FoiWorld;
beforeAll(async () => void (foi = await foiWorld()));

const reason = 'Asfalt plenti arızalı; yedek parça perşembe geliyor.';
const road: Partial<Application> = {
  ...{ kind: 'complaint', topicCode: 'YOL-01', text: 'Yolda çukur var.' },
  place: { ...NO_PLACE, description: 'okulun önü' },
};
const move = (requestId: string, day: string, { why = reason, actor = foi.supervisor } = {}) =>
  foi.doAs(actor, (tx) => movePromise(tx, { requestId, day, reason: why }));
const moves = async (id: string) => (await foi.historyOf(id)).filter(({ what }) => what === 'promise-moved');
const answer = async (id: string) => {
  const { id: assignmentId } = await foi.partOf(id);
  const text = 'Okulun önündeki çukur 26 Mart günü asfaltla dolduruldu.';
  await foi.doAs(foi.supervisor, (tx) => answerAssignment(tx, { assignmentId, outcome: 'done', text }));
};

describe('a promise moved by a person', () => {
  test('keeps both days, tells the citizen, and starts a clock of its own', async () => {
    const id = await foi.file('2026-03-02', road);
    const first = (await foi.promiseOf(id))!;
    foi.at('2026-03-03');
    await move(id, '2026-03-26');
    expect(await foi.promiseOf(id)).toBe('2026-03-26');
    expect(await foi.clocksOf(id)).toMatchObject({
      conclusion: `${first} promise-moved`,
      'revised-promise': '2026-03-26 running',
      'thirty-day-cap': '2026-04-01 running',
    });
    const { firstPromisedAt, promisedAt } = await foi.requestOf(id);
    expect([istanbulDay(firstPromisedAt!), (await foi.partOf(id)).dueAt]).toEqual([first, promisedAt]);
    const [line] = await moves(id);
    expect(line).toMatchObject({ why: reason, data: { because: 'person' }, actorKind: 'staff' });
    expect([line!.fromValue, line!.toValue]).toEqual([firstPromisedAt!.toISOString(), promisedAt!.toISOString()]);
    expect((await foi.toldOf(id)).at(-1)).toBe('promise-moved');
  });

  test('explains itself, and the one before stays as late as it was', async () => {
    const id = await foi.file('2026-03-02', road);
    foi.at('2026-03-25');
    await move(id, '2026-03-30');
    const all = await clocksOfRequest(foi.house.db, id);
    const calendar = await calendarInForce(foi.house.db);
    const why = (rule: string) =>
      explainClock({ clock: all.find((clock) => clock.rule === rule)!, all, calendar, now: foi.now(), language: 'tr' });
    expect(why('conclusion').story).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Vatandaşa, nedeniyle yeni bir gün verildi.'),
        'Süresinden sonra bitti; geç bitmiş olarak kalır.',
      ]),
    );
    expect(why('revised-promise')).toMatchObject({ dueDay: '2026-03-30' });
    expect(why('revised-promise').headline).toMatch(/^Yenilenen söz: 5 gün\./);
    expect(why('revised-promise').story).toEqual(['Önceki sözün yerine geçti; yeni günün verildiği günden sayılır.']);
  });

  test('of an information request moves with its period and not past it', async () => {
    const id = await foi.file('2026-03-02');
    foi.at('2026-03-04');
    const past = { code: 'later-than-law', lastDay: '2026-03-24', clock: 'foi' };
    expect(await refusal(move(id, '2026-03-25'))).toMatchObject(past);
    await foi.extend(id);
    expect(await foi.promiseOf(id)).toBe('2026-04-14');
    expect(await refusal(move(id, '2026-04-15'))).toMatchObject({ code: 'later-than-law', lastDay: '2026-04-14' });
  });

  test('moved before an extension gives way to it as the published word does', async () => {
    const id = await foi.file('2026-03-02', { topicCode: 'YOL-01', kind: 'foi', place: road.place! });
    foi.at('2026-03-04');
    await move(id, '2026-03-24');
    await foi.extend(id);
    expect(await foi.clocksOf(id)).toMatchObject({ 'revised-promise': '2026-03-24 extended' });
    expect(await foi.promiseOf(id)).toBe('2026-04-14');
  });

  test('may be moved again, and both days before stay', async () => {
    const id = await foi.file('2026-03-02', road);
    foi.at('2026-03-03');
    await move(id, '2026-03-24');
    foi.at('2026-03-23');
    await move(id, '2026-03-31');
    expect((await moves(id)).map(({ toValue }) => istanbulDay(new Date(toValue!)))).toEqual([
      '2026-03-24',
      '2026-03-31',
    ]);
    expect((await foi.toldOf(id)).filter((key) => key === 'promise-moved')).toHaveLength(2);
    expect(await foi.clocksOf(id)).toMatchObject({
      'revised-promise of 2026-03-03': '2026-03-24 promise-moved',
      'revised-promise of 2026-03-23': '2026-03-31 running',
    });
  });

  test('holds under a corrected topic, and stands still with the work', async () => {
    const id = await foi.file('2026-03-02', road);
    foi.at('2026-03-03');
    await move(id, '2026-03-24');
    const topic = { ...(await topicInForce(foi.house.db, 'YOL-04'))!, restrictedTo: [] };
    await foi.doAs(foi.supervisor, (tx) =>
      changeTopic(tx, { requestId: id, topic, reroute: false, reason: 'Konu kaldırım.' }),
    );
    expect(await foi.promiseOf(id)).toBe('2026-03-24');
    await foi.doAs(foi.supervisor, (tx) => askCitizen(tx, { requestId: id, question: 'Hangi okul?' }));
    expect(await refusal(move(id, '2026-03-31'))).toMatchObject({ code: 'step-not-allowed' });
    foi.at('2026-03-05');
    await foi.doAs(foi.supervisor, (tx) => resumeWork(tx, { requestId: id }));
    // The third is the day it was given; of the days after it one stood still.
    expect(await foi.promiseOf(id)).toBe('2026-03-25');
  });

  test('of a reopened request is a new one', async () => {
    const id = await foi.file('2026-03-02', road);
    await move(id, '2026-03-24');
    await answer(id);
    expect(await refusal(move(id, '2026-03-31'))).toMatchObject({ code: 'step-not-allowed' });
    foi.at('2026-03-10');
    await foi.doAs(foi.supervisor, (tx) => reopenRequest(tx, { requestId: id, reason: 'Sorun sürüyor.' }));
    const clocks = await foi.clocksOf(id);
    expect(Object.values(clocks).filter((clock) => clock.endsWith('running'))).toHaveLength(3);
    expect(clocks['revised-promise']).toBe('2026-03-24 answered');
  });

  test('is refused for a day that is none, not later or free, without a reason, and to whom it is not given', async () => {
    const id = await foi.file('2026-03-02', road);
    const first = (await foi.promiseOf(id))!;
    foi.at('2026-03-03');
    const codes: [day: string, code: string][] = [
      ['2026-02-30', 'date-invalid'],
      ['yarın', 'date-invalid'],
      [first, 'promise-not-later'],
      ['2026-03-03', 'promise-not-later'],
      ['2026-03-29', 'promise-on-day-off'],
      ['2026-03-20', 'promise-on-day-off'],
      ['2026-04-02', 'later-than-law'],
    ];
    for (const [day, code] of codes) expect([day, (await refusal(move(id, day))).code]).toEqual([day, code]);
    expect(await refusal(move(id, '2026-03-26', { why: '  ' }))).toMatchObject({ code: 'reason-missing' });
    expect(await refusal(move(id, '2026-03-26', { actor: foi.clerk }))).toMatchObject({ code: 'not-allowed' });
    expect(await moves(id)).toEqual([]);
  });

  test('is held for some seconds, tried at once, and taken back without a trace', async () => {
    const id = await foi.file('2026-03-02', road);
    foi.at('2026-03-03');
    const act = (day: string) =>
      ({ requestId: id, act: 'move-promise', input: { requestId: id, day, reason } }) as const;
    expect(await refusal(holdAct(foi.house, foi.supervisor, act('2026-04-02')))).toMatchObject({
      code: 'later-than-law',
    });
    const held = await holdAct(foi.house, foi.supervisor, act('2026-03-26'));
    expect([held.state, await moves(id)]).toEqual(['held', []]);
    await foi.doAs(foi.supervisor, (tx) => takeBack(tx, { actId: held.id }));
    expect([await moves(id), (await foi.toldOf(id)).includes('promise-moved')]).toEqual([[], false]);
  });
});
