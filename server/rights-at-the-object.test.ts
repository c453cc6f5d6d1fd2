/** What a gate cannot ask: whether this request, this message, this key or this unit is the caller's, over HTTP. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Topic } from '../contract/catalogue.ts';
import type { HeldActShown, RequestPage } from '../contract/requests.ts';
import type { StaffActor } from './kernel/actor.ts';
import { CITIZEN, systemActor } from './kernel/actor.ts';
import { sql } from './kernel/db/database.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import { longWorkRound } from './kernel/long-works/run.ts';
import { NO_PLACE, receiveRequest } from './modules/intake/door.ts';
import { listTopics, saveTopic } from './modules/catalogue/door.ts';
import { assignmentsOf, caseFile } from './modules/requests/door.ts';
import { addStaffMember, listDirectorates, listUnits, saveRole, readyRights } from './modules/staff/door.ts';
import { saveDirectorate, saveUnit, staffActorById } from './modules/staff/door.ts';
import { DEMO_PASSWORD } from './seed/demo-staff.ts';
import type { DeskCaller } from './testing/desk-server.ts';
import { deskServer } from './testing/desk-server.ts';
import { furnishedHouse } from './testing/furnished-house.ts';

const { house, as } = await furnishedHouse();
const system = { actor: systemActor('test') };
let administrator: StaffActor;
let server: Awaited<ReturnType<typeof deskServer>>;
let [agent, roads, social, supervisor, resender] = [] as DeskCaller[];

beforeAll(async () => {
  administrator = await as('yonetici');
  await inTransaction(house, system, (tx) =>
    saveRole(tx, {
      ...{ code: 'ileti-gorevlisi', base: 'agent', name: 'İleti görevlisi', nameEn: 'Messenger', active: true },
      rights: { ...readyRights('agent'), 'message-resend': { ordinary: 'all', restricted: 'all' } },
      version: 0,
    }),
  );
  await add('ileti', { role: 'ileti-gorevlisi', directorate: null });
  await add('kaldirim', { role: 'clerk', directorate: 'FEN', unit: 'FEN-KAL' });
  server = await deskServer(house);
  [agent, roads, social, supervisor, resender] = await Promise.all(
    ['elif', 'mustafa', 'sema', 'sibel', 'ileti'].map((name) => server.as(name)),
  );
});

async function add(username: string, post: { role: string; directorate: string | null; unit?: string }) {
  const person = { username, displayName: 'Deneme Kişi', password: DEMO_PASSWORD, ...post };
  return inTransaction(house, system, (tx) => addStaffMember(tx, person));
}

async function record(topicCode: string, text = 'Yol bozuk.'): Promise<string> {
  const { id } = await inTransaction(house, { actor: CITIZEN }, (tx) =>
    receiveRequest(tx, {
      ...{ channel: 'web', kind: 'complaint', text, language: 'tr', topicCode, answers: [], danger: false },
      person: { name: 'Ayşe Örnek', phone: '0555 000 08 88', notifyBy: 'sms' },
      ...{ place: { ...NO_PLACE, neighbourhoodId: 1, description: 'Okulun önü' }, fileIds: [], clientKey: null },
    }),
  );
  return id;
}

const topic = async (code: string) => (await listTopics(house.db)).find((each) => each.code === code)!;
const publish = (given: Topic) =>
  inTransaction(house, { actor: administrator }, (tx) => saveTopic(tx, given, 'Gizlilik'));
const keep = async (code: string, restrictedTo: string[]) =>
  publish({ ...(await topic(code)), restricted: true, restrictedTo });
const openParts = async (id: string) => (await assignmentsOf(house.db, id)).filter(({ endedAt }) => endedAt === null);

describe('a topic kept to some', () => {
  test.each([
    ['a unit that is not there', ['FEN-XXX'], 'unknown'],
    ['a directorate that is not there', ['FEN', 'XYZ'], 'unknown'],
    ['nobody of the directorate that does the work', ['TEM'], 'not-of-directorate'],
  ])('is not kept to %s', async (_what, restrictedTo, problem) => {
    await expect(keep('YOL-01', restrictedTo)).rejects.toMatchObject({
      code: 'input-invalid',
      details: { faults: expect.arrayContaining([{ where: 'restrictedTo', problem }]) as unknown },
    });
  });

  test('takes its requests along, old ones too, and they go to those who may see them', async () => {
    const [lies, ended] = [await record('YOL-07'), await record('YOL-07')];
    await sql`update assignments set unit_code = 'FEN-KAL' where request_id = ${lies}`.execute(house.db);
    await supervisor!.post(`/api/v1/requests/${ended}/cancellation`, { reason: 'Deneme kaydı.' });
    const paver = await server.as('kaldirim');
    expect((await paver.get(`/api/v1/requests/${lies}`)).status).toBe(200);
    await keep('YOL-07', ['FEN-YOL']);
    await longWorkRound(house, staffActorById);
    expect((await paver.get(`/api/v1/requests/${lies}`)).status).toBe(404);
    expect((await agent!.get(`/api/v1/requests/${ended}`)).status).toBe(404);
    const { request, history } = (await caseFile(house.db, lies))!;
    expect(request).toMatchObject({ restricted: true, restrictedTo: ['FEN-YOL'], state: 'in-review' });
    expect(history.map(({ what }) => what)).toContain('restriction-changed');
    expect(await openParts(lies)).toEqual([]);
  });

  test('takes them along too where it keeps identities secret from now on', async () => {
    const id = await record('YOL-05');
    const person = async () => (await roads!.get<RequestPage>(`/api/v1/requests/${id}`)).body.person;
    expect((await person()).name).not.toBeNull();
    await publish({ ...(await topic('YOL-05')), identitySecret: true });
    await longWorkRound(house, staffActorById);
    expect(await person()).toMatchObject({ identitySecret: true, name: null, phone: null });
    expect((await caseFile(house.db, id))!.history.at(-1)).toMatchObject({ what: 'identity-kept' });
    await publish({ ...(await topic('YOL-05')), identitySecret: false });
    await longWorkRound(house, staffActorById);
    expect(await person()).toMatchObject({ identitySecret: true, name: null });
  });

  test('stays silent when the topic is opened for the future', async () => {
    const id = await record('YOL-07');
    await publish({ ...(await topic('YOL-07')), restricted: false });
    expect((await topic('YOL-07')).restrictedTo).toBeUndefined();
    await longWorkRound(house, staffActorById);
    expect((await caseFile(house.db, id))!.request.restricted).toBe(true);
  });

  test('lies with the one unit it is kept to from the beginning, and is given to nobody it is kept from', async () => {
    await keep('SOS-01', ['SOS-KAD']);
    const id = await record('SOS-01');
    expect(await openParts(id)).toMatchObject([{ directorateCode: 'SOS', unitCode: 'SOS-KAD' }]);
    const why = 'Yol da kapalı.';
    expect(await supervisor!.post(`/api/v1/requests/${id}/assignments`, { directorate: 'FEN', why })).toMatchObject({
      status: 409,
      body: { refusal: 'kept-from-them' },
    });
  });

  test('holds its unit and its directorate open', async () => {
    const unit = (await listUnits(house.db)).find(({ code }) => code === 'SOS-KAD')!;
    await expect(
      inTransaction(house, { actor: administrator }, (tx) => saveUnit(tx, { ...unit, active: false }, 'Kapandı')),
    ).rejects.toMatchObject({ code: 'step-not-allowed', details: { because: 'topic-kept-to-it' } });
    await keep('SOS-03', ['SOS']);
    const directorate = (await listDirectorates(house.db)).find(({ code }) => code === 'SOS')!;
    await expect(
      inTransaction(house, { actor: administrator }, (tx) =>
        saveDirectorate(tx, { ...directorate, active: false }, 'Kapandı'),
      ),
    ).rejects.toMatchObject({ details: { because: 'topic-kept-to-it', topics: ['SOS-03'] } });
  });
});

describe('what is a colleague’s', () => {
  test('a held act is stopped by who approves answers to this case, and is not there for others', async () => {
    const id = await record('YOL-01');
    const [part] = await openParts(id);
    const clerk = await server.as('fatih');
    await clerk.post(`/api/v1/assignments/${part!.id}/work`);
    const { seen } = (await clerk.get<RequestPage>(`/api/v1/requests/${id}`)).body;
    const answer = { text: 'Ekip yarın bakacak.', seen };
    const held = (await clerk.post<HeldActShown>(`/api/v1/assignments/${part!.id}/interim-answer`, answer)).body;
    expect((await social!.delete(`/api/v1/held-acts/${held.id}`)).status).toBe(404);
    expect((await agent!.delete(`/api/v1/held-acts/${held.id}`)).status).toBe(403);
    expect((await roads!.delete(`/api/v1/held-acts/${held.id}`)).status).toBe(200);
  });

  test('a client key tells nobody but its maker what it made', async () => {
    const clientKey = 'anahtar-anahtar-01';
    const body = {
      ...{ kind: 'complaint', text: 'Çukur var.', language: 'tr', topic: 'YOL-01', answers: [], danger: false },
      ...{ person: { name: 'Ali Örnek', notifyBy: 'none' }, channel: 'desk', clientKey },
      place: { neighbourhoodId: 1, street: null, door: null, description: 'Köşe' },
    };
    const first = await agent!.post<{ id: string }>('/api/v1/requests', body);
    expect((await agent!.post<{ id: string }>('/api/v1/requests', body)).body).toEqual({ ...first.body, isNew: false });
    const other = await supervisor!.post('/api/v1/requests', body);
    expect(other).toMatchObject({ status: 409, body: { refusal: 'already-exists' } });
    expect(JSON.stringify(other.body)).not.toContain(first.body.id);
  });

  test('similar ones are those the asker may open, also where five of others are nearer', async () => {
    const mine = await record('TEM-01', 'Çöp alınmadı, benim.');
    const others = await Promise.all(Array.from({ length: 6 }, () => record('TEM-01', 'Çöp alınmadı.')));
    // A role over ordinary cases of its own unit only; the one is handed to it.
    await sql`update assignments set unit_code = 'TEM-SUP' where request_id = ${mine}`.execute(house.db);
    const rights = { ...readyRights('clerk') };
    const unitOnly = Object.fromEntries(
      Object.entries(rights).map(([right, reach]) => [
        right,
        reach.ordinary === 'own-directorate' ? { ordinary: 'own-unit', restricted: 'own-unit' } : reach,
      ]),
    ) as typeof rights;
    await inTransaction(house, system, (tx) =>
      saveRole(tx, {
        ...{ code: 'birim', base: 'clerk', name: 'Birim', nameEn: 'Unit', rights: unitOnly, active: true, version: 0 },
      }),
    );
    await add('supurge', { role: 'birim', directorate: 'TEM', unit: 'TEM-SUP' });
    const sweeper = await server.as('supurge');
    await sql`update assignments set unit_code = 'TEM-SUP' where request_id = ${others[0]!}`.execute(house.db);
    const { body } = await sweeper.get<{ requests: { id: string }[] }>(`/api/v1/requests/${mine}/similar`);
    expect(body.requests.map(({ id }) => id)).toEqual([others[0]]);
  });
});

describe('a message about a restricted request', () => {
  test('is neither shown to nor sent again by who may not see the request', async () => {
    await keep('SOS-01', ['SOS-KAD']);
    const [open, kept] = [await record('YOL-01'), await record('SOS-01')];
    const { rows } = await sql<{ id: string; request: string }>`
      update messages set state = 'dead' where request_id in (${open}, ${kept})
      returning id, request_id as request`.execute(house.db);
    const list = (await resender!.get<{ messages: { id: string }[] }>('/api/v1/messages?states=dead')).body.messages;
    const ofCase = (id: string) => rows.find(({ request }) => request === id)!.id;
    expect(list.map(({ id }) => id)).toContain(ofCase(open));
    expect(list.map(({ id }) => id)).not.toContain(ofCase(kept));
    const again = (id: string, who = resender!) => who.post(`/api/v1/messages/${id}/resend`, { reason: 'Yeniden' });
    expect((await again(ofCase(kept))).status).toBe(404);
    expect((await again(ofCase(open))).status).toBe(200);
    expect((await again(ofCase(kept), supervisor!)).status).toBe(200);
  });
});
