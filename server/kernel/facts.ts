/** How modules declare facts, and how they react to those of the modules below them. What a fact is stands in house.ts. */
import type { Fact, Reaction, Tx } from './house.ts';

export type { Fact, Reaction };

export interface FactKind<Data extends object> {
  (subject: string, data: Data): Fact<Data>;
  factName: string;
}

/**
 * Declares a fact once; the returned function makes one. Data must survive JSON and holds no personal data: it is kept for ever.
 * @param options `kept: false` for what only those need to hear who react within the transaction.
 */
export function defineFact<Data extends object>(name: string, options: { kept?: false } = {}): FactKind<Data> {
  const make = (subject: string, data: Data): Fact<Data> => ({ name, subject, data, ...options });
  return Object.assign(make, { factName: name });
}

export function on<Data extends object>(
  kind: FactKind<Data>,
  does: string,
  run: (tx: Tx, fact: Fact<Data>) => Promise<void>,
): Reaction {
  return { factName: kind.factName, does, run: (tx, fact) => run(tx, fact as Fact<Data>) };
}
