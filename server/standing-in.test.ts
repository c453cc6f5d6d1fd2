/** Absence and delegation through the whole house: who may record it, what the delegate may do on which days, and what the history says of it. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Absence, Absences, Colleague } from '../contract/absences.ts';
import type { RequestPage } from '../contract/requests.ts';
import type { StaffActor } from './kernel/actor.ts';
import { CITIZEN } from './kernel/actor.ts';
import { rows, sql } from './kernel/db/database.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import { NO_PLACE, receiveRequest } from './modules/intake/door.ts';
import { assignmentsOf } from './modules/requests/door.ts';
import type { GivenAbsence } from './modules/staff/door.ts';
import { deactivateStaffMember, endAbsence, recordAbsence, staffActorById } from './modules/staff/door.ts';
import type { DeskServer } from './testing/desk-server.ts';
import { deskServer } from './testing/desk-server.ts';
import { furnishedHouse, MONDAY_MORNING } from './testing/furnished-house.ts';

const { house, clock, as } = await furnishedHouse();
let server: DeskServer;
const people: Record<string, StaffActor> = {};
const DAY = 86_400_000;

beforeAll(async () => {
  server = await deskServer(house);
  for (const name of ['fatih', 'mustafa', 'tulay', 'cem', 'nermin', 'sibel', 'yonetici', 'sema', 'elif'])
    people[name] = await as(name);
});

const away = (who: string, delegate: string | null, days: { from?: string; to?: string } = {}): GivenAbsence => ({
  staffId: people[who]!.id,
  from: '2026-02-16',
  to: '2026-02-20',
  delegateId: delegate && people[delegate]!.id,
  ...days,
});
const record = (by: string, absence: GivenAbsence) =>
  inTransaction(house, { actor: people[by]! }, (tx) => recordAbsence(tx, absence));
const end = (by: string, id: string) => inTransaction(house, { actor: people[by]! }, (tx) => endAbsence(tx, id));
const hatsOf = async (who: string) =>
  (await staffActorById(house, people[who]!.id))!.hats.map(({ staffId }) =>
    Object.keys(people).find((name) => people[name]!.id === staffId),
  );

async function openRequest(topicCode: string): Promise<{ id: string; part: string }> {
  const { id } = await inTransaction(house, { actor: CITIZEN }, (tx) =>
    receiveRequest(tx, {
      ...{ channel: 'web', kind: 'complaint', text: 'Kaldırım çökmüş.', language: 'tr', topicCode },
      ...{ answers: [], danger: false, fileIds: [], clientKey: null },
      person: { name: 'Ayşe Örnek', phone: '0555 000 08 88', notifyBy: 'sms' },
      place: { ...NO_PLACE, neighbourhoodId: 1, description: 'Okulun önü' },
    }),
  );
  return { id, part: (await assignmentsOf(house.db, id))[0]!.id };
}

describe('recording', () => {
  test.each([
    ['oneself', 'fatih', 'fatih', true],
    ['the manager, for somebody of the directorate', 'mustafa', 'fatih', true],
    ['the manager, for somebody of another directorate', 'mustafa', 'tulay', false],
    ['a clerk, for a colleague', 'fatih', 'mustafa', false],
    ['the supervisor, for anybody', 'sibel', 'nermin', true],
    ['the administrator, for anybody', 'yonetici', 'elif', true],
    ['an agent, for somebody else', 'elif', 'fatih', false],
  ])('%s', async (_what, by, whom, isAllowed) => {
    const asked = record(by, away(whom, null, { from: '2026-05-04', to: '2026-05-08' }));
    if (!isAllowed) return expect(asked).rejects.toMatchObject({ code: 'not-allowed' });
    await end(by, await asked);
  });

  test('days that overlap are refused with the days of the other one, also when both come at once', async () => {
    const asked = await Promise.allSettled([
      record('mustafa', away('fatih', null, { from: '2026-06-01', to: '2026-06-05' })),
      record('fatih', away('fatih', null, { from: '2026-06-05', to: '2026-06-09' })),
    ]);
    const kept = asked.find(({ status }) => status === 'fulfilled') as PromiseFulfilledResult<string>;
    const refused = asked.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({
      code: 'absence-overlaps',
      details: { from: expect.stringMatching(/^2026-06/) },
    });
    await end('fatih', kept.value);
  });

  test.each([
    ['the end before the beginning', away, { from: '2026-05-08', to: '2026-05-04' }, 'input-invalid'],
    ['wholly over', away, { from: '2026-02-02', to: '2026-02-13' }, 'input-invalid'],
    ['no such day', away, { from: '2026-02-30', to: '2026-03-02' }, 'date-invalid'],
    ['longer than a post is kept for somebody', away, { from: '2026-03-02', to: '2028-03-02' }, 'input-invalid'],
  ])('%s is refused', async (_what, make, days, code) => {
    await expect(record('fatih', make('fatih', null, days))).rejects.toMatchObject({ code });
  });

  test('nobody appoints themselves in the place of somebody else, and nobody stands in for themselves', async () => {
    await expect(record('yonetici', away('sibel', 'yonetici'))).rejects.toMatchObject({
      code: 'not-allowed',
      details: { because: 'own-gain' },
    });
    await expect(record('fatih', away('fatih', 'fatih'))).rejects.toMatchObject({ code: 'input-invalid' });
  });
});

describe('the post of somebody who is away', () => {
  test('lies beside the own one from the first day to the last, and follows the chain past a delegate who is away too', async () => {
    const ids = [await record('mustafa', away('mustafa', 'fatih')), await record('fatih', away('fatih', 'tulay'))];
    expect(await hatsOf('fatih')).toEqual(['fatih', 'mustafa']);
    expect((await hatsOf('tulay')).sort()).toEqual(['fatih', 'mustafa', 'tulay']);
    clock.set(new Date('2026-02-20T20:59:00Z'));
    expect(await hatsOf('tulay')).toHaveLength(3);
    clock.set(new Date('2026-02-20T21:01:00Z'));
    expect(await hatsOf('tulay')).toEqual(['tulay']);
    clock.set(MONDAY_MORNING);
    for (const id of ids) await end('sibel', id);
    expect(await hatsOf('tulay')).toEqual(['tulay']);
  });

  test('two who would stand in for one another are refused, with the days, also when both ask at once', async () => {
    const asked = await Promise.allSettled([
      record('cem', away('cem', 'tulay')),
      record('tulay', away('tulay', 'cem', { from: '2026-02-19', to: '2026-02-25' })),
    ]);
    const refused = asked.filter((one) => one.status === 'rejected');
    expect(refused.map(({ reason }) => reason)).toMatchObject([
      { code: 'stand-in-circle', details: { from: '2026-02-19', to: '2026-02-20' } },
    ]);
    for (const one of asked) if (one.status === 'fulfilled') await end('sibel', one.value);
  });

  test('in a circle from before there was a rule is lent to nobody but the two, and not twice to oneself', async () => {
    const ids = [await record('cem', away('cem', 'tulay')), await record('tulay', away('tulay', null))];
    await sql`update staff_absences set delegate_id = ${people.cem!.id} where id = ${ids[1]}`.execute(house.db);
    expect(await hatsOf('cem')).toEqual(['cem', 'tulay']);
    expect(await hatsOf('tulay')).toEqual(['tulay', 'cem']);
    for (const id of ids) await end('sibel', id);
  });

  test('opens restricted requests of the absent one, and closes them again', async () => {
    const { id } = await openRequest('SOS-01');
    await inTransaction(house, { actor: people.yonetici! }, () =>
      sql`update service_requests set restricted = true, restricted_to = '{SOS}' where id = ${id}`.execute(house.db),
    );
    const deputy = await server.as('fatih');
    const status = async () => (await deputy.get(`/api/v1/requests/${id}`)).status;
    expect(await status()).toBe(404);
    const absence = await record('sema', away('sema', 'fatih'));
    expect(await status()).toBe(200);
    await end('sema', absence);
    expect(await status()).toBe(404);
  });

  test('does not lend the keys to the house', async () => {
    const absence = await record('yonetici', away('yonetici', 'fatih'));
    const deputy = await server.as('fatih');
    expect((await deputy.get('/api/v1/staff')).status).toBe(403);
    await end('yonetici', absence);
  });
});

test('what a delegate does is written down as done in the place of the absent, and what is their own is not', async () => {
  const absence = await record('mustafa', away('mustafa', 'fatih'));
  const { id, part } = await openRequest('YOL-01');
  const deputy = await server.as('fatih');
  expect((await deputy.post(`/api/v1/requests/${id}/notes`, { text: 'Ekip yarın bakacak.' })).status).toBe(200);
  const hands = { unit: 'FEN-YOL', person: null };
  expect((await deputy.post(`/api/v1/assignments/${part}/hands`, hands)).status).toBe(200);
  const page = (await deputy.get<RequestPage>(`/api/v1/requests/${id}`)).body;
  const said = Object.fromEntries(page.history.map(({ what, data }) => [what, data.inPlaceOf ?? null]));
  expect(said).toMatchObject({ handed: people.mustafa!.id, 'note-added': null });
  expect(page.names.staff[people.mustafa!.id]).toBe('Mustafa Deneme');
  await end('mustafa', absence);
});

describe('over HTTP', () => {
  test('a team sees who is away and who stands in, others do not, and nobody learns why', async () => {
    const absence = await record('mustafa', away('mustafa', 'nermin', { from: '2026-02-18', to: '2026-02-20' }));
    const days = '?from=2026-02-16&to=2026-02-22';
    const list = async (who: string) =>
      (await (await server.as(who)).get<Absences>(`/api/v1/absences${days}`)).body.absences;
    expect(await list('fatih')).toEqual([
      {
        ...{ id: absence, staffId: people.mustafa!.id, name: 'Mustafa Deneme', directorate: 'FEN' },
        ...{ from: '2026-02-18', to: '2026-02-20', delegateId: people.nermin!.id, delegateName: 'Nermin Deneme' },
        ...{ warning: null, mayEnd: false },
      },
    ]);
    expect((await list('mustafa'))[0]).toMatchObject({ mayEnd: true });
    expect(await list('tulay')).toEqual([]);
    expect(await list('elif')).toEqual([]);
    const clash = await record('nermin', away('nermin', null, { from: '2026-02-19', to: '2026-02-19' }));
    expect((await list('sibel')).map(({ warning }) => warning)).toEqual(['delegate-away', 'no-delegate']);
    await end('nermin', clash);
    await end('mustafa', absence);
  });

  test('one that has begun keeps the days that are over', async () => {
    const fatih = await server.as('fatih');
    const body = { staffId: people.fatih!.id, from: '2026-02-16', to: '2026-02-20', delegateId: people.tulay!.id };
    const made = await fatih.post<Absence>('/api/v1/absences', body);
    expect(made).toMatchObject({ status: 200, body: { mayEnd: true, warning: null } });
    clock.advance(2 * DAY);
    const later = await server.as('fatih');
    expect((await later.post(`/api/v1/absences/${made.body.id}/end`)).status).toBe(200);
    const [row] = (await later.get<Absences>('/api/v1/absences?from=2026-02-16&to=2026-02-28')).body.absences;
    expect(row).toMatchObject({ from: '2026-02-16', to: '2026-02-17' });
    expect(await rows(house.db, sql`select 1 from audit_entries where act like 'absence-%'`)).not.toHaveLength(0);
    clock.set(MONDAY_MORNING);
  });

  test('colleagues are named with whose absences the reader may record', async () => {
    const list = (await (await server.as('mustafa')).get<Colleague[]>('/api/v1/colleagues')).body;
    const may = Object.fromEntries(list.map(({ name, mayRecordAbsence }) => [name, mayRecordAbsence]));
    expect(may).toMatchObject({ 'Fatih Deneme': true, 'Mustafa Deneme': true, 'Tülay Deneme': false });
    const absence = await record('mustafa', away('mustafa', 'tulay'));
    const then = (await (await server.as('mustafa')).get<Colleague[]>('/api/v1/colleagues')).body;
    expect(then.find(({ name }) => name === 'Mustafa Deneme')?.away).toEqual({
      until: '2026-02-20',
      standIn: 'Tülay Deneme',
    });
    expect(then.find(({ name }) => name === 'Tülay Deneme')?.away).toBeNull();
    await end('mustafa', absence);
  });
});

test('a delegate who leaves lends nothing on, and the absent one’s post is nobody’s', async () => {
  await record('cem', away('cem', 'tulay', { from: '2026-02-16', to: '2026-03-20' }));
  const close = () =>
    inTransaction(house, { actor: people.yonetici! }, (tx) => deactivateStaffMember(tx, people.tulay!.id));
  await expect(close()).rejects.toMatchObject({ code: 'work-in-hand', details: { standIn: expect.any(Number) } });
  await sql`update staff_members set active = false where id = ${people.tulay!.id}`.execute(house.db);
  expect(await staffActorById(house, people.tulay!.id)).toBeNull();
});
