/** The sample's results per directorate. What each column means stands in the contract, beside the table that shows it. Pure. */
import type { CallBackRow } from '../../../../contract/call-backs.ts';
import type { Texts } from '../../../../text/language.ts';
import type { ResultRow } from './call-back-store.ts';

export interface Counted extends ResultRow {
  /** Names of those that answered it. */
  directorates: readonly Texts[];
}

const REACHED: readonly (string | null)[] = ['true', 'not-true', 'unclear'];

export function resultsTable(counted: readonly Counted[]): { rows: CallBackRow[]; total: CallBackRow } {
  const names = new Map(counted.flatMap(({ directorates }) => directorates).map((name) => [name.tr, name]));
  const rows = [...names.values()].map((name) =>
    rowOf(
      name,
      counted.filter(({ directorates }) => directorates.some(({ tr }) => tr === name.tr)),
    ),
  );
  // By the alphabet: a ranking would call a directorate bad for being drawn five times.
  rows.sort((left, right) => left.directorate!.tr.localeCompare(right.directorate!.tr, 'tr'));
  return { rows, total: rowOf(null, counted) };
}

function rowOf(directorate: Texts | null, counted: readonly ResultRow[]): CallBackRow {
  const count = (holds: (row: ResultRow) => boolean) => counted.filter(holds).length;
  const reached = count(({ result }) => REACHED.includes(result));
  const confirmed = count(({ result }) => result === 'true');
  return {
    directorate,
    drawn: counted.length,
    reached,
    confirmed,
    notTrue: count(({ result }) => result === 'not-true'),
    unclear: count(({ result }) => result === 'unclear'),
    satisfied: count(({ satisfied }) => satisfied === true),
    share: reached === 0 ? null : confirmed / reached,
  };
}
