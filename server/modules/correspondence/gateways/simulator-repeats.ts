/** Which words a number has already had in a period: providers block the same ones told twice. Bounded in memory. */
import { createHash } from 'node:crypto';

const REMEMBERED = 500_000;

interface Words {
  from: string;
  to: string;
  text: string;
  /** The day or the hour in which a repeat is blocked. */
  period: string;
}

export interface RepeatFilter {
  knows(words: Words): boolean;
  /** Whether it knows them already; remembers them. */
  seen(words: Words): boolean;
}

export function repeatFilter(): RepeatFilter {
  const digests = new Set<number>();
  return {
    knows: (words) => digests.has(digestOf(words)),
    seen(words) {
      const digest = digestOf(words);
      if (digests.has(digest)) return true;
      if (digests.size >= REMEMBERED) digests.delete(digests.values().next().value ?? 0);
      digests.add(digest);
      return false;
    },
  };
}

/** 48 bits as a number: a tenth of what the words would take, and two texts with the same out of reach at this count. */
function digestOf({ from, to, text, period }: Words): number {
  return createHash('sha1').update(`${period}\n${from}\n${to}\n${text}`).digest().readUIntBE(0, 6);
}
