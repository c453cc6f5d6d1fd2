/**
 * Every route about a request × everybody × how they stand to it. Where the request is out of somebody's reach the answer is that it is not there;
 * where they may read it and lack the right, that it is not allowed; else the act goes through or is refused for the state the request is in. What
 * is expected comes from the table of rights and the two tables below, never from the code that decides.
 */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SearchAnswer, WorkListAnswer, WorkListCounts } from '../contract/finding.ts';
import type { Reach, Right, Rights, Scope } from '../contract/rights.ts';
import { HOUSE_RIGHTS, RIGHTS } from '../contract/rights.ts';
import { CITIZEN, systemActor } from './kernel/actor.ts';
import { run, sql } from './kernel/db/database.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import type { Route } from './kernel/http/route.ts';
import { longWorkRound } from './kernel/long-works/run.ts';
import { makeServer } from './kernel/http/server.ts';
import { NO_PLACE, receiveRequest } from './modules/intake/door.ts';
import { assignmentsOf } from './modules/requests/door.ts';
import { askForRebuild } from './modules/search/door.ts';
import { addStaffMember, readyRights, recordAbsence, saveRole, staffGate } from './modules/staff/door.ts';
import { routes } from './routes.ts';
import { DEMO_PASSWORD } from './seed/demo-staff.ts';
import { ABOUT_REQUESTS, isAboutARequest, nameOf, queryFor } from './testing/about-requests.ts';
import { furnishedHouse } from './testing/furnished-house.ts';

/** How a request stands to somebody of the road unit (FEN-YOL) of public works (FEN), and who reaches it by the width of their right. */
const RELATIONS = {
  'handed to me': { unit: 'FEN-YOL', mine: true },
  'of my unit': { unit: 'FEN-YOL' },
  'of my directorate': { unit: null },
  'of another unit': { unit: 'FEN-KAL' },
  'of another directorate': { directorate: 'TEM', unit: null },
  'returned by us': { unit: 'FEN-YOL', part: 'returned' },
  'ended by us': { unit: 'FEN-YOL', part: 'answered' },
  'without a name': { unit: 'FEN-YOL', anonymous: true },
  'kept to my directorate': { unit: 'FEN-YOL', keptTo: ['FEN'] },
  'kept to my unit': { unit: 'FEN-YOL', keptTo: ['FEN-YOL'] },
  'kept to another unit': { unit: 'FEN-YOL', keptTo: ['FEN-KAL'] },
  'kept to those who have a part': { unit: 'FEN-YOL', keptTo: [] },
} as const satisfies Record<string, World>;
type Relation = keyof typeof RELATIONS;

interface World {
  unit: string | null;
  directorate?: string;
  mine?: boolean;
  part?: 'returned' | 'answered';
  anonymous?: boolean;
  keptTo?: readonly string[];
}

/** Where somebody works: in the road unit, for public works as a whole, or for the whole house. */
type Post = 'unit' | 'directorate' | 'house';

const NOBODY_BUT_ALL: Record<Post, readonly Scope[]> = { unit: ['all'], directorate: ['all'], house: ['all'] };
const MY_DIRECTORATE = {
  unit: ['all', 'own-directorate'],
  directorate: ['all', 'own-directorate'],
  house: ['all'],
} as const;
const MY_UNIT = { ...MY_DIRECTORATE, unit: ['all', 'own-directorate', 'own-unit'] } as const;

/** The widths of a right that reach it; of a restricted one, the width for restricted requests. */
const REACHED_BY: Record<Relation, Record<Post, readonly Scope[]>> = {
  'handed to me': { ...MY_UNIT, unit: ['all', 'own-directorate', 'own-unit', 'own'] },
  'of my unit': MY_UNIT,
  'of my directorate': MY_DIRECTORATE,
  'of another unit': MY_DIRECTORATE,
  'of another directorate': NOBODY_BUT_ALL,
  'returned by us': NOBODY_BUT_ALL,
  'ended by us': MY_UNIT,
  'without a name': MY_UNIT,
  'kept to my directorate': MY_UNIT,
  // Kept to one unit of it, the rest of the directorate does not see it, nor does who heads or stands above it.
  'kept to my unit': { ...MY_UNIT, directorate: ['all'] },
  'kept to another unit': NOBODY_BUT_ALL,
  'kept to those who have a part': MY_UNIT,
};

interface Person {
  username: string;
  post: Post;
  rights: Rights;
  /** Whose rights they have beside their own. */
  standsInFor?: { post: Post; rights: Rights };
}

/** A role of the municipality's own, every right over cases of one width; restricted ones no wider than the own directorate. */
function custom(scope: Scope): Rights {
  const restricted: Scope = scope === 'all' ? 'own-directorate' : scope;
  const reach = (right: Right): Reach =>
    HOUSE_RIGHTS.includes(right) ? readyRights('clerk')[right] : { ordinary: scope, restricted };
  return Object.fromEntries(RIGHTS.map((right) => [right, reach(right)])) as Record<Right, Reach>;
}

const CUSTOM = { 'custom-all': 'all', 'custom-directorate': 'own-directorate', 'custom-unit': 'own-unit', 'custom-own': 'own' } as const; // prettier-ignore

const PEOPLE: Person[] = [
  { username: 'elif', post: 'house', rights: readyRights('agent') },
  { username: 'clerk', post: 'unit', rights: readyRights('clerk') },
  { username: 'mustafa', post: 'directorate', rights: readyRights('manager') },
  { username: 'deputy', post: 'directorate', rights: readyRights('deputy-mayor') },
  { username: 'sibel', post: 'house', rights: readyRights('supervisor') },
  { username: 'yonetici', post: 'house', rights: readyRights('administrator') },
  { username: 'izleyen', post: 'house', rights: readyRights('viewer') },
  ...Object.entries(CUSTOM).map(([username, scope]): Person => ({ username, post: 'unit', rights: custom(scope) })),
  {
    ...{ username: 'standin', post: 'house', rights: readyRights('agent') },
    standsInFor: { post: 'directorate', rights: readyRights('manager') },
  },
];

const { house } = await furnishedHouse();
const system = { actor: systemActor('test') };
let app: FastifyInstance;
const cookies = new Map<string, string>();
const staffIds = new Map<string, string>();
/** Of each person and relation, a request and another like it. */
const cases = new Map<string, { request: string; assignment: string; another: string }>();

beforeAll(async () => {
  await addPeople();
  app = await makeServer({ house, routes, staffGate });
  await app.ready();
  for (const { username } of PEOPLE) cookies.set(username, await signIn(username));
  for (const relation of Object.keys(RELATIONS) as Relation[]) {
    const shared = relation === 'handed to me' ? null : await caseOf(RELATIONS[relation], null);
    for (const { username } of PEOPLE) {
      const own = shared ?? (await caseOf(RELATIONS[relation], staffIds.get(username)!));
      cases.set(`${username} ${relation}`, own);
    }
  }
  // The index is drawn anew from the cases as they were written.
  await inTransaction(house, system, askForRebuild);
  await longWorkRound(house, async () => null);
  await letNothingBeDone();
}, 60_000);
afterAll(() => app.close());

async function addPeople() {
  const add = (
    username: string,
    role: string,
    post: { directorate: string | null; unit?: string; looksAfter?: string[] },
  ) =>
    inTransaction(house, system, (tx) =>
      addStaffMember(tx, { username, displayName: 'Deneme Kişi', password: DEMO_PASSWORD, role, ...post }),
    );
  await add('clerk', 'clerk', { directorate: 'FEN', unit: 'FEN-YOL' });
  await add('deputy', 'deputy-mayor', { directorate: null, looksAfter: ['FEN', 'PRK'] });
  const standIn = await add('standin', 'agent', { directorate: null });
  for (const [code, scope] of Object.entries(CUSTOM)) {
    const role = { code, base: 'clerk' as const, name: code, nameEn: code, rights: custom(scope), active: true };
    await inTransaction(house, system, (tx) => saveRole(tx, { ...role, version: 0 }));
    await add(code, code, { directorate: 'FEN', unit: 'FEN-YOL' });
  }
  const away = await add('away', 'manager', { directorate: 'FEN' });
  await inTransaction(house, system, (tx) =>
    recordAbsence(tx, { staffId: away, from: '2026-02-16', to: '2026-02-16', delegateId: standIn }),
  );
}

async function signIn(username: string): Promise<string> {
  const payload = { username, password: DEMO_PASSWORD };
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload });
  staffIds.set(username, answer.json<{ id: string }>().id);
  const [cookie] = answer.cookies;
  return `${cookie!.name}=${cookie!.value}`;
}

async function caseOf(world: World, assignee: string | null) {
  const [request, another] = [await record(world, assignee), await record(world, assignee)];
  const [part] = await assignmentsOf(house.db, request);
  return { request, another, assignment: part!.id };
}

/** As it would have come to stand so; written straight, because what is tested is who may, not how it came. */
async function record({ unit, directorate = 'FEN', part, anonymous, keptTo }: World, assignee: string | null) {
  const person = anonymous ? null : { name: 'Emine Örnek', phone: '0555 000 00 47', notifyBy: 'sms' as const };
  const { id } = await inTransaction(house, { actor: CITIZEN }, (tx) =>
    receiveRequest(tx, {
      ...{ channel: 'web', kind: 'complaint', text: 'Kaldırım çökmüş', language: 'tr', topicCode: 'YOL-04' },
      ...{ answers: [], danger: false, person, fileIds: [], clientKey: null },
      place: { ...NO_PLACE, neighbourhoodId: 1, description: 'Okulun önü' },
    }),
  );
  const state = part ?? 'offered';
  await run(
    house.db,
    sql`update assignments set directorate_code = ${directorate}, unit_code = ${unit}, assignee_id = ${assignee},
        state = ${state}, outcome = ${part === 'answered' ? 'done' : null}, ended_at = ${part ? house.clock.now() : null} where request_id = ${id}`,
  );
  if (keptTo)
    await run(
      house.db,
      sql`update service_requests set restricted = true, restricted_to = ${[...keptTo]}::text[] where id = ${id}`,
    );
  return id;
}

/**
 * From here on nothing about a case can be committed: an act that would go through fails at the very end as if the database were away, and the world stays
 * as it is for the next question. Who looked, who signed in and how often is still written.
 */
async function letNothingBeDone() {
  await sql`create function not_now() returns trigger language plpgsql as
    $$ begin raise exception 'would have been done' using errcode = '08000'; end $$`.execute(house.db);
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relname !~ '^(audit|recent_looks|attempt_counts|staff_sessions|search_|schema_)'`.execute(house.db);
  for (const { name } of rows)
    await sql`create constraint trigger not_now after insert or update or delete on ${sql.table(name)}
      deferrable initially deferred for each row execute function not_now()`.execute(house.db);
}

type Outcome = 'is not there' | 'is not allowed' | 'may';

async function ask(route: Route, person: Person, relation: Relation): Promise<Outcome> {
  const { request, assignment, another } = cases.get(`${person.username} ${relation}`)!;
  const { sends } = ABOUT_REQUESTS[nameOf(route)]!;
  const body = typeof sends === 'function' ? sends(another) : sends;
  const answer = await app.inject({
    method: route.method,
    url: route.path.replace(':id', route.path.includes('/assignments/') ? assignment : request),
    query: queryFor(route, body),
    headers: { cookie: cookies.get(person.username)! },
    ...(body && { payload: body }),
  });
  if (answer.statusCode === 404) return 'is not there';
  if (answer.statusCode === 403) return 'is not allowed';
  // 503: it would have been done; 409: not in the state this request is in; 400: not with these words, said after the rights were asked.
  const isOfTheAct = answer.statusCode === 400 && !('fields' in answer.json<{ details: object }>().details);
  expect(isOfTheAct ? [400] : [200, 409, 503], `${nameOf(route)} as ${person.username}: ${answer.body}`).toContain(
    answer.statusCode,
  );
  return 'may';
}

function reaches(person: Person, right: Right, relation: Relation): boolean {
  const isKept = 'keptTo' in RELATIONS[relation];
  return [person, ...(person.standsInFor ? [person.standsInFor] : [])].some(({ post, rights }) =>
    REACHED_BY[relation][post].includes(rights[right][isKept ? 'restricted' : 'ordinary']),
  );
}

function expected(route: Route, person: Person, relation: Relation): Outcome {
  const { right } = ABOUT_REQUESTS[nameOf(route)]!;
  const hasNone = (wanted: Right) =>
    [person, ...(person.standsInFor ? [person.standsInFor] : [])].every(
      ({ rights }) => rights[wanted].ordinary === 'none',
    );
  // The gate says so before anything is looked up, and tells nothing of the request by it.
  if (Array.isArray(route.who) && route.who.every(hasNone)) return 'is not allowed';
  if (!reaches(person, 'request-read', relation)) return 'is not there';
  return right === null || reaches(person, right, relation) ? 'may' : 'is not allowed';
}

const asked = routes.filter(isAboutARequest);

test.each(PEOPLE)(
  '$username: every route about a request, in every relation to it',
  { timeout: 60_000 },
  async (person) => {
    const wrong: string[] = [];
    for (const relation of Object.keys(RELATIONS) as Relation[]) {
      for (const route of asked) {
        const [found, wanted] = [await ask(route, person, relation), expected(route, person, relation)];
        if (found !== wanted) wrong.push(`${nameOf(route)} · ${relation}: ${found}, wanted: ${wanted}`);
      }
    }
    expect(wrong).toEqual([]);
  },
);

test.each(PEOPLE)('$username: list, counts and search hold what may be listed, and no more', async (person) => {
  const mine = [...cases].flatMap(([key, { request, another }]) => [
    { relation: key.slice(key.indexOf(' ') + 1) as Relation, owner: key.split(' ')[0]!, ids: [request, another] },
  ]);
  const wanted = new Set(
    mine
      // What is handed to a colleague of the same unit is of the unit for everybody else.
      .map((each) =>
        each.relation === 'handed to me' && each.owner !== person.username
          ? { ...each, relation: 'of my unit' as const }
          : each,
      )
      .filter(({ relation }) => reaches(person, 'request-list', relation))
      .flatMap(({ ids }) => ids),
  );
  const get = async <Body>(path: string) => {
    const answer = await app.inject({ url: path, headers: { cookie: cookies.get(person.username)! } });
    return { status: answer.statusCode, body: answer.json<Body>() };
  };
  const list = await get<WorkListAnswer>('/api/v1/requests?limit=100');
  if (person.rights['request-list'].ordinary === 'none' && !person.standsInFor) {
    expect(list.status).toBe(403);
    return;
  }
  expect(new Set(list.body.rows.map(({ id }) => id))).toEqual(wanted);
  expect((await get<WorkListCounts>('/api/v1/requests/counts')).body.listed).toBe(wanted.size);
  const found = await get<SearchAnswer>('/api/v1/search?q=kald%C4%B1r%C4%B1m');
  expect(found.body.total).toBe(wanted.size);
  for (const { id } of found.body.requests) expect(wanted).toContain(id);
});

test('every route about a request says which right it asks for', () => {
  expect(asked.map(nameOf).sort()).toEqual(Object.keys(ABOUT_REQUESTS).sort());
});
