/** What staff are told through the whole house: whom a fact rings for, until when, and what each has chosen. */
import { describe, expect, test } from 'vitest';
import type { NoticeChoices, NoticeCount, NoticeList } from '../contract/notices.ts';
import { CITIZEN } from './kernel/actor.ts';
import { run, sql } from './kernel/db/database.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import { sendDraftBack, submitDraft } from './modules/answers/door.ts';
import {
  addFromCitizen,
  answerAssignment,
  handAssignment,
  returnAssignment,
  workOnAssignment,
} from './modules/requests/door.ts';
import { endAbsence, recordAbsence } from './modules/staff/door.ts';
import { furnishedHouse, MONDAY_MORNING } from './testing/furnished-house.ts';
import { listen } from './testing/live-listener.ts';
import { oversightStage } from './testing/oversight-stage.ts';

const world = await furnishedHouse();
const { house, clock } = world;
const stage = oversightStage(world);
const { callers, clearBells, doAs, people, record, unread } = stage;

describe('what staff are told', () => {
  test('handed work rings for the person, not for who handed it, and stops ringing when it is done', async () => {
    await clearBells();
    const { part } = await record();
    await doAs('mustafa', (tx) => handAssignment(tx, { assignmentId: part, unit: null, assigneeId: people.fatih.id }));
    expect(await unread('fatih')).toEqual(['handed-to-you']);
    expect(await unread('mustafa')).toEqual([]);
    const fatih = callers.fatih;
    expect((await fatih.get<NoticeCount>('/api/v1/notices/count')).body.unread).toBe(1);
    await doAs('fatih', (tx) =>
      answerAssignment(tx, { assignmentId: part, outcome: 'done', text: 'Çukuru kapattık.' }),
    );
    expect((await fatih.get<NoticeCount>('/api/v1/notices/count')).body.unread).toBe(0);
  });

  test('handed on, it rings for the next and is settled for the one before', async () => {
    await clearBells();
    const { part } = await record();
    await doAs('sibel', (tx) => handAssignment(tx, { assignmentId: part, unit: null, assigneeId: people.fatih.id }));
    await doAs('sibel', (tx) => handAssignment(tx, { assignmentId: part, unit: null, assigneeId: people.mustafa.id }));
    expect([await unread('fatih'), await unread('mustafa')]).toEqual([[], ['handed-to-you']]);
  });

  test('a citizen who writes rings for who has it in hand', async () => {
    await clearBells();
    const { id, part } = await record();
    await doAs('fatih', (tx) => workOnAssignment(tx, { assignmentId: part, step: 'accept' }));
    await inTransaction(house, { actor: CITIZEN }, (tx) =>
      addFromCitizen(tx, { requestId: id, text: 'Çukur büyüdü.', fileIds: [] }),
    );
    expect(await unread('fatih')).toEqual(['citizen-wrote']);
    expect(await unread('tulay')).toEqual([]);
  });

  test('sent back by all, it rings at the solution centre until a directorate has it', async () => {
    await clearBells();
    const { part } = await record();
    await doAs('fatih', (tx) => returnAssignment(tx, { assignmentId: part, reason: 'Büyükşehirin yolu.' }));
    expect(await unread('sibel')).toContain('needs-a-directorate');
    expect(await unread('fatih')).toEqual([]);
  });

  test('danger rings in the directorate at once; a pothole waits in the list', async () => {
    await clearBells();
    await record();
    expect(await unread('mustafa')).toEqual([]);
    await record('YOL-01', { danger: true });
    expect(await unread('mustafa')).toEqual(['danger']);
  });

  test('a draft rings for who must approve it, and comes back to who wrote it', async () => {
    await clearBells();
    const { part } = await record();
    const text =
      'Kaldırımı bu yıl yenileyemiyoruz, çünkü sokakta kazı sürüyor. 1 Haziran’dan sonra yeniden başvurabilirsiniz.';
    const body = { text, outcome: 'refused', forwardedTo: null } as const;
    const draft = { assignmentId: part, kind: 'final', body } as const;
    const { id: draftId } = await doAs('fatih', (tx) => submitDraft(tx, draft));
    expect(await unread('mustafa')).toEqual(['approval-waits']);
    await doAs('mustafa', (tx) => sendDraftBack(tx, { draftId, version: 1, reason: 'Tarih eksik.' }));
    expect([await unread('mustafa'), await unread('fatih')]).toEqual([[], ['draft-sent-back']]);
  });

  test('somebody who stands in is told so', async () => {
    await clearBells();
    const days = { staffId: people.mustafa.id, from: '2026-04-06', to: '2026-04-10' };
    const absence = await doAs('mustafa', (tx) => recordAbsence(tx, { ...days, delegateId: people.nermin.id }));
    expect(await unread('nermin')).toEqual(['you-stand-in']);
    await doAs('mustafa', (tx) => endAbsence(tx, absence));
    expect(await unread('nermin')).toEqual([]);
  });

  test('each may choose otherwise for themselves, but not mute what a citizen’s right hangs on', async () => {
    await clearBells();
    const fatih = callers.fatih;
    const choose = (kind: string, choice: string) =>
      fatih.put<NoticeChoices>('/api/v1/notices/choices', { kind, choice });
    expect((await choose('escalated', 'none')).status).toBe(400);
    expect(
      (await choose('citizen-wrote', 'none')).body.kinds.find(({ kind }) => kind === 'citizen-wrote'),
    ).toMatchObject({
      choice: 'none',
      usual: 'at-once',
    });
    const { id, part } = await record();
    await doAs('fatih', (tx) => workOnAssignment(tx, { assignmentId: part, step: 'accept' }));
    const write = (text: string) =>
      inTransaction(house, { actor: CITIZEN }, (tx) => addFromCitizen(tx, { requestId: id, text, fileIds: [] }));
    await write('Bir');
    expect(await unread('fatih')).toEqual([]);
    await choose('citizen-wrote', 'digest');
    await write('İki');
    expect(await unread('fatih')).toEqual(['citizen-wrote']);
    expect((await fatih.get<NoticeCount>('/api/v1/notices/count')).body.unread).toBe(0);
    await choose('citizen-wrote', 'at-once');
  });

  test('are read, all of them or some, and only one’s own', async () => {
    await clearBells();
    const { part } = await record();
    await doAs('mustafa', (tx) => handAssignment(tx, { assignmentId: part, unit: null, assigneeId: people.fatih.id }));
    const [fatih, tulay] = [callers.fatih, callers.tulay];
    const { notices } = (await fatih.get<NoticeList>('/api/v1/notices')).body;
    await tulay.post('/api/v1/notices/read', { ids: notices.map(({ id }) => id) });
    expect(await unread('fatih')).toHaveLength(1);
    expect((await fatih.post<NoticeCount>('/api/v1/notices/read', { kind: 'handed-to-you' })).body.unread).toBe(0);
    expect(
      (await fatih.post<NoticeCount>('/api/v1/notices/read', { ids: [notices[0]!.id], read: false })).body.unread,
    ).toBe(1);
    await fatih.post('/api/v1/notices/read', {});
    expect((await fatih.get<NoticeList>('/api/v1/notices?all=1')).body.notices.length).toBeGreaterThan(0);
  });

  test('a request that is no longer theirs to see is gone from what they read', async () => {
    await clearBells();
    const { id, part } = await record();
    await doAs('mustafa', (tx) => handAssignment(tx, { assignmentId: part, unit: null, assigneeId: people.fatih.id }));
    await run(house.db, sql`update service_requests set restricted = true, restricted_to = '{SOS}' where id = ${id}`);
    expect(await unread('fatih')).toEqual([]);
  });
});

test('the bell rings in the open window of who is told, and in nobody else’s', async () => {
  await clearBells();
  const { part } = await record();
  clock.set(new Date(MONDAY_MORNING.getTime() + 60_000));
  const [heard, other] = (['fatih', 'tulay'] as const).map((name) =>
    listen(stage.server.address, callers[name].cookie),
  );
  await heard!.opened;
  await other!.opened;
  await doAs('mustafa', (tx) => handAssignment(tx, { assignmentId: part, unit: null, assigneeId: people.fatih.id }));
  await expect.poll(() => heard!.text(), { timeout: 8_000 }).toContain('event: mine');
  expect(other!.text()).not.toContain('event: mine');
  heard!.stop();
  other!.stop();
});
