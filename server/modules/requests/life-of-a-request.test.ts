import { beforeAll, describe, expect, test } from 'vitest';
import { CITIZEN } from '../../kernel/actor.ts';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { rows, sql } from '../../kernel/db/database.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { applicationOf } from '../../testing/applications.ts';
import { furnishedHouse } from '../../testing/furnished-house.ts';
import { refusedBy } from '../../testing/refused.ts';
import type { FurnishedHouse } from '../../testing/furnished-house.ts';
import type { Application } from '../intake/door.ts';
import { NO_PLACE, receiveRequest } from '../intake/door.ts';
import { clocksOfRequest } from '../deadlines/door.ts';
import { messagesOfRequest } from '../correspondence/door.ts';
import {
  answerAssignment,
  assignRequest,
  assignmentsOf,
  cancelRequest,
  caseFile,
  changeTopic,
  holdAct,
  heldActJob,
  refuseReopening,
  reopenRequest,
  returnAssignment,
  saySatisfaction,
  takeBack,
  withdrawForCitizen,
  withdrawRequest,
  workOnAssignment,
} from './door.ts';

let world: FurnishedHouse;
let roads: StaffActor;
let parks: StaffActor;
let supervisor: StaffActor;

beforeAll(async () => {
  world = await furnishedHouse();
  roads = await world.as('fatih');
  parks = await world.as('pinar');
  supervisor = await world.as('sibel');
});

const pavement = applicationOf({
  person: { name: 'Emine Örnek', phone: '0 555 000 00 47', notifyBy: 'sms' },
  place: { ...NO_PLACE, neighbourhoodId: 1, description: 'Sağlık ocağının karşısı' },
});

const doAs = <T>(actor: Actor, work: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(world.house, { actor }, work);
const file = (change: Partial<Application> = {}) =>
  doAs(CITIZEN, (tx) => receiveRequest(tx, { ...pavement, ...change }));
const caseOf = async (id: string) => (await caseFile(world.house.db, id))!;
const firstPart = async (id: string) =>
  (await assignmentsOf(world.house.db, id)).find((part) => part.endedAt === null)!;

describe('a request that is recorded', () => {
  test('has a directorate with the reason why, dates, and an SMS to its citizen, all at once', async () => {
    const { id, trackingNumber } = await file();
    const { request, assignments, history } = await caseOf(id);
    expect(trackingNumber).toMatch(/^[2-9DFHKMNPRTVY]{11}$/);
    expect(request.state).toBe('assigned');
    expect(assignments).toMatchObject([{ directorateCode: 'FEN', state: 'offered' }]);
    expect(assignments[0]!.whyHere).toContain('YOL-04');
    expect(assignments[0]!.dueAt).toEqual(request.promisedAt);
    expect(history.map((entry) => entry.what)).toEqual(['recorded', 'assigned']);
    const clocks = await clocksOfRequest(world.house.db, id);
    expect(clocks.map((clock) => clock.purpose).sort()).toEqual(['conclusion', 'first-response', 'statutory']);
    const [message] = await messagesOfRequest(world.house.db, id);
    expect(message).toMatchObject({ textKey: 'recorded', address: '+905550000047', state: 'queued', segments: 1 });
    expect(message!.body).toMatch(/^Basvurunuz alindi\. No: [2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{3}\. En gec 26\.02\.2026/);
    expect(message!.body).not.toMatch(/kald|YOL|Emine/i);
  });

  test('with the same client key twice is one request with one SMS', async () => {
    const first = await file({ clientKey: 'draft-1' });
    const again = await file({ clientKey: 'draft-1' });
    expect(again).toEqual({ ...first, isNew: false });
    expect(await messagesOfRequest(world.house.db, first.id)).toHaveLength(1);
  });

  test('with the same client key twice leaves no second citizen behind', async () => {
    const nameless = { name: 'Yeni Örnek', notifyBy: 'none' } as const;
    const countOf = async () =>
      (await rows(world.house.db, sql`select id from citizens where name = 'Yeni Örnek'`)).length;
    await file({ clientKey: 'draft-2', person: nameless });
    await file({ clientKey: 'draft-2', person: nameless });
    expect(await countOf()).toBe(1);
  });

  test('fifty times at the same moment with one key is one request', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => file({ clientKey: 'draft-storm' })));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  test('without a topic waits in review, with the law’s clock only', async () => {
    const { id } = await file({ topicCode: null });
    expect((await caseOf(id)).request.state).toBe('in-review');
    expect((await clocksOfRequest(world.house.db, id)).map((clock) => clock.purpose)).toEqual(['statutory']);
  });

  test('by somebody anonymous owes nobody a message', async () => {
    const { id } = await file({ person: null });
    expect(await messagesOfRequest(world.house.db, id)).toEqual([]);
  });

  test('promises nothing in a year without holiday rows, and says so in its history', async () => {
    const { id } = await inTransaction(world.house, { actor: CITIZEN, now: new Date('2031-05-05T09:00:00Z') }, (tx) =>
      receiveRequest(tx, pavement),
    );
    const { request, history } = await caseOf(id);
    expect(request.promisedAt).toBeNull();
    expect(history.filter((entry) => entry.what === 'promise-refused').length).toBeGreaterThan(0);
    expect((await messagesOfRequest(world.house.db, id))[0]!.textKey).toBe('recorded-without-date');
  });
});

describe('a directorate at work', () => {
  test('takes its part, which ends the first-response clock, answers, and so concludes the request', async () => {
    const { id } = await file();
    const part = await firstPart(id);
    world.clock.advance(3_600_000);
    await doAs(roads, (tx) => workOnAssignment(tx, { assignmentId: part.id, step: 'accept' }));
    const afterAccept = await clocksOfRequest(world.house.db, id);
    expect(afterAccept.find((clock) => clock.purpose === 'first-response')).toMatchObject({ endReason: 'responded' });
    expect((await caseOf(id)).request).toMatchObject({ state: 'in-progress', nextDueKind: 'conclusion' });
    const { concluded } = await doAs(roads, (tx) =>
      answerAssignment(tx, { assignmentId: part.id, outcome: 'done', text: 'Kaldırım 18 Şubat’ta onarıldı.' }),
    );
    expect(concluded).toBe(true);
    const { request, answers } = await caseOf(id);
    expect(request).toMatchObject({ state: 'concluded', outcome: 'done', nextDueAt: null });
    expect(request.promisedAt).not.toBeNull();
    expect(answers).toMatchObject([{ kind: 'final', text: 'Kaldırım 18 Şubat’ta onarıldı.', authorId: roads.id }]);
    expect((await messagesOfRequest(world.house.db, id)).map((message) => message.textKey)).toEqual([
      'recorded',
      'concluded',
    ]);
  });

  test('concludes only when every directorate has answered; the strongest outcome is the whole’s', async () => {
    const { id } = await file();
    await doAs(supervisor, (tx) =>
      assignRequest(tx, { requestId: id, directorate: 'PRK', why: 'Ağaç kökü kaldırmış.' }),
    );
    const [roadPart, parkPart] = await assignmentsOf(world.house.db, id);
    const first = await doAs(parks, (tx) =>
      answerAssignment(tx, {
        assignmentId: parkPart!.id,
        outcome: 'refused',
        text: 'Kesilmesine gerek yok, çünkü ağaç sağlıklı.',
      }),
    );
    expect(first.concluded).toBe(false);
    expect((await caseOf(id)).request.state).toBe('in-progress');
    await doAs(roads, (tx) =>
      answerAssignment(tx, { assignmentId: roadPart!.id, outcome: 'done', text: 'Kaldırım onarıldı.' }),
    );
    expect((await caseOf(id)).request).toMatchObject({ state: 'concluded', outcome: 'done' });
  });

  test('returns what is not its own with a reason, and the supervisor must look', async () => {
    const { id } = await file();
    const part = await firstPart(id);
    expect(
      (await refusedBy(doAs(roads, (tx) => returnAssignment(tx, { assignmentId: part.id, reason: ' ' })))).code,
    ).toBe('reason-missing');
    await doAs(roads, (tx) => returnAssignment(tx, { assignmentId: part.id, reason: 'Ana arter: büyükşehir.' }));
    const { request, history } = await caseOf(id);
    expect(request.state).toBe('in-review');
    expect(history.at(-1)).toMatchObject({ what: 'sent-to-review', why: 'Ana arter: büyükşehir.' });
  });

  test('cannot touch another directorate’s part', async () => {
    const { id } = await file();
    const part = await firstPart(id);
    const refused = await refusedBy(
      doAs(parks, (tx) => workOnAssignment(tx, { assignmentId: part.id, step: 'accept' })),
    );
    expect(refused.code).toBe('not-allowed');
  });

  test('says where a forwarded request went, or is refused', async () => {
    const { id } = await file();
    const part = await firstPart(id);
    const answer = { assignmentId: part.id, outcome: 'forwarded', text: 'Görevli kuruma iletildi.' } as const;
    expect((await refusedBy(doAs(roads, (tx) => answerAssignment(tx, answer)))).code).toBe('answer-missing');
    await doAs(roads, (tx) => answerAssignment(tx, { ...answer, forwardedTo: 'İSKİ (185)' }));
    expect((await messagesOfRequest(world.house.db, id)).at(-1)!.textKey).toBe('forwarded');
  });

  test('hears in words what another person did meanwhile, and nothing is overwritten', async () => {
    const { id } = await file();
    const part = await firstPart(id);
    const seen = (await caseOf(id)).history.at(-1)!.id;
    await doAs(supervisor, (tx) => workOnAssignment(tx, { assignmentId: part.id, step: 'accept' }));
    const refused = await refusedBy(
      doAs(roads, (tx) =>
        answerAssignment(tx, { assignmentId: part.id, outcome: 'done', text: 'Kaldırım bitti.', seen }),
      ),
    );
    expect(refused.code).toBe('changed-meanwhile');
    expect(refused.details.changes).toMatchObject([{ what: 'accepted', to: 'accepted', actorId: supervisor.id }]);
  });

  test('of a wrong topic loses the part it had not begun, and the right one gets it', async () => {
    const { id } = await file();
    await doAs(supervisor, (tx) =>
      changeTopic(tx, {
        requestId: id,
        topic: { code: 'PRK-02', version: 1, restricted: false, restrictedTo: [] },
        reroute: true,
        reason: 'Konu budama.',
      }),
    );
    const parts = await assignmentsOf(world.house.db, id);
    expect(parts.map((part) => [part.directorateCode, part.state])).toEqual([
      ['FEN', 'cancelled'],
      ['PRK', 'offered'],
    ]);
    const running = (await clocksOfRequest(world.house.db, id)).filter((clock) => clock.endedAt === null);
    expect(running.map((clock) => clock.purpose).sort()).toEqual(['conclusion', 'first-response', 'statutory']);
  });
});

describe('a citizen afterwards', () => {
  const concluded = async () => {
    const { id } = await file();
    const part = await firstPart(id);
    await doAs(roads, (tx) =>
      answerAssignment(tx, { assignmentId: part.id, outcome: 'done', text: 'Kaldırım onarıldı.' }),
    );
    return id;
  };

  test('who is not satisfied says why; staff decide, and reopening starts new clocks', async () => {
    const id = await concluded();
    expect(
      (await refusedBy(doAs(CITIZEN, (tx) => saySatisfaction(tx, { requestId: id, satisfied: false })))).code,
    ).toBe('reason-missing');
    await doAs(CITIZEN, (tx) => saySatisfaction(tx, { requestId: id, satisfied: false, reason: 'Yine çöktü.' }));
    expect((await caseOf(id)).request.state).toBe('reopen-requested');
    await doAs(supervisor, (tx) => reopenRequest(tx, { requestId: id, reason: 'Yeniden bakılacak.' }));
    const { request } = await caseOf(id);
    expect(request).toMatchObject({ state: 'reopened', outcome: null, concludedAt: null });
    const clocks = await clocksOfRequest(world.house.db, id);
    expect(clocks.filter((clock) => clock.endedAt === null)).toHaveLength(3);
    expect(clocks.filter((clock) => clock.endedAt !== null)).toHaveLength(3);
  });

  test('may be told that the answer stands', async () => {
    const id = await concluded();
    await doAs(CITIZEN, (tx) => saySatisfaction(tx, { requestId: id, satisfied: false, reason: 'Olmadı.' }));
    await doAs(supervisor, (tx) => refuseReopening(tx, { requestId: id, reason: 'Yerinde görüldü, tamam.' }));
    expect((await caseOf(id)).request).toMatchObject({ state: 'concluded', outcome: 'done' });
  });

  test('may have it withdrawn by whoever takes calls, who says how they asked; and is told, in case it was somebody else', async () => {
    const { id } = await file();
    const agent = await world.as('elif');
    const withdraw = (actor: StaffActor, reason: string) =>
      doAs(actor, (tx) => withdrawForCitizen(tx, { requestId: id, reason }));
    expect((await refusedBy(withdraw(roads, 'Vazgeçti.'))).code).toBe('not-allowed');
    expect((await refusedBy(withdraw(agent, ' '))).code).toBe('reason-missing');
    await withdraw(agent, 'Kayıtlı telefonundan arayıp vazgeçtiğini söyledi.');
    const { request, assignments, history } = await caseOf(id);
    expect(request).toMatchObject({ state: 'withdrawn', outcome: 'withdrawn', nextDueAt: null });
    expect(assignments.every(({ endedAt }) => endedAt !== null)).toBe(true);
    expect(history.at(-1)).toMatchObject({ what: 'withdrawn', actorKind: 'staff', data: { forCitizen: true } });
    const messages = await messagesOfRequest(world.house.db, id);
    expect(messages.map(({ textKey }) => textKey)).toEqual(['recorded', 'withdrawn-for-you']);
    expect(messages.at(-1)).toMatchObject({ segments: 1, body: expect.stringContaining('Siz istemediyseniz arayin') });
  });

  test('who withdraws ends every part and every clock, and is told nothing they did not ask', async () => {
    const { id } = await file();
    await doAs(CITIZEN, (tx) => withdrawRequest(tx, { requestId: id }));
    const { request, assignments } = await caseOf(id);
    expect(request).toMatchObject({ state: 'withdrawn', outcome: 'withdrawn' });
    expect(assignments.every((part) => part.state === 'cancelled')).toBe(true);
    expect((await messagesOfRequest(world.house.db, id)).map((message) => message.state)).toEqual(['cancelled']);
    expect((await refusedBy(doAs(CITIZEN, (tx) => withdrawRequest(tx, { requestId: id })))).code).toBe(
      'step-not-allowed',
    );
  });
});

describe('what goes to a citizen', () => {
  test('is held, can be taken back, and only then happens', async () => {
    const { id } = await file();
    const part = await firstPart(id);
    const input = { assignmentId: part.id, outcome: 'done', text: 'Kaldırım onarıldı.' };
    const held = await holdAct(world.house, roads, { requestId: id, act: 'answer', input });
    expect((await caseOf(id)).request.state).toBe('assigned');
    await doAs(roads, (tx) => takeBack(tx, { actId: held.id }));
    world.clock.advance(11_000);
    const findAuthor = async () => roads;
    expect(await heldActJob(world.house, findAuthor)).toBe(0);
    await holdAct(world.house, roads, { requestId: id, act: 'answer', input });
    world.clock.advance(11_000);
    expect(await heldActJob(world.house, findAuthor)).toBe(1);
    expect((await caseOf(id)).request.state).toBe('concluded');
  });

  test('comes back to its author when the case has ended meanwhile', async () => {
    const { id } = await file();
    const part = await firstPart(id);
    await holdAct(world.house, roads, {
      requestId: id,
      act: 'answer',
      input: { assignmentId: part.id, outcome: 'done', text: 'Kaldırım onarıldı.' },
    });
    await doAs(supervisor, (tx) => cancelRequest(tx, { requestId: id, reason: 'Deneme kaydı.' }));
    world.clock.advance(11_000);
    await heldActJob(world.house, async () => roads);
    expect((await caseOf(id)).held).toMatchObject([{ state: 'failed', refusal: 'step-not-allowed' }]);
  });
});
