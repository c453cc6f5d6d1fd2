/** Sums that must meet, printed below the tables so that nobody has to wonder why two totals differ. Pure. */
import type { FigureCheck, FigureTable } from '../../../contract/figures.ts';
import { formatCount } from '../../../text/format.ts';
import type { Language } from '../../../text/language.ts';

export function checksOf(tables: FigureTable[]): FigureCheck[] {
  const cell = (table: string, row: string, column = 0) =>
    tables.find(({ key }) => key === table)?.rows.find(({ key }) => key === row)?.cells[column] ?? 0;
  const records = cell('channels', 'total');
  const withoutPlace = cell('neighbourhoods', 'unspecified');
  const withPlace = itemsOf(tables, 'neighbourhoods');
  const topics = itemsOf(tables, 'topics') + cell('topics', 'other') + cell('topics', 'unspecified');
  const [received, concluded, withdrawn, open] = [0, 1, 4, 5].map((column) => cell('outcomes', 'total', column)) as [
    number,
    number,
    number,
    number,
  ];
  const problems = cell('problems', 'total');
  return [
    check(problems === received, {
      tr: (n) => `Tek başına ve birleştirilen başvurular ${n(problems)} = gelen ${n(received)}`,
      en: (n) => `Requests on their own and merged ${n(problems)} = received ${n(received)}`,
    }),
    check(withPlace + withoutPlace === records, {
      tr: (n) => `Mahalle tablosu ${n(withPlace)} + belirtilmemiş ${n(withoutPlace)} = kanal tablosu ${n(records)}`,
      en: (n) => `Neighbourhoods ${n(withPlace)} + not given ${n(withoutPlace)} = channels ${n(records)}`,
    }),
    check(topics === records, {
      tr: (n) => `Konular ${n(topics)} = kanal tablosu ${n(records)}`,
      en: (n) => `Topics ${n(topics)} = channels ${n(records)}`,
    }),
    check(concluded + withdrawn + open === received, {
      tr: (n) => `Sonuçlanan ${n(concluded)} + geri çekilen ${n(withdrawn)} + açık ${n(open)} = gelen ${n(received)}`,
      en: (n) => `Concluded ${n(concluded)} + withdrawn ${n(withdrawn)} + open ${n(open)} = received ${n(received)}`,
    }),
  ];
}

function itemsOf(tables: FigureTable[], key: string): number {
  const rows = tables.find((table) => table.key === key)?.rows ?? [];
  return rows.filter(({ kind }) => kind === 'item').reduce((sum, { cells }) => sum + (cells[0] ?? 0), 0);
}

type Sentence = (n: (value: number) => string) => string;

/** One such sum, said in both languages. */
export function check(holds: boolean, { tr, en }: Record<Language, Sentence>): FigureCheck {
  const sentence = (write: Sentence, language: Language) => write((value) => formatCount(value, language));
  return { sentence: { tr: sentence(tr, 'tr'), en: sentence(en, 'en') }, holds };
}
