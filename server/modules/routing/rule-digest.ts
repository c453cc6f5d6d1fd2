import { createHash } from 'node:crypto';
import type { Rule } from './rule.ts';

/**
 * What a rule set decides, as one short text: the same for two sets that differ only in names and reasons. A dry run of one is a dry run of
 * the other.
 */
export function digestOf(rules: readonly Rule[]): string {
  const deciding = rules.map(({ when, to }) => [sorted(when), sorted(to)]);
  return createHash('sha256').update(JSON.stringify(deciding)).digest('base64url');
}

/** The same conditions in another order of writing are the same. */
function sorted(record: object): [string, unknown][] {
  return Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1));
}
