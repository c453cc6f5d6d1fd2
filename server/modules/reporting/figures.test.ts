import { describe, expect, test } from 'vitest';
import type { FigureTable } from '../../../contract/figures.ts';
import { CITIZEN } from '../../kernel/actor.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { instantAt } from '../calendar/door.ts';
import { movePromise } from '../deadlines/door.ts';
import { topicInForce } from '../catalogue/door.ts';
import { endCall, takeCall } from '../calls/door.ts';
import type { Application } from '../intake/door.ts';
import { NO_PLACE, receiveRequest } from '../intake/door.ts';
import { listNeighbourhoods } from '../places/door.ts';
import {
  answerAssignment,
  assignRequest,
  assignmentsOf,
  cancelRequest,
  caseFile,
  changeTopic,
  reopenRequest,
  returnAssignment,
  withdrawRequest,
} from '../requests/door.ts';
import { furnishedHouse } from '../../testing/furnished-house.ts';
import { figures, figuresAsCsv, figuresAsMarkdown } from './door.ts';

const { house, as } = await furnishedHouse();
const [agent, clerk, supervisor] = [await as('elif'), await as('fatih'), await as('sibel')];
const at = (day: string, time = '10:00') => instantAt(day, time);
const [atakent, cakmak] = ['Atakent', 'Çakmak'].map(
  async (wanted) => (await listNeighbourhoods(house.db)).find(({ name }) => name === wanted)!.id,
);

const application: Application = {
  channel: 'phone',
  kind: 'complaint',
  text: 'Sokağımızda asfalt bozuk.',
  language: 'tr',
  topicCode: 'YOL-01',
  answers: [],
  danger: false,
  person: { name: 'Ayşe Örnek', phone: '+905000000001', notifyBy: 'sms' },
  place: { ...NO_PLACE, description: 'okulun önü' },
  fileIds: [],
  clientKey: null,
};

async function ask(
  day: string,
  changes: Partial<Application> = {},
  neighbourhoodId: number | null = null,
): Promise<string> {
  const now = at(day);
  const place = { ...application.place, neighbourhoodId };
  const { id } = await inTransaction(house, { actor: agent, now }, (tx) =>
    receiveRequest(tx, { ...application, place, receivedAt: now, ...changes }),
  );
  return id;
}

async function answer(id: string, when: Date, outcome: 'done' | 'forwarded' = 'done'): Promise<void> {
  const part = (await assignmentsOf(house.db, id)).find(({ endedAt }) => endedAt === null)!;
  await inTransaction(house, { actor: clerk, now: when }, (tx) =>
    answerAssignment(tx, {
      assignmentId: part.id,
      outcome,
      text: 'Kaldırım 18 Şubat günü onarıldı; kalan bölüm İSKİ’ye iletildi.',
      forwardedTo: 'İSKİ',
    }),
  );
}

// The world: 2022 with six records, two of them by web, one on X, and one that belongs to 2023 although its UTC day is in 2022.
const done = await ask('2022-03-01', {}, await atakent!);
await answer(done, at('2022-03-02'));
const forwarded = await ask('2022-03-05', { channel: 'web' }, await cakmak!);
await answer(forwarded, at('2022-03-06'), 'forwarded');
const withdrawn = await ask('2022-04-01', {
  channel: 'web',
  person: { name: 'Ali Örnek', phone: '+905000000002', notifyBy: 'sms' },
});
await inTransaction(house, { actor: CITIZEN, now: at('2022-04-02') }, (tx) =>
  withdrawRequest(tx, { requestId: withdrawn }),
);
const cancelled = await ask('2022-05-01');
await inTransaction(house, { actor: supervisor, now: at('2022-05-01', '11:00') }, (tx) =>
  cancelRequest(tx, { requestId: cancelled, reason: 'Deneme kaydı.' }),
);
const late = await ask('2022-12-30', { topicCode: 'YOL-04' }, await atakent!);
await answer(late, at('2023-01-10'));
const reopened = await ask('2022-06-01', { person: null }, await cakmak!);
await answer(reopened, at('2022-06-02'));
await inTransaction(house, { actor: supervisor, now: at('2023-02-01') }, (tx) =>
  reopenRequest(tx, { requestId: reopened, reason: 'Sorun sürüyor.' }),
);
const post = await ask('2022-07-01', { channel: 'x', person: null });
await inTransaction(house, { actor: clerk, now: at('2022-07-01', '12:00') }, async (tx) =>
  returnAssignment(tx, { assignmentId: (await assignmentsOf(tx.db, post))[0]!.id, reason: 'Bizde değil.' }),
);
await inTransaction(house, { actor: supervisor, now: at('2022-07-01', '13:00') }, (tx) =>
  assignRequest(tx, { requestId: post, directorate: 'FEN', why: 'Konu bu müdürlüğün.' }),
);
await answer(post, at('2022-07-02', '01:00'));
await ask('2023-01-01', { receivedAt: at('2023-01-01', '00:30') });
for (const [day, time] of [
  ['2022-01-01', '00:00'],
  ['2022-12-31', '23:59'],
  ['2023-01-01', '00:00'],
] as const) {
  const call = await inTransaction(house, { actor: agent, now: at(day, time) }, (tx) =>
    takeCall(tx, { phone: null, clientKey: null }),
  );
  await inTransaction(house, { actor: agent, now: new Date(at(day, time).getTime() + 60_000) }, (tx) =>
    endCall(tx, { callId: call.id, purpose: 'information' }),
  );
}

const now = new Date('2026-02-16T09:00:00Z');
const report = await figures(house.db, { period: { year: 2022 }, now });

function row(tables: FigureTable[], table: string, key: string): (number | null)[] {
  const found = tables
    .find((each) => each.key === table)!
    .rows.find((each) => each.key === key || each.label.tr === key);
  return found!.cells;
}

describe('the tables of a year', () => {
  test('count records by the channel they came by, without social media and without what was cancelled', () => {
    expect(row(report.tables, 'channels', 'phone')).toEqual([3, 60]);
    expect(row(report.tables, 'channels', 'web')).toEqual([2, 40]);
    expect(row(report.tables, 'channels', 'cimer')).toEqual([0, 0]);
    expect(row(report.tables, 'channels', 'total')).toEqual([5, 100]);
  });

  test('list neighbourhoods with a row for none, so that both margins agree', () => {
    expect(row(report.tables, 'neighbourhoods', 'Atakent')).toEqual([2, 40]);
    expect(row(report.tables, 'neighbourhoods', 'Çakmak')).toEqual([2, 40]);
    expect(row(report.tables, 'neighbourhoods', 'unspecified')).toEqual([1, 20]);
    expect(report.tables.find(({ key }) => key === 'neighbourhoods')!.rows).toHaveLength(39);
    expect(row(report.tables, 'channels-by-neighbourhood', 'Çakmak').slice(0, 3)).toEqual([1, 0, 1]);
    expect(report.checks.every(({ holds }) => holds)).toBe(true);
  });

  test('put the most frequent topic first', () => {
    const { rows } = report.tables.find(({ key }) => key === 'topics')!;
    expect(rows.map(({ key, cells }) => [key, cells[0]])).toEqual([
      ['YOL-01', 4],
      ['YOL-04', 1],
      ['other', 0],
      ['unspecified', 0],
      ['total', 5],
    ]);
  });

  test('count papers of a platform without the one that was returned, with their mean time', () => {
    expect(row(report.tables, 'social', 'x')).toEqual([1, 1, 0.5]);
    expect(row(report.tables, 'social', 'facebook')).toEqual([0, 0, null]);
  });

  test('say how requests stood at the cut-off, whatever happened to them later', () => {
    expect(row(report.tables, 'outcomes', 'phone')).toEqual([3, 2, 66.67, 0, 0, 1]);
    expect(row(report.tables, 'outcomes', 'web')).toEqual([2, 1, 50, 1, 1, 0]);
    expect(row(report.tables, 'outcomes', 'social')).toEqual([1, 1, 100, 0, 0, 0]);
    expect(row(report.tables, 'outcomes', 'total')).toEqual([6, 4, 66.67, 1, 1, 1]);
  });

  test('change with a later cut-off: one has been answered, one reopened', async () => {
    const later = await figures(house.db, { period: { year: 2022 }, cutOff: at('2023-03-01'), now });
    expect(row(later.tables, 'outcomes', 'phone')).toEqual([3, 2, 66.67, 0, 0, 1]);
    const between = await figures(house.db, { period: { year: 2022 }, cutOff: at('2023-01-15'), now });
    expect(row(between.tables, 'outcomes', 'phone')).toEqual([3, 3, 100, 0, 0, 0]);
  });

  test('count people once, and calls by Istanbul’s year', () => {
    expect(row(report.tables, 'applicants', 'total')).toEqual([2, 6, 2]);
    expect(row(report.tables, 'calls', 'answered')).toEqual([2, 100]);
  });

  test('hold the municipality to its word, by the month in which it was concluded', async () => {
    expect(row(report.tables, 'promises', '2022-03')).toEqual([2, 2, 2, 100, 2, 100]);
    expect(row(report.tables, 'promises', '2022-04')).toEqual([0, 0, 0, null, 0, null]);
    expect(row(report.tables, 'promises', '2022-07')).toEqual([1, 1, 1, 100, 1, 100]);
    expect(report.tables.find(({ key }) => key === 'promises')!.rows).toHaveLength(13);
  });

  test('judge by the first promise, though a corrected topic has moved it to a later day', async () => {
    const id = await ask('2024-03-01', { topicCode: 'TEM-01' });
    const asphalt = (await topicInForce(house.db, 'YOL-01'))!;
    const first = (await caseFile(house.db, id))!.request.promisedAt!;
    await inTransaction(house, { actor: supervisor, now: at('2024-03-01', '11:00') }, (tx) =>
      changeTopic(tx, {
        requestId: id,
        topic: { ...asphalt, restrictedTo: [] },
        reroute: true,
        reason: 'Konu asfalt.',
      }),
    );
    const { request } = (await caseFile(house.db, id))!;
    expect(request.promisedAt!.getTime()).toBeGreaterThan(first.getTime());
    expect(request.firstPromisedAt).toEqual(first);
    await answer(id, new Date(first.getTime() + 3_600_000));
    const { tables } = await figures(house.db, { period: { year: 2024 }, now });
    expect(row(tables, 'promises', '2024-03')).toEqual([1, 1, 0, 0, 1, 100]);
  });

  test('judge one whose promise a person moved by the first day, and beside it by the day that was told', async () => {
    const [moved, stillLate] = [await ask('2023-03-01'), await ask('2023-03-01')];
    for (const requestId of [moved, stillLate])
      await inTransaction(house, { actor: supervisor, now: at('2023-03-02') }, (tx) =>
        movePromise(tx, { requestId, day: '2023-03-24', reason: 'Asfalt plenti arızalı.' }),
      );
    await answer(moved, at('2023-03-24', '11:00'));
    await answer(stillLate, at('2023-03-27', '11:00'));
    const { tables } = await figures(house.db, { period: { year: 2023 }, now });
    expect(row(tables, 'promises', '2023-03')).toEqual([2, 2, 0, 0, 1, 50]);
  });

  test('tell a restricted request by place and topic only in whole years that have ended', async () => {
    const neighbourhood = String(await cakmak!);
    await ask('2020-05-04', { topicCode: 'SOS-05' }, await cakmak!);
    await ask('2020-05-05', {}, await cakmak!);
    const [year, day, running] = await Promise.all(
      [
        { period: { year: 2020 }, now },
        { period: { from: '2020-05-04', to: '2020-05-04' }, now },
        { period: { year: 2020 }, cutOff: at('2020-05-05', '09:00'), now },
      ].map(async (asked) => (await figures(house.db, asked)).tables),
    );
    expect(row(year!, 'neighbourhoods', neighbourhood)).toEqual([2, 100]);
    expect(year!.find(({ key }) => key === 'topics')!.rows.map(({ key }) => key)).not.toContain('SOS-05');
    expect(row(year!, 'topics', 'other')).toEqual([1, 50]);
    for (const tables of [day!, running!]) {
      expect(row(tables, 'neighbourhoods', neighbourhood)).toEqual([0, 0]);
      expect(row(tables, 'neighbourhoods', 'unspecified')).toEqual([1, 100]);
      expect(row(tables, 'topics', 'unspecified')).toEqual([1, 100]);
      expect(row(tables, 'topics', 'other')).toEqual([0, 0]);
      expect(row(tables, 'neighbourhoods', 'total')).toEqual([1, 100]);
    }
  });

  test('print Turkish numbers for people and plain ones for programs', () => {
    const markdown = figuresAsMarkdown(report, 'tr');
    expect(markdown).toContain('31.12.2022 24.00 itibarıyla');
    expect(markdown).toContain('| Telefonla açılan kayıt | 3 | %60,00 |');
    expect(figuresAsMarkdown(report, 'en')).toContain('| Recorded by phone | 3 | 60.00% |');
    const csv = figuresAsCsv(report, 'tr');
    expect(csv.startsWith('\ufeffTablo;')).toBe(true);
    expect(csv).toContain('Başvuruların durumu;Telefonla açılan kayıt;Gelen içinde sonuçlanan;"66,67";başvuru;');
  });

  test('run no formula in a spreadsheet, whatever a neighbourhood is called', () => {
    const [table] = report.tables;
    const evil = {
      ...table!,
      rows: [{ key: 'x', label: { tr: '=HYPERLINK("x")', en: '' }, kind: 'item' as const, cells: [1, 1] }],
    };
    expect(figuresAsCsv({ ...report, tables: [evil] }, 'tr')).toContain(`"'=HYPERLINK(""x"")"`);
  });

  test('refuse a period that is none', async () => {
    await expect(figures(house.db, { period: { from: '2022-02-30', to: '2022-03-01' }, now })).rejects.toMatchObject({
      code: 'date-invalid',
    });
  });
});
