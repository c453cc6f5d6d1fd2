/**
 * One form for the many ways people write a street: `Petrol Yolu Cd.`, `PETROL YOLU CADDESİ` and `petrol yolu cad` are one street.
 * Pure. A key is for finding only; what is printed is always the name as the municipality wrote it.
 */
import { words } from '../../../text/turkish.ts';

const KINDS: Readonly<Record<string, string>> = {
  ...{ cadde: 'cadde', caddesi: 'cadde', cad: 'cadde', cadd: 'cadde', cd: 'cadde' },
  ...{ sokak: 'sokak', sokagi: 'sokak', sok: 'sokak', sk: 'sokak', soka: 'sokak' },
  ...{ bulvar: 'bulvar', bulvari: 'bulvar', bulv: 'bulvar', blv: 'bulvar', bul: 'bulvar' },
  ...{ meydan: 'meydan', meydani: 'meydan', mey: 'meydan', myd: 'meydan' },
  ...{ yol: 'yol', yolu: 'yol', cikmaz: 'cikmaz', cikmazi: 'cikmaz', cik: 'cikmaz' },
};

/** `8001/1 Sk.` → `8001 1 sokak`. The kind counts only as the last word: `Meydan Caddesi` and `Cadde Meydanı` stay two streets. */
export function streetKey(name: string): string {
  const all = words(name);
  const last = all.at(-1) ?? '';
  const kind = all.length > 1 && Object.hasOwn(KINDS, last) ? KINDS[last]! : last;
  return [...all.slice(0, -1), kind].join(' ').trim();
}

/** The key without its kind, for those who leave it out (`Petrol Yolu`); null when there is no kind to leave out. */
export function bareStreetKey(key: string): string | null {
  const parts = key.split(' ');
  const isKind = parts.length > 1 && Object.hasOwn(KINDS, parts.at(-1)!);
  return isKind ? parts.slice(0, -1).join(' ') : null;
}
