/** A burst water main is known before the telephone rings: the first who asks leads, the others follow, and each is told once. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { NewKnownProblem } from '../../../../contract/known-problems.ts';
import type { StaffActor } from '../../../kernel/actor.ts';
import { CITIZEN } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import { longWorkRound } from '../../../kernel/long-works/run.ts';
import type { FurnishedHouse } from '../../../testing/furnished-house.ts';
import { furnishedHouse } from '../../../testing/furnished-house.ts';
import { messagesOfRequest } from '../../correspondence/door.ts';
import type { Application } from '../../intake/door.ts';
import { NO_PLACE, receiveRequest } from '../../intake/door.ts';
import {
  answerAssignment,
  assignmentsOf,
  caseFile,
  changeTopic,
  requestById,
  withdrawRequest,
} from '../../requests/door.ts';
import { staffActorById } from '../../staff/door.ts';
import { incidentOf, mergeRequests, releaseFromIncident } from '../door.ts';
import type { KnownProblem } from './known-problem.ts';
import { knownProblemById } from './known-store.ts';
import { knownProblemsNear } from './near.ts';
import { changeKnownProblem, endKnownProblem, openKnownProblem, resumeKnownProblem } from './open-known-problem.ts';

let world: FurnishedHouse;
let agent: StaffActor;
let roads: StaffActor;
let supervisor: StaffActor;

beforeAll(async () => {
  world = await furnishedHouse();
  [agent, roads, supervisor] = [await world.as('elif'), await world.as('fatih'), await world.as('sibel')];
});

const as = <T>(actor: Parameters<typeof inTransaction<T>>[1]['actor'], work: (tx: Tx) => Promise<T>) =>
  inTransaction(world.house, { actor }, work);
const share = () => longWorkRound(world.house, staffActorById);
const reason = 'Ekip bildirdi.';

const BURST: NewKnownProblem = {
  title: 'Petrol Yolu’nda su borusu patladı',
  topic: 'YOL-02',
  tr: 'Petrol Yolu’nda su borusu patladı, yol çöktü. Ekipler çalışıyor.',
  en: 'A water main burst in Petrol Yolu. Crews are at work.',
  ...{ neighbourhoods: [1], areas: [], point: null, whereabouts: 'Petrol Yolu', source: 'İSKİ' },
  expectedEnd: '2026-02-16T18:00',
};

const open = (change: Partial<NewKnownProblem> = {}) =>
  as(supervisor, (tx) => openKnownProblem(tx, { ...BURST, ...change }));
const known = async (id: string): Promise<KnownProblem> => (await knownProblemById(world.house.db, id))!;
const stateOf = async (id: string) => (await requestById(world.house.db, id))!;

let callers = 0;
async function report(incident: string, actor: Parameters<typeof as>[0] = agent, change: Partial<Application> = {}) {
  callers += 1;
  const phone = `0555 000 ${String(30 + Math.floor(callers / 100))} ${String(callers % 100).padStart(2, '0')}`;
  const { id } = await as(actor, (tx) =>
    receiveRequest(tx, {
      ...{ channel: 'phone', kind: 'complaint', text: 'Sokakta su fışkırıyor.', language: 'tr', topicCode: 'YOL-02' },
      ...{ answers: [], danger: false, fileIds: [], clientKey: null, knownProblem: incident },
      person: { name: 'Arayan Örnek', phone, notifyBy: 'sms' },
      place: { ...NO_PLACE, neighbourhoodId: 1, description: 'Petrol Yolu' },
      ...change,
    }),
  );
  return id;
}

describe('a known problem', () => {
  test('is led by the first who asks, followed by the others, and ends for all with one answer each', async () => {
    const id = await open();
    const first = await report(id);
    const others = [await report(id), await report(id, CITIZEN, { channel: 'web' })];
    expect(await known(id)).toMatchObject({ leadId: first, closedAt: null });
    expect(await stateOf(first)).toMatchObject({ state: 'assigned', leadId: null });
    for (const each of others) {
      expect(await stateOf(each)).toMatchObject({ state: 'merged', leadId: first });
      const { history } = (await caseFile(world.house.db, each))!;
      expect(history.map(({ what }) => what)).toContain('said-known-problem');
      expect((await incidentOf(world.house.db, each))!.id).toBe(id);
    }
    const part = (await assignmentsOf(world.house.db, first)).find(({ endedAt }) => endedAt === null)!;
    await as(roads, (tx) =>
      answerAssignment(tx, { assignmentId: part.id, outcome: 'done', text: 'Boru onarıldı, yol açıldı.' }),
    );
    await share();
    for (const each of [first, ...others]) {
      expect((await stateOf(each)).state).toBe('concluded');
      const told = (await messagesOfRequest(world.house.db, each)).filter(({ textKey }) => textKey === 'concluded');
      expect(told).toHaveLength(1);
    }
    expect(await known(id)).toMatchObject({ closedHow: 'concluded' });
    await expect(report(id)).rejects.toMatchObject({ code: 'known-problem-over' });
    expect(await knownProblemsNear(world.house.db, near('YOL-02', 1))).toEqual([]);
  });

  test('has one lead, also when two call at the same moment', async () => {
    const id = await open();
    const [one, other] = await Promise.all([report(id), report(id)]);
    const { leadId } = await known(id);
    expect([one, other]).toContain(leadId);
    const follower = leadId === one ? other : one;
    expect(await stateOf(follower)).toMatchObject({ state: 'merged', leadId });
    await as(supervisor, async (tx) => endKnownProblem(tx, id, { version: (await known(id)).version, reason }));
  });

  test('waits for the next when the only one who had asked takes it back', async () => {
    const id = await open();
    const first = await report(id);
    await as(CITIZEN, (tx) => withdrawRequest(tx, { requestId: first }));
    expect(await known(id)).toMatchObject({ leadId: null, closedAt: null });
    const next = await report(id);
    const follower = await report(id);
    expect((await known(id)).leadId).toBe(next);
    await as(supervisor, (tx) => releaseFromIncident(tx, { requestId: follower, why: 'Başka sokak.' }));
    expect(await stateOf(follower)).toMatchObject({ state: 'assigned', leadId: null });
    expect(await known(id), 'few people are no reason to forget it').toMatchObject({ leadId: next, closedAt: null });
    const third = await report(id);
    await as(CITIZEN, (tx) => withdrawRequest(tx, { requestId: next }));
    expect((await known(id)).leadId, 'the oldest of those who follow').toBe(third);
  });

  test('is ended without anybody, offered again, and said better; each version is kept', async () => {
    const id = await open();
    const { version } = await known(id);
    await as(supervisor, (tx) => endKnownProblem(tx, id, { version, reason }));
    expect(await known(id)).toMatchObject({ closedHow: 'over' });
    await expect(report(id)).rejects.toMatchObject({ code: 'known-problem-over' });
    await expect(
      as(supervisor, (tx) => endKnownProblem(tx, id, { version: version + 1, reason })),
    ).rejects.toMatchObject({ code: 'known-problem-over' });
    await as(supervisor, (tx) => resumeKnownProblem(tx, id, { version: version + 1, reason }));
    const again = await known(id);
    expect(again).toMatchObject({ closedAt: null, endedAt: null });
    const later = { ...BURST, expectedEnd: '2026-02-17T12:00', version: again.version };
    await as(supervisor, (tx) => changeKnownProblem(tx, id, { known: later, reason }));
    expect((await known(id)).expectedEnd).toEqual(new Date('2026-02-17T12:00:00+03:00'));
    await expect(as(supervisor, (tx) => changeKnownProblem(tx, id, { known: later, reason }))).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  test('that was ended while somebody waits goes on at the lead, and can be offered again', async () => {
    const id = await open();
    const first = await report(id);
    await as(supervisor, async (tx) => endKnownProblem(tx, id, { version: (await known(id)).version, reason }));
    expect(await known(id)).toMatchObject({ leadId: first, closedAt: null });
    expect((await stateOf(first)).state).toBe('assigned');
    await as(supervisor, async (tx) => resumeKnownProblem(tx, id, { version: (await known(id)).version, reason }));
    expect((await stateOf(await report(id))).leadId).toBe(first);
  });

  test('keeps its lead: it is merged into nothing, and its topic does not become a secret', async () => {
    const id = await open();
    const first = await report(id);
    const apart = await report(undefined as never, agent, { knownProblem: undefined });
    const merge = (into: string, requests: string[]) =>
      as(supervisor, (tx) => mergeRequests(tx, { into, requests, why: 'Aynı.' }));
    await expect(merge(apart, [first])).rejects.toMatchObject({ code: 'merge-known-problem' });
    const topic = { code: 'ZAB-05', version: 1, restricted: true, restrictedTo: [] };
    await expect(
      as(supervisor, (tx) => changeTopic(tx, { requestId: first, topic, reroute: false, reason })),
    ).rejects.toMatchObject({ code: 'merge-protected' });
    await merge(first, [apart]);
    expect((await stateOf(apart)).leadId).toBe(first);
  });

  test('is for what a neighbour may hear of, and for whoever may open it', async () => {
    await expect(open({ topic: 'ZAB-05' })).rejects.toMatchObject({ code: 'merge-protected' });
    await expect(open({ topic: 'YOK-01' })).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(open({ neighbourhoods: [999] })).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(open({ tr: ' ' })).rejects.toMatchObject({ code: 'text-empty' });
    await expect(open({ expectedEnd: '2026-02-31T10:00' })).rejects.toMatchObject({ code: 'date-invalid' });
    await expect(as(agent, (tx) => openKnownProblem(tx, BURST))).rejects.toMatchObject({ code: 'not-allowed' });
    const id = await open();
    const secret = { topicCode: 'ZAB-05', text: 'Komşu gürültü yapıyor.' };
    await expect(report(id, CITIZEN, secret)).rejects.toMatchObject({ code: 'merge-protected' });
    expect(await knownProblemsNear(world.house.db, near('ZAB-05', 1))).toEqual([]);
  });
});

const near = (topicCode: string, neighbourhoodId: number) => ({
  topicCode,
  spot: { neighbourhoodId, latitude: null, longitude: null },
});
