import type { Actor, StaffActor } from './actor.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Db } from './db/database.ts';
import type { FileStore } from './files.ts';
import type { Log } from './log.ts';
import type { LongWork, Step } from './long-works/long-work.ts';
import type { Metrics } from './metrics.ts';
import type { Secrets } from './secrets.ts';

/**
 * What every room of one running process shares. Made once, in server/house.ts, and handed down; it names no module,
 * so that the kernel stays at the bottom.
 */
export interface House {
  config: Config;
  db: Db;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  files: FileStore;
  secrets: Secrets;
  reactions: Reaction[];
  /** What can be held before it reaches a citizen, by name. */
  heldActs: readonly HeldActKind[];
  /** What this house can do that takes longer than an answer may. */
  works: readonly WorkKind[];
  /** News for the desk's live stream beside that of requests. */
  liveNews: readonly LiveNews[];
  /** Wakes loops of this process that would otherwise find new work only at their next round: 'outbox', 'live'. */
  wake: Wake;
}

/**
 * Something that has happened, in the past tense. A module records it in the transaction that made it true; modules above react in
 * that same transaction. So news goes up without the lower module knowing who listens.
 */
export interface Fact<Data extends object = object> {
  name: string;
  /** Id of the thing it happened to. */
  subject: string;
  data: Data;
  /** False: of use only to who reacts within the transaction; it is not written down. */
  kept?: false;
}

export interface Reaction {
  factName: string;
  /** In words, for the table of reactions in ARCHITECTURE.md: "starts the clocks". */
  does: string;
  run(tx: Tx, fact: Fact): Promise<void>;
}

/**
 * An act that reaches a citizen and can therefore be taken back for some seconds. Each module names its own; the case file keeps them held
 * and runs them when their time has come, so that it need not know who acts on it from above.
 */
export interface HeldActKind {
  name: string;
  /** Two acts that give the same word cannot be held at once: the second would be the same thing done twice. */
  once?(input: Record<string, unknown>): string;
  /**
   * Carries it out with the input as it was given, as its author. Also run, and undone, when the act is offered.
   * @param leavesAt when the words leave the house: at the end of the seconds in which they can be taken back, or now.
   */
  run(tx: Tx, input: Record<string, unknown>, leavesAt: Date): Promise<unknown>;
}

/** What the desk's live stream says of things that are no requests. The stream belongs to requests, which need not know what else happens above. */
export interface LiveNews {
  /** The event of the stream, and the facts that are told under it: by no other kind of news. */
  event: string;
  facts: readonly string[];
  /** Which of the subjects the reader may know of at this moment. */
  seenBy(db: Db, actor: StaffActor, subjects: readonly string[]): Promise<ReadonlySet<string>>;
}

/** One unit of work. An action receives it and can only work inside it; kernel/db/transaction.ts makes it. */
export interface Tx {
  db: Db;
  /** The instant of this work; all its rows carry the same one. */
  now: Date;
  actor: Actor;
  house: House;
  record(fact: Fact): void;
  /** For what is written once, at the end of the work and of all reactions to it. May fail the work. */
  beforeCommit(act: () => Promise<void>): void;
  /** For what must not happen if the work is undone: waking the outbox. May not fail the work. */
  afterCommit(act: () => void): void;
}

export interface Wake {
  on(what: string, act: () => void): () => void;
  call(what: string): void;
}

export function makeWake(): Wake {
  const acts = new Map<string, Set<() => void>>();
  return {
    on(what, act) {
      const set = acts.get(what) ?? new Set();
      set.add(act);
      acts.set(what, set);
      return () => void set.delete(act);
    },
    call(what) {
      for (const act of acts.get(what) ?? []) act();
    },
  };
}

/** The same act to each of a list of things, each in a transaction of its own and with the asker's rights of that moment. */
export interface ItemKind<Input = unknown> {
  kind: string;
  /** Returns what undoing needs to know. A refusal is that thing's own end; the others go on. */
  act(tx: Tx, input: Input, subject: string): Promise<Record<string, unknown> | void>;
  /** Takes the act back from one thing; refuses when the thing has moved on since. Left out: it cannot be undone. */
  undo?(tx: Tx, input: Input, undone: { subject: string; undo: Record<string, unknown> }): Promise<void>;
}

/**
 * Step by step, each in one transaction with its cursor: what a step writes to the database happens once. What it writes elsewhere may happen
 * again after a kill, so the cursor must say from where. A step should take no longer than about a second.
 */
export interface StepKind<Input = unknown, Cursor = unknown> {
  kind: string;
  step(tx: Tx, work: LongWork<Input, Cursor>): Promise<Step<Cursor>>;
}

export type WorkKind = ItemKind | StepKind;
