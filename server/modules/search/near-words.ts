/** What a slip of the fingers makes of a word. Pure. */

/** Shorter words have too many neighbours: `yol` is one slip away from `kol`, `yok`, `bol`. */
export const SHORTEST_WITH_SLIPS = 4;
/** From this length on a second slip is forgiven. */
const LONG = 8;

/**
 * The word and each form of it with one letter left out. Two words share one of these when a letter of the one is wrong, missing, one too many
 * in the other, or changed places with its neighbour; so a slip is found by looking keys up, not by comparing with every word there is.
 */
export function slipKeys(word: string): string[] {
  const keys = new Set([word]);
  for (let place = 0; place < word.length; place += 1) keys.add(word.slice(0, place) + word.slice(place + 1));
  return [...keys];
}

/** How many slips lie between the two: a letter wrong, missing or too many, or two neighbours exchanged (optimal string alignment). */
export function slipsBetween(one: string, other: string): number {
  let [beforeLast, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let best = Math.min(last[j - 1]! + (same ? 0 : 1), last[j]! + 1, row[j - 1]! + 1);
      const exchanged = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (exchanged) best = Math.min(best, beforeLast[j - 2]! + 1);
      row.push(best);
    }
    [beforeLast, last] = [last, row];
  }
  return last[other.length]!;
}

/** Those of these that may have been meant, likeliest first. The order says nothing of how often a word occurs, because of some it may not be told. */
export function likelyMeant(typed: string, candidates: readonly string[], most: number): string[] {
  const forgiven = typed.length >= LONG ? 2 : 1;
  return candidates
    .map((word) => ({ word, slips: slipsBetween(typed, word) }))
    .filter(({ slips }) => slips > 0 && slips <= forgiven)
    .sort((one, other) => one.slips - other.slips || sameStart(typed, other.word) - sameStart(typed, one.word))
    .slice(0, most)
    .map(({ word }) => word);
}

/** People rarely mistype the first letter. */
const sameStart = (one: string, other: string): number => (one[0] === other[0] ? 1 : 0);
