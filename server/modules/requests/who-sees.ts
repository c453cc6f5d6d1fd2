/**
 * Who sees a case in lists, as marks: a case carries some, a reader carries some, and who shares one sees it. The same rule as the permission
 * table's (staff/policy.ts), in a form an index can hold; a test holds the two against each other. Pure.
 */
import type { Scope } from '../../../contract/rights.ts';
import type { Thing } from '../staff/door.ts';
import type { Sight } from './reader.ts';

/** An ordinary case: `o` for those who see all of them, then one mark for each part. A restricted one: the same with `r`, and to whom it is kept. */
export function marksOfCase(thing: Thing): string[] {
  const { directorates = [], units = [], people = [], restricted = false, restrictedTo = [] } = thing;
  const parts = [
    ...directorates.map((code) => `D${code}`),
    ...units.map((code) => `U${code}`),
    ...people.map((id) => `P${id}`),
  ];
  if (!restricted) return ['o', ...parts.map((part) => `o${part}`)];
  const keptTo = restrictedTo.length === 0 ? ['*'] : restrictedTo;
  return ['r', ...parts.flatMap((part) => keptTo.map((code) => `r${part}/${code}`))];
}

/** Null: everything is seen. */
export function marksOfReader(sights: readonly Sight[]): string[] | null {
  if (sights.some(({ ordinary, restricted }) => ordinary === 'all' && restricted === 'all')) return null;
  return [...new Set(sights.flatMap((sight) => [...ordinaryMarks(sight), ...restrictedMarks(sight)]))];
}

function ordinaryMarks(sight: Sight): string[] {
  return sight.ordinary === 'all' ? ['o'] : partsWithin(sight, sight.ordinary).map((part) => `o${part}`);
}

function restrictedMarks(sight: Sight): string[] {
  if (sight.restricted === 'all') return ['r'];
  const names = ['*', ...sight.directorates, ...(sight.unit === null ? [] : [sight.unit])];
  return partsWithin(sight, sight.restricted).flatMap((part) => names.map((name) => `r${part}/${name}`));
}

function partsWithin({ directorates, unit, staffId }: Sight, scope: Scope): string[] {
  if (scope === 'own-directorate') return directorates.map((code) => `D${code}`);
  if (scope === 'own-unit') return unit === null ? [] : [`U${unit}`];
  return scope === 'own' ? [`P${staffId}`] : [];
}
