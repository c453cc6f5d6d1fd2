/**
 * What nobody's screen sends: fields that are not asked for, keys that reach into prototypes, parameters twice, numbers and texts beyond all bounds.
 * Over every route of the house, made from the route's own schema, as an administrator and as a supervisor, who between them pass every gate.
 */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TSchema } from 'typebox';
import type { Route } from './kernel/http/route.ts';
import { makeServer } from './kernel/http/server.ts';
import { staffGate } from './modules/staff/door.ts';
import { routes } from './routes.ts';
import { DEMO_PASSWORD } from './seed/demo-staff.ts';
import { nameOf } from './testing/about-requests.ts';
import { furnishedHouse } from './testing/furnished-house.ts';

/** Ends the session it is asked with, or answers with a stream that never ends. */
const LEFT_OUT = ['DELETE /api/v1/session', 'GET /api/v1/live'];
const NOBODYS = '00000000-0000-7000-8000-000000000000';

let app: FastifyInstance;
const cookies: string[] = [];

beforeAll(async () => {
  const { house } = await furnishedHouse();
  app = await makeServer({ house, routes, staffGate });
  await app.ready();
  for (const username of ['yonetici', 'sibel']) {
    const payload = { username, password: DEMO_PASSWORD };
    const [cookie] = (await app.inject({ method: 'POST', url: '/api/v1/session', payload })).cookies;
    cookies.push(`${cookie!.name}=${cookie!.value}`);
  }
});
afterAll(() => app.close());

const asked = routes.filter((route) => !LEFT_OUT.includes(nameOf(route)));
const withBody = asked.filter(({ schema }) => schema.body !== undefined);
const withQuery = asked.filter(({ schema }) => schema.querystring !== undefined);

const urlOf = (route: Route) => route.path.replace(/:\w+/g, NOBODYS).replace('*', 'x');

async function send(route: Route, { body, query = '' }: { body?: string; query?: string }) {
  const answers = [];
  for (const cookie of cookies)
    answers.push(
      await app.inject({
        method: route.method,
        url: `${urlOf(route)}${query}`,
        headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { payload: body }),
      }),
    );
  return answers;
}

/** Every object of a schema, with the path to it. */
function objectsIn(schema: TSchema, path = ''): { path: string; schema: { additionalProperties?: unknown } }[] {
  const {
    type,
    properties = {},
    items,
    anyOf = [],
    allOf = [],
    patternProperties,
  } = schema as unknown as {
    type?: string;
    properties?: Record<string, TSchema>;
    items?: TSchema;
    anyOf?: TSchema[];
    allOf?: TSchema[];
    patternProperties?: Record<string, TSchema>;
  };
  return [
    ...(type === 'object' && patternProperties === undefined ? [{ path: path || '/', schema }] : []),
    ...Object.entries({ ...properties, ...patternProperties }).flatMap(([key, inner]) =>
      objectsIn(inner, `${path}/${key}`),
    ),
    ...(items ? objectsIn(items, `${path}/[]`) : []),
    ...[...anyOf, ...allOf].flatMap((inner) => objectsIn(inner, path)),
  ];
}

describe('what is not asked for', () => {
  test('no body of any route takes a field that its schema does not name', () => {
    const open = withBody.flatMap((route) =>
      objectsIn(route.schema.body!)
        .filter(({ schema }) => schema.additionalProperties !== false)
        .map(({ path }) => `${nameOf(route)} ${path}`),
    );
    expect(open).toEqual([]);
  });

  test('no query of any route takes a parameter that its schema does not name', () => {
    const open = withQuery.filter(({ schema }) =>
      objectsIn(schema.querystring!).some((each) => each.schema.additionalProperties !== false),
    );
    expect(open.map(nameOf)).toEqual([]);
  });

  test.each(withBody.map((route) => [nameOf(route), route] as const))(
    '%s refuses a role it was not asked for',
    async (_name, route) => {
      for (const answer of await send(route, { body: '{"role":"administrator","isAdmin":true,"version":1}' }))
        expect([400, 401, 403, 404, 429], answer.body).toContain(answer.statusCode);
    },
  );
});

describe('keys that reach into prototypes', () => {
  const PROBES = [
    '{"__proto__":{"polluted":"yes"}}',
    '{"constructor":{"prototype":{"polluted":"yes"}}}',
    '{"a":{"__proto__":{"polluted":"yes"}}}',
    '[{"__proto__":{"polluted":"yes"}}]',
  ];

  test.each(withBody.map((route) => [nameOf(route), route] as const))('%s', async (_name, route) => {
    for (const body of PROBES)
      for (const answer of await send(route, { body })) expect(answer.statusCode, answer.body).toBeLessThan(500);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  test('in a query and in a form', { timeout: 60_000 }, async () => {
    for (const route of asked.filter(({ method }) => method === 'GET')) {
      const answers = await send(route, {
        query: '?__proto__[polluted]=yes&constructor[prototype][polluted]=yes&__proto__=x',
      });
      for (const answer of answers) expect(answer.statusCode, nameOf(route)).toBeLessThan(500);
    }
    for (const route of asked.filter(({ method, api }) => method === 'POST' && !api)) {
      const answer = await app.inject({
        method: 'POST',
        url: urlOf(route),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: '__proto__[polluted]=yes&constructor.prototype.polluted=yes&__proto__=x',
      });
      expect(answer.statusCode, nameOf(route)).toBeLessThan(500);
    }
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });
});

describe('parameters nobody sends', () => {
  test.each(withQuery.map((route) => [nameOf(route), route] as const))(
    '%s: twice, as a list, as a tree, too long',
    async (_name, route) => {
      const names = Object.keys((route.schema.querystring as unknown as { properties?: object }).properties ?? {});
      for (const name of names) {
        const queries = [
          `?${name}=1&${name}=2`,
          `?${name}[]=1`,
          `?${name}[x]=1`,
          `?${name}=${'9'.repeat(400)}`,
          `?${name}=%00`,
          `?${name}=%ff`,
        ];
        for (const query of queries)
          for (const answer of await send(route, { query }))
            expect(answer.statusCode, `${query}: ${answer.body}`).toBeLessThan(500);
      }
    },
  );

  test('an address that names no id, an absurd one, or bytes', { timeout: 60_000 }, async () => {
    for (const route of asked.filter(({ path }) => path.includes(':'))) {
      for (const odd of ['x', '%00', '..%2f..%2fetc', "1'%20or%201=1", '__proto__', '9'.repeat(300)]) {
        const answer = await app.inject({
          method: route.method,
          url: route.path.replace(/:\w+/g, odd).replace('*', odd),
          headers: { cookie: cookies[0]! },
          ...(route.schema.body && { payload: {} }),
        });
        expect(answer.statusCode, `${nameOf(route)} with ${odd}: ${answer.body}`).toBeLessThan(500);
      }
    }
  });
});
