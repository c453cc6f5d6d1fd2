/** A question to the citizen through the whole house: its last day, one reminder, an answer in any way, and a fair end without one. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { RequestPage } from '../contract/requests.ts';
import { CITIZEN } from './kernel/actor.ts';
import { rows, sql } from './kernel/db/database.ts';
import type { Tx } from './kernel/db/transaction.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import { municipality, saveMunicipality, saveTopic, topicInForce } from './modules/catalogue/door.ts';
import { clocksOfRequest } from './modules/deadlines/door.ts';
import {
  addFromCitizen,
  answerAssignment,
  askCitizen,
  caseFile,
  followQuestions,
  resumeWork,
  withdrawRequest,
  workOnAssignment,
} from './modules/requests/door.ts';
import { furnishedHouse, MONDAY_MORNING } from './testing/furnished-house.ts';
import { codeOf } from './testing/refused.ts';
import { oversightStage } from './testing/oversight-stage.ts';

const world = await furnishedHouse();
const { house, clock, databaseUrl } = world;
const stage = oversightStage(world);
const { callers, clearBells, doAs, record, unread, onMonday } = stage;

const asCitizen = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(house, { actor: CITIZEN }, work);
const at = (written: string) => clock.set(new Date(`2026-${written}:00+03:00`));
const fileOf = async (id: string) => (await caseFile(house.db, id))!;
const whatOf = async (id: string) => (await fileOf(id)).history.map(({ what }) => what);
const MISSING =
  'Sorduğumuz kapı numarası bize ulaşmadığı için çukurun yerini bulamadık. Numarayı yazarsanız ekibimiz yeniden bakar.';

interface Sent {
  textKey: string;
  body: string;
  state: string;
  notBefore: Date;
}

const messagesOf = (id: string) =>
  rows<Sent>(
    house.db,
    sql`select text_key as "textKey", body, state, not_before as "notBefore" from messages
        where request_id = ${id} and text_key like 'question%' order by created_at, id`,
  );

/** Asked on Monday the 16th of February: ten days are Thursday the 26th, the reminder comes on Monday the 23rd. */
async function asked(more: object = {}) {
  clock.set(MONDAY_MORNING);
  const { id, part } = await record('YOL-01', more);
  await doAs('fatih', (tx) => workOnAssignment(tx, { assignmentId: part, step: 'accept' }));
  await doAs('fatih', (tx) => askCitizen(tx, { requestId: id, question: 'Hangi kapının önü?' }));
  return { id, part };
}

async function unanswered(more: object = {}) {
  const made = await asked(more);
  at('02-27T09:00');
  await followQuestions(house);
  return made;
}

const concludeWithout = ({ part }: { part: string }, text = MISSING) =>
  doAs('fatih', (tx) => answerAssignment(tx, { assignmentId: part, outcome: 'information-missing', text }));

describe('a question', () => {
  test('says its last day in the message, in the history and on the page of the desk', async () => {
    const { id } = await asked();
    const [message] = await messagesOf(id);
    expect(message).toMatchObject({ textKey: 'question', body: expect.stringContaining('26.02.2026') });
    const { body } = await callers.fatih.get<RequestPage>(`/api/v1/requests/${id}`);
    expect(body.question).toMatchObject({
      lastDay: '2026-02-26',
      remindOn: '2026-02-23',
      remindedAt: null,
      endedBy: null,
    });
    expect(body.may.hear).toBe('open');
    expect(body.endings.map(({ outcome }) => outcome)).not.toContain('information-missing');
  });

  test('has the days that the topic says, before those of the municipality; a last day without work moves on', async () => {
    const administrator = await world.as('yonetici');
    const act = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(house, { actor: administrator }, work);
    const profile = await municipality(house.db);
    await act((tx) => saveMunicipality(tx, { ...profile, asking: { days: 5, replyDays: 7 } }, 'Deneme'));
    const ordinary = await asked();
    // Saturday the 21st: Monday the 23rd.
    expect((await fileOf(ordinary.id)).question).toMatchObject({ lastDay: '2026-02-23', remindOn: '2026-02-22' });
    const topic = (await topicInForce(house.db, 'YOL-01'))!;
    await act((tx) => saveTopic(tx, { ...topic, answering: { ...topic.answering, askDays: 2 } }, 'Deneme'));
    const quick = await asked();
    expect((await fileOf(quick.id)).question).toMatchObject({ lastDay: '2026-02-18', remindOn: null });
    const now = (await topicInForce(house.db, 'YOL-01'))!;
    await act((tx) => saveTopic(tx, { ...now, answering: topic.answering }, 'Geri'));
    await act(async (tx) =>
      saveMunicipality(tx, { ...(await municipality(tx.db)), asking: { days: 10, replyDays: 30 } }, 'Geri'),
    );
  });

  test('reminds once, three days before, and a night keeps the message until the morning', async () => {
    const { id } = await asked();
    at('02-22T20:00');
    await followQuestions(house);
    expect(await whatOf(id)).not.toContain('citizen-reminded');
    at('02-23T21:30');
    await followQuestions(house);
    await followQuestions(house);
    at('02-24T09:00');
    await followQuestions(house);
    const reminders = (await messagesOf(id)).filter(({ textKey }) => textKey === 'question-reminder');
    expect(reminders).toHaveLength(1);
    expect(reminders[0]!.body).toContain('26.02.2026');
    expect(reminders[0]!.notBefore).toEqual(new Date('2026-02-24T08:00:00+03:00'));
    expect((await whatOf(id)).filter((what) => what === 'citizen-reminded')).toHaveLength(1);
    expect((await fileOf(id)).question?.remindedAt).not.toBeNull();
  });

  test('answered in the night before its reminder leaves: the reminder stays here', async () => {
    const { id } = await asked();
    at('02-23T22:00');
    await followQuestions(house);
    await asCitizen((tx) => addFromCitizen(tx, { requestId: id, text: '14 numara', fileIds: [] }));
    const reminder = (await messagesOf(id)).find(({ textKey }) => textKey === 'question-reminder');
    expect(reminder?.state).toBe('cancelled');
    at('02-27T09:00');
    await followQuestions(house);
    expect(await whatOf(id)).not.toContain('question-unanswered');
    expect((await fileOf(id)).question).toMatchObject({ endedBy: 'answered' });
  });

  test('to somebody whom no message reaches has a last day and no reminder', async () => {
    const { id } = await asked({ person: { name: 'Ali Örnek', phone: '0555 000 08 89', notifyBy: 'none' } });
    expect((await fileOf(id)).question).toMatchObject({ lastDay: '2026-02-26', remindOn: null });
    at('02-24T09:00');
    await followQuestions(house);
    expect(await whatOf(id)).not.toContain('citizen-reminded');
  });

  test('is taken down by an agent who has the caller on the phone, as the citizen’s own words', async () => {
    await clearBells();
    const { id } = await asked();
    const said = { text: '14 numara, bahçe kapısının önü', heard: 'phone' };
    const elif = await callers.elif.post(`/api/v1/requests/${id}/citizen-answers`, said);
    expect(elif.status).toBe(200);
    const file = await fileOf(id);
    expect(file.request.state).toBe('in-progress');
    expect(file.notes.at(-1)).toMatchObject({ author: 'citizen', text: said.text, staffId: stage.people.elif.id });
    expect(file.history.find(({ what }) => what === 'citizen-wrote')).toMatchObject({
      actorKind: 'staff',
      data: { heard: 'phone' },
    });
    expect(file.question?.endedBy).toBe('answered');
    expect(await unread('fatih')).toContain('citizen-wrote');
    const bad = [
      { text: '', heard: 'phone' },
      { text: 'x', heard: 'letter' },
      { text: 'x', heard: 'phone', more: 1 },
    ];
    for (const body of bad)
      expect((await callers.elif.post(`/api/v1/requests/${id}/citizen-answers`, body)).status).toBe(400);
    expect((await callers.tulay.post(`/api/v1/requests/${id}/citizen-answers`, said)).status).toBe(404);
  });
});

describe('without an answer', () => {
  test('the last day is the citizen’s until its midnight; then the work is the directorate’s again, and it is told', async () => {
    await clearBells();
    const { id } = await asked();
    at('02-26T23:50');
    await followQuestions(house);
    expect((await fileOf(id)).request.state).toBe('waiting-for-citizen');
    at('02-27T08:15');
    await followQuestions(house);
    await followQuestions(house);
    const file = await fileOf(id);
    expect(file.request.state).toBe('in-progress');
    expect(file.question).toMatchObject({ endedBy: 'unanswered' });
    expect(file.history.filter(({ what }) => what === 'question-unanswered')).toMatchObject([
      {
        actorKind: 'system',
        fromValue: 'waiting-for-citizen',
        toValue: 'in-progress',
        data: { lastDay: '2026-02-26' },
      },
    ]);
    expect(await unread('fatih')).toContain('citizen-silent');
    const page = (await onMonday(() => callers.fatih.get<RequestPage>(`/api/v1/requests/${id}`))).body;
    expect(page.endings.map(({ outcome }) => outcome)).toContain('information-missing');
  });

  test('no clock ends: the municipality’s own runs on from where it stood, the law’s has run all the time', async () => {
    const { id } = await asked();
    const ended = async () =>
      (await clocksOfRequest(house.db, id)).filter(({ endedAt }) => endedAt !== null).map(({ rule }) => rule);
    const before = await ended();
    const stops = () =>
      rows<{ open: number; all: number }>(
        house.db,
        sql`select count(*) filter (where s.ended_at is null) as open, count(*) as all
            from clock_stops s join clocks c on c.id = s.clock_id where c.request_id = ${id}`,
      );
    expect((await stops())[0]!.open).toBeGreaterThan(0);
    at('02-27T09:00');
    await followQuestions(house);
    expect(await ended()).toEqual(before);
    expect((await stops())[0]!.open).toBe(0);
  });

  test('an information request goes back likewise, but cannot end so: its law knows no such end', async () => {
    const { id, part } = await unanswered({ kind: 'petition' });
    const page = (await onMonday(() => callers.mustafa.get<RequestPage>(`/api/v1/requests/${id}`))).body;
    expect(page.endings.map(({ outcome }) => outcome)).not.toContain('information-missing');
    const work = doAs('nermin', (tx) =>
      answerAssignment(tx, { assignmentId: part, outcome: 'information-missing', text: MISSING }),
    );
    expect(await codeOf(work)).toBe('input-invalid');
  });

  test.each([
    ['while we still wait', () => asked()],
    ['after an answer', () => answeredLate()],
    ['where nothing was asked', async () => record('YOL-01')],
  ] as const)('the end for want of information is refused %s', async (_when, make) => {
    expect(await codeOf(concludeWithout(await make()))).toBe('input-invalid');
  });

  async function answeredLate() {
    const made = await unanswered();
    await asCitizen((tx) => addFromCitizen(tx, { requestId: made.id, text: '14 numara', fileIds: [] }));
    expect((await fileOf(made.id)).question?.endedBy).toBe('answered-late');
    return made;
  }

  test('the directorate concludes with what it has, and says so; words that do not are held back', async () => {
    const made = await unanswered();
    expect(await codeOf(concludeWithout(made, 'Ekibimiz sokağa baktı, çukur göremedi.'))).toBe('answer-not-ready');
    await concludeWithout(made);
    const { request, answers } = await fileOf(made.id);
    expect(request).toMatchObject({ state: 'concluded', outcome: 'information-missing' });
    expect(answers.at(-1)?.text).toBe(MISSING);
  });

  test('a reply within the days asks by itself that we look again, by page or by telephone; after them it does not', async () => {
    await clearBells();
    const made = [await unanswered(), await unanswered(), await unanswered()] as const;
    for (const one of made) {
      at('02-27T10:00');
      await concludeWithout(one);
    }
    at('03-29T18:00');
    await asCitizen((tx) => addFromCitizen(tx, { requestId: made[0].id, text: '14 numara', fileIds: [] }));
    const first = await fileOf(made[0].id);
    expect(first.request).toMatchObject({ state: 'reopen-requested', outcome: 'information-missing' });
    expect(first.history.at(-1)).toMatchObject({ what: 'reopening-asked', why: '14 numara' });
    expect(await unread('sibel')).toContain('reopening-asked');
    await onMonday(async () => {
      // Signed in on Monday: the days of the reply are asked of the same clock.
      const said = { text: '16 numara', heard: 'counter' };
      expect((await callers.elif.post(`/api/v1/requests/${made[1].id}/citizen-answers`, said)).status).toBe(200);
    });
    expect((await fileOf(made[1].id)).request.state).toBe('reopen-requested');
    at('03-30T09:00');
    const late = asCitizen((tx) => addFromCitizen(tx, { requestId: made[2].id, text: '18 numara', fileIds: [] }));
    expect(await codeOf(late)).toBe('step-not-allowed');
  });

  test('a question that ended with its case is not followed; one that went on by itself says so', async () => {
    const gone = await asked();
    await asCitizen((tx) => withdrawRequest(tx, { requestId: gone.id }));
    expect((await fileOf(gone.id)).question?.endedBy).toBe('case-ended');
    const went = await asked();
    await doAs('fatih', (tx) => resumeWork(tx, { requestId: went.id, reason: 'Muhtar söyledi.' }));
    expect((await fileOf(went.id)).question?.endedBy).toBe('went-on');
    at('02-27T09:00');
    await followQuestions(house);
    expect(await whatOf(gone.id)).not.toContain('question-unanswered');
    expect(await whatOf(went.id)).not.toContain('question-unanswered');
  });
});

test('two workers at once remind once and end once', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 8; n += 1) ids.push((await asked()).id);
  at('02-23T10:00');
  await Promise.all([followQuestions(house), followQuestions(house), followQuestions(house)]);
  at('02-27T10:00');
  await Promise.all([followQuestions(house), followQuestions(house), followQuestions(house)]);
  for (const id of ids) {
    const what = await whatOf(id);
    expect(what.filter((each) => each === 'citizen-reminded')).toHaveLength(1);
    expect(what.filter((each) => each === 'question-unanswered')).toHaveLength(1);
    expect(await messagesOf(id)).toHaveLength(2);
  }
});

test('a worker that is killed reminds nobody twice and forgets nobody', { timeout: 60_000 }, async () => {
  const ids: string[] = [];
  for (let n = 0; n < 40; n += 1) ids.push((await asked()).id);
  const now = '2026-02-23T10:00:00+03:00';
  const count = async () =>
    (
      await rows<{ n: number }>(
        house.db,
        sql`select count(*) as n from citizen_questions where reminded_at is not null and request_id = any(${ids}::uuid[])`,
      )
    )[0]!.n;
  const victim = fileURLToPath(new URL('testing/question-victim.ts', import.meta.url));
  const child = spawn(process.execPath, [victim, databaseUrl, house.config.dataDir, now], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await expect.poll(count, { timeout: 30_000, interval: 2 }).toBeGreaterThan(2);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  clock.set(new Date(now));
  await followQuestions(house);
  expect(await count()).toBe(40);
  for (const id of ids)
    expect((await messagesOf(id)).map(({ textKey }) => textKey)).toEqual(['question', 'question-reminder']);
});
