/** Merging is no way around a photo or an approval: what the topic of one who follows asks for is asked at the lead, while it follows. */
import { beforeAll, expect, test } from 'vitest';
import sharp from 'sharp';
import type { AnswerChecked, DraftsShown } from '../../../contract/answers.ts';
import type { Answering } from '../../../contract/answering.ts';
import { longWorkRound } from '../../kernel/long-works/run.ts';
import { systemActor } from '../../kernel/actor.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { DeskCaller, DeskServer } from '../../testing/desk-server.ts';
import { deskServer } from '../../testing/desk-server.ts';
import { furnishedHouse } from '../../testing/furnished-house.ts';
import { codeOf } from '../../testing/refused.ts';
import { approveDraft, submitDraft } from '../answers/door.ts';
import type { AnswerStage } from '../answers/testing.ts';
import { GOOD_TEXT, answerStage, done, sendPhoto } from '../answers/testing.ts';
import { saveTopic, topicInForce } from '../catalogue/door.ts';
import { answerAssignment, assignRequest, assignmentsOf, caseFile, giveInterimAnswer } from '../requests/door.ts';
import { staffActorById } from '../staff/door.ts';
import { mergeRequests, releaseFromIncident } from './door.ts';

const world = await furnishedHouse();
let stage: AnswerStage;
let server: DeskServer;
let fatih: DeskCaller;
let sibel: DeskCaller;
beforeAll(async () => {
  stage = await answerStage(world);
  server = await deskServer(world.house);
  [fatih, sibel] = await Promise.all([server.as('fatih'), server.as('sibel')]);
  await asks('YOL-01', { approval: 'manager' });
  await asks('YOL-02', { approval: 'deputy-mayor' });
  await asks('YOL-05', { evidencePhoto: 'required' });
  // Another directorate’s: who works at the lead reads it only once it was carried to them.
  await asks('TEM-02', { approval: 'manager', evidencePhoto: 'advised' });
});

async function asks(code: string, answering: Answering): Promise<void> {
  const topic = (await topicInForce(world.house.db, code))!;
  await inTransaction(world.house, { actor: systemActor('test') }, (tx) =>
    saveTopic(tx, { ...topic, answering }, 'Yanıtlarına bakılıyor'),
  );
}

/** A pavement that nobody must approve leads; behind it stands one of each of these topics. */
async function behind(...topics: string[]) {
  const lead = await stage.file();
  const followers: string[] = [];
  for (const topicCode of topics) followers.push((await stage.file({ topicCode })).requestId);
  await stage.as(stage.people.sibel, (tx) =>
    mergeRequests(tx, { into: lead.requestId, requests: followers, why: 'Aynı yer.' }),
  );
  return { ...lead, followers };
}

const answer = (name: 'fatih' | 'mustafa' | 'nermin', assignmentId: string) =>
  stage.as(stage.people[name], (tx) => answerAssignment(tx, { assignmentId, outcome: 'done', text: GOOD_TEXT }));

const release = (requestId: string) =>
  stage.as(stage.people.sibel, (tx) => releaseFromIncident(tx, { requestId, why: 'Başka yermiş.' }));

async function checked(who: DeskCaller, assignmentId: string): Promise<AnswerChecked> {
  const body = { kind: 'final', body: done() };
  return (await who.post<AnswerChecked>(`/api/v1/assignments/${assignmentId}/answer-check`, body)).body;
}

const numberOf = async (requestId: string) => (await caseFile(world.house.db, requestId))!.request.trackingNumber;
const bare = (number: string | undefined) => number?.replaceAll(/[^0-9A-Z]/g, '');

test('the longest chain any of them asks for is climbed, also for an interim answer', async () => {
  const { assignmentId, followers } = await behind('YOL-01', 'YOL-02');
  expect(await codeOf(answer('fatih', assignmentId))).toBe('approval-needed');
  expect(await codeOf(answer('mustafa', assignmentId))).toBe('approval-needed');
  const interim = (name: 'mustafa' | 'nermin') =>
    stage.as(stage.people[name], (tx) => giveInterimAnswer(tx, { assignmentId, text: GOOD_TEXT }));
  expect(await codeOf(interim('mustafa'))).toBe('approval-needed');
  await interim('nermin');
  await answer('nermin', assignmentId);
  await longWorkRound(world.house, staffActorById);
  for (const id of followers)
    expect((await caseFile(world.house.db, id))!.request).toMatchObject({ state: 'concluded', outcome: 'done' });
});

test('a draft that was the manager’s to send goes on to the deputy mayor when such a one joins', async () => {
  const lead = await behind('YOL-01');
  const { assignmentId } = lead;
  const { id: draftId, rung } = await stage.as(stage.people.fatih, (tx) =>
    submitDraft(tx, { assignmentId, kind: 'final', body: done() }),
  );
  expect(rung).toBe('manager');
  const { requestId } = await stage.file({ topicCode: 'YOL-02' });
  await stage.as(stage.people.sibel, (tx) =>
    mergeRequests(tx, { into: lead.requestId, requests: [requestId], why: 'Aynı yer.' }),
  );
  const approve = (name: 'mustafa' | 'nermin') =>
    stage.as(stage.people[name], (tx) => approveDraft(tx, { draftId, version: 1, mayGive: true }));
  expect(await approve('mustafa')).toEqual({ given: false });
  const { drafts } = (await sibel.get<DraftsShown>(`/api/v1/requests/${lead.requestId}/answer-drafts`)).body;
  expect(drafts[0]).toMatchObject({ rung: 'deputy-mayor', state: 'submitted' });
  expect(drafts[0]!.chain.map(({ why }) => why.map(({ askedBy }) => askedBy?.request?.topic?.code))).toEqual([
    [],
    ['YOL-02'],
  ]);
  expect(await approve('nermin')).toEqual({ given: true });
});

test('“done” waits for the photo that one who follows asks for, and its citizen sees it too', async () => {
  const { requestId, assignmentId, followers } = await behind('YOL-05');
  expect(await codeOf(answer('fatih', assignmentId))).toBe('answer-not-ready');
  expect((await checked(fatih, assignmentId)).findings).toMatchObject([
    { rule: 'evidence-missing', askedBy: { request: { id: followers[0], topic: { code: 'YOL-05', tr: 'Parke Onarımı' } } } },
  ]); // prettier-ignore
  const content = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#777' } }).jpeg().toBuffer(); // prettier-ignore
  await sendPhoto(server, fatih, { requestId, citizenSees: true, content });
  expect((await checked(fatih, assignmentId)).findings).toEqual([]);
  await answer('fatih', assignmentId);
  await longWorkRound(world.house, staffActorById);
  expect((await caseFile(world.house.db, followers[0]!))!.photos).toMatchObject([{ citizenSees: true }]);
});

test('who may not read it learns that one asks, and neither which nor its topic', async () => {
  const { requestId, assignmentId, followers } = await behind('TEM-02');
  // Parks come to it afterwards: that they read those who follow as well is carried to each of them a moment later.
  await stage.as(stage.people.sibel, (tx) => assignRequest(tx, { requestId, directorate: 'PRK', why: 'Kök de var.' }));
  const part = (await assignmentsOf(world.house.db, requestId)).find((each) => each.directorateCode === 'PRK')!;
  const pinar = await server.as('pinar');
  const before = await checked(pinar, part.id);
  expect(before.chain).toMatchObject([{ rung: 'manager', why: [{ askedBy: { request: null } }] }]);
  expect(before.findings).toMatchObject([{ rule: 'evidence-advised', askedBy: { request: null } }]);
  expect(JSON.stringify(before)).not.toMatch(/TEM-02|Moloz/);
  expect(JSON.stringify(before)).not.toContain(followers[0]);
  const seen = (await checked(fatih, assignmentId)).chain[0]!.why[0]!.askedBy!.request;
  expect(seen).toMatchObject({ id: followers[0], topic: { code: 'TEM-02', tr: 'Moloz Alımı' } });
  expect(bare(seen?.shownNumber)).toBe(bare(await numberOf(followers[0]!)));
  await longWorkRound(world.house, staffActorById);
  expect((await checked(pinar, part.id)).chain[0]!.why[0]!.askedBy).toEqual({ request: seen });
});

test('undoing the merge takes the demand away', async () => {
  const { assignmentId, followers } = await behind('YOL-02', 'YOL-05');
  expect((await checked(fatih, assignmentId)).mayGive).toBe(false);
  await release(followers[0]!);
  const { mayGive, chain, findings } = await checked(fatih, assignmentId);
  expect({ mayGive, chain }).toEqual({ mayGive: true, chain: [] });
  expect(findings.map(({ rule }) => rule)).toEqual(['evidence-missing']);
  await release(followers[1]!);
  expect((await checked(fatih, assignmentId)).findings).toEqual([]);
  await answer('fatih', assignmentId);
});
