/** A photo of the work: who may add it, who sees it, and that "done" waits for it where the topic asks. */
import { beforeAll, expect, test } from 'vitest';
import sharp from 'sharp';
import type { RequestPage } from '../../../contract/requests.ts';
import { systemActor } from '../../kernel/actor.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { GOOD_TEXT, answerStage, sendPhoto } from './testing.ts';
import type { AnswerStage } from './testing.ts';
import { saveTopic, topicInForce } from '../catalogue/door.ts';
import type { DeskCaller, DeskServer } from '../../testing/desk-server.ts';
import { deskServer } from '../../testing/desk-server.ts';
import type { FurnishedHouse } from '../../testing/furnished-house.ts';
import { furnishedHouse } from '../../testing/furnished-house.ts';

let world: FurnishedHouse;
let stage: AnswerStage;
let server: DeskServer;
let clerk: DeskCaller;
let picture: Buffer;
beforeAll(async () => {
  world = await furnishedHouse();
  stage = await answerStage(world);
  server = await deskServer(world.house);
  clerk = await server.as('fatih');
  picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#777' } })
    .jpeg()
    .withExif({ IFD0: { Make: 'Secret' } })
    .toBuffer();
  const topic = (await topicInForce(world.house.db, 'YOL-04'))!;
  await inTransaction(world.house, { actor: systemActor('test') }, (tx) =>
    saveTopic(tx, { ...topic, answering: { evidencePhoto: 'required' } }, 'Kaldırımda kanıt istiyoruz'),
  );
});

const send = (who: DeskCaller, requestId: string, citizenSees: boolean, content: Buffer = picture) =>
  sendPhoto(server, who, { requestId, citizenSees, content });

const pageOf = async (requestId: string) => (await clerk.get<RequestPage>(`/api/v1/requests/${requestId}`)).body;
const portal = async (requestId: string, path = '') =>
  fetch(`${server.address}/t/${world.house.secrets.accessToken(requestId)}${path}`);

const answer = async (requestId: string, assignmentId: string) => {
  const { seen } = await pageOf(requestId);
  return clerk.post<{ refusal?: string; details?: { rules: string[] } }>(`/api/v1/assignments/${assignmentId}/answer`, {
    ...{ outcome: 'done', text: GOOD_TEXT, seen },
  });
};

test('“done” waits for a photo that the citizen sees; one for staff alone is none', async () => {
  const { requestId, assignmentId } = await stage.file();
  expect((await answer(requestId, assignmentId)).body).toMatchObject({
    ...{ refusal: 'answer-not-ready', details: { rules: ['evidence-missing'] } },
  });
  const { body: photo } = await send(clerk, requestId, false);
  expect((await portal(requestId, `/foto/${photo.id}`)).status).toBe(404);
  expect((await answer(requestId, assignmentId)).status).toBe(422);
  const sight = `${server.address}/api/v1/requests/${requestId}/photos/${photo.id}/sight`;
  const shown = await fetch(sight, {
    ...{ method: 'PUT', headers: { cookie: clerk.cookie, 'content-type': 'application/json' } },
    body: JSON.stringify({ citizenSees: true }),
  });
  expect(shown.status).toBe(200);
  expect((await portal(requestId, `/foto/${photo.id}`)).status).toBe(200);
  expect((await answer(requestId, assignmentId)).status).toBe(200);
  const { history, photos } = await pageOf(requestId);
  expect(history.map(({ what }) => what)).toEqual(expect.arrayContaining(['photo-added', 'photo-shown']));
  expect(photos).toMatchObject([{ sentBy: 'staff', citizenSees: true }]);
});

test('is written anew, so that nothing of the camera survives, and nothing but a picture is taken', async () => {
  const { requestId } = await stage.file();
  const { body: photo } = await send(clerk, requestId, true);
  const kept = Buffer.from(await (await portal(requestId, `/foto/${photo.id}`)).arrayBuffer());
  expect(picture.includes('Secret')).toBe(true);
  expect(kept.includes('Secret')).toBe(false);
  expect((await send(clerk, requestId, true, Buffer.from('<svg onload=x>'))).body.refusal).toBe('photo-not-an-image');
  expect((await clerk.post(`/api/v1/requests/${requestId}/photos?citizenSees=true`, {})).status).toBe(400);
});

test('is for those who work on the case, and at most ten', async () => {
  const { requestId } = await stage.file();
  const pinar = await server.as('pinar');
  expect((await send(pinar, requestId, true)).status).toBe(404);
  const shades = await Promise.all(
    Array.from({ length: 11 }, (_, shade) =>
      sharp({ create: { width: 8, height: 8, channels: 3, background: { r: shade * 20, g: 0, b: 0 } } })
        .png()
        .toBuffer(),
    ),
  );
  for (const shade of shades.slice(0, 10)) expect((await send(clerk, requestId, true, shade)).status).toBe(200);
  expect((await send(clerk, requestId, true, shades[10])).body.refusal).toBe('too-many-photos');
});

test('what the citizen sent cannot be hidden from them', async () => {
  const { requestId } = await stage.file();
  const { body: photo } = await send(clerk, requestId, true);
  const other = await stage.file();
  const put = (id: string) =>
    fetch(`${server.address}/api/v1/requests/${id}/photos/${photo.id}/sight`, {
      ...{ method: 'PUT', headers: { cookie: clerk.cookie, 'content-type': 'application/json' } },
      body: JSON.stringify({ citizenSees: false }),
    });
  // A photo's id under another request opens nothing.
  expect((await put(other.requestId)).status).toBe(404);
  expect((await put(requestId)).status).toBe(200);
});
