/** Whether two records may be of one person, and why one thinks so. It only suggests; a person with the right decides. Pure. */
import { words } from '../../../text/turkish.ts';

export interface PersonRecord {
  kind: 'person' | 'organisation';
  name: string;
  phones: readonly string[];
  emails: readonly string[];
  /** The blind index of the identity number, as text; null: none was given. */
  nationalIdIndex: string | null;
}

export type WhySame = 'national-id' | 'phone' | 'email';

/**
 * The same number, address or identity, with a name that could be the same one. A shared phone alone is a family; the same name alone is a common
 * name; and different identity numbers are different people, whatever else is the same.
 */
export function whySame(one: PersonRecord, other: PersonRecord): WhySame[] {
  if (one.kind !== other.kind || differ(one.nationalIdIndex, other.nationalIdIndex)) return [];
  if (!couldBeOneName(one.name, other.name)) return [];
  const share = (left: readonly string[], right: readonly string[]) => left.some((each) => right.includes(each));
  return [
    ...(one.nationalIdIndex !== null && one.nationalIdIndex === other.nationalIdIndex ? ['national-id' as const] : []),
    ...(share(one.phones, other.phones) ? ['phone' as const] : []),
    ...(share(one.emails, other.emails) ? ['email' as const] : []),
  ];
}

export const differ = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== other;

/** "Ayşe Yılmaz" and "A. Yilmaz", "Ayse Yılmas" or "Yılmaz Ayşe"; not "Ayşe Yılmaz" and "Mehmet Yılmaz". */
export function couldBeOneName(one: string, other: string): boolean {
  const [shorter, longer] = [words(one), words(other)].sort((left, right) => left.length - right.length);
  if (!shorter || !longer || shorter.length === 0) return false;
  const left = [...longer];
  return shorter.every((word) => {
    const at = left.findIndex((each) => isOneWord(word, each));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function isOneWord(one: string, other: string): boolean {
  if (one.length === 1 || other.length === 1) return one[0] === other[0];
  return one === other || (Math.min(one.length, other.length) >= 4 && isOneSlip(one, other));
}

/** One letter more, less or other. */
function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(long.length === short.length ? at + 1 : at) === long.slice(at + 1);
}
