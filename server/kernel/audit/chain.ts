/**
 * The chain over the audit's entries: each link is SHA-256 of the link before it and of one entry, so that a changed, deleted, inserted or
 * swapped entry breaks every link after it. Pure; who seals and who verifies compute the same thing here. What it cannot show by itself (a
 * chain cut at its end, or computed anew from some place on) is what anchors are for.
 */
import { createHash } from 'node:crypto';
import { digestOfWords } from '../audit.ts';

/** An entry as the database says it in text, so that not one byte of it can change unseen. */
export interface EntryToSeal {
  id: number;
  /** Universal time with microseconds. */
  at: string;
  actor: string;
  act: string;
  subjectKind: string;
  subjectId: string | null;
  wordsDigest: Buffer | null;
  /** The text of the `jsonb`. */
  detail: string;
}

/** How far a chain is known to be good. */
export interface Link {
  seq: number;
  hash: Buffer;
}

export const BEFORE_THE_FIRST: Link = {
  seq: 0,
  hash: createHash('sha256').update('hemsehri: the chain of the audit').digest(),
};

/** The link that joins this entry to the chain. A list in JSON, so that nothing can move from one field into the next. */
export function nextLink(before: Link, entry: EntryToSeal): Link {
  const seq = before.seq + 1;
  const { id, at, actor, act, subjectKind, subjectId, wordsDigest, detail } = entry;
  const body = [seq, id, at, actor, act, subjectKind, subjectId, wordsDigest?.toString('hex') ?? null, detail];
  return { seq, hash: createHash('sha256').update(before.hash).update(JSON.stringify(body), 'utf8').digest() };
}

/** A seal with the entry it seals, and the entry's words if there still are any. */
export interface SealedEntry extends EntryToSeal {
  seq: number;
  hash: Buffer;
  /** True: the seal names an entry that is not there. */
  entryIsGone: boolean;
  words: { salt: Buffer; reason: string } | null;
  /** True: an entry says that these words were forgotten. */
  wordsWereForgotten: boolean;
}

/** `words`: as `changed`, in the words alone. `forgotten`: the words are gone and no entry says who forgot them. */
export type ChainProblem = 'seal-missing' | 'entry-missing' | 'changed' | 'words-changed' | 'words-missing';

export interface ChainFault {
  seq: number;
  problem: ChainProblem;
}

/** Follows the chain over these seals, in order of their numbers; stops at the first that does not hold. */
export function followChain(from: Link, seals: readonly SealedEntry[]): { link: Link; fault: ChainFault | null } {
  let link = from;
  for (const seal of seals) {
    const fault = faultOf(link, seal);
    if (fault) return { link, fault };
    link = { seq: seal.seq, hash: seal.hash };
  }
  return { link, fault: null };
}

function faultOf(before: Link, seal: SealedEntry): ChainFault | null {
  if (seal.seq !== before.seq + 1) return { seq: before.seq + 1, problem: 'seal-missing' };
  const problem = problemOf(before, seal);
  return problem && { seq: seal.seq, problem };
}

function problemOf(before: Link, seal: SealedEntry): ChainProblem | null {
  if (seal.entryIsGone) return 'entry-missing';
  if (!nextLink(before, seal).hash.equals(seal.hash)) return 'changed';
  if (seal.wordsDigest === null) return null;
  if (seal.words === null) return seal.wordsWereForgotten ? null : 'words-missing';
  return digestOfWords(seal.words.salt, seal.words.reason).equals(seal.wordsDigest) ? null : 'words-changed';
}
