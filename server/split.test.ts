/** One request, several jobs: each with a topic and a clock of its own, within the law's day; the citizen has one request and one promise. */
import { expect, test } from 'vitest';
import type { StaffActor } from './kernel/actor.ts';
import { CITIZEN } from './kernel/actor.ts';
import { istanbulDay } from './modules/calendar/door.ts';
import { receiveRequest } from './modules/intake/door.ts';
import {
  answerAssignment,
  askCitizen,
  assignRequest,
  assignmentsOf,
  requestById,
  workOnAssignment,
} from './modules/requests/door.ts';
import { clocksOfRequest } from './modules/deadlines/door.ts';
import { applicationOf } from './testing/applications.ts';
import { houseWith } from './testing/house-with.ts';

const { world, as, people } = await houseWith('sibel', 'fatih', 'pinar');
const { sibel: supervisor, fatih: roads, pinar: parks } = people;

async function file(): Promise<string> {
  const { id } = await as(CITIZEN, (tx) =>
    receiveRequest(tx, applicationOf({ text: 'Ağaç kökü kaldırımı kaldırdı.' })),
  );
  return id;
}

const give = (requestId: string, directorate: string, days: number) =>
  as(supervisor, (tx) =>
    assignRequest(tx, {
      ...{ requestId, directorate, why: 'Kök budanacak.' },
      job: { topic: 'PRK-02', period: { amount: days, unit: 'business-days' } },
    }),
  );
const partOf = async (id: string, directorate: string) =>
  (await assignmentsOf(world.house.db, id)).find(({ directorateCode }) => directorateCode === directorate)!;
const dayOf = (at: Date | null) => at && istanbulDay(at);

test('each job is due by its own clock; the promise stays, and the request concludes with the last', async () => {
  const id = await file();
  const { promisedAt } = (await requestById(world.house.db, id))!;
  await give(id, 'PRK', 3);
  // Given on Monday the sixteenth: Tuesday is the first day.
  expect(await partOf(id, 'PRK')).toMatchObject({
    jobTopic: 'PRK-02',
    ownPeriod: { amount: 3, unit: 'business-days' },
  });
  expect(dayOf((await partOf(id, 'PRK')).dueAt)).toBe('2026-02-19');
  expect(dayOf((await partOf(id, 'FEN')).dueAt)).toBe(dayOf(promisedAt));
  expect((await requestById(world.house.db, id))!.promisedAt).toEqual(promisedAt);

  await as(roads, async (tx) => workOnAssignment(tx, { assignmentId: (await partOf(id, 'FEN')).id, step: 'accept' }));
  expect(dayOf((await partOf(id, 'PRK')).dueAt), 'what moves the others leaves its own day alone').toBe('2026-02-19');
  const answer = (actor: StaffActor, directorate: string) =>
    as(actor, async (tx) =>
      answerAssignment(tx, {
        assignmentId: (await partOf(id, directorate)).id,
        outcome: 'done',
        text: 'Kaldıran kök budandı, kaldırım yeniden döşendi.',
      }),
    );
  await answer(parks, 'PRK');
  expect((await requestById(world.house.db, id))!.state).not.toBe('concluded');
  await answer(roads, 'FEN');
  expect((await requestById(world.house.db, id))!.state).toBe('concluded');
});

test('no job is given more time than the law gives the whole', async () => {
  const id = await file();
  const statutory = (await clocksOfRequest(world.house.db, id)).find(({ purpose }) => purpose === 'statutory')!;
  await give(id, 'PRK', 90);
  expect((await partOf(id, 'PRK')).dueAt).toEqual(statutory.dueAt);
});

test('a question to the citizen moves the others and not a job’s own day', async () => {
  const id = await file();
  await give(id, 'PRK', 5);
  const before = (await partOf(id, 'PRK')).dueAt;
  await as(roads, (tx) => askCitizen(tx, { requestId: id, question: 'Hangi ağaç?' }));
  expect((await partOf(id, 'PRK')).dueAt).toEqual(before);
});
