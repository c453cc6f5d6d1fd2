/** A role made at the desk, over HTTP: what it would let somebody see before it is published, and what happens to those who bear it. */
import { beforeAll, expect, test } from 'vitest';
import type { Rights } from '../contract/rights.ts';
import { RIGHTS } from '../contract/rights.ts';
import type { RolePreview, RoleShown, StaffMember } from '../contract/staff.ts';
import { CITIZEN, systemActor } from './kernel/actor.ts';
import { run, sql } from './kernel/db/database.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import { NO_PLACE, receiveRequest } from './modules/intake/door.ts';
import { addStaffMember, readyRights } from './modules/staff/door.ts';
import { DEMO_PASSWORD } from './seed/demo-staff.ts';
import type { DeskCaller, DeskServer } from './testing/desk-server.ts';
import { deskServer } from './testing/desk-server.ts';
import { furnishedHouse } from './testing/furnished-house.ts';

const { house } = await furnishedHouse();
let server: DeskServer;
let administrator: DeskCaller;
let paver: StaffMember;

beforeAll(async () => {
  await inTransaction(house, { actor: systemActor('test') }, (tx) =>
    addStaffMember(tx, {
      ...{ username: 'paver', displayName: 'Deneme Kişi', password: DEMO_PASSWORD },
      ...{ role: 'clerk', directorate: 'FEN', unit: 'FEN-KAL' },
    }),
  );
  server = await deskServer(house);
  administrator = await server.as('yonetici');
  await Promise.all(['YOL-01', 'YOL-04', 'TEM-01', 'SOS-05'].map(record));
  paver = await member();
});

async function record(topicCode: string) {
  await inTransaction(house, { actor: CITIZEN }, (tx) =>
    receiveRequest(tx, {
      ...{
        channel: 'web',
        kind: 'complaint',
        text: 'Bakılsın.',
        language: 'tr',
        topicCode,
        answers: [],
        danger: false,
      },
      person: { name: 'Ayşe Örnek', phone: '0555 000 08 88', notifyBy: 'sms' },
      ...{ place: { ...NO_PLACE, neighbourhoodId: 1, description: 'Okulun önü' }, fileIds: [], clientKey: null },
    }),
  );
}

const member = async () =>
  (await administrator.get<StaffMember[]>('/api/v1/staff')).body.find(({ username }) => username === 'paver')!;
const wide: Rights = { ...readyRights('clerk'), 'request-list': { ordinary: 'all', restricted: 'own-directorate' } };
const publish = (rights: Rights, version: number) =>
  administrator.put<RoleShown>('/api/v1/roles/genis', {
    ...{ code: 'genis', base: 'clerk', name: 'Geniş görev', nameEn: 'Wide role', active: true, rights, version },
    reason: 'Deneme',
  });

test('the preview counts what the person sees now and would see, and nothing is saved', async () => {
  const asked = { person: paver.id, base: 'clerk', rights: wide };
  const { body } = await administrator.post<RolePreview>('/api/v1/roles/preview', asked);
  expect(body).toEqual({ now: { open: 2, restricted: 0 }, then: { open: 3, restricted: 0 } });
  const roles = (await administrator.get<RoleShown[]>('/api/v1/roles')).body;
  expect(roles.every(({ ready }) => ready)).toBe(true);
});

test('only who may change staff sees the preview', async () => {
  const clerk = await server.as('fatih');
  expect((await clerk.post('/api/v1/roles/preview', { person: paver.id, base: 'clerk', rights: wide })).status).toBe(
    403,
  );
});

test('another post ends the person’s sessions at once', async () => {
  const before = await server.as('paver');
  expect((await publish(wide, 0)).status).toBe(200);
  await administrator.patch(`/api/v1/staff/${paver.id}`, { version: paver.version, role: 'genis' });
  expect((await before.get('/api/v1/session')).status).toBe(401);
  const { version } = await member();
  const after = await server.as('paver');
  await administrator.patch(`/api/v1/staff/${paver.id}`, { version, name: 'Deneme Kişi Bir' });
  expect((await after.get('/api/v1/session')).status, 'another name is not another post').toBe(200);
});

test('a changed role holds from the next call on, and the open desk is told', async () => {
  const bearer = await server.as('paver');
  const listed = async () => (await bearer.get<{ rows: unknown[] }>('/api/v1/requests?limit=50')).body.rows.length;
  expect(await listed()).toBe(3);
  const stream = await fetch(`${server.address}/api/v1/live`, { headers: { cookie: bearer.cookie } });
  const reader = stream.body!.getReader();
  const decoder = new TextDecoder();
  const until = async (words: string) => {
    for (let text = ''; !text.includes(words);) {
      const { done, value } = await reader.read();
      if (done) throw new Error(`the stream ended before it said ${words}`);
      text += decoder.decode(value, { stream: true });
    }
  };
  await until('still here');
  expect((await publish(readyRights('clerk'), 1)).status).toBe(200);
  expect(await listed()).toBe(2);
  await until('event: rights');
  await reader.cancel();
});

test('a role with a fault is refused with the right and what is wrong with it', async () => {
  const rights = { ...readyRights('clerk'), 'audit-read': { ordinary: 'all', restricted: 'all' } } as const;
  expect(await publish(rights, 2)).toMatchObject({
    status: 400,
    body: { details: { faults: [{ right: 'audit-read', problem: 'not-for-this-base' }] } },
  });
});

test('a role made before a right came into the house opens and is saved: what it does not know, it may not do', async () => {
  const { 'promise-move': _, ...then } = readyRights('manager');
  const stored = { ...then, 'no-more': { ordinary: 'all', restricted: 'all' } };
  await run(
    house.db,
    sql`insert into roles (code, base, name, name_en, rights, active, version)
        values ('eski', 'manager', 'Eski görev', 'Old role', ${JSON.stringify(stored)}::jsonb, true, 1)`,
  );
  const roleOf = async () =>
    (await administrator.get<RoleShown[]>('/api/v1/roles')).body.find(({ code }) => code === 'eski')!;
  const { ready: _r, ...old } = await roleOf();
  expect(old.rights['promise-move']).toEqual({ ordinary: 'none', restricted: 'none' });
  expect(Object.keys(old.rights).sort()).toEqual([...RIGHTS].sort());
  expect((await administrator.put('/api/v1/roles/eski', { ...old, name: 'Yeni adı' })).status).toBe(200);
  expect((await roleOf()).name).toBe('Yeni adı');
});
