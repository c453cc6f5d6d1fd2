/**
 * Who may call what: every route of the house × every role, over HTTP, and every route about a request × every relation to that request.
 * The results are kept as tables in docs/who-may.md, so that a right that changes shows in review; a route that no table lists fails here.
 * WHO_MAY=write writes them anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CITIZEN } from './kernel/actor.ts';
import { sql } from './kernel/db/database.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import type { House } from './kernel/house.ts';
import type { Route } from './kernel/http/route.ts';
import { makeServer } from './kernel/http/server.ts';
import { NO_PLACE, receiveRequest } from './modules/intake/door.ts';
import { assignmentsOf } from './modules/requests/door.ts';
import { readyRights, staffGate } from './modules/staff/door.ts';
import { routes } from './routes.ts';
import { DEMO_PASSWORD } from './seed/demo-staff.ts';
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
let picture: Buffer;
const cookies = new Map<Caller, string>();

beforeAll(async () => {
  ({ house } = await furnishedHouse());
  picture = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
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
const nameOf = (route: Route) => `${route.method} ${route.path}`;
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

/** What a right call about a request of the roads directorate sends; a route about a request that is not here fails the test. */
const BODIES: Record<string, object | null | ((another: string) => object)> = {
  'GET /api/v1/requests/:id': null,
  'GET /api/v1/requests/:id/clocks': null,
  'GET /api/v1/requests/:id/messages': null,
  'GET /api/v1/requests/:id/similar': null,
  'GET /api/v1/requests/:id/routing': null,
  'POST /api/v1/assignments/:id/acceptance': {},
  'POST /api/v1/assignments/:id/work': {},
  'POST /api/v1/assignments/:id/on-site': {},
  'POST /api/v1/assignments/:id/return': { reason: 'Bizim değil.' },
  'POST /api/v1/assignments/:id/hands': { unit: 'FEN-YOL', person: null },
  'POST /api/v1/assignments/:id/answer': {
    outcome: 'done',
    text: 'Çökmüş kaldırım 18 Şubat günü söküldü ve yeniden döşendi.',
  },
  'POST /api/v1/assignments/:id/interim-answer': { text: 'Ekip yarın bakacak.' },
  'POST /api/v1/assignments/:id/answer-check': {
    kind: 'final',
    body: { text: 'Onarıldı.', outcome: 'done', forwardedTo: null },
  },
  'PUT /api/v1/assignments/:id/answer-draft': {
    kind: 'final',
    body: { text: 'Çökmüş kaldırım 18 Şubat günü söküldü ve yeniden döşendi.', outcome: 'done', forwardedTo: null },
  },
  'POST /api/v1/assignments/:id/answer-drafts': {
    kind: 'final',
    body: { text: 'Çökmüş kaldırım 18 Şubat günü söküldü ve yeniden döşendi.', outcome: 'done', forwardedTo: null },
  },
  'GET /api/v1/requests/:id/answer-drafts': null,
  'POST /api/v1/requests/:id/photos': () => aPicture(),
  'POST /api/v1/requests/:id/answer-preview': {
    ...{ kind: 'question', assignmentId: null, text: 'Neresi?', outcome: null, forwardedTo: null },
  },
  'POST /api/v1/requests/:id/assignments': { directorate: 'TEM', why: 'Temizlik de gerekiyor.' },
  'POST /api/v1/requests/:id/questions': { text: 'Hangi numaranın önü?' },
  'POST /api/v1/requests/:id/notes': { text: 'Arandı.' },
  'POST /api/v1/requests/:id/topic': { topic: 'YOL-05', reason: 'Parke taşı.' },
  'POST /api/v1/requests/:id/place': {
    place: { neighbourhoodId: 2, street: null, door: null, description: 'Köşe', latitude: null, longitude: null },
    reason: 'Yanlış yazılmış.',
  },
  'POST /api/v1/requests/:id/rerouting': { topic: 'YOL-05' },
  'POST /api/v1/requests/:id/kind': { kind: 'suggestion', reason: 'Öneri.' },
  'POST /api/v1/requests/:id/resumption': {},
  'POST /api/v1/requests/:id/extension': { ground: 'other-unit', reason: 'Arşivden istendi.' },
  'POST /api/v1/requests/:id/fee': { amountKurus: 100, whatFor: 'Fotokopi' },
  'POST /api/v1/requests/:id/fee-payment': { paidOn: '2026-02-16', receipt: '1' },
  'POST /api/v1/requests/:id/objections': { objectedOn: '2026-02-16' },
  'POST /api/v1/requests/:id/objection-decision': { result: 'rejected', decidedOn: '2026-02-16' },
  'POST /api/v1/requests/:id/reopening': { reason: 'Yeniden bakılsın.' },
  'POST /api/v1/requests/:id/reopening-refusal': { reason: 'Yanıt yeterli.' },
  'POST /api/v1/requests/:id/cancellation': { reason: 'Deneme kaydı.' },
  'POST /api/v1/requests/:id/withdrawal': { reason: 'Telefonda vazgeçti.' },
  'GET /api/v1/requests/:id/incident': null,
  'POST /api/v1/requests/:id/members': (another) => ({ requests: [another], why: 'Aynı kaldırım.' }),
  'POST /api/v1/requests/:id/release': { reason: 'Başka bir kaldırım.' },
  'POST /api/v1/requests/:id/incident-reopening': { reason: 'Yama tutmadı.' },
  'POST /api/v1/requests/:id/reveal': { field: 'phone', reason: 'Geri arama' },
};
/** These name a second thing (a photo, a clock) or list many; their rights are asked in their own tests. */
const ABOUT_MORE = new Set([
  'GET /api/v1/requests/:id/photos/:photo',
  'PUT /api/v1/requests/:id/photos/:photo/sight',
  'GET /api/v1/requests/:id/clocks/:clock',
]);

function aPicture(): FormData {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'is.png');
  return form;
}

const isAboutARequest = (route: Route) =>
  /^\/api\/v1\/(requests|assignments)\/:id/.test(route.path) && !ABOUT_MORE.has(nameOf(route));

async function freshRequest(restricted: boolean): Promise<{ requestId: string; assignmentId: string }> {
  const { id } = await inTransaction(house, { actor: CITIZEN }, (tx) =>
    receiveRequest(tx, {
      channel: 'web',
      kind: 'complaint',
      text: 'Kaldırım çökmüş',
      language: 'tr',
      topicCode: 'YOL-04',
      answers: [],
      danger: false,
      person: { name: 'Emine Örnek', phone: '0555 000 00 47', notifyBy: 'sms' },
      place: { ...NO_PLACE, neighbourhoodId: 1, description: 'Okulun önü' },
      fileIds: [],
      clientKey: null,
    }),
  );
  // The same directorate, so that only the restriction differs between the two tables.
  if (restricted) await sql`update service_requests set restricted = true where id = ${id}`.execute(house.db);
  const [part] = await assignmentsOf(house.db, id);
  return { requestId: id, assignmentId: part!.id };
}

/** ● done, or refused for the state it is in · – not theirs: forbidden, or as if it were not there. */
async function askAbout(route: Route, caller: Caller, restricted: boolean): Promise<'●' | '–'> {
  const fresh = await freshRequest(restricted);
  const given = BODIES[nameOf(route)];
  const body = typeof given === 'function' ? given((await freshRequest(restricted)).requestId) : given;
  const answer = await app.inject({
    method: route.method,
    url: route.path.replace(':id', route.path.includes('/assignments/') ? fresh.assignmentId : fresh.requestId),
    query: body instanceof FormData ? { citizenSees: 'true' } : { language: 'tr' },
    headers: { ...(cookies.has(caller) && { cookie: cookies.get(caller)! }) },
    ...(body && { payload: body }),
  });
  expect([200, 401, 403, 404, 409], `${nameOf(route)} as ${caller}: ${answer.body}`).toContain(answer.statusCode);
  return answer.statusCode === 200 || answer.statusCode === 409 ? '●' : '–';
}

async function tableAboutRequests(restricted: boolean): Promise<string[]> {
  const lines = heading('route');
  for (const route of routes.filter(isAboutARequest)) {
    expect(Object.keys(BODIES), 'a route about a request must say here what it is sent').toContain(nameOf(route));
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
