/** The audit's screen over HTTP: what is found by what, that looking at it is in it, how its chain is said to stand, and its export. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { AuditPage, AuditState } from '../contract/audit.ts';
import { readCsv } from '../text/csv.ts';
import { formatTrackingNumber } from '../text/tracking-number.ts';
import { anchorChain, forgetWords } from './kernel/audit/keep.ts';
import { sealAll } from './kernel/audit/seal.ts';
import { longWorkRound } from './kernel/long-works/run.ts';
import { systemActor } from './kernel/actor.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import { staffActorById } from './modules/staff/door.ts';
import { seedNamedWorld } from './seed/named-world.ts';
import type { DeskCaller } from './testing/desk-server.ts';
import { deskServer } from './testing/desk-server.ts';
import { furnishedHouse } from './testing/furnished-house.ts';

const { house, clock, as } = await furnishedHouse();
const named = await seedNamedWorld(house);
const pavement = named['broken-pavement']!;
const number = formatTrackingNumber(pavement.trackingNumber);
let auditor: DeskCaller;
let address: string;

beforeAll(async () => {
  const server = await deskServer(house);
  ({ address } = server);
  const [clerk, agent] = [await server.as('fatih'), await server.as('elif')];
  auditor = await server.as('yonetici');
  await clerk.get(`/api/v1/requests/${pavement.id}`);
  await clerk.post(`/api/v1/requests/${pavement.id}/reveal`, {
    field: 'phone',
    purpose: 'calling',
    reason: 'Geri arayacağım',
  });
  clock.advance(60_000);
  await agent.get(`/api/v1/requests/${pavement.id}`);
  await agent.post('/api/v1/callers', { phone: '0555 000 00 47' });
});

const find = async (query: string) => (await auditor.get<AuditPage>(`/api/v1/audit?${query}`)).body.entries;
const acts = async (query: string) => (await find(query)).map(({ act }) => act);

describe('the audit is found', () => {
  test('by who', async () => {
    const { id } = await as('fatih');
    expect(await acts(`who=${id}`)).toEqual(['personal-data-revealed', 'request-opened']);
    expect((await find(`who=${id}`))[0]!.who).toEqual({ kind: 'staff', id, name: 'Fatih Deneme', part: null });
    expect((await find('who=system'))[0]!.who).toMatchObject({ kind: 'system', part: 'sign-in' });
  });

  test('by what was done, and by the sort of it', async () => {
    expect(await acts('act=request-opened')).toEqual(['request-opened', 'request-opened']);
    expect(new Set(await acts('sort=read'))).toEqual(
      new Set(['request-opened', 'personal-data-revealed', 'caller-looked-up', 'audit-searched']),
    );
    expect(await acts('act=nonsense')).toEqual([]);
  });

  test('by whom it was about: a number however it is typed, a user name, an id', async () => {
    const about = async (typed: string) => (await acts(`about=${encodeURIComponent(typed)}`)).length;
    expect(await about(number)).toBe(3);
    expect(await about(` ${pavement.trackingNumber.toLowerCase()} `)).toBe(3);
    expect(await about(pavement.id)).toBe(3);
    expect(await about('elif')).toBe(2);
    expect(await about('YYYY-YYYY-YYY')).toBe(0);
    expect((await find(`about=${pavement.id}`))[0]).toMatchObject({ subjectKind: 'request', subjectName: number });
  });

  test('by the words of why, in any writing, and by nothing that only resembles a query', async () => {
    for (const typed of ['GERİ ara', 'arayacagim', 'geri'])
      expect(await acts(`words=${encodeURIComponent(typed)}`)).toEqual(['personal-data-revealed']);
    expect(await acts('words=arama')).toEqual([]);
    expect(await acts(`words=${encodeURIComponent("'); drop table audit_words; --")}`)).toEqual([]);
  });

  test('by days in Istanbul, both included; other days are refused', async () => {
    expect((await acts('from=2026-02-16&to=2026-02-16&act=request-opened')).length).toBe(2);
    expect(await acts('to=2026-02-15&act=request-opened')).toEqual([]);
    expect((await auditor.get('/api/v1/audit?from=2026-02-30')).body).toMatchObject({ refusal: 'date-invalid' });
    expect((await auditor.get('/api/v1/audit?after=x')).status).toBe(400);
  });

  test('page by page without a gap, also where many have one time', async () => {
    await inTransaction(house, { actor: systemActor('test') }, async (tx) => {
      const { audit } = await import('./kernel/audit.ts');
      for (let n = 0; n < 120; n += 1)
        await audit(tx, { act: 'text-changed', subjectKind: 'text', subjectId: `k${n}` });
    });
    const found: string[] = [];
    let after = '';
    do {
      const { body } = await auditor.get<AuditPage>(`/api/v1/audit?act=text-changed${after}`);
      found.push(...body.entries.map(({ subjectId }) => subjectId!));
      after = body.next === null ? '' : `&after=${body.next}`;
    } while (after !== '');
    expect(found).toEqual(Array.from({ length: 120 }, (_, n) => `k${119 - n}`));
  });
});

test('looking into the audit is in the audit, with what was asked for and without its words', async () => {
  await find(`about=${pavement.id}&words=Emine`);
  await find('about=Emine Örnek');
  const looks = (await find('act=audit-searched')).filter(({ detail }) => 'about' in detail);
  expect(looks[0]).toMatchObject({ who: { name: 'Yasin Deneme' }, detail: { about: [] } });
  expect(looks[1]).toMatchObject({ detail: { about: [pavement.id], words: true } });
});

test('only those who may read it come in', async () => {
  const server = await deskServer(house);
  for (const username of ['sibel', 'mustafa', 'elif', 'izleyen']) {
    const caller = await server.as(username);
    for (const path of ['/api/v1/audit', '/api/v1/audit/state']) expect((await caller.get(path)).status).toBe(403);
    expect((await caller.post('/api/v1/audit/export', { reason: 'merak' })).status).toBe(403);
    expect((await caller.post('/api/v1/audit/verification')).status).toBe(403);
  }
});

test('its chain is said to be sound with the times of seal, anchor and verification, and its entries have their place in it', async () => {
  await sealAll(house);
  const anchor = await anchorChain(house);
  await sealAll(house);
  const started = await auditor.post<{ work: string }>('/api/v1/audit/verification');
  await longWorkRound(house, staffActorById);
  expect((await auditor.get(`/api/v1/works/${started.body.work}`)).body).toMatchObject({
    state: 'done',
    result: { faults: [] },
  });
  const { body } = await auditor.get<AuditState>('/api/v1/audit/state');
  expect(body).toMatchObject({
    anchored: { seq: anchor.seq },
    verified: { sound: true, firstFault: null },
    sealedAt: clock.now().toISOString(),
  });
  expect(body.links).toBeGreaterThan(anchor.seq);
  expect((await find(`about=${pavement.id}`)).every(({ seq }) => seq !== null)).toBe(true);
});

test('words that were forgotten are said to be', async () => {
  const [entry] = await find('act=personal-data-revealed');
  await inTransaction(house, { actor: systemActor('command-line') }, (tx) =>
    forgetWords(tx, { entryId: entry!.id, reason: 'KVKK m.7 başvurusu' }),
  );
  expect((await find('act=personal-data-revealed'))[0]).toMatchObject({ reason: null, reasonForgotten: true });
});

test('is exported as a table with a reason that stays, and no cell of it is a formula', async () => {
  const ask = (body: object) =>
    fetch(`${address}/api/v1/audit/export`, {
      method: 'POST',
      headers: { cookie: auditor.cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect((await ask({ act: 'text-changed' })).status).toBe(400);
  const answer = await ask({ act: 'text-changed', reason: '=Yıllık denetim' });
  expect(answer.headers.get('content-disposition')).toContain('denetim.csv');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
  const table = readCsv(bytes.toString('utf8'));
  expect(table).toHaveLength(121);
  expect(table[1]!.cells.slice(4, 8)).toEqual(['test', 'ileti metnini değiştirdi', 'İleti metni', 'k119']);
  const [noted] = await find('act=audit-exported');
  expect(noted).toMatchObject({ reason: '=Yıllık denetim', detail: { act: 'text-changed' } });
  const again = await (await ask({ act: 'audit-exported', reason: 'Denetim' })).text();
  expect(again).toContain(`"'=Yıllık denetim"`);
});
