/** One person with two records: their requests come together, each keeps in its history whose it was, and it can be undone. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { mergePeople as joinRecords, separatePeople } from '../../citizens/door.ts';
import { may } from '../../staff/door.ts';
import { requestsOfCitizen } from '../people-store.ts';
import { appendHistory } from '../history-store.ts';
import { lockRequestRow, writeCitizen } from '../store.ts';

/**
 * Refuses 'not-allowed' without the right, 'merge-protected' where one of the two has asked under a secret identity (putting them together would
 * say who it was), and what citizens refuse.
 */
export async function mergePeople(
  tx: Tx,
  { keptId, mergedId, why }: { keptId: string; mergedId: string; why: string },
): Promise<string> {
  requireRight(tx);
  const [kept, merged] = [await requestsOfCitizen(tx.db, keptId), await requestsOfCitizen(tx.db, mergedId)];
  if ([...kept, ...merged].some(({ identitySecret }) => identitySecret)) throw refuse('merge-protected');
  const requests = merged.map(({ id }) => id);
  const id = await joinRecords(tx, { keptId, mergedId, requests, why });
  for (const requestId of requests) await giveTo(tx, { requestId, citizenId: keptId, what: 'person-merged', why });
  return id;
}

/** What the person asked since stays with the record it was asked under. */
export async function undoMergeOfPeople(tx: Tx, mergeId: string): Promise<void> {
  requireRight(tx);
  const { mergedId, keptId, requests } = await separatePeople(tx, mergeId);
  for (const requestId of requests) {
    const request = await lockRequestRow(tx, requestId);
    if (request?.citizenId === keptId) await giveTo(tx, { requestId, citizenId: mergedId, what: 'person-separated' });
  }
}

interface Giving {
  requestId: string;
  citizenId: string;
  what: string;
  why?: string;
}

async function giveTo(tx: Tx, { requestId, citizenId, what, why }: Giving): Promise<void> {
  const before = (await lockRequestRow(tx, requestId))!.citizenId;
  await writeCitizen(tx, requestId, citizenId);
  await appendHistory(tx, requestId, { what, fromValue: before, toValue: citizenId, why });
}

function requireRight({ actor }: Tx): void {
  if (actor.kind !== 'staff' || !may(actor, 'people-merge', {})) throw refuse('not-allowed');
}
