/** What citizens did against our answers, by what was decided: pure. The words stand in what-4982-counts.ts and what-is-counted.ts. */
import type { FigureColumn, FigureRow, FigureTable } from '../../../contract/figures.ts';
import type { Texts } from '../../../text/language.ts';
import type { RemedyBody } from '../deadlines/door.ts';
import { REMEDY_BODIES, REMEDY_RESULTS } from '../deadlines/door.ts';
import type { RemedyCount } from './information-store.ts';
import { TABLES, share } from './what-is-counted.ts';

const TOTAL: Texts = { tr: 'Toplam', en: 'Total' };
const WAITING: Texts = { tr: 'Karar bekleyen', en: 'Not decided yet' };

/** What was recorded by mistake has no row: it is counted nowhere. */
const { mistaken: _, ...COUNTED } = REMEDY_RESULTS;

export function remedyColumns(tr: string, en: string): FigureColumn[] {
  return [
    { key: 'remedies', label: { tr, en }, format: 'count' },
    { key: 'share', label: { tr: 'Toplam içinde pay', en: 'Share of all' }, format: 'percent' },
    { key: 'after-refusal', label: { tr: 'Bunun ret üzerine olanı', en: 'Of these after a refusal' }, format: 'count' },
  ];
}

/** A row for each decision, also for one that was not made: the form asks for each. */
export function remedyRows(counts: readonly RemedyCount[]): FigureRow[] {
  const all = sum(counts);
  const row = (key: string, label: Texts, some: readonly RemedyCount[]): FigureRow => ({
    ...{ key, label },
    kind: key === 'total' ? 'total' : 'item',
    cells: [sum(some), share(sum(some), all), sum(some.filter(({ afterRefusal }) => afterRefusal))],
  });
  return [
    ...Object.entries(COUNTED).map(([key, label]) => row(key, label, withResult(counts, key))),
    row('waiting', WAITING, withResult(counts, null)),
    row('total', TOTAL, counts),
  ];
}

/** Requests of every kind, by the body that was asked. */
export function remediesTable(counts: readonly RemedyCount[]): FigureTable {
  return { key: 'remedies', ...TABLES.remedies, columns: bodyColumns, rows: bodyRows(counts) };
}

const bodyColumns: FigureColumn[] = [
  { key: 'remedies', label: { tr: 'Başvuru yolu', en: 'Remedies' }, format: 'count' },
  ...Object.entries(COUNTED).map(([key, label]): FigureColumn => ({ key, label, format: 'count' })),
  { key: 'waiting', label: WAITING, format: 'count' },
];

function bodyRows(counts: readonly RemedyCount[]): FigureRow[] {
  const cells = (some: readonly RemedyCount[]) => [
    sum(some),
    ...[...Object.keys(COUNTED), null].map((result) => sum(withResult(some, result))),
  ];
  const bodies = Object.entries(REMEDY_BODIES) as [RemedyBody, Texts][];
  return [
    ...bodies.map(([key, { tr, en }]): FigureRow => {
      return { key, label: { tr, en }, kind: 'item', cells: cells(counts.filter(({ body }) => body === key)) };
    }),
    { key: 'total', label: TOTAL, kind: 'total', cells: cells(counts) },
  ];
}

function withResult(counts: readonly RemedyCount[], result: string | null): RemedyCount[] {
  return counts.filter((each) => each.result === result);
}

function sum(counts: readonly RemedyCount[]): number {
  return counts.reduce((all, { remedies }) => all + remedies, 0);
}
