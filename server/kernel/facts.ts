/**
 * Facts: what has happened, in the past tense. A module records a fact in the transaction that made it true; modules above
 * react in that same transaction. So news goes up without the lower module knowing who listens.
 */
import type { Tx } from './db/transaction.ts';

export interface Fact<Data extends object = object> {
  name: string;
  /** Id of the thing it happened to. */
  subject: string;
  data: Data;
}

export interface FactKind<Data extends object> {
  (subject: string, data: Data): Fact<Data>;
  factName: string;
}

/** Declares a fact once; the returned function makes one. Data must survive JSON and holds no personal data: it is kept for ever. */
export function defineFact<Data extends object>(name: string): FactKind<Data> {
  const make = (subject: string, data: Data): Fact<Data> => ({ name, subject, data });
  return Object.assign(make, { factName: name });
}

export interface Reaction {
  factName: string;
  /** In words, for the generated table in ARCHITECTURE.md: "starts the clocks". */
  does: string;
  run(tx: Tx, fact: Fact): Promise<void>;
}

export function on<Data extends object>(
  kind: FactKind<Data>,
  does: string,
  run: (tx: Tx, fact: Fact<Data>) => Promise<void>,
): Reaction {
  return { factName: kind.factName, does, run: (tx, fact) => run(tx, fact as Fact<Data>) };
}
