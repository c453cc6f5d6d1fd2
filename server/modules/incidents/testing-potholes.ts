/** People, potholes and what is done with them, for the tests of requests that are worked on together. */
import type { StaffActor } from '../../kernel/actor.ts';
import { CITIZEN } from '../../kernel/actor.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { longWorkRound } from '../../kernel/long-works/run.ts';
import { applicationOf } from '../../testing/applications.ts';
import type { FurnishedHouse } from '../../testing/furnished-house.ts';
import { furnishedHouse } from '../../testing/furnished-house.ts';
import { messagesOfRequest } from '../correspondence/door.ts';
import type { Application } from '../intake/door.ts';
import { NO_PLACE, receiveRequest } from '../intake/door.ts';
import { answerAssignment, assignmentsOf, caseFile } from '../requests/door.ts';
import { staffActorById } from '../staff/door.ts';
import { mergeRequests, releaseFromIncident } from './door.ts';

const pothole = applicationOf({
  ...{ channel: 'phone', text: 'Yolda büyük bir çukur var.', topicCode: 'YOL-02' },
  person: { name: 'Emine Örnek', phone: '0 555 000 00 47', notifyBy: 'sms' },
  place: { ...NO_PLACE, neighbourhoodId: 1, description: 'Sağlık ocağının karşısı' },
});

export async function potholes() {
  const world: FurnishedHouse = await furnishedHouse();
  const [roads, parks, chief, supervisor]: StaffActor[] = await Promise.all(
    ['fatih', 'pinar', 'mustafa', 'sibel'].map((name) => world.as(name)),
  );
  const as = <T>(
    actor: Parameters<typeof inTransaction<T>>[1]['actor'],
    work: Parameters<typeof inTransaction<T>>[2],
  ) => inTransaction(world.house, { actor }, work);
  const file = async (change: Partial<Application> = {}) =>
    (await as(CITIZEN, (tx) => receiveRequest(tx, { ...pothole, ...change }))).id;
  const caseOf = async (id: string) => (await caseFile(world.house.db, id))!;
  const share = () => longWorkRound(world.house, staffActorById);
  const merge = (into: string, ...requests: string[]) =>
    as(supervisor!, (tx) => mergeRequests(tx, { into, requests, why: 'Aynı çukur.' }));
  const release = (requestId: string) =>
    as(supervisor!, (tx) => releaseFromIncident(tx, { requestId, why: 'Başka bir çukurmuş.' }));
  const openPart = async (id: string) =>
    (await assignmentsOf(world.house.db, id)).find(({ endedAt }) => endedAt === null)!;
  const answer = async (id: string, text = 'Çukur kapatıldı.') =>
    as(roads!, async (tx) => answerAssignment(tx, { assignmentId: (await openPart(id)).id, outcome: 'done', text }));
  const told = async (id: string) => (await messagesOfRequest(world.house.db, id)).map(({ textKey }) => textKey);
  const whats = async (id: string) => (await caseOf(id)).history.map(({ what }) => what);
  /** Three who report the same hole. */
  const three = async (): Promise<[string, string, string]> => [
    await file(),
    await file({ text: 'Çukura düştüm.' }),
    await file({ channel: 'web', text: 'Koca bir çukur!' }),
  ];
  const people = { roads: roads!, parks: parks!, chief: chief!, supervisor: supervisor! };
  return { world, ...people, as, file, caseOf, share, merge, release, openPart, answer, told, whats, three };
}
