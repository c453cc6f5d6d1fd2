/** What the law reads into silence, and what a question to the citizen stops. */
import { beforeAll, describe, expect, test } from 'vitest';
import { CITIZEN } from '../../kernel/actor.ts';
import { rows, sql } from '../../kernel/db/database.ts';
import { istanbulDay } from '../calendar/door.ts';
import { NO_PLACE } from '../intake/door.ts';
import { addFromCitizen, answerAssignment, askCitizen, giveInterimAnswer } from '../requests/door.ts';
import { clocksOfRequest, outlookOf, readSilence } from './door.ts';
import type { FoiWorld } from './testing.ts';
import { foiWorld } from './testing.ts';

let foi: FoiWorld;

beforeAll(async () => void (foi = await foiWorld()));

describe('silence', () => {
  test('counts as refusal on the day after the law’s, once; an answer is owed all the same', async () => {
    const id = await foi.file('2026-03-02');
    foi.at('2026-04-01', '23:00');
    await readSilence(foi.house);
    expect((await foi.historyOf(id)).some(({ what }) => what === 'refusal-implied')).toBe(false);
    foi.at('2026-04-02', '05:10');
    await readSilence(foi.house);
    await readSilence(foi.house);
    expect((await foi.historyOf(id)).filter(({ what }) => what === 'refusal-implied')).toMatchObject([
      { toValue: 'foi-silence', actorKind: 'system' },
    ]);
    const request = await foi.requestOf(id);
    expect(request).toMatchObject({ state: 'assigned', nextDueKind: 'first-response' });
    const outlook = await outlookOf(foi.house.db, request);
    expect(istanbulDay(outlook.refusedBySilence!)).toBe('2026-04-01');
    expect(outlook.remedies.map(({ key, lastDay }) => [key, lastDay])).toEqual([
      ['foi-board', '2026-04-16'],
      ['court', '2026-06-01'],
    ]);
  });

  test('gives way to four months from the application when an answer that is not final was given', async () => {
    const id = await foi.file('2026-03-02');
    foi.at('2026-03-20', '09:00');
    const { id: assignmentId } = await foi.partOf(id);
    await foi.doAs(foi.supervisor, (tx) => giveInterimAnswer(tx, { assignmentId, text: 'Arşivde aranıyor.' }));
    expect(await foi.clocksOf(id)).toMatchObject({
      foi: '2026-03-24 running',
      'foi-silence': '2026-04-01 interim-answer',
      'interim-wait': '2026-07-02 running',
    });
    foi.at('2026-04-02', '05:10');
    await readSilence(foi.house);
    expect((await foi.historyOf(id)).some(({ what }) => what === 'refusal-implied')).toBe(false);
    foi.at('2026-07-03', '05:10');
    await readSilence(foi.house);
    expect((await foi.historyOf(id)).find(({ what }) => what === 'refusal-implied')?.toValue).toBe('interim-wait');
  });

  test('of a personal data request opens the way to the data board until sixty days from the application', async () => {
    const id = await foi.file('2026-03-02', { topicCode: 'KUR-08' });
    foi.at('2026-04-02', '05:10');
    await readSilence(foi.house);
    const { remedies } = await outlookOf(foi.house.db, await foi.requestOf(id));
    expect(remedies.map(({ key, lastDay }) => [key, lastDay])).toEqual([['kvkk-board', '2026-05-04']]);
  });

  test('says nothing about a complaint, which no law reads so', async () => {
    const id = await foi.file('2026-03-02', {
      kind: 'complaint',
      topicCode: 'TEM-05',
      place: { ...NO_PLACE, description: 'Park' },
    });
    foi.at('2026-06-02', '05:10');
    await readSilence(foi.house);
    expect((await foi.historyOf(id)).some(({ what }) => what === 'refusal-implied')).toBe(false);
  });
});

describe('a question to the citizen', () => {
  test('stops the municipality’s own word and nothing of the law', async () => {
    const id = await foi.file('2026-03-02');
    foi.at('2026-03-05');
    await foi.doAs(foi.supervisor, (tx) => askCitizen(tx, { requestId: id, question: 'Hangi mahalle?' }));
    const stopped = (await clocksOfRequest(foi.house.db, id)).filter(({ stops }) => stops.length > 0);
    expect(stopped.map(({ rule }) => rule).sort()).toEqual(['conclusion', 'first-response']);
    expect(await foi.requestOf(id)).toMatchObject({ nextDueKind: 'statutory', state: 'waiting-for-citizen' });
    foi.at('2026-03-10');
    await foi.doAs(CITIZEN, (tx) => addFromCitizen(tx, { requestId: id, text: 'Atatürk Mahallesi', fileIds: [] }));
    // Thursday to Monday ended while it stood still: three business days of fifteen.
    expect(await foi.clocksOf(id)).toMatchObject({ conclusion: '2026-03-27 running', foi: '2026-03-24 running' });
    expect(await foi.requestOf(id)).toMatchObject({ nextDueKind: 'statutory', state: 'in-progress' });
  });

  test('beside an awaited fee leaves our own word standing still until both have come', async () => {
    const id = await foi.file('2026-03-02');
    foi.at('2026-03-03');
    await foi.askFee(id);
    await foi.doAs(foi.supervisor, (tx) => askCitizen(tx, { requestId: id, question: 'Hangi mahalle?' }));
    foi.at('2026-03-05');
    await foi.pay(id, '2026-03-05');
    const conclusion = async () => (await clocksOfRequest(foi.house.db, id)).find(({ rule }) => rule === 'conclusion')!;
    expect((await conclusion()).stops.map(({ cause, until }) => [cause, until === null])).toEqual([
      ['fee-notice', false],
      ['waiting-for-citizen', true],
    ]);
    foi.at('2026-03-06');
    await foi.doAs(CITIZEN, (tx) => addFromCitizen(tx, { requestId: id, text: 'Atatürk Mahallesi', fileIds: [] }));
    expect((await conclusion()).stops.every(({ until }) => until !== null)).toBe(true);
    expect(istanbulDay((await conclusion()).dueAt!)).toBe('2026-03-27');
  });

  test('answered by our conclusion is no lateness of ours', async () => {
    const id = await foi.file('2026-02-02');
    foi.at('2026-02-05');
    await foi.doAs(foi.supervisor, (tx) => askCitizen(tx, { requestId: id, question: 'Hangi mahalle?' }));
    foi.at('2026-02-26');
    const { id: assignmentId } = await foi.partOf(id);
    const answer = { assignmentId, outcome: 'information-given', text: 'Liste ektedir.' } as const;
    await foi.doAs(foi.supervisor, (tx) => answerAssignment(tx, answer));
    const clocks = await clocksOfRequest(foi.house.db, id);
    const conclusion = clocks.find(({ rule }) => rule === 'conclusion')!;
    expect(conclusion.dueAt! > conclusion.endedAt!).toBe(true);
    // The law knows no such stop: its day was Monday, 23 February.
    const ofLaw = clocks.find(({ rule }) => rule === 'foi')!;
    expect([istanbulDay(ofLaw.dueAt!), ofLaw.endedAt! > ofLaw.dueAt!]).toEqual(['2026-02-23', true]);
  });
});

test('the database lets no clock of the law end without a ground, and no stop be edited', async () => {
  const id = await foi.file('2026-03-02');
  const { db } = foi.house;
  const end = (reason: string) =>
    rows(db, sql`update clocks set ended_at = now(), end_reason = ${reason} where request_id = ${id} and rule = 'foi'`);
  for (const reason of ['topic-changed', 'responded', 'implied-refusal', 'paid', 'busy'])
    await expect(end(reason)).rejects.toThrow(/check constraint/);
  await foi.doAs(foi.supervisor, (tx) => askCitizen(tx, { requestId: id, question: 'Hangi mahalle?' }));
  await expect(rows(db, sql`update clock_stops set started_at = now()`)).rejects.toThrow('never edited');
  await expect(rows(db, sql`delete from clock_stops`)).rejects.toThrow('never edited');
});
