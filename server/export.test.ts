/** A list as a file: what stands in it, what a spreadsheet may not run, who may have it, and that it comes to its end whatever happens meanwhile. */
import ExcelJS from 'exceljs';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ExportQuery } from '../contract/exports.ts';
import type { StaffActor } from './kernel/actor.ts';
import { CITIZEN } from './kernel/actor.ts';
import { rows, sql } from './kernel/db/database.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import type { House } from './kernel/house.ts';
import { stopWork, resumeWork } from './kernel/long-works/ask.ts';
import { longWorkRound } from './kernel/long-works/run.ts';
import { workById } from './kernel/long-works/work-store.ts';
import { NO_PLACE, receiveRequest } from './modules/intake/door.ts';
import { withdrawRequest } from './modules/requests/door.ts';
import { askForExport, forgetExportsBefore } from './modules/search/door.ts';
import { staffActorById } from './modules/staff/door.ts';
import { applicationOf } from './testing/applications.ts';
import { deskServer } from './testing/desk-server.ts';
import { furnishedHouse } from './testing/furnished-house.ts';
import { readCsv } from '../text/csv.ts';

const { house, as, clock, databaseUrl } = await furnishedHouse();
let supervisor: StaffActor;
let roads: StaffActor;
let server: Awaited<ReturnType<typeof deskServer>>;
const ids: string[] = [];

const ATTACKS = [
  '=cmd|\' /C calc\'!A0', '+1+1', '-2+3', '@SUM(A1)', '\t=1+1', '＝1+1', '＋1', '－1', '＠x', '\ufeff=1+1', 'a;=1+1', 'x,@y', '"=1+1', "'=1+1",
]; // prettier-ignore
const TURKISH = 'İıŞşĞğÇçÖöÜü — “çöpler” alınmadı; "yarın" gelin\nikinci satır';

async function record(text: string, more: Partial<Parameters<typeof receiveRequest>[1]> = {}): Promise<string> {
  clock.advance(60_000);
  const { id } = await inTransaction(house, { actor: CITIZEN }, (tx) =>
    receiveRequest(
      tx,
      applicationOf({
        ...{ text, topicCode: 'YOL-01' },
        person: { name: 'Emine Örnek', phone: '0538 011 47 47', notifyBy: 'sms' },
        place: {
          ...NO_PLACE,
          neighbourhoodId: 1,
          street: '=HYPERLINK("http://x")',
          description: 'Okulun önü',
          latitude: 41.02,
          longitude: 29.1,
        },
        ...more,
      }),
    ),
  );
  return id;
}

beforeAll(async () => {
  supervisor = (await staffActorById(house, (await as('sibel')).id))!;
  roads = (await staffActorById(house, (await as('mustafa')).id))!;
  for (const text of [...ATTACKS, TURKISH, 'Yol bozuk']) ids.push(await record(text));
  ids.push(await record('Çöpler duruyor', { topicCode: 'TEM-01' }));
  ids.push(await record('Evden ses geliyor', { topicCode: 'SOS-05' }));
  server = await deskServer(house);
});
beforeEach(() => void clock.advance(3_600_000));

const usual: ExportQuery = { filter: {}, format: 'csv', personal: false, language: 'tr', reason: 'Haftalık toplantı' };
const ask = (who: StaffActor, query: Partial<ExportQuery> = {}) =>
  inTransaction(house, { actor: who }, (tx) => askForExport(tx, { ...usual, ...query }));
const work = (where: House = house) => longWorkRound(where, staffActorById);
const fileOf = (id: string) => readFileSync(join(house.config.dataDir, 'exports', id));

async function exported(who: StaffActor, query: Partial<ExportQuery> = {}): Promise<Buffer> {
  const id = await ask(who, query);
  await work();
  expect(await workById(house.db, id)).toMatchObject({ state: 'done' });
  return fileOf(id);
}

async function sheetOf(file: Buffer): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file as unknown as ArrayBuffer);
  expect(book.worksheets).toHaveLength(1);
  expect(book.definedNames.model).toEqual([]);
  return book.worksheets[0]!;
}

const csvOf = (file: Buffer) => readCsv(file.toString('utf8')).map(({ cells }) => cells);
const columnIn = (table: string[][], head: string) => table.slice(1).map((cells) => cells[table[0]!.indexOf(head)]!);

describe('a CSV', () => {
  test('opens in a Turkish spreadsheet: byte order mark, semicolons, CRLF, dates and words of here', async () => {
    const file = await exported(supervisor);
    const text = file.toString('utf8');
    expect(text.startsWith('\ufeff"?Başvuru no'.replace('"?', ''))).toBe(true);
    expect(text.split('\r\n').length).toBe(ids.length + 2);
    const table = csvOf(file);
    expect(columnIn(table, 'Geliş').every((cell) => /^\d\d\.\d\d\.\d{4} \d\d:\d\d$/.test(cell))).toBe(true);
    expect(new Set(columnIn(table, 'Durum'))).toEqual(new Set(['Birime iletildi']));
    expect(columnIn(table, 'Ne oldu')).toContain(TURKISH);
  });

  test('holds nothing a spreadsheet would run, and the text can still be read', async () => {
    const table = csvOf(await exported(supervisor));
    const texts = columnIn(table, 'Ne oldu');
    for (const cell of table.slice(1).flat()) expect(cell, cell).not.toMatch(/^[\s\ufeff]*[=+\-@＝＋－＠]/);
    expect(texts).toContain("'=cmd|' /C calc'!A0");
    expect(texts).toContain("a;'=1+1");
    expect(columnIn(table, 'Sokak')[0]).toBe(`'=HYPERLINK("http://x")`);
  });
});

describe('an XLSX', () => {
  test('has typed cells: texts that are never formulas, dates, numbers', async () => {
    const columns = ['text', 'received', 'latitude', 'photos', 'number', 'street'];
    const sheet = await sheetOf(await exported(supervisor, { format: 'xlsx', columns }));
    expect(sheet.rowCount).toBe(ids.length + 1);
    sheet.eachRow((row, at) => {
      if (at === 1) return;
      const types = (row.values as unknown[]).slice(1).map((_, place) => row.getCell(place + 1).type);
      const { String, Date, Number } = ExcelJS.ValueType;
      expect(types).toEqual([String, Date, Number, Number, String, String]);
    });
    const texts = sheet.getColumn(1).values.slice(2);
    for (const text of [...ATTACKS.filter((each) => !/^[\t\ufeff]/.test(each)), TURKISH]) expect(texts).toContain(text);
    expect(sheet.getRow(1).values).toEqual([undefined, 'Ne oldu', 'Geliş', 'Enlem', 'Fotoğraf', 'Başvuru no', 'Sokak']);
    expect(sheet.autoFilter).toBe(`A1:F${ids.length + 1}`);
  });

  test('says the time of Istanbul', async () => {
    const sheet = await sheetOf(await exported(supervisor, { format: 'xlsx', columns: ['received', 'text'], filter: { topics: 'TEM-01' } })); // prettier-ignore
    // A spreadsheet knows no zone: what it shows is what the clock on the wall showed.
    expect((sheet.getCell('A2').value as Date).toISOString()).toMatch(/^2026-02-16T09:1\d/);
  });
});

describe('who may have what', () => {
  test('a directorate’s own and no more; restricted ones for nobody they are not kept to', async () => {
    const own = columnIn(csvOf(await exported(roads)), 'Ne oldu');
    expect(own).toHaveLength(ATTACKS.length + 2);
    expect(own).not.toContain('Çöpler duruyor');
    expect(columnIn(csvOf(await exported(supervisor)), 'Ne oldu')).toContain('Evden ses geliyor');
  });

  test('people are masked, in the clear only for who may and asks, and a secret identity never', async () => {
    const masked = csvOf(await exported(supervisor, { columns: ['name', 'phone', 'text'] }));
    expect(new Set(columnIn(masked, 'Telefon'))).toEqual(new Set(['0 538 ••• •• 47']));
    const clear = csvOf(await exported(roads, { columns: ['name', 'phone', 'text'], personal: true }));
    expect(new Set(columnIn(clear, 'Telefon'))).toEqual(new Set(['0 538 011 47 47']));
    expect(new Set(columnIn(clear, 'Başvuran'))).toEqual(new Set(['Emine Örnek']));
    await record('Komşu gürültü yapıyor', { topicCode: 'ZAB-05' });
    const others = csvOf(await exported((await staffActorById(house, (await as('sibel')).id))!, { columns: ['name', 'text'], filter: { topics: 'ZAB-05' } })); // prettier-ignore
    expect(others[1]).toEqual(['E••••• Ö••••', 'Komşu gürültü yapıyor']);
  });

  test('the audit says who, which filter in codes, how many and why; and of whom the name was read', async () => {
    const before = await rows<{ id: number }>(house.db, sql`select max(id) as id from audit_entries`);
    const id = await ask(roads, { personal: true, filter: { text: 'Emine', states: 'assigned' }, columns: ['phone'] });
    await work();
    const noted = await rows<{ act: string; detail: Record<string, unknown>; subject: string; why: string | null }>(
      house.db,
      sql`select a.act, a.detail, a.subject_id as subject, w.reason as why from audit_entries a
          left join audit_words w on w.entry_id = a.id where a.id > ${before[0]!.id} order by a.id`,
    );
    expect(noted[0]).toMatchObject({ act: 'list-export-asked', subject: id, why: 'Haftalık toplantı', detail: { personal: true, byWords: true, filter: { states: 'assigned' } } }); // prettier-ignore
    expect(noted.at(-1)).toMatchObject({ act: 'list-exported', subject: id });
    expect(JSON.stringify(noted)).not.toContain('Emine');
  });

  test('is refused without a reason, without the right, and for others’ files', async () => {
    await expect(ask(roads, { reason: ' ' })).rejects.toThrow('reason-missing');
    await expect(ask((await staffActorById(house, (await as('fatih')).id))!)).rejects.toThrow('not-allowed');
    const id = await ask(roads);
    await work();
    const [mine, other, clerk] = [await server.as('mustafa'), await server.as('sibel'), await server.as('fatih')];
    const status = async (cookie: string) => {
      const answer = await fetch(`${server.address}/api/v1/exports/${id}/file`, { headers: { cookie } });
      return { status: answer.status, name: answer.headers.get('content-disposition'), bytes: (await answer.arrayBuffer()).byteLength }; // prettier-ignore
    };
    expect(await status(mine.cookie)).toEqual({ status: 200, name: 'attachment; filename="basvurular-2026-02-16.csv"', bytes: fileOf(id).length }); // prettier-ignore
    expect((await status(other.cookie)).status).toBe(404);
    expect((await status(clerk.cookie)).status).toBe(403);
    expect((await status('')).status).toBe(401);
  });

  test('is gone after some days', async () => {
    const id = await ask(roads);
    await work();
    expect(await forgetExportsBefore(house, new Date(Date.now() + 1000))).toBeGreaterThan(0);
    const { cookie } = await server.as('mustafa');
    const answer = await fetch(`${server.address}/api/v1/exports/${id}/file`, { headers: { cookie } });
    expect(answer.status).toBe(404);
  });
});

describe('comes to its end', () => {
  // More than one step holds.
  beforeAll(async () => {
    for (let more = 0; more < 220; more += 1) await record(`Dolgu ${more}`, { person: null });
  });

  const stepByStep = async (id: string, between: (step: number) => Promise<void>) => {
    for (let step = 0; (await workById(house.db, id))!.endedAt === null; step += 1) {
      let begun = false;
      await longWorkRound(house, staffActorById, () => begun || !(begun = true));
      await between(step);
    }
  };

  test.each(['csv', 'xlsx'] as const)(
    '%s: killed half way, with half a step behind the file’s end, byte for byte the same',
    async (format) => {
      // prettier-ignore
      const [whole, killed] = [await ask(supervisor, { format }), await ask(supervisor, { format })];
      await stepByStep(whole, async () => undefined);
      await stepByStep(killed, async () => {
        if ((await workById(house.db, killed))!.endedAt === null)
          await appendFile(join(house.config.dataDir, 'exports', killed), 'half a row that the kill left');
      });
      expect(fileOf(killed).equals(fileOf(whole))).toBe(true);
      if (format === 'xlsx') expect((await sheetOf(fileOf(killed))).rowCount).toBeGreaterThan(220);
    },
    60_000,
  );

  test.each(['csv', 'xlsx'] as const)(
    '%s: its process killed outright, again and again, between what it wrote and what it noted: whole, each row once',
    { timeout: 120_000 },
    async (format) => {
      const query = { format, filter: { open: 'all' as const }, columns: ['number', 'text', 'received'] };
      const whole = await exported(supervisor, query);
      const id = await ask(supervisor, query);
      const noted: number[] = [];
      for (let kill = 0; kill < 3; kill += 1) {
        await killWhileItWrites(id);
        noted.push((await workById(house.db, id))!.done);
      }
      const total = (await rows<{ n: number }>(house.db, sql`select count(*) as n from service_requests`))[0]!.n;
      expect(noted[0]).toBe(0);
      expect(noted[2]).toBeGreaterThan(0);
      expect(noted[2]).toBeLessThan(total);
      // The server may take a moment to notice that the killed one is gone.
      await expect.poll(() => work().then(() => workById(house.db, id)), { timeout: 20_000 }).toMatchObject({ state: 'done' }); // prettier-ignore
      const file = fileOf(id);
      expect(file.equals(whole)).toBe(true);
      const numbers = format === 'csv' ? columnIn(csvOf(file), 'Başvuru no') : (await sheetOf(file)).getColumn(1).values.slice(2); // prettier-ignore
      expect(new Set(numbers).size).toBe(total);
      expect(numbers).toHaveLength(total);
    },
  );

  test('while requests come and change, each that was there is exported once', async () => {
    const id = await ask(supervisor, { filter: { open: 'all' }, columns: ['number', 'text', 'state'] });
    const total = (await rows<{ n: number }>(house.db, sql`select count(*) as n from service_requests`))[0]!.n;
    const late: string[] = [];
    await stepByStep(id, async (step) => {
      late.push(await record(`Sonradan ${step}`));
      await inTransaction(house, { actor: CITIZEN }, (tx) => withdrawRequest(tx, { requestId: ids[step]! }));
    });
    const numbers = columnIn(csvOf(fileOf(id)), 'Başvuru no');
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toHaveLength(total);
    expect(columnIn(csvOf(fileOf(id)), 'Ne oldu').filter((text) => text.startsWith('Sonradan'))).toEqual([]);
    expect(late.length).toBeGreaterThan(1);
  });

  test('stopped, and gone on with', async () => {
    const id = await ask(supervisor, { filter: { open: 'all' } });
    let begun = false;
    await longWorkRound(house, staffActorById, () => begun || !(begun = true));
    await inTransaction(house, { actor: supervisor }, (tx) => stopWork(tx, id));
    await work();
    expect(await workById(house.db, id)).toMatchObject({ state: 'stopped' });
    await inTransaction(house, { actor: supervisor }, (tx) => resumeWork(tx, id));
    await work();
    const done = (await workById(house.db, id))!;
    expect(done).toMatchObject({ state: 'done', done: done.total });
    expect(csvOf(fileOf(id))).toHaveLength(done.done + 1);
  });

  test('with nothing in it, it has its head', async () => {
    expect(csvOf(await exported(supervisor, { filter: { text: 'qqqzz' } }))).toHaveLength(1);
    expect((await sheetOf(await exported(supervisor, { format: 'xlsx', filter: { text: 'qqqzz' } }))).rowCount).toBe(1);
  });
});

const sizeOf = (id: string) => {
  const path = join(house.config.dataDir, 'exports', id);
  return existsSync(path) ? statSync(path).size : 0;
};

/** Lets another process write a step of it and kills that process before it can commit what it wrote. */
async function killWhileItWrites(id: string): Promise<void> {
  const begun = sizeOf(id);
  const worker = fileURLToPath(new URL('testing/export-victim.ts', import.meta.url));
  const child = spawn(process.execPath, [worker, databaseUrl, house.config.dataDir, clock.now().toISOString()], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await expect.poll(() => sizeOf(id), { timeout: 30_000, interval: 5 }).toBeGreaterThan(begun);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  // The lease it left must be over before anybody goes on.
  clock.advance(60_000);
}
