import { describe, expect, test } from 'vitest';
import type { StaffActor } from '../../kernel/actor.ts';
import { CITIZEN, systemActor } from '../../kernel/actor.ts';
import { messagesOfRequest } from '../correspondence/door.ts';
import { clocksOfRequest } from '../deadlines/door.ts';
import {
  addFromCitizen,
  askCitizen,
  assignRequest,
  assignmentsOf,
  changeTopic,
  giveInterimAnswer,
  mayOn,
  membersOf,
  reopenRequest,
  returnAssignment,
  saySatisfaction,
  withdrawRequest,
  workOnAssignment,
} from '../requests/door.ts';
import { listPage, openList } from '../search/door.ts';
import { incidentLedBy, incidentOf, mergeRequests, reopenIncident } from './door.ts';
import { potholes } from './testing-potholes.ts';

const {
  world,
  roads,
  parks,
  chief,
  supervisor,
  as,
  file,
  caseOf,
  share,
  merge,
  release,
  openPart,
  answer,
  told,
  whats,
  three,
} = await potholes();

describe('requests that are merged', () => {
  test('follow their lead with their own number, clocks and citizen; the directorate has one part to do', async () => {
    const [lead, one, other] = await three();
    await merge(lead, one, other);
    for (const id of [one, other]) {
      const { request, assignments } = await caseOf(id);
      expect(request).toMatchObject({ state: 'merged', leadId: lead, contactPhone: '+905550000047' });
      expect(assignments).toMatchObject([{ directorateCode: 'FEN', state: 'merged', stateBefore: 'offered' }]);
      const running = (await clocksOfRequest(world.house.db, id)).filter(({ endedAt }) => endedAt === null);
      expect(running.map(({ purpose }) => purpose).sort()).toEqual(['conclusion', 'first-response', 'statutory']);
    }
    expect((await caseOf(lead)).request.state).toBe('assigned');
    expect(await whats(lead)).toEqual(['recorded', 'assigned', 'joined-by', 'joined-by']);
    expect(await incidentLedBy(world.house.db, lead)).toMatchObject({
      leadId: lead,
      closedAt: null,
      topicCode: 'YOL-02',
    });
  });

  test('are answered once each, with an answer of their own, when the lead is', async () => {
    const lead = await file();
    const english = await file({ language: 'en' });
    const byMail = await file({
      channel: 'web',
      person: { name: 'Can Örnek', email: 'can@ornek.org', notifyBy: 'email' },
    });
    const nameless = await file({ person: null });
    await merge(lead, english, byMail, nameless);
    await answer(lead);
    expect((await caseOf(english)).request.state).toBe('merged');
    await share();
    for (const id of [english, byMail, nameless]) {
      const { request, answers } = await caseOf(id);
      expect(request).toMatchObject({ state: 'concluded', outcome: 'done', leadId: lead });
      expect(answers).toMatchObject([{ kind: 'final', text: 'Çukur kapatıldı.', outcome: 'done', authorId: roads.id }]);
      expect((await clocksOfRequest(world.house.db, id)).every(({ endedAt }) => endedAt !== null)).toBe(true);
    }
    expect((await messagesOfRequest(world.house.db, english)).at(-1)).toMatchObject({
      channel: 'sms',
      language: 'en',
      textKey: 'concluded',
    });
    expect((await messagesOfRequest(world.house.db, byMail)).at(-1)).toMatchObject({
      channel: 'email',
      textKey: 'concluded',
    });
    expect(await told(nameless)).toEqual([]);
    expect(await told(english)).toEqual(['recorded', 'concluded']);
    expect(await incidentLedBy(world.house.db, lead)).toMatchObject({ closedHow: 'concluded' });
  });

  test('keep their first response when somebody takes the lead, and hear of an interim answer', async () => {
    const [lead, one] = await three();
    await merge(lead, one);
    const { id: assignmentId } = await openPart(lead);
    await as(roads, (tx) => workOnAssignment(tx, { assignmentId, step: 'accept' }));
    await share();
    const { request } = await caseOf(one);
    expect(request.firstResponseAt).not.toBeNull();
    expect(request.state).toBe('merged');
    await as(roads, (tx) => giveInterimAnswer(tx, { assignmentId, text: 'Ekip yarın geliyor.' }));
    await share();
    expect((await caseOf(one)).answers).toMatchObject([{ kind: 'interim', text: 'Ekip yarın geliyor.' }]);
    expect(await told(one)).toEqual(['recorded', 'interim-answer']);
  });

  test('are not asked what the lead’s citizen is asked; what they write is shown at the lead', async () => {
    const [lead, one] = await three();
    await merge(lead, one);
    await as(roads, (tx) => askCitizen(tx, { requestId: lead, question: 'Hangi numaranın önü?' }));
    await share();
    expect(await told(one)).toEqual(['recorded']);
    await as(CITIZEN, (tx) => addFromCitizen(tx, { requestId: one, text: '12 numaranın önü.', fileIds: [] }));
    expect((await caseOf(one)).request.state).toBe('merged');
    expect((await caseOf(lead)).history.at(-1)).toMatchObject({ what: 'member-wrote', data: { request: one } });
  });

  test('can be read and found in the list by exactly those who work at the lead', async () => {
    const [lead, one] = await three();
    await merge(lead, one);
    const readable = async (actor: StaffActor) => {
      const { request, assignments } = await caseOf(one);
      const query = { open: 'all' } as const;
      const list = await openList(world.house.db, actor, { query, now: world.clock.now() });
      const { ids } = await listPage(world.house.db, list, { limit: 500, sort: 'newest' });
      const may = mayOn(actor, 'request-read', { request, assignments });
      expect(ids.includes(one), 'the list and the page say the same').toBe(may);
      return may;
    };
    expect([await readable(roads), await readable(parks)]).toEqual([true, false]);
    await as(supervisor, (tx) => assignRequest(tx, { requestId: lead, directorate: 'PRK', why: 'Ağaç kökü de var.' }));
    await share();
    expect(await readable(parks)).toBe(true);
    const part = (await assignmentsOf(world.house.db, lead)).find(({ directorateCode }) => directorateCode === 'PRK')!;
    await as(parks, (tx) => returnAssignment(tx, { assignmentId: part.id, reason: 'Kök bizim değil.' }));
    await share();
    expect(await readable(parks)).toBe(false);
  });
});

describe('a merge that is undone', () => {
  test('gives every part back as it stood, and the state', async () => {
    const [lead, one] = await three();
    const { id: assignmentId } = await openPart(one);
    await as(roads, (tx) => workOnAssignment(tx, { assignmentId, step: 'accept' }));
    await as(roads, (tx) => workOnAssignment(tx, { assignmentId, step: 'go-on-site' }));
    const before = await caseOf(one);
    await merge(lead, one);
    await release(one);
    const after = await caseOf(one);
    expect(after.request).toMatchObject({ state: 'in-progress', leadId: null, stateBeforeMerge: null });
    const bare = ({ version: _, ...part }: (typeof after.assignments)[number]) => part;
    expect(after.assignments.map(bare)).toEqual(before.assignments.map(bare));
    expect((await incidentOf(world.house.db, lead)) ?? null).toBeNull();
  });

  test('after the answer only unties: the answer stands', async () => {
    const [lead, one, other] = await three();
    await merge(lead, one, other);
    await answer(lead);
    await share();
    await release(one);
    expect((await caseOf(one)).request).toMatchObject({ state: 'concluded', outcome: 'done', leadId: null });
    expect(await membersOf(world.house.db, lead)).toEqual([other]);
  });

  test('between the answer and the telling wins: it is worked on by itself', async () => {
    const [lead, one] = await three();
    await merge(lead, one);
    await answer(lead);
    await release(one);
    await share();
    expect((await caseOf(one)).request).toMatchObject({ state: 'assigned', leadId: null });
    expect(await told(one)).toEqual(['recorded']);
  });

  test('takes along those who had come with it', async () => {
    const [a, a1] = await three();
    const [b, b1, b2] = await three();
    await merge(a, a1);
    await merge(b, b1, b2);
    await merge(a, b);
    expect((await membersOf(world.house.db, a)).sort()).toEqual([a1, b, b1, b2].sort());
    await share();
    expect((await whats(b1)).at(-1)).toBe('lead-changed');
    await release(b);
    await share();
    expect(await membersOf(world.house.db, a)).toEqual([a1]);
    expect((await membersOf(world.house.db, b)).sort()).toEqual([b1, b2].sort());
    expect(await incidentLedBy(world.house.db, b)).toMatchObject({ closedAt: null });
    expect((await incidentOf(world.house.db, b1))!.leadId).toBe(b);
    await answer(b);
    await share();
    expect((await caseOf(b2)).request.state).toBe('concluded');
  });
});

describe('the lead', () => {
  test('that is taken back hands its place, and the work as far as it had come, to the oldest of the others', async () => {
    const [lead, one, other] = await three();
    await merge(lead, one, other);
    const { id: assignmentId } = await openPart(lead);
    await as(roads, (tx) => workOnAssignment(tx, { assignmentId, step: 'accept' }));
    await as(CITIZEN, (tx) => withdrawRequest(tx, { requestId: lead }));
    const { request, assignments } = await caseOf(one);
    expect(request).toMatchObject({ state: 'in-progress', leadId: null });
    expect(await openPart(one)).toMatchObject({ state: 'accepted', assigneeId: roads.id, directorateCode: 'FEN' });
    expect(assignments.map(({ state }) => state).sort()).toEqual(['accepted', 'merged']);
    expect(await membersOf(world.house.db, one)).toEqual([other]);
    await share();
    await answer(one);
    await share();
    expect((await caseOf(other)).request.state).toBe('concluded');
    expect(await told(lead)).toEqual(['recorded']);
  });

  test('opened again for one leaves the others with their answer; whoever is not content opens only their own', async () => {
    const [lead, one] = await three();
    await merge(lead, one);
    await answer(lead);
    await share();
    await as(CITIZEN, (tx) => saySatisfaction(tx, { requestId: one, satisfied: false, reason: 'Çukur duruyor.' }));
    await as(supervisor, (tx) => reopenRequest(tx, { requestId: one, reason: 'Yeniden bakılsın.' }));
    expect((await caseOf(one)).request).toMatchObject({ state: 'reopened', leadId: null });
    expect(await openPart(one)).toMatchObject({ directorateCode: 'FEN', state: 'offered' });
    expect((await caseOf(lead)).request.state).toBe('concluded');
  });
});

test('opened again for everybody, each follows the lead once more with new clocks, and has the second answer too', async () => {
  const [lead, one, other] = await three();
  await merge(lead, one, other);
  await answer(lead);
  await share();
  await as(CITIZEN, (tx) => saySatisfaction(tx, { requestId: other, satisfied: false, reason: 'Yine çöktü.' }));
  world.clock.advance(60_000);
  await as(supervisor, (tx) => reopenIncident(tx, { requestId: lead, reason: 'Yama tutmadı.' }));
  await share();
  for (const id of [one, other]) {
    expect((await caseOf(id)).request).toMatchObject({ state: 'merged', leadId: lead });
    const running = (await clocksOfRequest(world.house.db, id)).filter(({ endedAt }) => endedAt === null);
    expect(running.map(({ purpose }) => purpose)).toContain('conclusion');
  }
  expect(await incidentLedBy(world.house.db, lead)).toMatchObject({ closedAt: null });
  await answer(lead, 'Yeniden asfaltlandı.');
  await share();
  expect((await caseOf(one)).answers.map(({ text }) => text)).toEqual(['Çukur kapatıldı.', 'Yeniden asfaltlandı.']);
  expect(await told(one)).toEqual(['recorded', 'concluded', 'reopened', 'concluded']);
  const alone = await file();
  await answer(alone);
  const nobodyElse = as(supervisor, (tx) => reopenIncident(tx, { requestId: alone, reason: 'Yine.' }));
  await expect(nobodyElse).rejects.toMatchObject({ code: 'step-not-allowed' });
});

test('one whose only follower took theirs back can follow another itself', async () => {
  const [lead, one, other] = await three();
  await merge(lead, one);
  await as(CITIZEN, (tx) => withdrawRequest(tx, { requestId: one }));
  await merge(other, lead);
  expect((await caseOf(lead)).request).toMatchObject({ state: 'merged', leadId: other });
});

describe('what cannot be put together', () => {
  const refused = (work: Promise<unknown>) => expect(work).rejects;
  test('says why', async () => {
    const [lead, one, other] = await three();
    await refused(merge(lead, lead)).toMatchObject({ code: 'merge-with-itself' });
    await merge(lead, one);
    await refused(merge(lead, one)).toMatchObject({ code: 'already-exists' });
    // Into one that follows is into its lead; and the lead into one of its own is into itself.
    await refused(merge(one, lead)).toMatchObject({ code: 'merge-with-itself' });
    await merge(one, other);
    expect((await caseOf(other)).request.leadId).toBe(lead);
    const elsewhere = await file();
    await refused(merge(elsewhere, one)).toMatchObject({ code: 'merge-elsewhere' });
    const secret = await file({ topicCode: 'ZAB-05', text: 'Komşu gürültü yapıyor.' });
    await refused(merge(lead, secret)).toMatchObject({ code: 'merge-protected' });
    await refused(merge(secret, elsewhere)).toMatchObject({ code: 'merge-protected' });
    const asked = await file();
    await as(roads, (tx) => askCitizen(tx, { requestId: asked, question: 'Neresi?' }));
    await refused(merge(lead, asked)).toMatchObject({ code: 'step-not-allowed' });
    const done = await file();
    await answer(done);
    await refused(merge(done, elsewhere)).toMatchObject({ code: 'merge-ended' });
    await refused(merge(lead, done)).toMatchObject({ code: 'step-not-allowed' });
    const tree = await file({ topicCode: 'PRK-03', text: 'Ağaç devrildi.' });
    const { id: assignmentId } = await openPart(tree);
    await as(parks, (tx) => workOnAssignment(tx, { assignmentId, step: 'work' }));
    await refused(merge(lead, tree)).toMatchObject({ code: 'merge-at-work' });
    await refused(merge(lead, '00000000-0000-7000-8000-000000000000')).toMatchObject({ code: 'not-found' });
  });

  test('is refused all or none, and to those whose right does not reach both', async () => {
    const [lead, one, other] = await three();
    const work = as(supervisor, (tx) => mergeRequests(tx, { into: lead, requests: [one, lead], why: 'Aynı.' }));
    await expect(work).rejects.toMatchObject({ code: 'merge-with-itself' });
    expect((await caseOf(one)).request.state).toBe('assigned');
    const byClerk = as(roads, (tx) => mergeRequests(tx, { into: lead, requests: [other], why: 'Aynı.' }));
    await expect(byClerk).rejects.toMatchObject({ code: 'not-allowed' });
    const tree = await file({ topicCode: 'PRK-03', text: 'Ağaç devrildi.' });
    const foreign = as(chief, (tx) => mergeRequests(tx, { into: lead, requests: [tree], why: 'Aynı.' }));
    await expect(foreign).rejects.toMatchObject({ code: 'not-allowed' });
    await as(chief, (tx) => mergeRequests(tx, { into: lead, requests: [other], why: 'Aynı.' }));
    expect((await caseOf(other)).request.leadId).toBe(lead);
  });

  test('a protected topic is refused for one that leads, and any for one that follows', async () => {
    const [lead, one] = await three();
    await merge(lead, one);
    const topic = { code: 'SOS-05', version: 1, restricted: true, restrictedTo: [] };
    const change = (requestId: string) =>
      as(supervisor, (tx) => changeTopic(tx, { requestId, topic, reason: 'Konu başka.', reroute: false }));
    await expect(change(lead)).rejects.toMatchObject({ code: 'merge-protected' });
    await expect(change(one)).rejects.toMatchObject({ code: 'step-not-allowed' });
    const secret = { code: 'ZAB-05', version: 1, restricted: false, restrictedTo: [] };
    const toSecret = as(supervisor, (tx) =>
      changeTopic(tx, { requestId: lead, topic: secret, reason: 'Komşu.', reroute: false }),
    );
    await expect(toSecret).rejects.toMatchObject({ code: 'merge-protected' });
  });
});

test('five hundred people behind one lead are answered once each', { timeout: 120_000 }, async () => {
  const lead = await file();
  const many: string[] = [];
  for (let n = 0; n < 500; n += 1)
    many.push(
      await file({
        person: {
          name: `Kişi ${n}`,
          phone: `0 555 ${String(1_000_000 + n).slice(0, 3)} ${String(10_00 + n).slice(0, 2)} ${String(n % 100).padStart(2, '0')}`,
          notifyBy: 'sms',
        },
      }),
    );
  for (let at = 0; at < many.length; at += 50)
    await as(systemActor('test'), (tx) =>
      mergeRequests(tx, { into: lead, requests: many.slice(at, at + 50), why: 'Aynı.' }),
    );
  await answer(lead);
  await share();
  const states = await Promise.all(many.map(async (id) => (await caseOf(id)).request.state));
  expect(new Set(states)).toEqual(new Set(['concluded']));
  const counts = await Promise.all(
    many.map(async (id) => (await told(id)).filter((key) => key === 'concluded').length),
  );
  expect(new Set(counts)).toEqual(new Set([1]));
});
