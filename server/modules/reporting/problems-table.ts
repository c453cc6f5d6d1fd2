/** How many people asked and how many problems they reported: pure. The words stand in what-is-counted.ts. */
import type { FigureColumn, FigureRow } from '../../../contract/figures.ts';
import type { Texts } from '../../../text/language.ts';
import type { ProblemCount } from './figures-store.ts';

export const problemColumns: FigureColumn[] = [
  { key: 'requests', label: { tr: 'Başvuru', en: 'Requests' }, format: 'count' },
  { key: 'problems', label: { tr: 'Olay', en: 'Problems' }, format: 'count' },
];

export function problemRows({ alone, together, problems }: ProblemCount): FigureRow[] {
  const row = (key: string, label: Texts, cells: number[]): FigureRow => ({
    ...{ key, label, cells },
    kind: key === 'total' ? 'total' : 'item',
  });
  return [
    row('alone', { tr: 'Tek başına', en: 'On its own' }, [alone, alone]),
    row('together', { tr: 'Birleştirilen', en: 'Merged' }, [together, problems]),
    row('total', { tr: 'Toplam', en: 'Total' }, [alone + together, alone + problems]),
  ];
}
