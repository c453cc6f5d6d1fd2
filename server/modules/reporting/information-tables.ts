/** From counts to the tables of law 4982 m.30: pure. What each counts is what-4982-counts.ts's. */
import type { FigureCheck, FigureColumn, FigureRow, FigureTable } from '../../../contract/figures.ts';
import type { Texts } from '../../../text/language.ts';
import { GROUNDS, groundsFor } from '../requests/door.ts';
import type { RemedyBody } from '../deadlines/door.ts';
import { check } from './agreement.ts';
import type { FeeCount, GroundCount, InformationCount, InformationCounts } from './information-store.ts';
import { remedyColumns, remedyRows } from './remedy-rows.ts';
import type { InformationTableKey } from './what-4982-counts.ts';
import { INFORMATION_ENDS, INFORMATION_TABLES, informationEnd } from './what-4982-counts.ts';
import { share } from './what-is-counted.ts';

const TOTAL: Texts = { tr: 'Toplam', en: 'Total' };
const count = (key: string, tr: string, en: string): FigureColumn => ({ key, label: { tr, en }, format: 'count' });

/** @param keptBack restricted requests stand without their ground */
export function informationTables(counts: InformationCounts, keptBack: boolean): FigureTable[] {
  const of = (body: RemedyBody) =>
    remedyRows(counts.remedies.filter((each) => each.isInformation && each.body === body));
  return [
    endsTable(counts),
    groundsTable(counts.grounds, keptBack),
    table('information-objections', remedyColumns('İtiraz', 'Objections'), of('foi-board')),
    table('information-court', remedyColumns('Dava', 'Actions'), of('court')),
    feesTable(counts.fees),
  ];
}

function table(key: InformationTableKey, columns: FigureColumn[], rows: FigureRow[]): FigureTable {
  return { key, ...INFORMATION_TABLES[key], columns, rows };
}

function sum<Of>(some: readonly Of[], what: (each: Of) => number): number {
  return some.reduce((all, each) => all + what(each), 0);
}

function endsTable({ received, ends }: InformationCounts): FigureTable {
  const cells = (some: InformationCount[], requests: number) => [
    requests,
    share(requests, received),
    sum(some, ({ extended }) => extended),
    sum(some, ({ withFee }) => withFee),
  ];
  const rows = Object.entries(INFORMATION_ENDS).map(([key, label]): FigureRow => {
    const some = ends.filter((each) => informationEnd(each) === key);
    return {
      key,
      label,
      kind: 'item',
      cells: cells(
        some,
        sum(some, ({ requests }) => requests),
      ),
    };
  });
  return table(
    'information',
    [
      count('requests', 'Başvuru', 'Requests'),
      { key: 'share', label: { tr: 'Alınanlar içinde pay', en: 'Share of those received' }, format: 'percent' },
      count('extended', 'Bunun süresi uzatılanı', 'Of these extended'),
      count('with-fee', 'Bunun ücret isteneni', 'Of these with a fee'),
    ],
    [...rows, { key: 'total', label: { tr: 'Alınan', en: 'Received' }, kind: 'total', cells: cells(ends, received) }],
  );
}

const ARTICLES = groundsFor('foi', 'refused').codes;

function groundsTable(counts: GroundCount[], keptBack: boolean): FigureTable {
  const cells = (some: GroundCount[], named: number | null) => [
    ...(['refused', 'partly-granted'] as const).map((outcome) =>
      sum(some, (each) => (each.outcome === outcome ? each.requests : 0)),
    ),
    named,
  ];
  const rows = ARTICLES.map((code): FigureRow => {
    const { article, tr, en } = GROUNDS[code];
    const naming = counts.filter(({ grounds }) => grounds.includes(code));
    const alone = naming.filter(({ grounds }) => grounds.length === 1);
    const named = sum(naming, ({ requests }) => requests);
    return {
      key: code,
      label: { tr: `${article} ${tr}`, en: `${article} ${en}` },
      kind: 'item',
      cells: cells(alone, named),
    };
  });
  const several = counts.filter(({ grounds }) => grounds.length > 1);
  const none = counts.filter(({ grounds }) => grounds.length === 0);
  const notWritten: Texts = keptBack
    ? { tr: 'Maddesi yazılmamış ya da gizli', en: 'No article written, or restricted' }
    : { tr: 'Maddesi yazılmamış', en: 'No article written' };
  return table(
    'information-grounds',
    [
      count('refused', 'Reddedilen', 'Refused'),
      count('partly-granted', 'Kısmen karşılanan', 'Granted in part'),
      count('named', 'Bu maddeyi anan', 'Naming it'),
    ],
    [
      ...rows,
      {
        key: 'several',
        label: { tr: 'Birden çok madde', en: 'More than one' },
        kind: 'other',
        cells: cells(several, null),
      },
      { key: 'unspecified', label: notWritten, kind: 'unspecified', cells: cells(none, null) },
      { key: 'total', label: TOTAL, kind: 'total', cells: cells(counts, null) },
    ],
  );
}

const FEES: Record<FeeCount['how'], Texts> = {
  paid: { tr: 'Ödenen', en: 'Paid' },
  unpaid: { tr: 'Ödenmediği için vazgeçmiş sayılan', en: 'Unpaid, deemed withdrawn' },
  dropped: { tr: 'Ödenmeden başka şekilde kapanan', en: 'Closed otherwise before payment' },
  awaited: { tr: 'Ödemesi beklenen', en: 'Awaited' },
};

function feesTable(fees: FeeCount[]): FigureTable {
  const cells = (some: FeeCount[]) => [sum(some, ({ notices }) => notices), sum(some, ({ kurus }) => kurus) / 100];
  const rows = Object.entries(FEES).map(([key, label]): FigureRow => {
    return { key, label, kind: 'item', cells: cells(fees.filter(({ how }) => how === key)) };
  });
  return table(
    'information-fees',
    [count('notices', 'Bildirim', 'Notices'), { key: 'amount', label: { tr: 'Tutar', en: 'Amount' }, format: 'money' }],
    [...rows, { key: 'total', label: TOTAL, kind: 'total', cells: cells(fees) }],
  );
}

/** Ends against what was received, and the grounds against the ends: three counts of the same requests. */
export function informationChecks(tables: FigureTable[]): FigureCheck[] {
  const rowsOf = (key: InformationTableKey) => tables.find((each) => each.key === key)?.rows ?? [];
  const cell = (key: InformationTableKey, row: string, column = 0) =>
    rowsOf(key).find((each) => each.key === row)?.cells[column] ?? 0;
  const received = cell('information', 'total');
  const ended = sum(
    rowsOf('information').filter(({ kind }) => kind === 'item'),
    ({ cells }) => cells[0] ?? 0,
  );
  const withheld = cell('information', 'refused') + cell('information', 'partly-granted');
  const withGround = [0, 1].reduce(
    (all, column) =>
      all +
      sum(
        rowsOf('information-grounds').filter(({ kind }) => kind !== 'total'),
        ({ cells }) => cells[column] ?? 0,
      ),
    0,
  );
  return [
    check(ended === received, {
      tr: (n) => `Bilgi edinme: sonuçlara göre ${n(ended)} = alınan ${n(received)}`,
      en: (n) => `Information requests: by their ends ${n(ended)} = received ${n(received)}`,
    }),
    check(withGround === withheld, {
      tr: (n) => `Maddelere göre ${n(withGround)} = reddedilen ve kısmen karşılanan ${n(withheld)}`,
      en: (n) => `By article ${n(withGround)} = refused and granted in part ${n(withheld)}`,
    }),
  ];
}
