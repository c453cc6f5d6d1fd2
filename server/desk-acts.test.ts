import { beforeAll, describe, expect, test } from 'vitest';
import type { HeldActShown, RequestPage } from '../contract/requests.ts';
import type { Revealed } from '../contract/request-acts.ts';
import { rows, sql } from './kernel/db/database.ts';
import type { NamedWorld } from './seed/named-world.ts';
import { seedNamedWorld } from './seed/named-world.ts';
import { listen } from './testing/live-listener.ts';
import { furnishedHouse } from './testing/furnished-house.ts';
import type { FurnishedHouse } from './testing/furnished-house.ts';
import { heldActJob } from './modules/requests/door.ts';
import type { DeskCaller, DeskServer } from './testing/desk-server.ts';
import { deskServer } from './testing/desk-server.ts';

let world: FurnishedHouse;
let named: NamedWorld;
let server: DeskServer;
let roads: DeskCaller;
let manager: DeskCaller;

beforeAll(async () => {
  world = await furnishedHouse();
  named = await seedNamedWorld(world.house);
  server = await deskServer(world.house);
  [roads, manager] = await Promise.all([server.as('fatih'), server.as('mustafa')]);
});

const page = async (name: string, who = roads) =>
  (await who.get<RequestPage>(`/api/v1/requests/${named[name]!.id}`)).body;

const carryOutHeld = () => heldActJob(world.house, async () => world.as('fatih'));

describe('two people at one case', () => {
  test('the second is told what the first did, and may go on knowing it', async () => {
    const before = await page('anonymous-pothole');
    const part = before.assignments[0]!.id;
    const first = await manager.post(`/api/v1/assignments/${part}/acceptance`, { seen: before.seen });
    expect(first).toMatchObject({ status: 200 });
    const second = await roads.post<{ refusal: string; details: { changes: { what: string }[] } }>(
      `/api/v1/assignments/${part}/on-site`,
      { seen: before.seen },
    );
    expect(second.status).toBe(409);
    expect(second.body.refusal).toBe('changed-meanwhile');
    expect(second.body.details.changes.map(({ what }) => what)).toContain('accepted');
    const after = await page('anonymous-pothole');
    expect((await roads.post(`/api/v1/assignments/${part}/on-site`, { seen: after.seen })).status).toBe(200);
  });
});

describe('what goes to a citizen', () => {
  test('is held, can be taken back by its author, and then never happened', async () => {
    const { id, seen, assignments } = await page('broken-pavement');
    const answer = { outcome: 'done', text: 'Çökmüş kaldırım 18 Şubat günü söküldü ve yeniden döşendi.', seen };
    const held = await roads.post<HeldActShown>(`/api/v1/assignments/${assignments[0]!.id}/answer`, answer);
    expect(held).toMatchObject({ status: 200, body: { state: 'held', act: 'answer', text: answer.text, mine: true } });
    expect((await page('broken-pavement')).held).toHaveLength(1);
    expect((await (await server.as('pinar')).delete(`/api/v1/held-acts/${held.body.id}`)).status).toBe(404);
    expect((await roads.delete(`/api/v1/held-acts/${held.body.id}`)).status).toBe(200);
    world.clock.advance(11_000);
    await carryOutHeld();
    const after = await page('broken-pavement');
    expect(after).toMatchObject({ id, state: 'in-progress', held: [], answersGiven: [] });
    expect((await roads.delete(`/api/v1/held-acts/${held.body.id}`)).body.refusal).toBe('take-back-too-late');
  });

  test('goes out when its time is over', async () => {
    const { seen, assignments } = await page('open-manhole');
    const path = `/api/v1/assignments/${assignments[0]!.id}/answer`;
    expect(
      (
        await roads.post(path, {
          outcome: 'done',
          text: 'Kırık kapak 18 Şubat günü yenisiyle değiştirildi, yol açıldı.',
          seen,
        })
      ).status,
    ).toBe(200);
    world.clock.advance(11_000);
    await carryOutHeld();
    const after = await page('open-manhole');
    expect(after).toMatchObject({
      state: 'concluded',
      outcome: 'done',
      answersGiven: [{ text: 'Kırık kapak 18 Şubat günü yenisiyle değiştirildi, yol açıldı.' }],
    });
  });

  test('is refused at once when it cannot work, with the form still open', async () => {
    const { seen, assignments } = await page('broken-pavement');
    const path = `/api/v1/assignments/${assignments[0]!.id}`;
    const refusal = async (part: string, body: object) => (await roads.post(`${path}/${part}`, body)).body.refusal;
    expect(await refusal('answer', { outcome: 'done', text: ' ', seen })).toBe('answer-missing');
    expect(await refusal('answer', { outcome: 'forwarded', text: 'İlettik.', seen })).toBe('answer-missing');
    expect(await refusal('interim-answer', { text: 'x'.repeat(4001), seen })).toBe('text-too-long');
    expect(await refusal('return', { reason: '', seen })).toBe('reason-missing');
  });
});

describe('a look at a phone number', () => {
  test('gives it, writes it into the history and the audit, and changes nothing others rest on', async () => {
    const before = await page('broken-pavement');
    const path = `/api/v1/requests/${before.id}/reveal`;
    expect((await roads.post(path, { field: 'phone', reason: '  ' })).status).toBe(400);
    const shown = await roads.post<Revealed>(path, { field: 'phone', reason: 'Geri arayacağım' });
    expect(shown.body.value?.replace(/\D/g, '')).toContain('5550000047');
    const { history } = await page('broken-pavement');
    expect(history.at(-1)).toMatchObject({
      what: 'personal-data-revealed',
      why: 'Geri arayacağım',
      data: { field: 'phone' },
    });
    const audited = await rows<{ reason: string }>(
      world.house.db,
      sql`select w.reason from audit_entries e join audit_words w on w.entry_id = e.id where act = 'personal-data-revealed' and subject_id = ${before.id}`,
    );
    expect(audited).toEqual([{ reason: 'Geri arayacağım' }]);
    const stale = await manager.post(`/api/v1/requests/${before.id}/notes`, {
      text: 'Ekip yarın bakacak',
      seen: before.seen,
    });
    expect(stale.status).toBe(200);
  });
});

describe('the live stream', () => {
  test('tells only of what the reader may see, and ends with the session', async () => {
    const parks = await server.as('pinar');
    const heard = { roads: listen(server.address, roads.cookie), parks: listen(server.address, parks.cookie) };
    await heard.roads.opened;
    await heard.parks.opened;
    const id = named['broken-pavement']!.id;
    await roads.post(`/api/v1/requests/${id}/notes`, { text: 'Canlı' });
    await expect.poll(() => heard.roads.text(), { timeout: 8000 }).toContain(id);
    expect(heard.roads.text()).toContain('staff-noted');
    await roads.delete('/api/v1/session');
    await manager.post(`/api/v1/requests/${id}/notes`, { text: 'Oturumdan sonra' });
    await expect.poll(() => heard.roads.ended(), { timeout: 8000 }).toBe(true);
    expect(heard.roads.text().match(/event: fact/g)).toHaveLength(1);
    expect(heard.parks.text()).not.toContain(id);
    heard.parks.stop();
  });
});
