/** How far rights reach over HTTP: units, roles of one's own, restricted topics kept to some, and standing in for a colleague. */
import { beforeAll, expect, test } from 'vitest';
import { READY_ROLES, RIGHTS } from '../contract/rights.ts';
import type { WorkListAnswer, WorkListCounts } from '../contract/finding.ts';
import type { StaffActor } from './kernel/actor.ts';
import { CITIZEN, systemActor } from './kernel/actor.ts';
import { run, sql } from './kernel/db/database.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import { NO_PLACE, receiveRequest } from './modules/intake/door.ts';
import { listTopics, saveTopic } from './modules/catalogue/door.ts';
import { assignmentsOf, handAssignment } from './modules/requests/door.ts';
import { addStaffMember, readyRights, saveRole, staffActorById } from './modules/staff/door.ts';
import { DEMO_PASSWORD } from './seed/demo-staff.ts';
import type { DeskCaller } from './testing/desk-server.ts';
import { deskServer } from './testing/desk-server.ts';
import { furnishedHouse } from './testing/furnished-house.ts';

const { house, as } = await furnishedHouse();
const system = { actor: systemActor('test') };
let unitClerk: DeskCaller;
let manager: StaffActor;
let server: Awaited<ReturnType<typeof deskServer>>;
const ids: Record<string, string> = {};

beforeAll(async () => {
  manager = await as('mustafa');
  const rights = readyRights('clerk');
  const unitOnly = Object.fromEntries(
    RIGHTS.map((right) => {
      const { ordinary } = rights[right];
      return [right, ordinary === 'own-directorate' ? { ordinary: 'own-unit', restricted: 'own-unit' } : rights[right]];
    }),
  ) as typeof rights;
  await inTransaction(house, system, (tx) =>
    saveRole(tx, {
      ...{ code: 'birim-gorevlisi', base: 'clerk', name: 'Birim görevlisi', nameEn: 'Unit clerk', rights: unitOnly },
      ...{ active: true, version: 0 },
    }),
  );
  await add('yolcu', { role: 'birim-gorevlisi', directorate: 'FEN', unit: 'FEN-YOL' });
  for (const name of ['road', 'pavement', 'unhanded']) ids[name] = await record('YOL-01');
  await hand(ids.road!, 'FEN-YOL');
  await hand(ids.pavement!, 'FEN-KAL');
  server = await deskServer(house);
  unitClerk = await server.as('yolcu');
});

async function add(username: string, post: { role: string; directorate: string | null; unit?: string }) {
  const person = { username, displayName: 'Yolcu Deneme', password: DEMO_PASSWORD, ...post };
  return inTransaction(house, system, (tx) => addStaffMember(tx, person));
}

async function record(topicCode: string): Promise<string> {
  const { id } = await inTransaction(house, { actor: CITIZEN }, (tx) =>
    receiveRequest(tx, {
      ...{
        channel: 'web',
        kind: 'complaint',
        text: 'Yol bozuk.',
        language: 'tr',
        topicCode,
        answers: [],
        danger: false,
      },
      person: { name: 'Ayşe Örnek', phone: '0555 000 08 88', notifyBy: 'sms' },
      ...{ place: { ...NO_PLACE, neighbourhoodId: 1, description: 'Okulun önü' }, fileIds: [], clientKey: null },
    }),
  );
  return id;
}

async function hand(requestId: string, unit: string, assigneeId: string | null = null): Promise<void> {
  const [part] = await assignmentsOf(house.db, requestId);
  await inTransaction(house, { actor: manager }, (tx) =>
    handAssignment(tx, { assignmentId: part!.id, unit, assigneeId }),
  );
}

const listed = async (who: DeskCaller) =>
  (await who.get<WorkListAnswer>('/api/v1/requests?limit=100')).body.rows.map(({ id }) => id);

test('a clerk of a unit sees and works on what lies with the unit, in the page, the list and the count alike', async () => {
  expect(await listed(unitClerk)).toEqual([ids.road]);
  expect((await unitClerk.get<WorkListCounts>('/api/v1/requests/counts')).body.open).toBe(1);
  expect((await unitClerk.get(`/api/v1/requests/${ids.road}`)).status).toBe(200);
  for (const id of [ids.pavement, ids.unhanded])
    expect((await unitClerk.get(`/api/v1/requests/${id}`)).status).toBe(404);
  const [pavement] = await assignmentsOf(house.db, ids.pavement!);
  expect((await unitClerk.post(`/api/v1/assignments/${pavement!.id}/work`)).status).toBe(404);
  const [road] = await assignmentsOf(house.db, ids.road!);
  expect((await unitClerk.post(`/api/v1/assignments/${road!.id}/work`)).status).toBe(200);
});

test('work is handed only inside the directorate that has it', async () => {
  const other = await as('tulay');
  const refused = { code: 'input-invalid' };
  await expect(hand(ids.unhanded!, 'TEM-SUP')).rejects.toMatchObject({ ...refused, details: { field: 'unit' } });
  await expect(hand(ids.unhanded!, 'FEN-YOL', other.id)).rejects.toMatchObject({
    ...refused,
    details: { field: 'person' },
  });
});

test('a restricted topic kept to a unit is seen by it and the supervisor, and by nobody else of the directorate', async () => {
  const [topic] = (await listTopics(house.db)).filter(({ code }) => code === 'SOS-01');
  const administrator = await as('yonetici');
  await inTransaction(house, { actor: administrator }, (tx) =>
    saveTopic(tx, { ...topic!, restricted: true, restrictedTo: ['SOS-KAD'] }, 'Yalnız kadın danışma birimi'),
  );
  await add('danisman', { role: 'clerk', directorate: 'SOS', unit: 'SOS-KAD' });
  const id = await record('SOS-01');
  const [adviser, social, supervisor, agent] = await Promise.all(
    ['danisman', 'sema', 'sibel', 'elif'].map((name) => server.as(name)),
  );
  for (const [who, status] of [
    [adviser!, 200],
    [supervisor!, 200],
    [social!, 404],
    [agent!, 404],
  ] as const) {
    expect((await who.get(`/api/v1/requests/${id}`)).status).toBe(status);
    expect((await listed(who)).includes(id)).toBe(status === 200);
  }
});

test('who stands in for a colleague sees and does what the colleague could, that day only', async () => {
  const [manager, clerk] = [await as('cem'), await as('fatih')];
  const away = sql`insert into staff_absences (id, staff_id, from_day, to_day, delegate_id, recorded_by, recorded_at)
    values (gen_random_uuid(), ${manager.id}, '2026-02-16', '2026-02-16', ${clerk.id}, 'test', now())`;
  await run(house.db, away);
  expect((await staffActorById(house, clerk.id))!.hats.map(({ role }) => role)).toEqual(['clerk', 'manager']);
  const id = await record('TEM-01');
  const deputy = await server.as('fatih');
  expect((await deputy.get(`/api/v1/requests/${id}`)).status).toBe(200);
  expect(await listed(deputy)).toEqual(expect.arrayContaining([id, ids.road]));
  await expect(run(house.db, away)).rejects.toThrow(/exclusion|çakış|conflicting/i);
});

test('the roles of the house cannot be changed, and one that is borne stays', async () => {
  const role = { name: 'X', nameEn: 'X', rights: readyRights('viewer'), active: true, version: 1 };
  for (const code of READY_ROLES) {
    await expect(
      inTransaction(house, system, (tx) => saveRole(tx, { ...role, code, base: code })),
    ).rejects.toMatchObject({ code: 'step-not-allowed' });
  }
  await expect(
    inTransaction(house, system, (tx) =>
      saveRole(tx, { ...role, code: 'birim-gorevlisi', base: 'clerk', rights: readyRights('clerk'), active: false }),
    ),
  ).rejects.toMatchObject({ code: 'step-not-allowed', details: { because: 'role-in-use' } });
});
