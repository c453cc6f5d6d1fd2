// What administrators see before they publish, and after: over HTTP, on a real database.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WorkingWeek } from '../contract/calendar.ts';
import type { Profile } from '../contract/catalogue.ts';
import type { TextTrial } from '../contract/messages.ts';
import type { Directorate } from '../contract/staff.ts';
import { makeServer } from './kernel/http/server.ts';
import { staffGate } from './modules/staff/door.ts';
import { routes } from './routes.ts';
import { DEMO_PASSWORD } from './seed/demo-staff.ts';
import { furnishedHouse } from './testing/furnished-house.ts';

const { house } = await furnishedHouse();
let app: FastifyInstance;
const cookies = new Map<string, string>();

beforeAll(async () => {
  app = await makeServer({ house, routes, staffGate });
  for (const username of ['yonetici', 'elif']) {
    const payload = { username, password: DEMO_PASSWORD };
    const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload });
    const [{ name, value }] = answer.cookies as [{ name: string; value: string }];
    cookies.set(username, `${name}=${value}`);
  }
});
afterAll(() => app.close());

it('shows a text as it would arrive, with its parts and price, before it is saved', async () => {
  const { body } = await call<TextTrial>('POST', '/api/v1/texts/try', {
    ...{ channel: 'sms', language: 'tr', subject: null },
    body: 'Başvurunuz alındı: {{no}} {{link}} {{adres}}',
  });
  expect(body.body).toMatch(/^Basvurunuz alindi: 7K4M-P9TR-3HD http.*\/t\/x{22} $/);
  expect(body.problems).toEqual([{ problem: 'unknown-field', field: 'adres' }]);
  expect(body.sms).toMatchObject({ segments: 1, tooLong: false, costKurus: house.config.sms.kurusPerSegment });
});

it('knows no number and no day in a text about no request, but its link', async () => {
  const text = { key: 'foi-form-link', channel: 'sms', language: 'en', subject: null };
  const tried = async (body: string) => (await call<TextTrial>('POST', '/api/v1/texts/try', { ...text, body })).body;
  const { body, problems } = await tried('Form: {{link}} {{phone}}');
  expect([body, problems]).toEqual([expect.stringMatching(/^Form: http.*\/basvuru\?konu=KUR-07&dil=en /), []]);
  expect((await tried('About {{no}}')).problems).toEqual([
    { problem: 'unknown-field', field: 'no' },
    { problem: 'link-missing' },
  ]);
});

it('counts no parts for an e-mail', async () => {
  const text = { channel: 'email', language: 'en', subject: 'About {{no}}', body: 'Dear citizen' };
  const { body } = await call<TextTrial>('POST', '/api/v1/texts/try', text);
  expect(body).toMatchObject({ subject: 'About 7K4M-P9TR-3HD', sms: null, problems: [{ problem: 'number-missing' }] });
});

it('keeps every version of a directorate, with who and why', async () => {
  const all = (await call<Directorate[]>('GET', '/api/v1/directorates')).body;
  const works = all.find(({ code }) => code === 'FEN')!;
  await call('PUT', '/api/v1/directorates/FEN', { ...works, phone: '444 9 822', reason: 'Yeni hat' });
  const { body } = await call<object[]>('GET', '/api/v1/directorates/FEN/revisions');
  expect(body[0]).toMatchObject({
    version: 2,
    changedByName: 'Yasin Deneme',
    reason: 'Yeni hat',
    body: { phone: '444 9 822' },
  });
  expect(body[1]).toMatchObject({ version: 1, body: { phone: null } });
});

it('keeps every version of the working week, and refuses hours that are not in order', async () => {
  const { body: week } = await call<WorkingWeek>('GET', '/api/v1/working-week');
  const mornings = { ...week, hours: [{ from: '08:00', to: '13:00' }] };
  const backwards = { ...week, hours: [{ from: '13:00', to: '08:00' }], reason: 'Deneme' };
  expect((await call('PUT', '/api/v1/working-week', backwards)).status).toBe(400);
  await call('PUT', '/api/v1/working-week', { ...mornings, reason: 'Yaz saati' });
  await call('PUT', '/api/v1/working-week', { ...week, version: week.version + 1, reason: 'Yaz bitti' });
  const { body } = await call<object[]>('GET', '/api/v1/working-week/revisions');
  expect(body).toMatchObject([
    { version: 2, reason: 'Yaz bitti', body: { hours: week.hours } },
    { version: 1, reason: 'Yaz saati', body: { hours: mornings.hours } },
  ]);
});

it('keeps every version of a holiday, also of one that was taken out', async () => {
  const holiday = { date: '2026-12-30', kind: 'local-closure', name: { tr: 'Kar tatili', en: 'Snow day' } };
  const written = { ...holiday, startsAt: null, source: 'Valilik', confirmed: true, version: 0, reason: 'Yoğun kar' };
  expect((await call('PUT', '/api/v1/holidays', written)).status).toBe(200);
  const named = { date: holiday.date, kind: holiday.kind, name: holiday.name.tr };
  await call('DELETE', '/api/v1/holidays', { ...named, version: 1, reason: 'Kar yağmadı' });
  const { body } = await call<object[]>('GET', `/api/v1/holidays/revisions?${new URLSearchParams(named).toString()}`);
  expect(body).toMatchObject([
    { version: 2, body: null, reason: 'Kar yağmadı', changedByName: 'Yasin Deneme' },
    { version: 1, body: { source: 'Valilik' }, reason: 'Yoğun kar' },
  ]);
});

it('keeps every version of the profile', async () => {
  const profile = (await call<Profile>('GET', '/api/v1/municipality')).body;
  await call('PUT', '/api/v1/municipality', { profile: { ...profile, smsTitle: 'COZUM' }, reason: 'Başlık onaylandı' });
  const { body } = await call<object[]>('GET', '/api/v1/municipality/revisions');
  expect(body[0]).toMatchObject({ reason: 'Başlık onaylandı', body: { smsTitle: 'COZUM' } });
});

it.each([
  ['POST', '/api/v1/texts/try', { channel: 'sms', language: 'tr', subject: null, body: '' }],
  ['GET', '/api/v1/directorates/FEN/revisions', undefined],
  ['GET', '/api/v1/municipality/revisions', undefined],
] as const)('%s %s is not for an agent', async (method, url, payload) => {
  expect((await call(method, url, payload, 'elif')).status).toBe(403);
});

async function call<Body>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
  username = 'yonetici',
) {
  const answer = await app.inject({
    method,
    url,
    headers: { cookie: cookies.get(username)! },
    ...(payload && { payload }),
  });
  return { status: answer.statusCode, body: answer.json<Body>() };
}
