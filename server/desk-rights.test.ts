import { beforeAll, describe, expect, test } from 'vitest';
import type { SearchAnswer, WorkListAnswer, WorkListCounts } from '../contract/finding.ts';
import type { AnswerPreview } from '../contract/answer-preview.ts';
import type { MessageView } from '../contract/messages.ts';
import type { RequestPage, SimilarAnswer } from '../contract/requests.ts';
import { CITIZEN } from './kernel/actor.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import type { NamedWorld } from './seed/named-world.ts';
import { seedNamedWorld } from './seed/named-world.ts';
import { furnishedHouse } from './testing/furnished-house.ts';
import type { FurnishedHouse } from './testing/furnished-house.ts';
import type { Application } from './modules/intake/door.ts';
import { NO_PLACE, receiveRequest } from './modules/intake/door.ts';
import type { DeskCaller, DeskServer } from './testing/desk-server.ts';
import { deskServer } from './testing/desk-server.ts';

let world: FurnishedHouse;
let named: NamedWorld;
let server: DeskServer;
let roads: DeskCaller;
let parks: DeskCaller;
let supervisor: DeskCaller;

beforeAll(async () => {
  world = await furnishedHouse();
  named = await seedNamedWorld(world.house);
  server = await deskServer(world.house);
  [roads, parks, supervisor] = await Promise.all([server.as('fatih'), server.as('pinar'), server.as('sibel')]);
});

/** Somebody files under this topic on the portal. */
async function record(topicCode: string): Promise<string> {
  const application = {
    channel: 'web',
    kind: 'complaint',
    text: 'Komşuda olanları bildirmek istiyorum.',
    language: 'tr',
    topicCode,
    answers: [],
    danger: false,
    person: { name: 'Gizem Örnek', phone: '0555 000 09 99', notifyBy: 'sms' },
    place: { ...NO_PLACE, neighbourhoodId: 1, description: 'Okulun karşısı' },
    fileIds: [],
    clientKey: `rights-${topicCode}`,
  } satisfies Application;
  const { id } = await inTransaction(world.house, { actor: CITIZEN }, (tx) => receiveRequest(tx, application));
  return id;
}

const pavement = () => named['broken-pavement']!.id;

async function pavementPart(): Promise<string> {
  return (await roads.get<RequestPage>(`/api/v1/requests/${pavement()}`)).body.assignments[0]!.id;
}

describe('a request of another directorate', () => {
  test.each(['', '/similar', '/clocks?language=tr', '/messages', '/photos/00000000-0000-7000-8000-000000000000'])(
    'cannot be read%s',
    async (part) => {
      const answer = await parks.get(`/api/v1/requests/${pavement()}${part}`);
      expect(answer).toMatchObject({ status: 404, body: { refusal: 'not-found' } });
    },
  );

  test.each([
    ['notes', { text: 'x' }],
    ['questions', { text: 'x' }],
    ['assignments', { directorate: 'PRK', why: 'x' }],
    ['topic', { topic: 'PRK-01', reason: 'x' }],
    ['reopening', { reason: 'x' }],
    ['reopening-refusal', { reason: 'x' }],
    ['cancellation', { reason: 'x' }],
    ['reveal', { field: 'phone', reason: 'merak' }],
  ])('cannot be acted on: %s', async (path, body) => {
    expect((await parks.post(`/api/v1/requests/${pavement()}/${path}`, body)).status).toBe(404);
  });

  test.each([
    ['acceptance', {}],
    ['work', {}],
    ['on-site', {}],
    ['return', { reason: 'x' }],
    ['answer', { outcome: 'done', text: 'x' }],
    ['interim-answer', { text: 'x' }],
  ])('cannot be worked on: %s', async (path, body) => {
    expect((await parks.post(`/api/v1/assignments/${await pavementPart()}/${path}`, body)).status).toBe(404);
  });

  test('is in no list, count or search', async () => {
    const list = await parks.get<WorkListAnswer>('/api/v1/requests?open=all&directorate=FEN');
    expect(list.body.rows.every(({ directorates }) => directorates.includes('PRK'))).toBe(true);
    const number = named['broken-pavement']!.trackingNumber;
    expect((await parks.get<SearchAnswer>(`/api/v1/search?q=${number}`)).body.requests).toEqual([]);
    expect((await roads.get<SearchAnswer>(`/api/v1/search?q=${number}`)).body.requests).toHaveLength(1);
    expect((await parks.get<SearchAnswer>('/api/v1/search?q=0555 000 00 47')).body.requests).toEqual([]);
  });
});

describe('rights of a role', () => {
  test('a clerk may not do what is the supervisor’s', async () => {
    const refused = { status: 403, body: { refusal: 'not-allowed' } };
    expect(await roads.post(`/api/v1/requests/${pavement()}/cancellation`, { reason: 'x' })).toMatchObject(refused);
    expect(await roads.post(`/api/v1/requests/${pavement()}/topic`, { topic: 'PRK-01', reason: 'x' })).toMatchObject(
      refused,
    );
  });

  test('an administrator looks after the system and sees no case', async () => {
    const administrator = await server.as('yonetici');
    expect((await administrator.get('/api/v1/requests')).status).toBe(403);
    expect((await administrator.get('/api/v1/search?q=çukur')).status).toBe(403);
    expect((await administrator.get(`/api/v1/requests/${pavement()}`)).status).toBe(404);
  });

  test('nobody signed in sees anything', async () => {
    for (const path of [
      '/api/v1/requests',
      '/api/v1/requests/counts',
      '/api/v1/live',
      `/api/v1/requests/${pavement()}`,
    ]) {
      expect((await fetch(server.address + path)).status).toBe(401);
    }
  });

  test('the page says which steps are open and which are not this person’s', async () => {
    const { body } = await roads.get<RequestPage>(`/api/v1/requests/${pavement()}`);
    expect(body.may).toMatchObject({ note: 'open', reveal: 'open', cancel: 'not-yours', reopen: 'not-yours' });
    const seen = await supervisor.get<RequestPage>(`/api/v1/requests/${pavement()}`);
    expect(seen.body.may).toMatchObject({ cancel: 'open', reopen: 'not-now' });
  });
});

describe('personal data', () => {
  test('never leaves the server in the clear by itself', async () => {
    const page = await roads.get(`/api/v1/requests/${pavement()}`);
    const text = JSON.stringify(page.body);
    expect(text).not.toContain('Emine');
    expect(text).not.toContain('5550000047');
    expect(page.body.person).toMatchObject({ name: 'E••••• Ö••••', phone: '0 555 ••• •• 47' });
  });

  describe('of a complaint with a secret identity', () => {
    let id: string;
    let municipalPolice: DeskCaller;
    beforeAll(async () => {
      id = await record('ZAB-05');
      municipalPolice = await server.as('zeki');
    });

    test('is neither initials nor the last digits for the directorate, and is revealed to nobody there', async () => {
      const { body } = await municipalPolice.get<RequestPage>(`/api/v1/requests/${id}`);
      expect(body.person).toMatchObject({ identitySecret: true, name: null, phone: null, email: null });
      for (const field of ['name', 'phone']) {
        const asked = await municipalPolice.post(`/api/v1/requests/${id}/reveal`, { field, reason: 'merak' });
        expect(asked.status).toBe(403);
      }
      const seen = await supervisor.get<RequestPage>(`/api/v1/requests/${id}`);
      expect(seen.body.person).toMatchObject({ name: 'G••••• Ö••••', phone: '0 555 ••• •• 99' });
    });

    test('is kept also where the topic was found only afterwards, and stays kept', async () => {
      const late = await record('PRK-06');
      const person = async (who: DeskCaller) => (await who.get<RequestPage>(`/api/v1/requests/${late}`)).body.person;
      const correct = (topic: string) =>
        supervisor.post(`/api/v1/requests/${late}/topic`, { topic, reason: 'Konu başka.', reroute: true });
      expect(await person(parks)).toMatchObject({ identitySecret: false, name: 'G••••• Ö••••' });
      expect((await correct('ZAB-05')).status).toBe(200);
      expect(await person(municipalPolice)).toMatchObject({ identitySecret: true, name: null, phone: null });
      const agent = await server.as('elif');
      const found = await agent.get<SearchAnswer>('/api/v1/search?q=gizem');
      expect(found.body.requests.map((one) => one.id)).not.toContain(late);
      expect((await correct('PRK-06')).status).toBe(200);
      expect(await person(parks)).toMatchObject({ identitySecret: true, name: null });
    });

    test('is not told by where its messages went, nor by the preview of the next', async () => {
      const addresses = async (who: DeskCaller) =>
        (await who.get<MessageView[]>(`/api/v1/requests/${id}/messages`)).body.map(({ address }) => address);
      expect(await addresses(municipalPolice)).toEqual(['•••']);
      expect(await addresses(supervisor)).toEqual(['0 555 ••• •• 99']);
      const { assignments } = (await municipalPolice.get<RequestPage>(`/api/v1/requests/${id}`)).body;
      const asked = { kind: 'interim', assignmentId: assignments[0]!.id, outcome: null, text: 'Bakıyoruz.' };
      const words = { ...asked, forwardedTo: null };
      const preview = await municipalPolice.post<AnswerPreview>(`/api/v1/requests/${id}/answer-preview`, words);
      expect(preview.body.message?.address).toBe('•••');
    });
  });
});

describe('a restricted request', () => {
  test('is open to its directorate and the supervisor, and to no agent, list or stream of others', async () => {
    const id = await record('SOS-01');
    const [social, agent] = await Promise.all([server.as('sema'), server.as('elif')]);
    const ids = async (who: DeskCaller) =>
      (await who.get<WorkListAnswer>('/api/v1/requests?limit=100')).body.rows.map((row) => row.id);
    for (const who of [social, supervisor]) {
      expect((await who.get(`/api/v1/requests/${id}`)).status).toBe(200);
      expect(await ids(who)).toContain(id);
    }
    expect((await agent.get(`/api/v1/requests/${id}`)).status).toBe(404);
    expect(await ids(agent)).not.toContain(id);
    expect((await agent.get<SearchAnswer>('/api/v1/search?q=0555 000 09 99')).body.requests).toEqual([]);
  });
});

describe('the work list', () => {
  test.each(['due', 'newest', 'oldest'])('has no gaps and no row twice, page by page (%s)', async (sort) => {
    const all = await supervisor.get<WorkListAnswer>(`/api/v1/requests?open=all&limit=100&sort=${sort}`);
    const found: string[] = [];
    let after = '';
    do {
      const { body } = await supervisor.get<WorkListAnswer>(`/api/v1/requests?open=all&limit=2&sort=${sort}${after}`);
      found.push(...body.rows.map(({ id }) => id));
      after = body.next === null ? '' : `&after=${body.next}`;
    } while (after !== '');
    expect(found.length).toBeGreaterThan(8);
    expect(found).toEqual(all.body.rows.map(({ id }) => id));
  });

  test('is as long as its counts say, for every reader', async () => {
    for (const reader of [roads, parks, supervisor, await server.as('elif')]) {
      const counts = (await reader.get<WorkListCounts>('/api/v1/requests/counts')).body;
      const length = async (query: string) =>
        (await reader.get<WorkListAnswer>(`/api/v1/requests?limit=100&${query}`)).body.rows.length;
      expect(counts).toEqual({
        listed: await length(''),
        bounded: [],
        overdue: await length('due=overdue'),
        today: await length('due=today'),
        week: await length('due=week'),
        waiting: await length('states=waiting-for-citizen'),
        open: await length(''),
      });
    }
  });

  test('refuses a broken place to go on from, and ignores codes nobody knows', async () => {
    expect((await roads.get('/api/v1/requests?after=nonsense')).status).toBe(400);
    expect((await roads.get('/api/v1/requests?channels=pigeon&neighbourhoods=x,99999')).status).toBe(200);
    expect((await roads.get<SimilarAnswer>(`/api/v1/requests/${pavement()}/similar`)).status).toBe(200);
  });
});
