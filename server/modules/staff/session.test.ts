import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Me, SavedView } from '../../../contract/staff.ts';
import { rows, sql } from '../../kernel/db/database.ts';
import { makeServer } from '../../kernel/http/server.ts';
import { act, emptyHouse } from '../../testing/empty-house.ts';
import { staffRoutes } from './routes.ts';
import { addStaffMember, deactivateStaffMember, staffGate, updateStaffMember } from './door.ts';

const house = await emptyHouse();
const secureHouse = await emptyHouse({ environment: { HEMSEHRI_PUBLIC_URL: 'https://cozum.ornek.bel.tr' } });
const PASSWORD = 'mavi kedi pencerede';
const MINUTE = 60_000;
let app: FastifyInstance;
let secureApp: FastifyInstance;
let address = 1;

beforeAll(async () => {
  app = await makeServer({ house, routes: staffRoutes, staffGate });
  secureApp = await makeServer({ house: secureHouse, routes: staffRoutes, staffGate });
});
afterAll(async () => {
  await app.close();
  await secureApp.close();
});

function add(username: string, more: object = {}, where = house): Promise<string> {
  const person = {
    username,
    displayName: 'Elif Deneme',
    role: 'agent',
    directorate: null,
    password: PASSWORD,
  } as const;
  return act(where, (tx) => addStaffMember(tx, { ...person, ...more }));
}

/** Each attempt from its own address, so that tests do not lock each other out. */
function signIn(username: string, password = PASSWORD, { cookie, from }: { cookie?: string; from?: string } = {}) {
  return app.inject({
    method: 'POST',
    url: '/api/v1/session',
    remoteAddress: from ?? `10.0.0.${address++}`,
    headers: cookie ? { cookie } : {},
    payload: { username, password },
  });
}

function cookieOf(response: { cookies: { name: string; value: string }[] }): string {
  const [cookie] = response.cookies;
  return `${cookie!.name}=${cookie!.value}`;
}

async function cookieFor(username: string): Promise<string> {
  const response = await signIn(username);
  expect(response.statusCode).toBe(200);
  return cookieOf(response);
}

function call(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, cookie: string, payload?: object) {
  return app.inject({ method, url, headers: { cookie }, ...(payload && { payload }) });
}

const whoAmI = (cookie: string) => call('GET', '/api/v1/session', cookie);

test('a right password opens a session in a guarded cookie', async () => {
  const id = await add('elif', { role: 'supervisor' });
  const response = await signIn(' Elif ');
  expect(response.statusCode).toBe(200);
  expect(response.headers['cache-control']).toBe('no-store');
  expect(response.cookies[0]).toMatchObject({ name: 'hemsehri_staff', path: '/', httpOnly: true, sameSite: 'Lax' });
  expect(response.cookies[0]!.value).toMatch(/^[\w-]{22}$/);
  const me = (await whoAmI(cookieOf(response))).json<Me>();
  expect(me).toMatchObject({
    id,
    username: 'elif',
    name: 'Elif Deneme',
    role: 'supervisor',
    mustChangePassword: false,
  });
  expect(me.may['cancel']).toBe('all');
  const stored = await rows<{ hash: Buffer }>(
    house.db,
    sql`select token_hash as hash from staff_sessions where staff_id = ${id}`,
  );
  expect(stored[0]!.hash).toHaveLength(32);
});

test('over https the cookie is bound to the host', async () => {
  await add('elif', {}, secureHouse);
  const response = await secureApp.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { username: 'elif', password: PASSWORD },
  });
  expect(response.cookies[0]).toMatchObject({ name: '__Host-hemsehri_staff', secure: true, path: '/', httpOnly: true });
  expect(response.cookies[0]).not.toHaveProperty('domain');
});

test('unknown, wrong, closed and locked look the same', async () => {
  await add('kilitli');
  const closed = await add('kapali');
  await act(house, (tx) => deactivateStaffMember(tx, closed));
  for (let tries = 0; tries < 10; tries += 1) await signIn('kilitli', 'yanlış parola');
  const answers = [
    await signIn('hic-yok'),
    await signIn('kilitli', 'yanlış parola'),
    await signIn('kilitli', PASSWORD),
    await signIn('kapali', PASSWORD),
    await signIn('admın'),
    await signIn("' or 1=1 --"),
  ];
  for (const answer of answers) {
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toBe(answers[0]!.body);
    expect(answer.cookies).toEqual([]);
  }
  house.clock.advance(15 * MINUTE);
  expect((await signIn('kilitli')).statusCode).toBe(200);
});

test('one address tries only so many names', async () => {
  await add('sonuncu');
  for (let tries = 0; tries < 200; tries += 20) {
    await Promise.all(Array.from({ length: 20 }, (_, at) => signIn(`ad-${tries + at}`, 'x', { from: '10.9.9.9' })));
  }
  expect((await signIn('sonuncu', PASSWORD, { from: '10.9.9.9' })).statusCode).toBe(401);
  expect((await signIn('sonuncu', PASSWORD, { from: '10.9.9.8' })).statusCode).toBe(200);
});

test('a session ends after an idle hour and after twelve hours of steady use', async () => {
  await add('mesai');
  const idle = await cookieFor('mesai');
  house.clock.advance(59 * MINUTE);
  expect((await whoAmI(idle)).statusCode).toBe(200);
  house.clock.advance(60 * MINUTE);
  expect((await whoAmI(idle)).statusCode).toBe(401);
  const steady = await cookieFor('mesai');
  for (let at = 0; at < 23; at += 1) {
    house.clock.advance(30 * MINUTE);
    expect((await whoAmI(steady)).statusCode).toBe(200);
  }
  house.clock.advance(30 * MINUTE);
  expect((await whoAmI(steady)).statusCode).toBe(401);
});

test('the last use is written at most once a minute', async () => {
  const id = await add('yazma');
  const cookie = await cookieFor('yazma');
  const seen = async () =>
    (
      await rows<{ at: Date }>(house.db, sql`select last_seen_at as at from staff_sessions where staff_id = ${id}`)
    )[0]!.at.getTime();
  const start = await seen();
  house.clock.advance(MINUTE - 1);
  await whoAmI(cookie);
  expect(await seen()).toBe(start);
  house.clock.advance(1);
  await whoAmI(cookie);
  expect(await seen()).toBe(start + MINUTE);
});

test('signing out and signing in again both kill the old token on the server', async () => {
  await add('cikis');
  const first = await cookieFor('cikis');
  const again = cookieOf(await signIn('cikis', PASSWORD, { cookie: first }));
  expect(again).not.toBe(first);
  expect((await whoAmI(first)).statusCode).toBe(401);
  const out = await call('DELETE', '/api/v1/session', again);
  expect(out.statusCode).toBe(200);
  expect(out.headers['clear-site-data']).toContain('storage');
  expect((await whoAmI(again)).statusCode).toBe(401);
  expect((await call('DELETE', '/api/v1/session', again)).statusCode).toBe(200);
});

test('another role and a closed account end the sessions, and the new one holds from the first call on', async () => {
  const id = await add('degisen', { role: 'administrator' });
  await add('yedek', { role: 'administrator' });
  const cookie = await cookieFor('degisen');
  expect((await call('GET', '/api/v1/staff', cookie)).statusCode).toBe(200);
  await act(house, (tx) => updateStaffMember(tx, id, { version: 1, role: 'viewer' }));
  expect((await call('GET', '/api/v1/staff', cookie)).statusCode).toBe(401);
  const again = await cookieFor('degisen');
  expect((await call('GET', '/api/v1/staff', again)).statusCode).toBe(403);
  await act(house, (tx) => deactivateStaffMember(tx, id));
  expect((await whoAmI(again)).statusCode).toBe(401);
  expect(await rows(house.db, sql`select 1 from staff_sessions where staff_id = ${id}`)).toEqual([]);
});

test('a new password ends every other session and gives this one a new token', async () => {
  await add('parola');
  const elsewhere = await cookieFor('parola');
  const here = await cookieFor('parola');
  const change = (current: string, next: string) => call('PUT', '/api/v1/session/password', here, { current, next });
  expect((await change('yanlış parola', 'yeşil kapı uykuda')).statusCode).toBe(401);
  expect((await change(PASSWORD, '123456789012')).json()).toMatchObject({ details: { problem: 'too-common' } });
  expect((await change(PASSWORD, PASSWORD)).json()).toMatchObject({ details: { problem: 'same-as-before' } });
  const changed = await change(PASSWORD, 'yeşil kapı uykuda');
  expect(changed.statusCode).toBe(200);
  for (const dead of [elsewhere, here]) expect((await whoAmI(dead)).statusCode).toBe(401);
  expect((await whoAmI(cookieOf(changed))).statusCode).toBe(200);
  expect((await signIn('parola')).statusCode).toBe(401);
  expect((await signIn('parola', 'yeşil kapı uykuda')).statusCode).toBe(200);
});

test('a password somebody else chose must be replaced before anything else', async () => {
  await add('yeni', { mustChangePassword: true });
  const cookie = await cookieFor('yeni');
  expect((await whoAmI(cookie)).json<Me>().mustChangePassword).toBe(true);
  const refused = await call('GET', '/api/v1/views', cookie);
  expect(refused.statusCode).toBe(403);
  expect(refused.json()).toMatchObject({ details: { because: 'password-must-change' } });
  const changed = await call('PUT', '/api/v1/session/password', cookie, {
    current: PASSWORD,
    next: 'yeşil kapı uykuda',
  });
  expect((await call('GET', '/api/v1/views', cookieOf(changed))).statusCode).toBe(200);
});

test("views and preferences are one's own", async () => {
  await add('gorunum');
  await add('baskasi');
  const mine = await cookieFor('gorunum');
  const theirs = await cookieFor('baskasi');
  const saved = (
    await call('POST', '/api/v1/views', mine, { name: 'Geciken asfalt', query: 'topic=YOL-01&late=1' })
  ).json<SavedView>();
  expect((await call('POST', '/api/v1/views', mine, { name: 'Geciken asfalt', query: '' })).statusCode).toBe(409);
  expect((await call('GET', '/api/v1/views', theirs)).json()).toEqual([]);
  expect((await call('DELETE', `/api/v1/views/${saved.id}`, theirs)).statusCode).toBe(404);
  expect((await call('GET', '/api/v1/views', mine)).json()).toEqual([saved]);
  expect((await call('DELETE', `/api/v1/views/${saved.id}`, mine)).statusCode).toBe(200);
  await call('PUT', '/api/v1/session/preferences', mine, { theme: 'dark', singleKeys: false });
  expect((await whoAmI(mine)).json<Me>().preferences).toEqual({ theme: 'dark', singleKeys: false });
  expect((await call('PUT', '/api/v1/session/preferences', mine, { role: 'administrator' })).statusCode).toBe(400);
});

test('an administrator adds and changes staff; nothing of a password ever comes back', async () => {
  await add('sef', { role: 'administrator' });
  const cookie = await cookieFor('sef');
  const given = { username: 'eklenen', name: 'Eklenen Deneme', role: 'viewer', directorate: null, password: PASSWORD };
  const added = await call('POST', '/api/v1/staff', cookie, given);
  expect(added.statusCode).toBe(200);
  expect(added.json()).toMatchObject({ username: 'eklenen', mustChangePassword: true, version: 1 });
  const { id } = added.json<{ id: string }>();
  const changed = await call('PATCH', `/api/v1/staff/${id}`, cookie, { version: 1, name: 'Başka Ad' });
  expect(changed.json()).toMatchObject({ name: 'Başka Ad', version: 2 });
  expect((await call('PATCH', `/api/v1/staff/${id}`, cookie, { version: 2, passwordHash: 'x' })).statusCode).toBe(400);
  expect((await call('PATCH', '/api/v1/staff/yok', cookie, { version: 1 })).statusCode).toBe(404);
  expect((await call('GET', '/api/v1/staff', cookie)).body).not.toContain('argon2');
});

test('every attempt is in the audit, without what was typed', async () => {
  const id = await add('denetim');
  await signIn('denetim', 'çok gizli yanlış');
  await signIn('denetim');
  await signIn('benim-parolam-buraya');
  const entries = await rows<{ act: string }>(
    house.db,
    sql`select act from audit_entries where subject_id = ${id} order by id`,
  );
  expect(entries.map((entry) => entry.act)).toEqual(['staff-member-created', 'sign-in-failed', 'signed-in']);
  const all = await rows(
    house.db,
    sql`select 1 from audit_entries where detail::text like '%parola%' or detail::text like '%gizli%'`,
  );
  expect(all).toEqual([]);
});
