import { expect, test } from 'vitest';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { furnishedHouse } from '../../testing/furnished-house.ts';
import {
  answerAssignment,
  assignmentsOf,
  changeTopic,
  recordRequest,
  reopenRequest,
  requestById,
  workOnAssignment,
} from './door.ts';
import type { NewRequest } from './door.ts';
import * as facts from './facts.ts';

const { house, as } = await furnishedHouse();
const [agent, clerk, supervisor] = [await as('elif'), await as('fatih'), await as('sibel')];

const asked: NewRequest = {
  kind: 'complaint',
  channel: 'phone',
  text: 'Asfalt bozuk.',
  language: 'tr',
  topicCode: 'YOL-01',
  topicVersion: 1,
  answers: [{ question: 'since', label: 'Ne zamandan beri?', value: 'today', valueLabel: 'Bugün' }],
  citizenId: null,
  contactPhone: '+905000000009',
  contactEmail: null,
  notifyBy: 'sms',
  identitySecret: false,
  restricted: false,
  restrictedTo: [],
  danger: false,
  place: {
    neighbourhoodId: null,
    street: 'Selvi Sokak',
    door: '4',
    description: null,
    latitude: 41.02,
    longitude: 29.1,
  },
  receivedAt: new Date('2026-02-16T08:59:59.123Z'),
  clientKey: 'kept',
  externalNumber: null,
  noticeVersion: null,
};

const look = async (db: Db, id: string) => ({ request: await requestById(db, id), parts: await assignmentsOf(db, id) });

let kept: Awaited<ReturnType<typeof look>> | undefined;
/** Looks after every other reaction: the last look is at the case as the transaction leaves it. */
const lookers = Object.values(facts).map(({ factName }) => ({
  factName,
  does: 'looks',
  run: async (tx: Tx, { subject }: { subject: string }) => void (kept = await look(tx.db, subject)),
}));
const watched = { ...house, reactions: [...house.reactions, ...lookers] };

async function act<T>(actor: StaffActor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(watched, { actor }, work);
}

test('what a transaction keeps of a case is, step by step, what the database then holds', async () => {
  const { id } = await act(agent, (tx) => recordRequest(tx, asked));
  expect(await look(house.db, id)).toEqual(kept);
  expect(kept?.parts).toHaveLength(1);
  const topic = { code: 'YOL-04', version: 1, restricted: false, restrictedTo: [] };
  await act(supervisor, (tx) => changeTopic(tx, { requestId: id, topic, reason: 'Kaldırım.', reroute: true }));
  expect(await look(house.db, id)).toEqual(kept);
  const assignmentId = kept!.parts.find(({ endedAt }) => endedAt === null)!.id;
  await act(clerk, (tx) => workOnAssignment(tx, { assignmentId, step: 'accept' }));
  expect(await look(house.db, id)).toEqual(kept);
  await act(clerk, (tx) => answerAssignment(tx, { assignmentId, outcome: 'done', text: 'Kaldırım yapıldı.' }));
  expect(await look(house.db, id)).toEqual(kept);
  expect(kept?.request).toMatchObject({ state: 'concluded', nextDueAt: null });
  await act(supervisor, (tx) => reopenRequest(tx, { requestId: id, reason: 'Sorun sürüyor.' }));
  expect(await look(house.db, id)).toEqual(kept);
});
