/** Chance that can be had again: the same seed gives the same drill, as far as the machine's own timing lets it. */
export interface Random {
  seed: number;
  /** At least `least`, below `most`. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
}

/** Mulberry32: 32 bits of state, good enough to choose moments. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    seed,
    between: (least, most) => least + next() * (most - least),
    chance: (probability) => next() < probability,
  };
}
