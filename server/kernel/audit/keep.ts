/** What an operator does to the chain: anchors it, says that a backup was put back, lets words be forgotten. Each is an entry of its own. */
import { audit } from '../audit.ts';
import { inTransaction } from '../db/transaction.ts';
import type { House, Tx } from '../house.ts';
import { refuse } from '../refusals.ts';
import { systemActor } from '../actor.ts';
import type { AuditAct } from './acts.ts';
import type { Anchor } from './anchors.ts';
import { appendAnchor } from './anchors.ts';
import { deleteWords, headOfChain } from './chain-store.ts';
import { sealAll } from './seal.ts';

/** Seals what waits, writes the head into the anchor file, and notes in the audit that it did. */
export function anchorChain(house: House): Promise<Anchor> {
  return writeHead(house, { kind: 'anchor', act: 'chain-anchored' });
}

/** After a backup was put back: the chain goes on from what the backup has, and the anchor file says so. */
export function continueAfterRestore(house: House, reason: string): Promise<Anchor> {
  return writeHead(house, { kind: 'restored', act: 'chain-continued-after-restore', reason });
}

async function writeHead(
  house: House,
  { kind, act, reason }: { kind: Anchor['kind']; act: AuditAct; reason?: string },
): Promise<Anchor> {
  await sealAll(house);
  const { seq, hash } = await headOfChain(house.db);
  const anchor: Anchor = { kind, at: house.clock.now(), seq, hash };
  // First outside: an anchor nobody noted is harmless, one that is noted and not there would be looked for.
  await appendAnchor(house.config.anchorFile, anchor);
  await inTransaction(house, { actor: systemActor('audit-chain') }, (tx) =>
    audit(tx, { act, subjectKind: 'audit-chain', reason, detail: { seq, hash: hash.toString('hex') } }),
  );
  return anchor;
}

/**
 * Destroys the words of one entry, as KVKK 6698 m.7 may ask; the entry stays, and the chain with it.
 * @throws not-found when the entry has no words, reason-missing.
 */
export async function forgetWords(tx: Tx, { entryId, reason }: { entryId: number; reason: string }): Promise<void> {
  if (reason.trim() === '') throw refuse('reason-missing', { step: 'forget-words' });
  if (!(await deleteWords(tx.db, entryId))) throw refuse('not-found');
  await audit(tx, { act: 'words-forgotten', subjectKind: 'audit-entry', subjectId: String(entryId), reason });
}
