/** What staff see before they send is what then leaves the house and what the page then shows, word for word. */
import { beforeAll, expect, test } from 'vitest';
import type { AnswerPreview, PreviewAsked } from '../../../contract/answer-preview.ts';
import type { Message } from '../correspondence/door.ts';
import { messagesOfRequest } from '../correspondence/door.ts';
import type { AnswerStage } from './testing.ts';
import { GOOD_TEXT, answerStage } from './testing.ts';
import type { Application } from '../intake/door.ts';
import { answerAssignment, askCitizen, assignRequest, giveInterimAnswer } from '../requests/door.ts';
import type { DeskCaller, DeskServer } from '../../testing/desk-server.ts';
import { deskServer } from '../../testing/desk-server.ts';
import type { FurnishedHouse } from '../../testing/furnished-house.ts';
import { furnishedHouse } from '../../testing/furnished-house.ts';

let world: FurnishedHouse;
let stage: AnswerStage;
let clerk: DeskCaller;
let server: DeskServer;
beforeAll(async () => {
  world = await furnishedHouse();
  stage = await answerStage(world);
  server = await deskServer(world.house);
  clerk = await server.as('fatih');
});

const BY_MAIL: Partial<Application> = {
  language: 'en',
  person: { name: 'Grace Örnek', email: 'grace@ornek.example.org', notifyBy: 'email' },
};
const BY_NOTHING: Partial<Application> = { person: { name: 'Emine Örnek', phone: '05550000047', notifyBy: 'none' } };

async function preview(requestId: string, asked: Partial<PreviewAsked>): Promise<AnswerPreview> {
  const whole = { kind: 'final', assignmentId: null, text: GOOD_TEXT, outcome: null, forwardedTo: null, ...asked };
  const { status, body } = await clerk.post<AnswerPreview>(`/api/v1/requests/${requestId}/answer-preview`, whole);
  expect(status).toBe(200);
  return body;
}

const newest = async (requestId: string): Promise<Message> =>
  (await messagesOfRequest(world.house.db, requestId)).at(-1)!;

/** The sections in which our words stand. */
const words = (page: string) =>
  page.replace(/"\/t\/\S+\/yazi\/\S+?"/g, '"#"').match(/<section class="answer">[^]*?<\/section>/g) ?? [];
const promise = (page: string) => /<p class="promise[^]*?<\/p>/.exec(page)?.[0];

async function pageOf(requestId: string): Promise<string> {
  return (await fetch(`${server.address}/t/${world.house.secrets.accessToken(requestId)}`)).text();
}

function expectSame({ message }: AnswerPreview, sent: Message): void {
  const key = /(?<=\/t\/)[A-Za-z0-9_-]{22}/;
  expect(sent.body).toMatch(key);
  expect(message).toMatchObject({
    channel: sent.channel,
    subject: sent.subject,
    body: sent.body.replace(key, '…'),
    notBefore: sent.notBefore.toISOString(),
  });
  if (sent.channel === 'sms')
    expect(message?.sms).toMatchObject({ segments: sent.segments, costKurus: sent.costKurus });
}

test.each([
  ['done, by SMS', {}, { outcome: 'done' }],
  ['done, by e-mail in English', BY_MAIL, { outcome: 'done' }],
  ['forwarded, by SMS', {}, { outcome: 'forwarded', forwardedTo: 'İSKİ', text: 'Bu iş İSKİ’nin görevidir, ilettik.' }],
] as const)('an answer: %s', async (_, how, answer) => {
  const { requestId, assignmentId } = await stage.file(how);
  const seen = await preview(requestId, { assignmentId, ...answer });
  const text = 'text' in answer ? answer.text : GOOD_TEXT;
  await stage.as(stage.people.fatih, (tx) => answerAssignment(tx, { assignmentId, text, ...answer }));
  const page = await pageOf(requestId);
  expectSame(seen, await newest(requestId));
  // The page of an English letter is in the reader's language; its text is the test of the mail.
  if (!('language' in how)) {
    expect(words(page)).toHaveLength(1);
    expect(words(seen.page)).toEqual(words(page));
    expect(promise(seen.page)).toBe(promise(page));
  }
});

test('an interim answer and a question', async () => {
  const { requestId, assignmentId } = await stage.file();
  const interim = await preview(requestId, { kind: 'interim', assignmentId });
  await stage.as(stage.people.fatih, (tx) => giveInterimAnswer(tx, { assignmentId, text: GOOD_TEXT }));
  expectSame(interim, await newest(requestId));
  expect(words(interim.page)).toEqual(words(await pageOf(requestId)));
  const question = await preview(requestId, { kind: 'question', text: 'Hangi kapının önü?' });
  world.clock.advance(1000);
  await stage.as(stage.people.fatih, (tx) => askCitizen(tx, { requestId, question: 'Hangi kapının önü?' }));
  expect(words(question.page)[0]).toBe(words(await pageOf(requestId))[0]);
});

test('says why no message goes out', async () => {
  const silent = await stage.file(BY_NOTHING);
  expect(await preview(silent.requestId, { assignmentId: silent.assignmentId, outcome: 'done' })).toMatchObject({
    ...{ message: null, notTold: 'nobody-to-tell' },
  });
  const two = await stage.file();
  await stage.as(stage.people.sibel, (tx) =>
    assignRequest(tx, { requestId: two.requestId, directorate: 'TEM', why: 'Moloz da var.' }),
  );
  const seen = await preview(two.requestId, { assignmentId: two.assignmentId, outcome: 'done' });
  expect(seen).toMatchObject({ message: null, notTold: 'others-at-work' });
  expect(words(seen.page)).toHaveLength(1);
  const once = await stage.file();
  expect(await preview(once.requestId, { assignmentId: once.assignmentId, outcome: 'duplicate' })).toMatchObject({
    notTold: 'duplicate-of-another',
  });
});

test('shows no address and no key in the clear, and no markup of the writer’s', async () => {
  const { requestId, assignmentId } = await stage.file();
  const text = `${GOOD_TEXT} <img src=x onerror=alert(1)>`;
  const seen = await preview(requestId, { assignmentId, outcome: 'done', text });
  expect(JSON.stringify(seen)).not.toMatch(/5550000047/);
  expect(JSON.stringify(seen)).not.toContain(world.house.secrets.accessToken(requestId));
  expect(seen.page).toContain('&lt;img src=x');
  expect(seen.page).not.toMatch(/<script|\son\w+="|javascript:/i);
});

test('is not for whom the case is closed to', async () => {
  const { requestId, assignmentId } = await stage.file();
  const pinar = await server.as('pinar');
  const asked = { kind: 'final', assignmentId, text: GOOD_TEXT, outcome: 'done', forwardedTo: null };
  expect((await pinar.post(`/api/v1/requests/${requestId}/answer-preview`, asked)).status).toBe(404);
});
