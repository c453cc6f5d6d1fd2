/**
 * A small seeded generator (sfc32, Chris Doty-Humphrey's PractRand), so that the same seed plays the same year everywhere. Each citizen
 * has a generator of their own, keyed by plan and number: what one draws never depends on who was played before. Never for secrets.
 */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `n`. */
  below(n: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** The key of one entry, each as likely as its weight. */
  weighted<T>(entries: readonly (readonly [T, number])[]): T;
  /** A standard normal deviate (Box and Muller). */
  normal(): number;
}

export function random(...key: (string | number)[]): Random {
  const word = seedWords(key.join('\n'));
  let [a, b, c, d] = [word(), word(), word(), word()];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4_294_967_296;
  };
  for (let warm = 0; warm < 12; warm += 1) next();
  const below = (n: number) => Math.floor(next() * n);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)]!,
    weighted: (entries) => weighted(entries, next()),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

function weighted<T>(entries: readonly (readonly [T, number])[], at: number): T {
  let left = at * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of entries) {
    left -= weight;
    if (left < 0) return value;
  }
  return entries.at(-1)![0];
}

/** FNV-1a over the key, stretched by splitmix32: neighbouring numbers get unlike seeds. */
function seedWords(key: string): () => number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return () => {
    hash = (hash + 0x9e3779b9) | 0;
    let mixed = hash ^ (hash >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}

/** Fisher and Yates, in place. */
export function shuffle<T extends { length: number; [index: number]: number }>(list: T, draw: Random): T {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = draw.below(at + 1);
    [list[at], list[other]] = [list[other]!, list[at]!];
  }
  return list;
}
