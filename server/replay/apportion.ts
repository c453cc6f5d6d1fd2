/** Whole numbers that add up: sharing out a total by weights, exactly. Pure. */

/** Shares `total` out by weight; the largest remainders get the last ones (Hamilton), ties to the earlier entry. */
export function apportion(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) {
    if (total === 0) return weights.map(() => 0);
    throw new Error('nothing to share out by');
  }
  const exact = weights.map((weight) => (weight * total) / sum);
  const shares = exact.map(Math.floor);
  const order = exact
    .map((_, at) => at)
    .sort((left, right) => fraction(exact[right]!) - fraction(exact[left]!) || left - right);
  let missing = total - shares.reduce((all, share) => all + share, 0);
  for (const at of order) {
    if (missing === 0) break;
    shares[at]! += 1;
    missing -= 1;
  }
  return shares;
}

function fraction(value: number): number {
  return value - Math.floor(value);
}

/** The same, but nobody gets more than `cap`; what is cut off goes to those with room. Throws when there is not room enough. */
export function apportionCapped(weights: readonly number[], total: number, cap: number): number[] {
  if (total > cap * weights.length)
    throw new RangeError(`${total} do not fit into ${weights.length} places of ${cap} each`);
  const full = new Set<number>();
  for (;;) {
    const open = weights.map((weight, at) => (full.has(at) ? 0 : weight));
    const rest = apportion(open, total - full.size * cap);
    const over = rest.flatMap((share, at) => (share > cap ? [at] : []));
    if (over.length === 0) return rest.map((share, at) => (full.has(at) ? cap : share));
    for (const at of over) full.add(at);
  }
}
