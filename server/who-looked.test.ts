/** Every reading of a citizen's file is written down, once in half an hour, and the citizen can see by whom and for what. */
import { beforeAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { CITIZEN } from './kernel/actor.ts';
import { rows, run, sql } from './kernel/db/database.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import { insertStoredFile } from './kernel/stored-file-store.ts';
import { attachPhotos, photosOf } from './modules/requests/door.ts';
import { forgetOldLooks } from './kernel/audit/look.ts';
import { seedNamedWorld } from './seed/named-world.ts';
import type { DeskCaller } from './testing/desk-server.ts';
import { deskServer } from './testing/desk-server.ts';
import { furnishedHouse } from './testing/furnished-house.ts';

const { house, clock, as } = await furnishedHouse();
const named = await seedNamedWorld(house);
const { id } = named['broken-pavement']!;
let server: Awaited<ReturnType<typeof deskServer>>;
let clerk: DeskCaller;
let agent: DeskCaller;
beforeAll(async () => {
  server = await deskServer(house);
  [clerk, agent] = [await server.as('fatih'), await server.as('elif')];
});

interface Noted {
  actor: string;
  act: string;
  detail: Record<string, unknown>;
}

const noted = (subject = id) =>
  rows<Noted>(house.db, sql`select actor, act, detail from audit_entries where subject_id = ${subject} order by id`);

describe('opening a file', () => {
  test('is written down with the capacity of the reader, and once for all of its parts and for half an hour', async () => {
    for (const part of ['', '/messages', '/similar', '']) await clerk.get(`/api/v1/requests/${id}${part}`);
    const reader = `staff:${(await as('fatih')).id}`;
    expect(await noted()).toEqual([{ actor: reader, act: 'request-opened', detail: { as: 'FEN' } }]);
    await agent.get(`/api/v1/requests/${id}`);
    clock.advance(31 * 60_000);
    await clerk.get(`/api/v1/requests/${id}`);
    expect((await noted()).map(({ detail }) => detail.as)).toEqual(['FEN', 'agent', 'FEN']);
  });

  test('by twenty at once of one person is one look', async () => {
    clock.advance(31 * 60_000);
    const before = (await noted()).length;
    await Promise.all(Array.from({ length: 20 }, () => clerk.get(`/api/v1/requests/${id}`)));
    expect(await noted()).toHaveLength(before + 1);
  });

  test('that is not theirs leaves no look, because nothing was seen', async () => {
    const other = await server.as('pinar');
    const before = (await noted()).length;
    expect((await other.get(`/api/v1/requests/${id}`)).status).toBe(404);
    expect(await noted()).toHaveLength(before);
  });

  test('is still written down when the notes of old half hours are forgotten', async () => {
    const before = (await noted()).length;
    clock.advance(3 * 3_600_000);
    expect(await forgetOldLooks(house)).toBeGreaterThan(0);
    clerk = await server.as('fatih');
    agent = await server.as('elif');
    await clerk.get(`/api/v1/requests/${id}`);
    expect(await noted()).toHaveLength(before + 1);
  });
});

test('a photo is a look of its own', async () => {
  const content = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  const sha256 = await house.files.put(content);
  await inTransaction(house, { actor: CITIZEN }, async (tx) => {
    const file = { sha256, mediaType: 'image/jpeg', bytes: content.length, width: 8, height: 8 };
    const fileId = await insertStoredFile(tx, file);
    await attachPhotos(tx, { requestId: id, fileIds: [fileId] });
  });
  const [photo] = await photosOf(house.db, id);
  const path = `${server.address}/api/v1/requests/${id}/photos/${photo!.id}`;
  for (let i = 0; i < 2; i += 1) expect((await fetch(path, { headers: { cookie: clerk.cookie } })).status).toBe(200);
  expect((await noted()).filter(({ act }) => act === 'photos-opened')).toHaveLength(1);
});

test('looking a caller up is written down for each person known by the number, and never the number', async () => {
  await agent.post('/api/v1/callers', { phone: '0555 000 00 47' });
  await agent.post('/api/v1/callers', { phone: '0555 999 99 99' });
  const looks = await rows<{ kind: string; subject: string | null; detail: object }>(
    house.db,
    sql`select subject_kind as kind, subject_id as subject, detail from audit_entries where act = 'caller-looked-up' order by id`,
  );
  const citizen = {
    kind: 'citizen',
    subject: expect.stringMatching(/^[0-9a-f-]{36}$/),
    detail: { requests: expect.any(Number) },
  };
  // Emine and Hasan share the number.
  expect(looks).toEqual([citizen, citizen, { kind: 'phone', subject: null, detail: { requests: 0 } }]);
  expect(JSON.stringify(looks)).not.toContain('5550000047');
});

describe('the citizen', () => {
  const page = async (request: string, language = 'tr') => {
    const answer = await fetch(`${server.address}/t/${house.secrets.accessToken(request)}`, {
      headers: { cookie: `hs-dil=${language}` },
    });
    const html = await answer.text();
    return /<details class="lookers"[\s\S]*?<\/details>/.exec(html)?.[0] ?? '';
  };

  test('sees who looked and for what, by directorate and not by name, and not what staff typed', async () => {
    await clerk.post(`/api/v1/requests/${id}/reveal`, {
      field: 'phone',
      purpose: 'calling',
      reason: 'Komşusu Ali sordu',
    });
    const shown = (await page(id)).replace(/\s+/g, ' ');
    expect(shown).toContain('Fen İşleri Müdürlüğü: 5 kez, en son 16 Şubat');
    expect(shown).toContain('Çağrı merkezi ve danışma: 1 kez');
    expect(shown).toContain('Telefonunuz 1 kez açık görüldü. Nedeni: geri arama.');
    expect(shown).not.toMatch(/Fatih|Elif|Komşusu|Ali/);
  });

  test('of a restricted request reads of no directorate', async () => {
    const restricted = named['dark-street']!;
    await run(house.db, sql`update service_requests set restricted = true where id = ${restricted.id}`);
    const supervisor = await server.as('sibel');
    expect((await supervisor.get(`/api/v1/requests/${restricted.id}`)).status).toBe(200);
    const shown = await page(restricted.id);
    expect(shown).toContain('Yetkili birim: 1 kez');
    expect(shown).not.toContain('Müdürlüğü');
  });

  test('whose file nobody has opened is told so', async () => {
    const untouched = named['refused-park']!;
    expect(await page(untouched.id)).toContain('Dosyanıza henüz kimse bakmadı.');
  });
});
