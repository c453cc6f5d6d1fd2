/** What the solution centre is told when the rules could give a request to nobody, or when its directorate sent it back. */
import { expect, test } from 'vitest';
import type { Rule } from '../contract/routing.ts';
import type { StaffActor } from './kernel/actor.ts';
import { CITIZEN } from './kernel/actor.ts';
import { newId } from './kernel/ids.ts';
import { RefusalError } from './kernel/refusals.ts';
import { topicInForce } from './modules/catalogue/door.ts';
import type { Application } from './modules/intake/door.ts';
import { receiveRequest } from './modules/intake/door.ts';
import type { ServiceRequest } from './modules/requests/door.ts';
import {
  answerAssignment,
  assignRequest,
  assignmentsOf,
  changeTopic,
  requestById,
  returnAssignment,
} from './modules/requests/door.ts';
import { guessesFor, ruleSetWithFaults, saveRules } from './modules/routing/door.ts';
import { applicationOf } from './testing/applications.ts';
import { houseWith } from './testing/house-with.ts';

const { world, as: doAs, people } = await houseWith('sibel', 'fatih', 'pinar');
const { sibel: supervisor, fatih: roads, pinar: parks } = people;

const root = applicationOf({ topicCode: 'YOL-02', text: 'Ağaç kökü kaldırımı kaldırmış, budama da gerek.' });
const file = async (change: Partial<Application> = {}) =>
  (await doAs(CITIZEN, (tx) => receiveRequest(tx, { ...root, ...change }))).id;

async function sendBack(id: string, actor: StaffActor = roads): Promise<void> {
  const open = (await assignmentsOf(world.house.db, id)).find(({ endedAt }) => endedAt === null)!;
  await doAs(actor, (tx) => returnAssignment(tx, { assignmentId: open.id, reason: 'Ağaç bizim değil.' }));
}

const guessed = async (id: string, actor: StaffActor = supervisor) =>
  (await guessesFor(world.house, actor, id)).guesses;

test('a request without a topic is guessed from its words; the guess put right, the rules give it there', async () => {
  const id = await file({ topicCode: null, text: 'Okulun önündeki ağaçlar budanmalı, dallar düşüyor.' });
  const [first] = await guessed(id);
  expect(first).toMatchObject({ directorate: 'PRK', topic: 'PRK-02' });
  expect(first!.why.tr).toContain('Budama ve Kesim');
  const topic = (await topicInForce(world.house.db, 'PRK-02'))!;
  await doAs(supervisor, (tx) =>
    changeTopic(tx, {
      ...{ requestId: id, reason: first!.why.tr, reroute: true },
      topic: { code: topic.code, version: topic.version, restricted: false, restrictedTo: [] },
    }),
  );
  const [part] = await assignmentsOf(world.house.db, id);
  expect(part).toMatchObject({ directorateCode: 'PRK', state: 'offered' });
  expect(await requestById(world.house.db, id)).toMatchObject({ triage: null } satisfies Partial<ServiceRequest>);
});

test('whoever sent it back is not named again, and whoever answered such requests before is named first', async () => {
  const earlier = await file();
  await sendBack(earlier);
  expect((await guessed(earlier)).map(({ directorate }) => directorate)).not.toContain('FEN');
  await doAs(supervisor, (tx) => assignRequest(tx, { requestId: earlier, directorate: 'PRK', why: 'Ağaç kökü.' }));
  const part = (await assignmentsOf(world.house.db, earlier)).find(({ endedAt }) => endedAt === null)!;
  await doAs(parks, (tx) =>
    answerAssignment(tx, { assignmentId: part.id, outcome: 'done', text: 'Ağacın kökü budandı, kaldırım düzeltildi.' }),
  );
  const later = await file();
  await sendBack(later);
  const [first] = await guessed(later);
  expect(first).toMatchObject({ directorate: 'PRK', topic: null });
  expect(first!.why.tr).toBe('Bu konuda geri gönderilen başvurulardan 1 tanesini yanıtladı.');
});

test('what the municipality wrote as a rule comes before experience', async () => {
  const id = await file({ topicCode: 'TEM-10', text: 'Gece yarısı matkap sesi geliyor, yol kazıyorlar.' });
  await sendBack(id, await world.as('zeki'));
  const { version } = await ruleSetWithFaults(world.house.db);
  const rule: Rule = {
    ...{ id: newId(world.house.clock.now()), name: 'Gece kazısı', when: { words: ['matkap'] } },
    ...{
      to: { directorate: 'FEN', unit: null, person: null },
      why: { tr: 'Gece kazısı yollarındır.', en: 'Digging at night is theirs.' },
    },
  };
  await doAs(supervisor, (tx) =>
    saveRules(tx, { rules: [rule], version, reason: 'Kazı', dryRun: null, withoutDryRun: 'Tek kural' }),
  );
  expect((await guessed(id))[0]).toMatchObject({
    directorate: 'FEN',
    topic: null,
    why: { tr: 'Gece kazısı yollarındır.' },
  });
});

test('only whoever may give a request to a directorate is told', async () => {
  const id = await file();
  const refusal = await guessed(id, roads).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(RefusalError);
  expect((refusal as RefusalError).code).toBe('not-allowed');
});
