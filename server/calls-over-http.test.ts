// The telephone over HTTP, on a real database with every reaction: who may, saved twice, nothing recorded, number withheld.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller, CallShown, FormLinkSent } from '../contract/calls.ts';
import type { GivenRequest, RecordedForCitizen } from '../contract/intake.ts';
import { rows, sql } from './kernel/db/database.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import { makeServer } from './kernel/http/server.ts';
import { newId } from './kernel/ids.ts';
import { DEMO_PASSWORD } from './seed/demo-staff.ts';
import { furnishedHouse } from './testing/furnished-house.ts';
import { sendFormLink, takeCall } from './modules/calls/door.ts';
import { staffGate } from './modules/staff/door.ts';
import { routes } from './routes.ts';

const { house, as } = await furnishedHouse();
const PHONE = '0538 011 47 47';
const EMINE = { name: 'Emine Örnek', notifyBy: 'sms' as const };
let app: FastifyInstance;
const cookies = new Map<string, string>();

beforeAll(async () => {
  app = await makeServer({ house, routes, staffGate });
  for (const username of ['elif', 'deniz', 'fatih', 'izleyen', 'sibel']) {
    const body = { username, password: DEMO_PASSWORD };
    const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload: body });
    const [{ name, value }] = answer.cookies as [{ name: string; value: string }];
    cookies.set(username, `${name}=${value}`);
  }
});
afterAll(() => app.close());

describe('a call', () => {
  it('is taken once, however often the key is pressed', async () => {
    const clientKey = newKey();
    const first = await post<CallShown>('elif', '/api/v1/calls', { phone: PHONE, clientKey });
    const second = await post<CallShown>('elif', '/api/v1/calls', { phone: PHONE, clientKey });
    expect(first.status).toBe(200);
    expect(second.body.id).toBe(first.body.id);
    expect(first.body).toMatchObject({ phone: '0 538 ••• •• 47', takesSms: true, endedAt: null });
  });

  it('may come without a number, and from a fixed line that takes no SMS', async () => {
    expect((await take('elif', null)).body).toMatchObject({ phone: null, takesSms: false });
    expect((await take('elif', '0212 345 67 89')).body.takesSms).toBe(false);
  });

  it('is not taken from a number that cannot be one', async () => {
    expect(await take('elif', '0538 01')).toMatchObject({ status: 400, body: { refusal: 'phone-invalid' } });
  });

  it.each([
    ['fatih', 403, 'not-allowed'],
    ['izleyen', 403, 'not-allowed'],
    [null, 401, 'not-signed-in'],
  ])('is not for %s', async (username, status, refusal) => {
    expect(await take(username, PHONE)).toMatchObject({ status, body: { refusal } });
  });

  it('that opens no request is recorded with its purpose; the first purpose stands', async () => {
    const { id } = (await take('elif', null)).body;
    const ended = await post<CallShown>('elif', `/api/v1/calls/${id}/end`, {
      purpose: 'wrong-number',
      note: 'Su idaresi',
    });
    await post('elif', `/api/v1/calls/${id}/end`, { purpose: 'information' });
    expect(ended.body.endedAt).not.toBeNull();
    expect(await callRow(id)).toEqual({ purpose: 'wrong-number', note: 'Su idaresi', requests: 0 });
  });

  it('is ended only by whoever answered it', async () => {
    const { id } = (await take('elif', null)).body;
    expect((await post('deniz', `/api/v1/calls/${id}/end`, { purpose: 'other' })).status).toBe(403);
    expect((await post('elif', `/api/v1/calls/${newId(new Date(0))}/end`, { purpose: 'other' })).status).toBe(404);
  });
});

describe('a request said on the phone', () => {
  it('saved twice is one request, with its number, how it is spelled, its promise and whose it is', async () => {
    const { id } = (await take('elif', PHONE)).body;
    const given = request({ person: EMINE });
    const first = await post<RecordedForCitizen>('elif', `/api/v1/calls/${id}/requests`, given);
    const second = await post<RecordedForCitizen>('elif', `/api/v1/calls/${id}/requests`, given);
    expect(first.body).toMatchObject({ isNew: true, notifyBy: 'sms', directorate: { tr: 'Fen İşleri Müdürlüğü' } });
    expect(first.body.promisedAt).not.toBeNull();
    expect(first.body.spelled.tr.split(' — ')).toHaveLength(3);
    expect(second.body).toEqual({ ...first.body, isNew: false });
    await post('elif', `/api/v1/calls/${id}/end`, { purpose: 'request' });
    expect(await callRow(id)).toEqual({ purpose: 'request', note: null, requests: 1 });
  });

  it('takes a known caller by initials, and nobody of another number', async () => {
    const known = (await caller('elif', PHONE)).body.people[0]!;
    const { id } = (await take('elif', PHONE)).body;
    const person = { citizenId: known.citizenId, notifyBy: 'sms' as const };
    const saved = await post<RecordedForCitizen>('elif', `/api/v1/calls/${id}/requests`, request({ person }));
    expect(saved.status).toBe(200);
    expect((await caller('elif', PHONE)).body.people).toEqual([{ ...known, open: known.open + 1 }]);
    const other = (await take('elif', '0532 000 11 22')).body;
    const stolen = await post('elif', `/api/v1/calls/${other.id}/requests`, request({ person }));
    expect(stolen).toMatchObject({ status: 404, body: { refusal: 'not-found' } });
  });

  it('is refused as an information request, which must be in writing', async () => {
    const { id } = (await take('elif', PHONE)).body;
    const given = request({ kind: 'foi', person: EMINE });
    expect(await post('elif', `/api/v1/calls/${id}/requests`, given)).toMatchObject({
      status: 400,
      body: { refusal: 'kind-not-by-phone' },
    });
  });

  it('may be left without a name where the topic allows it, from a withheld number', async () => {
    const { id } = (await take('elif', null)).body;
    const saved = await post<RecordedForCitizen>('elif', `/api/v1/calls/${id}/requests`, request({ person: null }));
    expect(saved.body).toMatchObject({ isNew: true, notifyBy: 'none' });
  });

  it('asks for a number before an SMS is promised to a withheld one', async () => {
    const { id } = (await take('elif', null)).body;
    const answer = await post('elif', `/api/v1/calls/${id}/requests`, request({ person: EMINE }));
    expect(answer).toMatchObject({ status: 400, body: { refusal: 'contact-missing' } });
  });
});

describe('the form of an information request', () => {
  const link = (username: string | null, id: string, body: object = { language: 'tr' }) =>
    post<FormLinkSent>(username, `/api/v1/calls/${id}/form-link`, body);

  it('goes to the caller by SMS at once, about no request, with nothing of theirs in it', async () => {
    const { id } = (await take('elif', '0538 011 22 33')).body;
    expect(await link('elif', id)).toEqual({ status: 200, body: { phone: '0 538 ••• •• 33', again: false } });
    const [message] = await messagesTo('+905380112233');
    expect(message).toMatchObject({
      requestId: null,
      textKey: 'foi-form-link',
      channel: 'sms',
      urgency: 'answer',
      segments: 1,
    });
    expect(message!.notBefore).toEqual(message!.createdAt);
    expect(message!.body).toContain(`${house.config.publicUrl}/basvuru?konu=KUR-07 `);
    expect(message!.body).not.toMatch(/\{\{|\/t\//);
    expect(await callRow(id)).toMatchObject({ purpose: 'foi-form', requests: 0 });
  });

  it('goes to a number once, in the caller’s language, and becomes what the call was for', async () => {
    const { id } = (await take('elif', '0538 011 22 44')).body;
    await link('elif', id, { language: 'en' });
    expect((await link('elif', id)).body).toEqual({ phone: '0 538 ••• •• 44', again: true });
    const messages = await messagesTo('+905380112244');
    expect(messages.map(({ body }) => body)).toEqual([expect.stringMatching(/^An information request .*&dil=en /)]);
    await post('elif', `/api/v1/calls/${id}/end`, { purpose: 'foi-form' });
    expect((await caller('elif', '0538 011 22 44')).body.contacts[0]).toMatchObject({
      purpose: { tr: 'Bilgi edinme formu' },
    });
  });

  it('waits for no morning: who calls at night is awake', async () => {
    const elif = { actor: await as('elif'), now: new Date('2026-02-16T23:40:00+03:00') };
    await inTransaction(house, elif, async (tx) => {
      const { id: callId } = await takeCall(tx, { phone: '0538 011 22 55', clientKey: null });
      await sendFormLink(tx, { callId, language: 'tr' });
    });
    const [message] = await messagesTo('+905380112255');
    expect(message!.notBefore.toISOString()).toBe('2026-02-16T20:40:00.000Z');
  });

  it('needs a mobile number, which the caller may say', async () => {
    const fixed = (await take('elif', '0212 345 67 89')).body;
    const withheld = (await take('elif', null)).body;
    expect(await link('elif', fixed.id)).toMatchObject({
      status: 400,
      body: { refusal: 'phone-invalid', details: { reason: 'no-sms' } },
    });
    expect(await link('elif', withheld.id)).toMatchObject({ status: 400, body: { refusal: 'contact-missing' } });
    expect(await callRow(fixed.id)).toMatchObject({ purpose: null });
    const said = { language: 'tr', phone: '0538 011 22 66' };
    expect((await link('elif', withheld.id, said)).body).toEqual({ phone: '0 538 ••• •• 66', again: false });
    expect(await messagesTo('+905380112266')).toHaveLength(1);
  });

  it('is sent by whoever answered, while the call lasts', async () => {
    const { id } = (await take('elif', PHONE)).body;
    expect((await link('deniz', id)).status).toBe(403);
    expect((await link('fatih', id)).status).toBe(403);
    expect((await link(null, id)).status).toBe(401);
    expect((await link('elif', newId(new Date(0)))).status).toBe(404);
    await post('elif', `/api/v1/calls/${id}/end`, { purpose: 'information' });
    expect(await link('elif', id)).toMatchObject({ status: 409, body: { refusal: 'step-not-allowed' } });
    expect(await callRow(id)).toMatchObject({ purpose: 'information' });
  });
});

describe('who is calling', () => {
  it('comes as initials with what is open, and every look is logged', async () => {
    const before = await looks();
    const { body } = await caller('elif', '+90 538 011 47 47');
    expect(body.people[0]).toMatchObject({ initials: 'E••••• Ö••••' });
    expect(body.requests[0]).toMatchObject({ topic: { tr: 'Kaldırım ve Bordür' }, isOpen: true });
    expect(body.contacts.length).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toContain('Emine');
    expect(await looks()).toBe(before + 1);
  });

  it('is nobody for an unknown number', async () => {
    expect((await caller('elif', '0505 123 45 67')).body).toEqual({ people: [], requests: [], contacts: [] });
  });

  it('is not for a directorate', async () => {
    expect((await caller('fatih', PHONE)).status).toBe(403);
    expect((await caller('sibel', PHONE)).status).toBe(200);
  });
});

describe('a request at the desk', () => {
  it('keeps the day a paper came, and the number another institution gave it', async () => {
    const given = { ...request({ person: EMINE }), channel: 'cimer', receivedOn: '2026-02-12', externalNumber: '2601' };
    const person = { name: 'Ali Örnek', phone: PHONE, notifyBy: 'none' };
    const saved = await post<RecordedForCitizen>('sibel', '/api/v1/requests', { ...given, person });
    expect(saved.status).toBe(200);
    const [row] = await rows<object>(
      house.db,
      sql`select channel, external_number as number, received_at as at from service_requests where id = ${saved.body.id}`,
    );
    expect(row).toEqual({ channel: 'cimer', number: '2601', at: new Date('2026-02-12T09:00:00+03:00') });
  });

  it('cannot have arrived tomorrow', async () => {
    const given = { ...request({ person: null }), channel: 'desk', receivedOn: '2026-02-17' };
    expect(await post('elif', '/api/v1/requests', given)).toMatchObject({ body: { refusal: 'date-invalid' } });
  });

  it('is recorded by a directorate for its own topics only', async () => {
    const own = { ...request({ person: null }), channel: 'desk' };
    expect((await post('fatih', '/api/v1/requests', own)).status).toBe(200);
    const others = { ...request({ person: null, topic: 'TEM-01', answers: [] }), channel: 'desk' };
    expect((await post('fatih', '/api/v1/requests', others)).status).toBe(403);
    expect((await post('izleyen', '/api/v1/requests', own)).status).toBe(403);
  });

  it('finds its neighbours before it is recorded', async () => {
    const answer = await get('elif', '/api/v1/requests/similar?topic=YOL-04&neighbourhood=1');
    const { requests } = answer.body as { requests: { text: string }[] };
    expect(requests.length).toBeGreaterThan(0);
    expect((await get('fatih', '/api/v1/requests/similar?topic=TEM-01&neighbourhood=1')).status).toBe(403);
  });
});

function request(given: Partial<GivenRequest>): GivenRequest {
  return {
    kind: 'complaint',
    text: 'Kaldırım çökmüş, bebek arabası geçmiyor',
    language: 'tr',
    topic: 'YOL-04',
    answers: [{ question: 'passable', value: 'no' }],
    danger: false,
    person: null,
    place: { neighbourhoodId: 1, street: null, door: null, description: 'Sağlık ocağının karşısı' },
    clientKey: newKey(),
    ...given,
  };
}

interface Answer<Body> {
  status: number;
  body: Body;
}

async function post<Body>(username: string | null, url: string, payload: object): Promise<Answer<Body>> {
  const headers = username === null ? {} : { cookie: cookies.get(username)! };
  const answer = await app.inject({ method: 'POST', url, headers, payload });
  return { status: answer.statusCode, body: answer.json<Body>() };
}

async function get<Body>(username: string, url: string): Promise<Answer<Body>> {
  const answer = await app.inject({ method: 'GET', url, headers: { cookie: cookies.get(username)! } });
  return { status: answer.statusCode, body: answer.json<Body>() };
}

function take(username: string | null, phone: string | null): Promise<Answer<CallShown>> {
  return post<CallShown>(username, '/api/v1/calls', { phone, clientKey: newKey() });
}

function caller(username: string, phone: string): Promise<Answer<Caller>> {
  return post<Caller>(username, '/api/v1/callers', { phone });
}

async function callRow(id: string): Promise<unknown> {
  const [row] = await rows(
    house.db,
    sql`select purpose, note, (select count(*)::int from call_requests where call_id = calls.id) as requests
        from calls where id = ${id}`,
  );
  return row;
}

/** The newest last; only what tests of the outbox look at. */
function messagesTo(address: string): Promise<{ body: string; notBefore: Date; createdAt: Date }[]> {
  return rows(
    house.db,
    sql`select request_id as "requestId", text_key as "textKey", channel, urgency, segments, body, not_before as "notBefore",
               created_at as "createdAt" from messages where address = ${address} order by id`,
  );
}

async function looks(): Promise<number> {
  const [row] = await rows<{ n: number }>(
    house.db,
    sql`select count(*)::int as n from audit_entries where act = 'caller-looked-up'`,
  );
  return row!.n;
}

function newKey(): string {
  return newId(new Date());
}
