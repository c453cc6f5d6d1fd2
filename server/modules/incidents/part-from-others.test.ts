/** A topic that becomes restricted takes its requests out of their incidents: nobody's answer is read in somebody else's file. */
import { beforeAll, expect, test } from 'vitest';
import type { StaffActor } from '../../kernel/actor.ts';
import { CITIZEN } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { longWorkRound } from '../../kernel/long-works/run.ts';
import { furnishedHouse } from '../../testing/furnished-house.ts';
import { listTopics, saveTopic } from '../catalogue/door.ts';
import type { Application } from '../intake/door.ts';
import { NO_PLACE, receiveRequest } from '../intake/door.ts';
import { answerAssignment, assignRequest, assignmentsOf, caseFile } from '../requests/door.ts';
import { staffActorById } from '../staff/door.ts';
import { incidentLedBy, mergeRequests } from './door.ts';

const { house, as } = await furnishedHouse();
let supervisor: StaffActor;
let administrator: StaffActor;
beforeAll(async () => {
  [supervisor, administrator] = [await as('sibel'), await as('yonetici')];
});

const pothole = {
  ...{ channel: 'phone', kind: 'complaint', text: 'Yolda büyük bir çukur var.', language: 'tr', topicCode: 'YOL-02' },
  ...{ answers: [], danger: false, fileIds: [], clientKey: null },
  person: { name: 'Emine Örnek', phone: '0 555 000 00 47', notifyBy: 'sms' },
  place: { ...NO_PLACE, neighbourhoodId: 1, description: 'Sağlık ocağının karşısı' },
} satisfies Application;

const doAs = <T>(actor: Tx['actor'], work: (tx: Tx) => Promise<T>) => inTransaction(house, { actor }, work);
const file = async (topicCode: string) =>
  (await doAs(CITIZEN, (tx) => receiveRequest(tx, { ...pothole, topicCode }))).id;
const caseOf = async (id: string) => (await caseFile(house.db, id))!;
const openParts = async (id: string) => (await assignmentsOf(house.db, id)).filter(({ endedAt }) => endedAt === null);

/** Keeps the topic to one unit of its directorate, as its administrator would, and lets the house follow. */
async function restrict(code: string): Promise<void> {
  const topic = (await listTopics(house.db)).find((each) => each.code === code)!;
  const kept = { ...topic, restricted: true, restrictedTo: ['FEN-YOL'] };
  await doAs(administrator, (tx) => saveTopic(tx, kept, 'Yalnız yol birimi'));
  await longWorkRound(house, staffActorById);
}

test('one that leads: those who follow it stand by themselves, and its answer stays its own', async () => {
  const [lead, other, same] = [await file('YOL-02'), await file('YOL-01'), await file('YOL-02')];
  await doAs(supervisor, (tx) => mergeRequests(tx, { into: lead, requests: [other, same], why: 'Aynı çukur.' }));
  await restrict('YOL-02');
  expect((await caseOf(other)).request).toMatchObject({ leadId: null, restricted: false, state: 'assigned' });
  expect(await openParts(other)).toMatchObject([{ directorateCode: 'FEN', state: 'offered' }]);
  expect((await caseOf(other)).history.at(-1)).toMatchObject({
    what: 'released',
    why: expect.stringContaining('gizli'),
  });
  for (const id of [lead, same]) {
    expect((await caseOf(id)).request).toMatchObject({ leadId: null, restricted: true, state: 'assigned' });
    expect(await openParts(id)).toMatchObject([{ directorateCode: 'FEN', state: 'offered' }]);
  }
  expect(await incidentLedBy(house.db, lead), 'it leads nobody any more').toBeUndefined();
});

test('one that follows: it leaves with the parts it may still have, and the lead’s answer does not reach it', async () => {
  const [lead, member, ordinary] = [await file('YOL-01'), await file('YOL-04'), await file('YOL-01')];
  await doAs(supervisor, (tx) => assignRequest(tx, { requestId: member, directorate: 'PRK', why: 'Ağaç kökü.' }));
  await doAs(supervisor, (tx) => mergeRequests(tx, { into: lead, requests: [member, ordinary], why: 'Aynı çukur.' }));
  await restrict('YOL-04');
  const [part] = await openParts(lead);
  await doAs(supervisor, (tx) =>
    answerAssignment(tx, { assignmentId: part!.id, outcome: 'done', text: 'Çukur kapatıldı.' }),
  );
  await longWorkRound(house, staffActorById);
  expect((await caseOf(ordinary)).request).toMatchObject({ leadId: lead, state: 'concluded' });
  const { request, answers } = await caseOf(member);
  expect(request).toMatchObject({ leadId: null, restricted: true, state: 'assigned' });
  expect((await openParts(member)).map(({ directorateCode }) => directorateCode)).toEqual(['FEN']);
  expect(answers).toEqual([]);
});
