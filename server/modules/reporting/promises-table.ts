/** Months and what became of the promises of the requests concluded in them: pure. The words stand in what-is-counted.ts. */
import type { FigureColumn, FigureRow } from '../../../contract/figures.ts';
import { formatMonth } from '../../../text/format.ts';
import type { PromiseCount } from './figures-store.ts';
import { share } from './what-is-counted.ts';

export const promiseColumns: FigureColumn[] = [
  { key: 'concluded', label: { tr: 'Sonuçlanan', en: 'Concluded' }, format: 'count' },
  { key: 'promised', label: { tr: 'Söz verilmiş', en: 'With a promise' }, format: 'count' },
  { key: 'kept', label: { tr: 'Zamanında', en: 'In time' }, format: 'count' },
  {
    key: 'kept-share',
    label: { tr: 'Söz verilenler içinde zamanında', en: 'In time, of those promised' },
    format: 'percent',
  },
  { key: 'kept-revised', label: { tr: 'Son söze göre zamanında', en: 'In time by the last promise' }, format: 'count' },
  {
    key: 'kept-revised-share',
    label: { tr: 'Söz verilenler içinde, son söze göre', en: 'Of those promised, by the last promise' },
    format: 'percent',
  },
];

/** A month in which nothing was concluded. */
export function noPromises(month: string): PromiseCount {
  return { month, concluded: 0, promised: 0, kept: 0, keptRevised: 0 };
}

/** A row for every month, also for one in which nothing was concluded, and their sum. */
export function promiseRows(counts: PromiseCount[], months: string[]): FigureRow[] {
  const byMonth = new Map(counts.map((count) => [count.month, count]));
  const rows = months.map((month): FigureRow => ({
    key: month,
    label: { tr: formatMonth(month, 'tr'), en: formatMonth(month, 'en') },
    kind: 'item',
    cells: cellsOf([byMonth.get(month) ?? noPromises(month)]),
  }));
  return [...rows, { key: 'total', label: { tr: 'Toplam', en: 'Total' }, kind: 'total', cells: cellsOf(counts) }];
}

function cellsOf(counts: PromiseCount[]): FigureRow['cells'] {
  const sum = (what: Exclude<keyof PromiseCount, 'month'>) => counts.reduce((total, each) => total + each[what], 0);
  return [
    sum('concluded'),
    sum('promised'),
    sum('kept'),
    share(sum('kept'), sum('promised')),
    sum('keptRevised'),
    share(sum('keptRevised'), sum('promised')),
  ];
}
