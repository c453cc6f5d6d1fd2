/** A petition put together with complaints is still answered as a petition: whose approval that takes, and on which grounds. */
import { beforeAll, expect, test } from 'vitest';
import type { RequestPage } from '../../../contract/requests.ts';
import { longWorkRound } from '../../kernel/long-works/run.ts';
import { deskServer } from '../../testing/desk-server.ts';
import { furnishedHouse } from '../../testing/furnished-house.ts';
import { codeOf } from '../../testing/refused.ts';
import type { AnswerStage } from '../answers/testing.ts';
import { GOOD_TEXT, answerStage, refused } from '../answers/testing.ts';
import type { AssignmentOutcome } from '../requests/door.ts';
import { answerAssignment, caseFile, changeKind } from '../requests/door.ts';
import { staffActorById } from '../staff/door.ts';
import { mergeRequests, releaseFromIncident } from './door.ts';

const world = await furnishedHouse();
let stage: AnswerStage;
beforeAll(async () => {
  stage = await answerStage(world);
});

/** A complaint that leads, and a petition behind it. */
async function together() {
  const [lead, petition] = [await stage.file(), await stage.file({ kind: 'petition' })];
  await stage.as(stage.people.mustafa, (tx) =>
    mergeRequests(tx, { into: lead.requestId, requests: [petition.requestId], why: 'Aynı kaldırım.' }),
  );
  return { lead, petition };
}

interface Given {
  outcome: AssignmentOutcome;
  text: string;
  grounds?: readonly string[];
}

const answer = (name: 'fatih' | 'mustafa' | 'nermin', assignmentId: string, given: Given) =>
  stage.as(stage.people[name], (tx) => answerAssignment(tx, { assignmentId, ...given }));

test('a clerk may answer the complaint alone, and with the petition behind it the manager must', async () => {
  const alone = await stage.file();
  await answer('fatih', alone.assignmentId, { outcome: 'done', text: GOOD_TEXT });
  const { lead, petition } = await together();
  const given = { outcome: 'done', text: GOOD_TEXT } as const;
  expect(await codeOf(answer('fatih', lead.assignmentId, given))).toBe('approval-needed');
  await answer('mustafa', lead.assignmentId, given);
  await longWorkRound(world.house, staffActorById);
  const file = (await caseFile(world.house.db, petition.requestId))!;
  expect(file.request).toMatchObject({ kind: 'petition', state: 'concluded', outcome: 'done' });
});

test('a no to both is the deputy mayor’s', async () => {
  const { lead } = await together();
  const no = { outcome: 'refused', text: refused().text } as const;
  expect(await codeOf(answer('mustafa', lead.assignmentId, no))).toBe('approval-needed');
  await answer('nermin', lead.assignmentId, no);
});

test('left unexamined only on a ground of 3071 m.6, which the desk asks for', async () => {
  const { lead } = await together();
  const text = 'Dilekçede imza bulunmadığından kaldırım konusu incelenememiştir; imzalı bir dilekçe verebilirsiniz.';
  const unexamined = { outcome: 'not-examined', text } as const;
  expect(await codeOf(answer('nermin', lead.assignmentId, unexamined))).toBe('ground-missing');
  const clerk = await (await deskServer(world.house)).as('fatih');
  const { endings } = (await clerk.get<RequestPage>(`/api/v1/requests/${lead.requestId}`)).body;
  expect(endings.find(({ outcome }) => outcome === 'not-examined')).toMatchObject({ groundRequired: true });
  await answer('nermin', lead.assignmentId, { ...unexamined, grounds: ['3071-6c'] });
});

test('one that leads or follows does not become an information request until it stands alone', async () => {
  const { lead, petition } = await together();
  const change = (requestId: string) =>
    stage.as(stage.people.sibel, (tx) => changeKind(tx, { requestId, kind: 'foi', reason: 'Bilgi istiyor.' }));
  expect(await codeOf(change(lead.requestId))).toBe('merge-own-law');
  expect(await codeOf(change(petition.requestId))).toBe('merge-own-law');
  await stage.as(stage.people.sibel, (tx) =>
    releaseFromIncident(tx, { requestId: petition.requestId, why: 'Bilgi istiyor.' }),
  );
  await change(petition.requestId);
  await change(lead.requestId);
  for (const { requestId } of [lead, petition])
    expect((await caseFile(world.house.db, requestId))!.request).toMatchObject({ kind: 'foi', leadId: null });
});
