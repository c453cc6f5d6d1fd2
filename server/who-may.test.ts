/**
 * Who may call what: every route of the house × every role, over HTTP. The result is kept as a table in docs/who-may.md, so that a right
 * that changes shows in review; an unlisted route fails here. WHO_MAY=write writes the table anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Route } from './kernel/http/route.ts';
import { makeServer } from './kernel/http/server.ts';
import { staffGate } from './modules/staff/door.ts';
import { routes } from './routes.ts';
import { DEMO_PASSWORD } from './seed/demo-staff.ts';
import { furnishedHouse } from './testing/furnished-house.ts';

const PEOPLE = {
  agent: 'elif',
  clerk: 'fatih',
  manager: 'mustafa',
  supervisor: 'sibel',
  administrator: 'yonetici',
  viewer: 'izleyen',
} as const;
type Caller = keyof typeof PEOPLE | 'nobody';

const TABLE = new URL('../docs/who-may.md', import.meta.url);
/** Answers with a stream that never ends, or ends the caller's own session; each is tested where it lives. */
const LEFT_OUT = new Set(['GET /api/v1/live', 'DELETE /api/v1/session', 'POST /api/v1/session']);

let app: FastifyInstance;
const cookies = new Map<Caller, string>();

beforeAll(async () => {
  const { house } = await furnishedHouse();
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

const callers: Caller[] = ['nobody', 'agent', 'clerk', 'manager', 'supervisor', 'administrator', 'viewer'];

/** A row that nobody owns: what is asked here is the gate; rights on a thing that exists are asked in each module's own tests. */
const NOBODYS = '00000000-0000-7000-8000-000000000000';

async function ask(route: Route, caller: Caller): Promise<'in' | 'out'> {
  const url = route.path.replace(/:(\w+)/g, (_whole, name: string) => (name === 'code' ? 'YOL-01' : NOBODYS)).replace('*', 'x');
  const answer = await app.inject({
    method: route.method,
    url,
    headers: { ...(cookies.has(caller) && { cookie: cookies.get(caller)! }) },
    ...(route.method === 'GET' ? {} : { payload: {} }),
  });
  expect(answer.statusCode, `${route.method} ${route.path} as ${caller} must not be a fault`).toBeLessThan(500);
  return answer.statusCode === 401 || answer.statusCode === 403 ? 'out' : 'in';
}

const nameOf = (route: Route) => `${route.method} ${route.path}`;
const asked = routes.filter((route) => !LEFT_OUT.has(nameOf(route)));

test('nobody comes in where only staff may, and a role comes in only where its row says so', async () => {
  for (const route of asked) {
    if (route.who === 'anyone' || route.who === 'provider') continue;
    expect(await ask(route, 'nobody'), nameOf(route)).toBe('out');
    if (route.who === 'staff') continue;
    for (const caller of callers.slice(1) as (keyof typeof PEOPLE)[]) {
      if (!route.who.includes(caller)) expect(await ask(route, caller), `${nameOf(route)} as ${caller}`).toBe('out');
    }
  }
});

test('the table of who comes in is the one in docs/who-may.md', async () => {
  const lines = [
    '# Who may call what',
    '',
    'Made by `server/who-may.test.ts` from the routes as they answer. ● the gate lets in · – it does not.',
    'Rights on a particular request (own directorate, restricted topics) are asked after the gate, in each module.',
    '',
    `| route | ${callers.join(' | ')} |`,
    `| --- |${callers.map(() => ' --- |').join('')}`,
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
