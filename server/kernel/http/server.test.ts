/** What the outside sees of the server whatever route it asks: the gate, refusals, faults, cross-site writing, whose address counts. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { afterAll, expect, test } from 'vitest';
import { emptyHouse, staffActor } from '../../testing/empty-house.ts';
import { sql } from '../db/database.ts';
import { refuse } from '../refusals.ts';
import { apiRoute, pageRoute } from './route.ts';
import type { StaffGate } from './server.ts';
import { makeServer } from './server.ts';

const CANARY = 'Işıl Örnek 0555 123 45 67';

const done = Type.Object({ done: Type.Boolean() });
const Body = Type.Object({ text: Type.String({ maxLength: 20 }) }, { additionalProperties: false });

const routes = [
  apiRoute({
    method: 'POST',
    path: '/api/write',
    summary: 'Anybody writes',
    who: 'anyone',
    body: Body,
    response: done,
    handle: async () => ({ done: true, secret: CANARY }),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/refuse',
    summary: 'Says no',
    who: 'anyone',
    handle: () => Promise.reject(refuse('text-too-long', { over: 3 })),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/fault/:kind',
    summary: 'Breaks',
    who: 'anyone',
    params: Type.Object({ kind: Type.String() }),
    async handle({ house, params }) {
      if (params.kind === 'database') await sql`select ${CANARY}::int`.execute(house.db);
      if (params.kind === 'away') throw Object.assign(new Error(CANARY), { code: 'ECONNREFUSED' });
      if (params.kind === 'nothing') throw undefined;
      throw new Error(CANARY);
    },
  }),
  apiRoute({ method: 'GET', path: '/api/staff', summary: 'Staff', who: 'staff', handle: async () => ({}) }),
  apiRoute({
    method: 'PUT',
    path: '/api/settings',
    summary: 'Administrators',
    who: ['settings-change'],
    body: Body,
    handle: async () => ({}),
  }),
  pageRoute({
    method: 'POST',
    path: '/push',
    summary: 'A provider pushes',
    who: 'provider',
    handle: async ({ actor, reply }) => reply.send(actor.kind),
  }),
  pageRoute({
    method: 'GET',
    path: '/ip',
    summary: 'Whose address counts',
    who: 'anyone',
    handle: async ({ request, reply }) => reply.send(request.ip),
  }),
];

/** The header stands for whatever a sign-in would have found. */
const staffGate: StaffGate = async (_house, request) => {
  const role = request.headers['x-test-role'];
  return role === undefined ? null : staffActor(role as 'clerk');
};

const open: FastifyInstance[] = [];
afterAll(async () => {
  for (const app of open) await app.close();
});

const house = await emptyHouse();
const app = await serverFor({});

async function serverFor(environment: Record<string, string>): Promise<FastifyInstance> {
  const trustedProxies = Number(environment.HEMSEHRI_TRUSTED_PROXIES ?? 0);
  const made = await makeServer({
    house: { ...house, config: { ...house.config, trustedProxies } },
    routes,
    staffGate,
  });
  await made.ready();
  open.push(made);
  return made;
}

const write = (headers: Record<string, string> = {}, payload: unknown = { text: 'a' }) =>
  app.inject({ method: 'POST', url: '/api/write', headers, payload: payload as object });

test('an answer holds what its schema names and nothing beside', async () => {
  expect((await write()).json()).toEqual({ done: true });
});

test('what does not fit the schema is refused by field, without repeating what was typed', async () => {
  const answer = await write({}, { text: CANARY, more: 1 });
  expect(answer.statusCode).toBe(400);
  expect(answer.json().refusal).toBe('input-invalid');
  expect(answer.json().details.fields.length).toBeGreaterThan(0);
  expect(answer.body).not.toContain(CANARY);
});

test.each([
  ['half a JSON', '{"text":', 'application/json', 400],
  ['another type', 'text', 'text/csv', 415],
  ['a body without end', `{"text":"${'x'.repeat(600_000)}"}`, 'application/json', 413],
])('%s is refused with a code and never a fault', async (_what, payload, type, status) => {
  const answer = await app.inject({ method: 'POST', url: '/api/write', headers: { 'content-type': type }, payload });
  expect(answer.statusCode).toBe(status);
  expect(Object.keys(answer.json())).toEqual(['refusal']);
});

test('a refusal is its code, its status and its details', async () => {
  const answer = await app.inject({ method: 'POST', url: '/api/refuse' });
  expect([answer.statusCode, answer.json()]).toEqual([400, { refusal: 'text-too-long', details: { over: 3 } }]);
});

test.each(['plain', 'database', 'nothing'])('a %s fault shows an id and nothing of the inside', async (kind) => {
  const answer = await app.inject({ method: 'GET', url: `/api/fault/${kind}` });
  expect(answer.statusCode).toBe(500);
  expect(Object.keys(answer.json()).sort()).toEqual(['fault', 'refusal']);
  expect(answer.json().fault).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.body).not.toMatch(/Işıl|0555|select|invalid input|\.ts/);
});

test('a database that is away is said to be so: 503, come back later', async () => {
  const answer = await app.inject({ method: 'GET', url: '/api/fault/away' });
  expect(answer.statusCode).toBe(503);
  expect(answer.body).not.toContain(CANARY);
});

test('the gate asks before the body is looked at', async () => {
  const settings = (headers: Record<string, string>, payload: object = {}) =>
    app.inject({ method: 'PUT', url: '/api/settings', headers, payload });
  expect((await settings({})).json()).toEqual({ refusal: 'not-signed-in', details: {} });
  expect((await settings({ 'x-test-role': 'clerk' })).json()).toEqual({ refusal: 'not-allowed', details: {} });
  expect((await settings({ 'x-test-role': 'administrator' })).json().refusal).toBe('input-invalid');
  expect((await settings({ 'x-test-role': 'administrator' }, { text: 'a' })).statusCode).toBe(200);
});

test.each([
  ['cross-site', 403],
  ['same-site', 403],
  ['same-origin', 200],
  ['none', 200],
])('a writing request that a browser calls %s is answered %d', async (site, status) => {
  expect((await write({ 'sec-fetch-site': site })).statusCode).toBe(status);
});

test.each([
  ['https://elsewhere.example', 403],
  ['http://localhost:3000', 200],
  ['null', 200],
])('without Fetch Metadata, the origin %s is answered %d', async (origin, status) => {
  expect((await write({ origin, host: 'localhost:3000' })).statusCode).toBe(status);
});

test('reading is nobody’s harm: a link from elsewhere works', async () => {
  const answer = await app.inject({ method: 'GET', url: '/ip', headers: { 'sec-fetch-site': 'cross-site' } });
  expect(answer.statusCode).toBe(200);
});

test('a provider’s push is let in from wherever it comes, as the provider', async () => {
  const answer = await app.inject({ method: 'POST', url: '/push', headers: { 'sec-fetch-site': 'cross-site' } });
  expect([answer.statusCode, answer.body]).toEqual([200, 'system']);
});

test.each([
  ['no proxy named', 0, '198.51.100.7', '127.0.0.1'],
  ['one proxy, honest', 1, '198.51.100.7', '198.51.100.7'],
  ['one proxy, and a header invented before it', 1, '127.0.0.1, 198.51.100.7', '198.51.100.7'],
  ['two proxies', 2, '198.51.100.7, 10.0.0.2', '198.51.100.7'],
])('with %s the caller’s address is the one that can be known', async (_what, proxies, header, expected) => {
  const behind = await serverFor({ HEMSEHRI_TRUSTED_PROXIES: String(proxies) });
  const answer = await behind.inject({ method: 'GET', url: '/ip', headers: { 'x-forwarded-for': header } });
  expect(answer.body).toBe(expected);
});

test('every answer carries the headers that keep foreign pages and scripts out', async () => {
  const { headers } = await app.inject({ method: 'GET', url: '/ip' });
  expect(headers['content-security-policy']).toContain("script-src 'self';");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' });
  expect(headers['x-powered-by']).toBeUndefined();
});

test('figures are kept by route pattern, and faults are counted where they happened', async () => {
  await app.inject({ method: 'GET', url: `/api/fault/${encodeURIComponent(CANARY)}` });
  const text = await house.metrics.registry.metrics();
  expect(text).toContain('route="/api/fault/:kind"');
  expect(text).toContain('hemsehri_faults_total{where="/api/fault/:kind"}');
  expect(text).not.toMatch(/Işıl|I%C5%9F/);
});
