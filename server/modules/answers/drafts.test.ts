import { beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { systemActor } from '../../kernel/actor.ts';
import { rows, sql } from '../../kernel/db/database.ts';
import type { FurnishedHouse } from '../../testing/furnished-house.ts';
import { codeOf } from '../../testing/refused.ts';
import { furnishedHouse } from '../../testing/furnished-house.ts';
import { readTopics, saveTopic } from '../catalogue/door.ts';
import { messagesOfRequest } from '../correspondence/door.ts';
import { answerAssignment, caseFile, giveInterimAnswer, heldActJob, holdAct, takeBack } from '../requests/door.ts';
import { staffActorById } from '../staff/door.ts';
import {
  approveDraft,
  dropDraft,
  keepDraft,
  sendDraftBack,
  submitDraft,
  takeDraftBack,
  takeDraftOver,
  waitingFor,
} from './door.ts';
import type { Draft } from './draft.ts';
import { draftById, draftsOf, stepsOf, versionsOf } from './draft-store.ts';
import { draftsSeenBy } from './queries.ts';
import type { AnswerStage } from './testing.ts';
import { GOOD_TEXT, answerStage, done, refused } from './testing.ts';

let world: FurnishedHouse;
let stage: AnswerStage;

beforeAll(async () => {
  world = await furnishedHouse();
  stage = await answerStage(world);
});

const petition = () => stage.file({ kind: 'petition' });
const submit = (assignmentId: string, body = done()) =>
  stage.as(stage.people.fatih, (tx) => submitDraft(tx, { assignmentId, kind: 'final', body }));
const draftOf = async (id: string): Promise<Draft> => (await draftById(world.house.db, id))!;
const stepWords = async (id: string) =>
  (await stepsOf(world.house.db, [id])).map(({ what, rung }) => `${what} ${rung}`);
const finalsOf = async (requestId: string) =>
  (await caseFile(world.house.db, requestId))!.answers.filter(({ kind }) => kind === 'final');
const holdApproval = (name: 'mustafa' | 'nermin' | 'sibel', draft: Draft) =>
  holdAct(world.house, stage.people[name], {
    requestId: draft.requestId,
    act: 'approve-answer',
    input: { draftId: draft.id, version: draft.version, assignmentId: draft.assignmentId },
  });
const letItGo = async () => {
  world.clock.advance(11_000);
  await heldActJob(world.house, staffActorById);
};

describe('an answer that needs approval', () => {
  test('cannot be given by whoever may only draft it, whatever the route', async () => {
    const { assignmentId } = await petition();
    const answer = { assignmentId, outcome: 'done', text: GOOD_TEXT } as const;
    expect(await codeOf(stage.as(stage.people.fatih, (tx) => answerAssignment(tx, answer)))).toBe('approval-needed');
    const interim = { assignmentId, text: 'Yerinde inceledik; 20 Şubat günü sonucu yazacağız.' };
    expect(await codeOf(stage.as(stage.people.fatih, (tx) => giveInterimAnswer(tx, interim)))).toBe('approval-needed');
    await stage.as(stage.people.mustafa, (tx) => giveInterimAnswer(tx, interim));
    await stage.as(stage.people.mustafa, (tx) => answerAssignment(tx, answer));
  });

  test('a refusal under a law is not the manager’s alone', async () => {
    const { assignmentId } = await petition();
    const answer = { assignmentId, outcome: 'refused', text: refused().text } as const;
    expect(await codeOf(stage.as(stage.people.mustafa, (tx) => answerAssignment(tx, answer)))).toBe('approval-needed');
    expect(await codeOf(stage.as(stage.people.sibel, (tx) => answerAssignment(tx, answer)))).toBe('approval-needed');
    await stage.as(stage.people.nermin, (tx) => answerAssignment(tx, answer));
  });

  test('goes from clerk to manager to deputy mayor, is held, and has its drafter as author', async () => {
    const { requestId, assignmentId } = await petition();
    const { id, rung } = await submit(assignmentId, refused());
    expect(rung).toBe('manager');
    expect(await waitingFor(world.house, stage.people.nermin)).toEqual([]);
    expect((await waitingFor(world.house, stage.people.mustafa)).map(({ draft }) => draft.id)).toContain(id);
    const first = { draftId: id, version: 1, mayGive: false };
    expect(await stage.as(stage.people.mustafa, (tx) => approveDraft(tx, first))).toEqual({ given: false });
    expect((await waitingFor(world.house, stage.people.nermin)).map(({ draft }) => draft.id)).toContain(id);
    expect(await finalsOf(requestId)).toEqual([]);
    await holdApproval('nermin', await draftOf(id));
    expect(await finalsOf(requestId)).toEqual([]);
    await letItGo();
    const [answer] = await finalsOf(requestId);
    expect(answer).toMatchObject({ authorId: stage.people.fatih.id, outcome: 'refused', text: refused().text });
    expect(await draftOf(id)).toMatchObject({ state: 'given', answerId: answer!.id });
    expect(await stepWords(id)).toEqual([
      'submitted manager',
      'approved manager',
      'approved deputy-mayor',
      'given null',
    ]);
    const told = await messagesOfRequest(world.house.db, requestId);
    expect(told.filter(({ textKey }) => textKey === 'concluded')).toHaveLength(1);
  });

  test('comes back with what is missing, is mended as a new version, and every version stays', async () => {
    const { assignmentId, requestId } = await petition();
    const { id } = await submit(assignmentId, done(`${GOOD_TEXT} Ek bilgi yok.`));
    const back = { draftId: id, version: 1, reason: ' ' };
    expect(await codeOf(stage.as(stage.people.mustafa, (tx) => sendDraftBack(tx, back)))).toBe('reason-missing');
    await stage.as(stage.people.mustafa, (tx) => sendDraftBack(tx, { ...back, reason: 'Ne zaman yapıldığını yazın.' }));
    expect(await draftOf(id)).toMatchObject({ state: 'sent-back', rung: null });
    expect((await submit(assignmentId)).id).toBe(id);
    const versions = await versionsOf(world.house.db, [id]);
    expect(versions.map(({ body }) => body.text)).toEqual([`${GOOD_TEXT} Ek bilgi yok.`, GOOD_TEXT]);
    const { history } = (await caseFile(world.house.db, requestId))!;
    expect(history.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['answer-submitted', 'answer-sent-back', 'answer-submitted']),
    );
    await expect(sql`update answer_draft_versions set version = 9 where draft_id = ${id}`.execute(world.house.db)).rejects.toThrow(/append-only/); // prettier-ignore
  });

  test('keeps the approver’s own words as a version of theirs', async () => {
    const { assignmentId, requestId } = await petition();
    const { id } = await submit(assignmentId);
    const body = done(`${GOOD_TEXT} Duyarlılığınız için teşekkür ederiz.`);
    await stage.as(stage.people.mustafa, (tx) => approveDraft(tx, { draftId: id, version: 1, body, mayGive: true }));
    const [answer] = await finalsOf(requestId);
    expect(answer).toMatchObject({ text: body.text, authorId: stage.people.fatih.id });
    const versions = await versionsOf(world.house.db, [id]);
    expect(versions.map(({ editedBy }) => editedBy)).toEqual([stage.people.fatih.id, stage.people.mustafa.id]);
  });

  test('changed by the approver into a refusal climbs one rung more', async () => {
    const { assignmentId } = await petition();
    const { id } = await submit(assignmentId);
    const input = { draftId: id, version: 1, body: refused() };
    await stage.as(stage.people.mustafa, (tx) => approveDraft(tx, { ...input, mayGive: true }));
    expect(await draftOf(id)).toMatchObject({ state: 'submitted', rung: 'deputy-mayor', version: 2 });
  });

  test('is never read by those above in vain: a deputy mayor’s look is the manager’s too', async () => {
    const { assignmentId, requestId } = await petition();
    const { id } = await submit(assignmentId, refused());
    await stage.as(stage.people.nermin, (tx) => approveDraft(tx, { draftId: id, version: 1, mayGive: true }));
    expect(await finalsOf(requestId)).toHaveLength(1);
    expect(await stepWords(id)).toEqual([
      'submitted manager',
      'approved manager',
      'approved deputy-mayor',
      'given null',
    ]);
  });

  test('may not leave unheld when it turns out to be the last rung', async () => {
    const { assignmentId, requestId } = await petition();
    const { id } = await submit(assignmentId);
    const act = stage.as(stage.people.mustafa, (tx) => approveDraft(tx, { draftId: id, version: 1, mayGive: false }));
    expect(await codeOf(act)).toBe('changed-meanwhile');
    expect(await finalsOf(requestId)).toEqual([]);
  });

  test('where no deputy mayor looks after the directorate the supervisor stands on that rung', async () => {
    const { requestId, assignmentId } = await stage.file({ kind: 'petition', topicCode: 'HAY-01' });
    const answer = { assignmentId, outcome: 'refused', text: refused().text } as const;
    expect(await codeOf(stage.as(stage.people.nermin, (tx) => answerAssignment(tx, answer)))).toBe('not-allowed');
    await stage.as(stage.people.sibel, (tx) => answerAssignment(tx, answer));
    expect(await finalsOf(requestId)).toHaveLength(1);
  });

  test('by a topic that asks for it, from the moment it asks', async () => {
    const { assignmentId } = await stage.file({ topicCode: 'YOL-05' });
    const topic = (await readTopics(world.house.db)).find(({ code }) => code === 'YOL-05')!;
    const stricter = { ...topic, answering: { approval: 'manager' as const } };
    await inTransaction(world.house, { actor: systemActor('test') }, (tx) => saveTopic(tx, stricter, 'Denetim'));
    const answer = { assignmentId, outcome: 'done', text: GOOD_TEXT } as const;
    expect(await codeOf(stage.as(stage.people.fatih, (tx) => answerAssignment(tx, answer)))).toBe('approval-needed');
  });
});

describe('two at the same moment', () => {
  test('hold an approval once: the second is told', async () => {
    const { assignmentId, requestId } = await petition();
    const { id } = await submit(assignmentId);
    const draft = await draftOf(id);
    const both = await Promise.allSettled([holdApproval('mustafa', draft), holdApproval('sibel', draft)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const loser = both.find((one) => one.status === 'rejected') as PromiseRejectedResult;
    expect((loser.reason as { code: string }).code).toBe('held-already');
    await letItGo();
    expect(await finalsOf(requestId)).toHaveLength(1);
  });

  test('approve once, also without the seconds between', async () => {
    const { assignmentId, requestId } = await petition();
    const { id } = await submit(assignmentId);
    const approve = (name: 'mustafa' | 'sibel' | 'nermin') =>
      stage.as(stage.people[name], (tx) => approveDraft(tx, { draftId: id, version: 1, mayGive: true }));
    const all = await Promise.allSettled([approve('mustafa'), approve('sibel'), approve('nermin')]);
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of all)
      if (one.status === 'rejected') expect((one.reason as { code: string }).code).toBe('already-approved');
    expect(await finalsOf(requestId)).toHaveLength(1);
    const told = await messagesOfRequest(world.house.db, requestId);
    expect(told.filter(({ textKey }) => textKey === 'concluded')).toHaveLength(1);
  });

  test('on a rung that is not the last, the second of two is told that it was approved, and signs nothing above', async () => {
    const { assignmentId, requestId } = await petition();
    const { id } = await submit(assignmentId, refused());
    const approve = (name: 'mustafa' | 'sibel') =>
      stage.as(stage.people[name], (tx) => approveDraft(tx, { draftId: id, version: 1, mayGive: true }));
    const both = await Promise.allSettled([approve('mustafa'), approve('sibel')]);
    const lost = both.filter((one) => one.status === 'rejected');
    expect(lost.map(({ reason }) => (reason as { code: string }).code)).toEqual(['already-approved']);
    expect(await draftOf(id)).toMatchObject({ state: 'submitted', rung: 'deputy-mayor' });
    expect(await finalsOf(requestId)).toEqual([]);
  });

  test('an approval and an answer of the same part are the same thing twice', async () => {
    const { assignmentId, requestId } = await petition();
    const { id } = await submit(assignmentId);
    await holdApproval('mustafa', await draftOf(id));
    const direct = holdAct(world.house, stage.people.sibel, {
      ...{ requestId, act: 'answer' as const },
      input: { assignmentId, outcome: 'done', text: GOOD_TEXT },
    });
    expect(await codeOf(direct)).toBe('held-already');
  });

  test('what was held and taken back can be approved by another', async () => {
    const { assignmentId, requestId } = await petition();
    const { id } = await submit(assignmentId);
    const held = await holdApproval('mustafa', await draftOf(id));
    await stage.as(stage.people.mustafa, (tx) => takeBack(tx, { actId: held.id }));
    await holdApproval('sibel', await draftOf(id));
    await letItGo();
    expect(await finalsOf(requestId)).toHaveLength(1);
  });

  test('an approver who read an older version is told', async () => {
    const { assignmentId } = await petition();
    const { id } = await submit(assignmentId);
    await stage.as(stage.people.fatih, (tx) => takeDraftBack(tx, { draftId: id }));
    await submit(assignmentId, done(`${GOOD_TEXT} Yaya geçişi açık.`));
    const old = stage.as(stage.people.mustafa, (tx) => approveDraft(tx, { draftId: id, version: 1, mayGive: true }));
    expect(await codeOf(old)).toBe('changed-meanwhile');
  });
});

describe('a draft', () => {
  const seen = async (name: keyof AnswerStage['people'], requestId: string) => {
    const { request, assignments } = (await caseFile(world.house.db, requestId))!;
    return (await draftsSeenBy(world.house.db, stage.people[name], { request, assignments })).map(({ state }) => state);
  };

  test('is its writer’s alone until it is submitted, and survives another machine', async () => {
    const { assignmentId, requestId } = await petition();
    const typed = { assignmentId, kind: 'final', body: done('Yarım') } as const;
    const first = await stage.as(stage.people.fatih, (tx) => keepDraft(tx, typed));
    const again = await stage.as(stage.people.fatih, (tx) => keepDraft(tx, { ...typed, body: done('Yarım kald') }));
    expect(again.id).toBe(first.id);
    expect(await draftOf(first.id)).toMatchObject({ state: 'writing', version: 0, body: { text: 'Yarım kald' } });
    expect(await seen('fatih', requestId)).toEqual(['writing']);
    for (const other of ['mustafa', 'sibel', 'nermin', 'elif'] as const)
      expect(await seen(other, requestId)).toEqual([]);
    const peek = stage.as(stage.people.sibel, (tx) => takeDraftOver(tx, { draftId: first.id }));
    expect(await codeOf(peek)).toBe('not-found');
    await submit(assignmentId);
    for (const other of ['mustafa', 'sibel', 'nermin'] as const)
      expect(await seen(other, requestId)).toEqual(['submitted']);
    // Whoever only reads the case would tell the citizen an answer that nobody has approved.
    expect(await seen('elif', requestId)).toEqual([]);
  });

  test('waits alone: another of the same part is refused, and so is typing on', async () => {
    const { assignmentId } = await petition();
    await submit(assignmentId);
    const typed = { assignmentId, kind: 'final', body: done() } as const;
    expect(await codeOf(stage.as(stage.people.fatih, (tx) => keepDraft(tx, typed)))).toBe('step-not-allowed');
    expect(await codeOf(stage.as(stage.people.sibel, (tx) => submitDraft(tx, typed)))).toBe('already-exists');
  });

  test('sent back while its writer is away is taken over by a colleague; the writer stays its author', async () => {
    const { assignmentId, requestId } = await petition();
    const { id } = await submit(assignmentId);
    await stage.as(stage.people.mustafa, (tx) => sendDraftBack(tx, { draftId: id, version: 1, reason: 'Tarih yok.' }));
    expect(await codeOf(stage.as(stage.people.pinar, (tx) => takeDraftOver(tx, { draftId: id })))).toBe('not-allowed');
    await stage.as(stage.people.mustafa, (tx) => takeDraftOver(tx, { draftId: id }));
    const mended = { assignmentId, kind: 'final', body: refused() } as const;
    expect(await stage.as(stage.people.mustafa, (tx) => submitDraft(tx, mended))).toEqual({ id, rung: 'deputy-mayor' });
    await stage.as(stage.people.nermin, (tx) => approveDraft(tx, { draftId: id, version: 2, mayGive: true }));
    expect((await finalsOf(requestId))[0]).toMatchObject({ authorId: stage.people.fatih.id });
  });

  test('without a needed approval may still ask for the manager’s look; a manager need not ask themselves', async () => {
    const { assignmentId } = await stage.file();
    expect((await submit(assignmentId)).rung).toBe('manager');
    const other = await stage.file();
    const own = { assignmentId: other.assignmentId, kind: 'final', body: done() } as const;
    expect(await codeOf(stage.as(stage.people.mustafa, (tx) => submitDraft(tx, own)))).toBe('approval-not-needed');
  });

  test('is laid aside when the part is answered in another way', async () => {
    const { assignmentId } = await petition();
    const { id } = await submit(assignmentId);
    const answer = { assignmentId, outcome: 'done', text: GOOD_TEXT } as const;
    await stage.as(stage.people.sibel, (tx) => answerAssignment(tx, answer));
    expect(await draftOf(id)).toMatchObject({ state: 'dropped', rung: null });
  });

  test('that cannot be an answer is refused before anybody reads it', async () => {
    const { assignmentId } = await petition();
    expect(await codeOf(submit(assignmentId, done(' ')))).toBe('answer-missing');
    expect(await codeOf(submit(assignmentId, { ...done(), outcome: 'forwarded' }))).toBe('answer-missing');
    expect(await codeOf(submit(assignmentId, { ...done(), outcome: null }))).toBe('input-invalid');
  });

  test('is dropped by nobody but its holder', async () => {
    const { assignmentId, requestId } = await petition();
    const { id } = await submit(assignmentId);
    await stage.as(stage.people.fatih, (tx) => takeDraftBack(tx, { draftId: id }));
    expect(await codeOf(stage.as(stage.people.mustafa, (tx) => dropDraft(tx, { draftId: id })))).toBe('not-allowed');
    await stage.as(stage.people.fatih, (tx) => dropDraft(tx, { draftId: id }));
    expect((await draftsOf(world.house.db, requestId)).map(({ state }) => state)).toEqual(['dropped']);
  });
});

test('facts of drafts hold ids and codes only', async () => {
  const found = await rows<{ data: Record<string, unknown> }>(
    world.house.db,
    sql`select data from facts where name in ('approval-awaited','draft-sent-back','draft-taken-over')`,
  );
  expect(found.length).toBeGreaterThan(5);
  for (const { data } of found) expect(JSON.stringify(data)).not.toMatch(/kaldırım|Tarih/);
});
