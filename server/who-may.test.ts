/**
 * Who may call what: every route of the house × every role, over HTTP, and every route about a request × every relation to that request.
 * The results are kept as tables in docs/who-may.md, so that a right that changes shows in review; a route that no table lists fails here.
 * WHO_MAY=write writes them anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CITIZEN } from './kernel/actor.ts';
import { sql } from './kernel/db/database.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import type { House } from './kernel/house.ts';
import type { Route } from './kernel/http/route.ts';
import { makeServer } from './kernel/http/server.ts';
import { receiveRequest } from './modules/intake/door.ts';
import { assignmentsOf } from './modules/requests/door.ts';
import { readyRights, staffGate } from './modules/staff/door.ts';
import { routes } from './routes.ts';
import { DEMO_PASSWORD } from './seed/demo-staff.ts';
import { applicationOf } from './testing/applications.ts';
import { ABOUT_REQUESTS, isAboutARequest, nameOf, queryFor } from './testing/about-requests.ts';
import { furnishedHouse } from './testing/furnished-house.ts';

const PEOPLE = {
  agent: 'elif',
  clerk: 'fatih',
  manager: 'mustafa',
  'deputy mayor': 'nermin',
  'clerk of another': 'pinar',
  supervisor: 'sibel',
  administrator: 'yonetici',
  viewer: 'izleyen',
} as const;
type Caller = keyof typeof PEOPLE | 'nobody';

const TABLE = new URL('../docs/who-may.md', import.meta.url);
/** Answers with a stream that never ends, or ends the caller's own session; each is tested where it lives. */
const LEFT_OUT = new Set(['GET /api/v1/live', 'DELETE /api/v1/session', 'POST /api/v1/session']);

let app: FastifyInstance;
let house: House;
const cookies = new Map<Caller, string>();

beforeAll(async () => {
  ({ house } = await furnishedHouse());
  app = await makeServer({ house, routes, staffGate });
  await app.ready();
  for (const [role, username] of Object.entries(PEOPLE)) {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { username, password: DEMO_PASSWORD },
    });
    const cookie = answer.cookies[0];
    cookies.set(role as Caller, `${cookie!.name}=${cookie!.value}`);
  }
});
afterAll(() => app.close());

const callers: Caller[] = ['nobody', ...(Object.keys(PEOPLE) as (keyof typeof PEOPLE)[])];

/** A row that nobody owns: what is asked here is the gate; rights on a thing that exists are asked in each module's own tests. */
const NOBODYS = '00000000-0000-7000-8000-000000000000';

async function ask(route: Route, caller: Caller): Promise<'in' | 'out'> {
  const url = route.path
    .replace(/:(\w+)/g, (_whole, name: string) => (name === 'code' ? 'YOL-01' : NOBODYS))
    .replace('*', 'x');
  const answer = await app.inject({
    method: route.method,
    url,
    headers: { ...(cookies.has(caller) && { cookie: cookies.get(caller)! }) },
    ...(route.method === 'GET' ? {} : { payload: {} }),
  });
  expect(answer.statusCode, `${route.method} ${route.path} as ${caller} must not be a fault`).toBeLessThan(500);
  return answer.statusCode === 401 || answer.statusCode === 403 ? 'out' : 'in';
}

const ROLE_OF = { 'clerk of another': 'clerk', 'deputy mayor': 'deputy-mayor' } as const;
const rightsOfCaller = (caller: keyof typeof PEOPLE) =>
  readyRights(caller === 'clerk of another' || caller === 'deputy mayor' ? ROLE_OF[caller] : caller);
const asked = routes.filter((route) => !LEFT_OUT.has(nameOf(route)));

test('nobody comes in where only staff may, and a role comes in only where its row says so', async () => {
  for (const route of asked) {
    if (route.who === 'anyone' || route.who === 'provider') continue;
    expect(await ask(route, 'nobody'), nameOf(route)).toBe('out');
    if (route.who === 'staff') continue;
    for (const caller of callers.slice(1) as (keyof typeof PEOPLE)[]) {
      const rights = rightsOfCaller(caller);
      if (route.who.every((right) => rights[right].ordinary === 'none'))
        expect(await ask(route, caller), `${nameOf(route)} as ${caller}`).toBe('out');
    }
  }
});

async function freshRequest(restricted: boolean): Promise<{ requestId: string; assignmentId: string }> {
  const { id } = await inTransaction(house, { actor: CITIZEN }, (tx) =>
    receiveRequest(tx, applicationOf({ person: { name: 'Emine Örnek', phone: '0555 000 00 47', notifyBy: 'sms' } })),
  );
  // The same directorate, so that only the restriction differs between the two tables.
  if (restricted) await sql`update service_requests set restricted = true where id = ${id}`.execute(house.db);
  const [part] = await assignmentsOf(house.db, id);
  return { requestId: id, assignmentId: part!.id };
}

/** ● done, or refused for the state it is in · – not theirs: forbidden, or as if it were not there. */
async function askAbout(route: Route, caller: Caller, restricted: boolean): Promise<'●' | '–'> {
  const fresh = await freshRequest(restricted);
  const given = ABOUT_REQUESTS[nameOf(route)]!.sends;
  const body = typeof given === 'function' ? given((await freshRequest(restricted)).requestId) : given;
  const answer = await app.inject({
    method: route.method,
    url: route.path.replace(':id', route.path.includes('/assignments/') ? fresh.assignmentId : fresh.requestId),
    query: queryFor(route, body),
    headers: { ...(cookies.has(caller) && { cookie: cookies.get(caller)! }) },
    ...(body && { payload: body }),
  });
  expect([200, 401, 403, 404, 409], `${nameOf(route)} as ${caller}: ${answer.body}`).toContain(answer.statusCode);
  return answer.statusCode === 200 || answer.statusCode === 409 ? '●' : '–';
}

async function tableAboutRequests(restricted: boolean): Promise<string[]> {
  const lines = heading('route');
  for (const route of routes.filter(isAboutARequest)) {
    expect(Object.keys(ABOUT_REQUESTS), 'a route about a request must say here what it is sent').toContain(
      nameOf(route),
    );
    const cells: string[] = [];
    for (const caller of callers) cells.push(await askAbout(route, caller, restricted));
    lines.push(`| ${nameOf(route)} | ${cells.join(' | ')} |`);
  }
  return lines;
}

const heading = (what: string) => [
  `| ${what} | ${callers.join(' | ')} |`,
  `| --- |${callers.map(() => ' --- |').join('')}`,
];

test('the tables of who may what are the ones in docs/who-may.md', { timeout: 120_000 }, async () => {
  const lines = [
    '# Who may call what',
    '',
    'Made by `server/who-may.test.ts` from the answers the routes give. ● may · – may not.',
    '“clerk” and “manager” are of the directorate that has the request; “clerk of another” is of a different one.',
    '',
    '## A request of the clerk’s own directorate',
    '',
    ...(await tableAboutRequests(false)),
    '',
    '## The same, on a restricted topic',
    '',
    ...(await tableAboutRequests(true)),
    '',
    '## The gate of every route',
    '',
    'Whom the gate lets in; rights on a particular thing are asked after it.',
    '',
    ...heading('route'),
  ];
  for (const route of [...asked].sort((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1))) {
    if (!route.path.startsWith('/api/')) continue;
    const cells: string[] = [];
    for (const caller of callers) cells.push((await ask(route, caller)) === 'in' ? '●' : '–');
    lines.push(`| ${nameOf(route)} | ${cells.join(' | ')} |`);
  }
  const table = `${lines.join('\n')}\n`;
  if (process.env.WHO_MAY === 'write') writeFileSync(TABLE, table);
  expect(readFileSync(TABLE, 'utf8')).toBe(table);
});
