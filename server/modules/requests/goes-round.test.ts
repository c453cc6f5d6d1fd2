/** A request that goes round between directorates: found at once, and a person's to decide. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { CITIZEN } from '../../kernel/actor.ts';
import { rows, sql } from '../../kernel/db/database.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { FurnishedHouse } from '../../testing/furnished-house.ts';
import { furnishedHouse } from '../../testing/furnished-house.ts';
import { NO_PLACE, receiveRequest } from '../intake/door.ts';
import {
  answerAssignment,
  assignRequest,
  assignmentsOf,
  caseFile,
  changeTopic,
  returnAssignment,
  withdrawRequest,
  workOnAssignment,
} from './door.ts';
import { comesBack, isSecondReturn } from './goes-round.ts';

test.each<[string, [string, 'offered' | 'returned' | 'answered'][], boolean, boolean]>([
  ['nobody had it yet', [], false, false],
  ['others are at it', [['PRK', 'offered']], false, false],
  ['another sent it back', [['PRK', 'returned']], true, false],
  ['this one sent it back', [['FEN', 'returned'], ['PRK', 'offered']], true, true], // prettier-ignore
  ['this one answered its part', [['FEN', 'answered']], false, false],
])('%s', (_name, list, second, back) => {
  const parts = list.map(([directorateCode, state]) => ({ directorateCode, state }));
  expect([isSecondReturn(parts), comesBack(parts, 'FEN')]).toEqual([second, back]);
});

let world: FurnishedHouse;
let people: Record<'FEN' | 'PRK' | 'TEM', StaffActor>;
let supervisor: StaffActor;
let manager: StaffActor;

beforeAll(async () => {
  world = await furnishedHouse();
  people = { FEN: await world.as('fatih'), PRK: await world.as('pinar'), TEM: await world.as('tulay') };
  supervisor = await world.as('sibel');
  manager = await world.as('mustafa');
});

const doAs = <T>(actor: Actor, work: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(world.house, { actor }, work);
const file = async (topicCode: string | null = 'YOL-04') =>
  (
    await doAs(CITIZEN, (tx) =>
      receiveRequest(tx, {
        ...{ channel: 'web', kind: 'complaint', text: 'Ağaç kökü kaldırımı kaldırmış.', language: 'tr', topicCode },
        ...{ answers: [], danger: false, person: null, fileIds: [], clientKey: null },
        place: { ...NO_PLACE, neighbourhoodId: 1, description: 'Okulun önü' },
      }),
    )
  ).id;
const openParts = async (id: string) =>
  (await assignmentsOf(world.house.db, id)).filter(({ endedAt }) => endedAt === null);
const partOf = async (id: string, directorate: string) =>
  (await openParts(id)).find(({ directorateCode }) => directorateCode === directorate)!.id;
const sendBack = async (id: string, directorate: 'FEN' | 'PRK' | 'TEM', reason: string) => {
  const assignmentId = await partOf(id, directorate);
  await doAs(people[directorate], (tx) => returnAssignment(tx, { assignmentId, reason }));
};
const give = (id: string, directorate: string, actor: Actor = supervisor) =>
  doAs(actor, (tx) => assignRequest(tx, { requestId: id, directorate, why: 'Sizin' }));
const standing = async (id: string) => {
  const { request, assignments } = (await caseFile(world.house.db, id))!;
  return {
    state: request.state,
    triage: request.triage,
    open: assignments.flatMap(({ endedAt, directorateCode }) => (endedAt === null ? directorateCode : [])),
  };
};
const pingPongs = async (id: string) =>
  (await rows<{ data: object }>(world.house.db, sql`select data from facts where name = 'ping-pong-detected' and subject = ${id}`)).map(({ data }) => data); // prettier-ignore

describe('a request that is sent back', () => {
  test('once waits for the solution centre as returned', async () => {
    const id = await file();
    await sendBack(id, 'FEN', 'Ağaç Park’ın');
    expect(await standing(id)).toEqual({ state: 'in-review', triage: 'returned', open: [] });
    await give(id, 'PRK');
    expect(await standing(id)).toEqual({ state: 'assigned', triage: null, open: ['PRK'] });
    expect(await pingPongs(id)).toEqual([]);
  });

  test('twice goes to the solution centre as going round, with who sent it back, and never on by itself', async () => {
    const id = await file();
    await sendBack(id, 'FEN', 'Ağaç Park’ın');
    await give(id, 'PRK');
    await sendBack(id, 'PRK', 'Kaldırım Fen’in');
    expect(await standing(id)).toEqual({ state: 'in-review', triage: 'ping-pong', open: [] });
    expect(await pingPongs(id)).toEqual([{ returnedBy: ['FEN', 'PRK'] }]);
    await give(id, 'FEN');
    expect(await standing(id)).toEqual({ state: 'assigned', triage: null, open: ['FEN'] });
  });

  test('twice while a third is at work lets that work go on', async () => {
    const id = await file();
    await give(id, 'TEM');
    await give(id, 'PRK');
    await doAs(people.TEM, async (tx) =>
      workOnAssignment(tx, { assignmentId: await partOf(id, 'TEM'), step: 'accept' }),
    );
    await sendBack(id, 'FEN', 'Değil');
    expect(await standing(id)).toEqual({ state: 'in-progress', triage: null, open: ['TEM', 'PRK'] });
    await sendBack(id, 'PRK', 'Değil');
    expect(await standing(id)).toEqual({ state: 'in-progress', triage: 'ping-pong', open: ['TEM'] });
  });

  test('is not stuck when the others have answered: somebody must look', async () => {
    const id = await file();
    await give(id, 'PRK');
    await doAs(people.PRK, async (tx) => answerAssignment(tx, { assignmentId: await partOf(id, 'PRK'), outcome: 'done', text: 'Kök kesildi.' })); // prettier-ignore
    await sendBack(id, 'FEN', 'Kaldırım bizim değil');
    expect(await standing(id)).toEqual({ state: 'in-review', triage: 'returned', open: [] });
  });
});

describe('a directorate that has sent it back', () => {
  const returned = async () => {
    const id = await file();
    await give(id, 'PRK');
    await sendBack(id, 'FEN', 'Ağaç Park’ın');
    return id;
  };
  test('does not get it again from another directorate: the solution centre decides', async () => {
    const id = await returned();
    const parksManager = {
      ...manager,
      ...people.PRK,
      hats: [{ ...manager.hats[0], directorates: ['PRK'] }],
    } as StaffActor;
    expect(await give(id, 'FEN', parksManager)).toBe(null);
    expect(await standing(id)).toEqual({ state: 'assigned', triage: 'ping-pong', open: ['PRK'] });
    expect(await pingPongs(id)).toEqual([{ returnedBy: ['FEN'] }]);
  });
  test('does not get it again from a rule either', async () => {
    const id = await file();
    await sendBack(id, 'FEN', 'Değil');
    const topic = { code: 'YOL-01', version: 1, restricted: false, restrictedTo: [] };
    await doAs(supervisor, (tx) => changeTopic(tx, { requestId: id, topic, reason: 'Çukur', reroute: true }));
    expect(await standing(id)).toEqual({ state: 'in-review', triage: 'ping-pong', open: [] });
  });
});

test('what has ended waits for nobody', async () => {
  const id = await file(null);
  expect(await standing(id)).toEqual({ state: 'in-review', triage: 'no-directorate', open: [] });
  await doAs(CITIZEN, (tx) => withdrawRequest(tx, { requestId: id }));
  expect((await standing(id)).triage).toBe(null);
});
