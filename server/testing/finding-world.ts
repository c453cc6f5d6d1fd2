/** Random cases and what happens to them, for tests that hold what people find against what they may see. */
import fc from 'fast-check';
import { READY_ROLES, RIGHTS } from '../../contract/rights.ts';
import type { StaffActor } from '../kernel/actor.ts';
import { CITIZEN, systemActor } from '../kernel/actor.ts';
import type { Tx } from '../kernel/db/transaction.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import type { House } from '../kernel/house.ts';
import { RefusalError } from '../kernel/refusals.ts';
import { NO_PLACE, receiveRequest } from '../modules/intake/door.ts';
import {
  addStaffNote,
  answerAssignment,
  assignRequest,
  assignmentsOf,
  cancelRequest,
  handAssignment,
  returnAssignment,
  withdrawRequest,
  workOnAssignment,
} from '../modules/requests/door.ts';
import { addStaffMember, readyRights, saveRole, staffActorById } from '../modules/staff/door.ts';
import { DEMO_PASSWORD } from '../seed/demo-staff.ts';
import type { FurnishedHouse } from './furnished-house.ts';

const STEPS = [
  'accept',
  'hand-unit',
  'hand-person',
  'return',
  'answer',
  'assign',
  'withdraw',
  'cancel',
  'note',
] as const;
export type DrawnStep = (typeof STEPS)[number];

export const drawnStep = fc.constantFrom(...STEPS);

export const drawnCase = fc.record({
  topic: fc.constantFrom(
    ...(['YOL-01', 'YOL-01', 'YOL-04', 'TEM-01', 'PRK-02', 'HAY-01', 'SOS-05', 'KUR-04', 'ZAB-05', 'SOS-01'] as const),
  ),
  words: fc.shuffledSubarray(['kaldırım', 'çöpler', 'köpeği', 'ağacın', 'lambası', 'zürafa', 'çukurda', 'gürültü'], { minLength: 1, maxLength: 3 }), // prettier-ignore
  channel: fc.constantFrom('web' as const, 'phone' as const, 'desk' as const),
  neighbourhood: fc.integer({ min: 1, max: 4 }),
  pin: fc.boolean(),
  danger: fc.boolean(),
  steps: fc.array(drawnStep, { maxLength: 4 }),
  hours: fc.nat(400),
});
export type DrawnCase = typeof drawnCase extends fc.Arbitrary<infer Case> ? Case : never;

/** Demo people of every role and reach, beside the two that `addNarrowRoles` adds. */
export const READER_NAMES = [
  ...(['elif', 'fatih', 'mustafa', 'tulay', 'pinar', 'veli', 'zeki', 'sema', 'sibel', 'izleyen', 'yonetici'] as const),
];
export const NARROW = ['own-unit', 'own'] as const;

/** Somebody who sees only what lies with their unit, and somebody who sees only what is in their own hands. */
export async function addNarrowRoles({ house }: FurnishedHouse): Promise<void> {
  const rights = readyRights(READY_ROLES[1]);
  await inTransaction(house, { actor: systemActor('test') }, async (tx) => {
    for (const scope of NARROW) {
      const narrow = Object.fromEntries(
        RIGHTS.map((right) => [right, rights[right].ordinary === 'own-directorate' ? { ordinary: scope, restricted: scope } : rights[right]]), // prettier-ignore
      ) as typeof rights;
      await saveRole(tx, { ...{ code: scope, base: 'clerk', name: scope, nameEn: scope, active: true, version: 0 }, rights: narrow }); // prettier-ignore
      await addStaffMember(tx, { username: scope, displayName: scope, role: scope, directorate: 'FEN', unit: 'FEN-YOL', password: DEMO_PASSWORD }); // prettier-ignore
    }
  });
}

export const readerNamed = async ({ house, as }: FurnishedHouse, name: string): Promise<StaffActor> =>
  (await staffActorById(house, (await as(name)).id))!;

export async function recordDrawn(tx: Tx, each: DrawnCase, words: readonly string[] = each.words): Promise<string> {
  const { id } = await receiveRequest(tx, {
    ...{ channel: each.channel, kind: 'complaint', language: 'tr', answers: [], danger: each.danger, fileIds: [], clientKey: null }, // prettier-ignore
    text: `${words.join(' ')} bozuk, lütfen bakın`,
    topicCode: each.topic,
    person: { name: 'Emine Örnek', phone: '0555 000 00 47', notifyBy: 'sms' },
    place: { ...NO_PLACE, neighbourhoodId: each.neighbourhood, description: 'Okulun önü', ...(each.pin && { latitude: 41.02 + each.hours / 10_000, longitude: 29.1 }) }, // prettier-ignore
  });
  return id;
}

export interface Actors {
  system: StaffActor;
  own: StaffActor;
}

/** Takes the step where the case as it stands allows it; a refusal is an answer like another. */
export async function takeStep(
  house: House,
  { id, step, system, own }: Actors & { id: string; step: DrawnStep },
): Promise<void> {
  const part = (await assignmentsOf(house.db, id)).find(({ endedAt }) => endedAt === null);
  const reason = 'Öyle gerekti.';
  const assignmentId = part?.id ?? '00000000-0000-7000-8000-000000000000';
  await inTransaction(house, { actor: step === 'withdraw' ? CITIZEN : system }, async (tx) => {
    if (step === 'accept') await workOnAssignment(tx, { assignmentId, step });
    else if (step === 'hand-unit') await handAssignment(tx, { assignmentId, unit: 'FEN-YOL', assigneeId: null });
    else if (step === 'hand-person') await handAssignment(tx, { assignmentId, unit: null, assigneeId: own.id });
    else if (step === 'return') await returnAssignment(tx, { assignmentId, reason });
    else if (step === 'answer')
      await answerAssignment(tx, { assignmentId, outcome: 'done', text: 'Onarıldı, fıskiye çalışıyor.' });
    else if (step === 'assign') await assignRequest(tx, { requestId: id, directorate: 'PRK', why: reason });
    else if (step === 'withdraw') await withdrawRequest(tx, { requestId: id });
    else if (step === 'cancel') await cancelRequest(tx, { requestId: id, reason });
    else await addStaffNote(tx, { requestId: id, text: 'Muhtar arandı, kepçe istendi.' });
  }).catch((error: unknown) => {
    if (!(error instanceof RefusalError)) throw error;
  });
}
