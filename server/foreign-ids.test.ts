/** Ids of other people's things, in addresses and in bodies: each is refused, and nothing in the house is changed by the asking. */
import { beforeAll, expect, test } from 'vitest';
import type { RequestPage } from '../contract/requests.ts';
import type { StaffMember } from '../contract/staff.ts';
import { CITIZEN, systemActor } from './kernel/actor.ts';
import { rows, run, sql } from './kernel/db/database.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import { newId } from './kernel/ids.ts';
import { longWorkRound } from './kernel/long-works/run.ts';
import { NO_PLACE, receiveRequest } from './modules/intake/door.ts';
import { assignmentsOf } from './modules/requests/door.ts';
import { addStaffMember, deactivateStaffMember, staffActorById } from './modules/staff/door.ts';
import { DEMO_PASSWORD } from './seed/demo-staff.ts';
import type { DeskCaller } from './testing/desk-server.ts';
import { deskServer } from './testing/desk-server.ts';
import { furnishedHouse } from './testing/furnished-house.ts';

const { house, clock } = await furnishedHouse();
const people = {} as Record<
  'clerk' | 'manager' | 'other' | 'agent' | 'agent2' | 'supervisor' | 'administrator',
  DeskCaller
>;
/** Whatever a case needs, by name; filled before the first. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  const server = await deskServer(house);
  await inTransaction(house, { actor: systemActor('test') }, async (tx) => {
    const post = {
      username: 'gitti',
      displayName: 'Deneme Kişi',
      password: DEMO_PASSWORD,
      role: 'clerk',
      directorate: 'FEN',
    };
    ids.gone = await addStaffMember(tx, post);
    await deactivateStaffMember(tx, ids.gone);
    await addStaffMember(tx, { ...post, username: 'ikinci', role: 'agent', directorate: null });
  });
  const names = { clerk: 'fatih', manager: 'mustafa', other: 'tulay', agent: 'elif', agent2: 'ikinci', supervisor: 'sibel', administrator: 'yonetici' }; // prettier-ignore
  for (const [role, name] of Object.entries(names)) people[role as keyof typeof people] = await server.as(name);
  const staff = (await people.administrator.get<StaffMember[]>('/api/v1/staff')).body;
  for (const { username, id } of staff) ids[`staff:${username}`] = id;
  for (const [name, topic] of [['roads', 'YOL-04'], ['roads2', 'YOL-04'], ['waste', 'TEM-01']] as const) await record(name, topic); // prettier-ignore
  await ofOthers();
});

async function record(name: string, topicCode: string) {
  const { id } = await inTransaction(house, { actor: CITIZEN }, (tx) =>
    receiveRequest(tx, {
      ...{ channel: 'web', kind: 'complaint', text: 'Kaldırım çökmüş', language: 'tr', topicCode },
      ...{ answers: [], danger: false, fileIds: [], clientKey: null },
      person: { name: 'Emine Örnek', phone: '0555 000 00 47', notifyBy: 'sms' },
      place: { ...NO_PLACE, neighbourhoodId: 1, description: 'Okulun önü' },
    }),
  );
  const [part] = await assignmentsOf(house.db, id);
  Object.assign(ids, { [name]: id, [`${name}:part`]: part!.id });
}

/** A photo, a clock, a view, a held act, a work, an export, a call, an absence, a draft, a notice: each is another's. */
async function ofOthers() {
  const { other, agent, supervisor } = people;
  const [file, photo] = [newId(clock.now()), newId(clock.now())];
  await run(house.db, sql`insert into stored_files values (${file}, 'x', 'image/jpeg', 1, 1, 1, now())`);
  await run(
    house.db,
    sql`insert into request_photos values (${photo}, ${ids.roads2}, ${file}, 'citizen', true, now())`,
  );
  const [clock2] = await rows<{ id: string }>(house.db, sql`select id from clocks where request_id = ${ids.roads2}`);
  const idOf = async (asked: Promise<{ status: number; body: Record<string, unknown> }>) => {
    const { status, body } = await asked;
    expect(status, JSON.stringify(body)).toBe(200);
    return String(body.id ?? body.work);
  };
  Object.assign(ids, {
    photo,
    clock: clock2!.id,
    view: await idOf(other.post('/api/v1/views', { name: 'Benim', query: 'open=1' })),
    call: await idOf(agent.post('/api/v1/calls', { phone: '0555 000 00 48', clientKey: 'anahtar-anahtar-02' })),
    work: await idOf(
      supervisor.post('/api/v1/exports', {
        filter: {},
        format: 'csv',
        reason: 'Deneme',
        language: 'tr',
        personal: false,
      }),
    ),
    absence: await idOf(
      other.post('/api/v1/absences', {
        staffId: ids['staff:tulay'],
        from: '2026-02-18',
        to: '2026-02-19',
        delegateId: null,
      }),
    ),
  });
  await longWorkRound(house, staffActorById);
  const part = ids['waste:part'];
  await other.post(`/api/v1/assignments/${part}/work`);
  const { seen } = (await other.get<RequestPage>(`/api/v1/requests/${ids.waste}`)).body;
  ids.held = await idOf(
    other.post(`/api/v1/assignments/${part}/interim-answer`, { text: 'Ekip yarın bakacak.', seen }),
  );
  const draft = { kind: 'final', body: { text: 'Toplandı.', outcome: 'done', forwardedTo: null } };
  expect((await other.put(`/api/v1/assignments/${part}/answer-draft`, draft)).status).toBe(200);
  const [kept] = await rows<{ id: string }>(house.db, sql`select id from answer_drafts`);
  ids.draft = kept!.id;
}

interface Foreign {
  what: string;
  as: keyof typeof people;
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  body?: () => object;
  status: number;
}

const hands = (what: string, body: () => object): Foreign => ({
  ...{ what: `hands: ${what}`, as: 'manager', method: 'post', path: '/api/v1/assignments/:roads:part/hands', body },
  status: 400,
});
const REQUEST = {
  ...{ kind: 'complaint', text: 'Çukur.', language: 'tr', topic: 'YOL-01', answers: [], danger: false },
  place: { neighbourhoodId: 1, street: null, door: null, description: 'Köşe' },
};

/** `:name` in a path is the id of that name. 404 where the thing is not theirs to know of, 403 and 400 where they know of it. */
const FOREIGN: Foreign[] = [
  { what: 'a photo of another request', as: 'clerk', method: 'get', path: '/api/v1/requests/:roads/photos/:photo', status: 404 },
  { what: 'a clock of another request', as: 'clerk', method: 'get', path: '/api/v1/requests/:roads/clocks/:clock?language=tr', status: 404 },
  hands('a unit of another directorate', () => ({ unit: 'TEM-SUP', person: null })),
  hands('a unit that is not there', () => ({ unit: 'FEN-YOK', person: null })),
  hands('somebody of another directorate', () => ({ unit: null, person: ids['staff:tulay'] })),
  hands('a closed account', () => ({ unit: null, person: ids.gone })),
  hands('an id that is a request', () => ({ unit: null, person: ids.roads2 })),
  { what: 'a part of another directorate', as: 'manager', method: 'post', path: '/api/v1/assignments/:waste:part/hands', body: () => ({ unit: null, person: null }), status: 404 },
  { what: 'a request where a part is asked for', as: 'clerk', method: 'post', path: '/api/v1/assignments/:roads/work', body: () => ({}), status: 404 },
  { what: 'a part where a request is asked for', as: 'clerk', method: 'get', path: '/api/v1/requests/:roads:part', status: 404 },
  { what: 'a directorate that is not there', as: 'manager', method: 'post', path: '/api/v1/requests/:roads/assignments', body: () => ({ directorate: 'YOK', why: 'x' }), status: 400 },
  { what: 'a topic that is not there', as: 'supervisor', method: 'post', path: '/api/v1/requests/:roads/topic', body: () => ({ topic: 'YOK-01', reason: 'x' }), status: 400 },
  { what: 'a neighbourhood that is not there', as: 'supervisor', method: 'post', path: '/api/v1/requests/:roads/place', body: () => ({ place: { neighbourhoodId: 32_000, street: null, door: null, description: 'x', latitude: null, longitude: null }, reason: 'x' }), status: 400 },
  { what: 'a member of another directorate', as: 'manager', method: 'post', path: '/api/v1/requests/:roads/members', body: () => ({ requests: [ids.waste], why: 'x' }), status: 404 },
  { what: 'a saved view of a colleague', as: 'clerk', method: 'delete', path: '/api/v1/views/:view', status: 404 },
  { what: 'a held act on another’s request', as: 'clerk', method: 'delete', path: '/api/v1/held-acts/:held', status: 404 },
  { what: 'a held act of a colleague', as: 'agent', method: 'delete', path: '/api/v1/held-acts/:held', status: 403 },
  { what: 'the work of a colleague', as: 'manager', method: 'get', path: '/api/v1/works/:work', status: 404 },
  { what: 'the work of a colleague: stop', as: 'manager', method: 'post', path: '/api/v1/works/:work/stop', status: 404 },
  { what: 'the work of a colleague: undo', as: 'manager', method: 'post', path: '/api/v1/works/:work/undo', status: 404 },
  { what: 'things of a colleague’s work', as: 'manager', method: 'get', path: '/api/v1/works/:work/items', status: 404 },
  { what: 'the export of a colleague', as: 'manager', method: 'get', path: '/api/v1/exports/:work/file', status: 404 },
  { what: 'an export as a dry run', as: 'administrator', method: 'get', path: '/api/v1/routing/dry-runs/:work/sample?move=0', status: 404 },
  { what: 'the call of a colleague: end', as: 'agent2', method: 'post', path: '/api/v1/calls/:call/end', body: () => ({ purpose: 'status' }), status: 403 },
  { what: 'the call of a colleague: request', as: 'agent2', method: 'post', path: '/api/v1/calls/:call/requests', body: () => ({ ...REQUEST, person: { name: 'A B', notifyBy: 'none' }, clientKey: 'anahtar-anahtar-03' }), status: 403 },
  { what: 'a citizen the number is not of', as: 'agent', method: 'post', path: '/api/v1/requests', body: () => ({ ...REQUEST, channel: 'desk', person: { citizenId: ids.citizen, phone: '0555 000 00 99', notifyBy: 'none' }, clientKey: 'anahtar-anahtar-04' }), status: 404 },
  { what: 'an absence of another directorate', as: 'manager', method: 'post', path: '/api/v1/absences/:absence/end', body: () => ({}), status: 403 },
  { what: 'an absence for another directorate', as: 'manager', method: 'post', path: '/api/v1/absences', body: () => ({ staffId: ids['staff:pinar'], from: '2026-02-20', to: '2026-02-20', delegateId: null }), status: 403 },
  { what: 'the draft of another’s answer: end', as: 'clerk', method: 'post', path: '/api/v1/answer-drafts/:draft/end', status: 404 },
  { what: 'the draft of another’s answer: take over', as: 'clerk', method: 'post', path: '/api/v1/answer-drafts/:draft/holder', status: 404 },
  { what: 'the draft of another’s answer: approve', as: 'manager', method: 'post', path: '/api/v1/answer-drafts/:draft/approval', body: () => ({ version: 1 }), status: 404 },
  { what: 'a unit of another directorate as a post', as: 'administrator', method: 'patch', path: '/api/v1/staff/:staff:fatih', body: () => ({ version: 1, unit: 'TEM-SUP' }), status: 400 },
  { what: 'a role that is not there', as: 'administrator', method: 'patch', path: '/api/v1/staff/:staff:fatih', body: () => ({ version: 1, role: 'kral' }), status: 400 },
  { what: 'a colleague’s account', as: 'manager', method: 'patch', path: '/api/v1/staff/:staff:fatih', body: () => ({ version: 1, role: 'administrator' }), status: 403 },
  { what: 'a directorate under the code of another', as: 'administrator', method: 'put', path: '/api/v1/directorates/FEN', body: () => ({ code: 'TEM', name: 'x', dative: 'x', nameEn: 'x', phone: null, active: true, version: 1 }), status: 400 },
  { what: 'a unit under the code of another', as: 'administrator', method: 'put', path: '/api/v1/units/FEN-YOL', body: () => ({ code: 'TEM-SUP', directorate: 'TEM', name: 'x', nameEn: 'x', active: true, version: 1 }), status: 400 },
]; // prettier-ignore

test.each(FOREIGN)('$what ($as)', async ({ as, method, path, body, status }) => {
  const [citizen] = await rows<{ id: string }>(
    house.db,
    sql`select citizen_id as id from service_requests where id = ${ids.roads}`,
  );
  ids.citizen = citizen!.id;
  const url = path.replace(/:((?:staff:)?\w+(?::part)?)/g, (_whole, name: string) => ids[name] ?? `no-id-of-${name}`);
  const before = await everything();
  const answer = method === 'get' || method === 'delete' ? await people[as][method](url) : await people[as][method](url, body?.()); // prettier-ignore
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status });
  if (status === 400)
    expect(answer.body, 'refused for what it names, not for its shape').not.toMatchObject({
      details: { fields: [{}] },
    });
  expect(await everything()).toEqual(before);
});

/** Every row of the house but those that say that somebody asked. */
async function everything(): Promise<Record<string, number | string>> {
  const tables = await rows<{ name: string }>(
    house.db,
    sql`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
        and relname !~ '^(audit|recent_looks|attempt_counts|staff_sessions)' order by 1`,
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const [sum] = await rows<{ sum: string | null }>(
      house.db,
      sql`select md5(string_agg(t::text, '|' order by t::text)) as sum from ${sql.table(name)} t`,
    );
    sums[name] = sum!.sum ?? '';
  }
  return sums;
}
