/** Verifies the chain from its first link: that each link holds, that nothing stands beside it, and that it still has what was anchored. */
import type { Db } from '../db/database.ts';
import type { Anchor } from './anchors.ts';
import { anchorsThatHold } from './anchors.ts';
import type { ChainFault, Link } from './chain.ts';
import { BEFORE_THE_FIRST, followChain } from './chain.ts';
import { headOfChain, outsideTheChain, sealAt, sealsAfter } from './chain-store.ts';

/** `slipped-in`: an entry written around the program; its `seq` is the entry's own id. `cut`, `rewritten`: what an anchor says. */
export interface Fault {
  seq: number;
  problem: ChainFault['problem'] | 'slipped-in' | 'cut' | 'rewritten';
}

export interface Verdict {
  /** Up to where the links were followed. */
  link: Link;
  /** The first link that does not hold, then what else was found; empty: the chain is sound. */
  faults: Fault[];
  /** Entries not yet sealed, and since when the oldest waits: a worker that does not run is no fault of the chain, and no proof either. */
  waiting: number;
  waitingSince: Date | null;
}

const AT_ONCE = 2_000;

export interface Followed {
  link: Link;
  fault: ChainFault | null;
  /** True: the end was not reached. */
  more: boolean;
}

/** Follows some links on from a known one. */
export async function followSome(db: Db, from: Link, most = AT_ONCE): Promise<Followed> {
  const seals = await sealsAfter(db, from.seq, most);
  return { ...followChain(from, seals), more: seals.length === most };
}

/** What the links cannot show by themselves, once they were followed to `link`. */
export async function lookBeside(db: Db, link: Link, anchors: readonly Anchor[]): Promise<Omit<Verdict, 'link'>> {
  const { slippedIn, waiting, waitingSince } = await outsideTheChain(db);
  const faults: Fault[] = slippedIn.map((seq) => ({ seq, problem: 'slipped-in' }));
  for (const { seq, hash } of anchorsThatHold(anchors)) {
    const found = seq === 0 ? BEFORE_THE_FIRST.hash : await sealAt(db, seq);
    if (found === null) faults.push({ seq, problem: 'cut' });
    else if (!found.equals(hash)) faults.push({ seq, problem: 'rewritten' });
  }
  return { faults, waiting, waitingSince };
}

/** The whole of it, for the command line and tests; the desk asks for the same as a long work. */
export async function verifyChain(
  db: Db,
  { anchors = [], tell }: { anchors?: readonly Anchor[]; tell?: (seq: number, of: number) => void } = {},
): Promise<Verdict> {
  const { seq: of } = await headOfChain(db);
  let link: Link = BEFORE_THE_FIRST;
  for (;;) {
    const { more, fault, link: reached } = await followSome(db, link);
    link = reached;
    const beside = fault || !more ? await lookBeside(db, link, anchors) : null;
    if (beside) return { ...beside, link, faults: fault ? [fault, ...beside.faults] : beside.faults };
    tell?.(link.seq, of);
  }
}
