/** Two records of one person. Their requests are the case file's: whoever calls moves them, in the same transaction. */
import { audit } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import type { PeopleMerge } from '../merge-store.ts';
import { endMerge, idsMergedInto, insertMerge, lockMerge, lockPeople, pointTo } from '../merge-store.ts';
import { differ } from '../same-person.ts';

export interface MergePeople {
  keptId: string;
  mergedId: string;
  /** The requests of the second, which go over to the first. */
  requests: readonly string[];
  why: string;
}

/**
 * The second record points to the first from now on: its numbers and addresses are the first's too. Gives the merge's id, by which it is undone.
 * Refuses 'people-differ' for different identity numbers or a person and an organisation, 'merge-elsewhere' for one that is merged already.
 */
export async function mergePeople(tx: Tx, { keptId, mergedId, requests, why }: MergePeople): Promise<string> {
  if (!why.trim()) throw refuse('reason-missing', { step: 'merge-people' });
  if (keptId === mergedId) throw refuse('merge-with-itself');
  const people = await lockPeople(tx, [keptId, mergedId]);
  const [kept, merged] = [keptId, mergedId].map((id) => people.find((each) => each.id === id));
  if (!kept || !merged) throw refuse('step-not-allowed', { step: 'merge-people' });
  if (kept.mergedInto !== null || merged.mergedInto !== null) throw refuse('merge-elsewhere');
  if (kept.kind !== merged.kind || differ(kept.nationalIdIndex, merged.nationalIdIndex)) throw refuse('people-differ');
  const along = await idsMergedInto(tx.db, mergedId);
  await pointTo(tx, [mergedId, ...along], keptId);
  const id = newId(tx.now);
  await insertMerge(tx, { id, keptId, mergedId, along, requests: [...requests], why, by: staffId(tx) });
  await audit(tx, {
    act: 'people-merged',
    subjectKind: 'citizen',
    subjectId: keptId,
    reason: why,
    detail: { mergedId },
  });
  return id;
}

/** Everything as it was; gives the merge, so that the requests that changed hands go back. Refuses 'already-exists' when it is undone already. */
export async function separatePeople(tx: Tx, id: string): Promise<PeopleMerge> {
  const merge = await lockMerge(tx, id);
  if (!merge) throw refuse('not-found');
  if (merge.undoneAt !== null) throw refuse('already-exists');
  const [merged] = await lockPeople(tx, [merge.mergedId]);
  // The first was merged into a third since: that one must be undone before.
  if (merged?.mergedInto !== merge.keptId) throw refuse('changed-meanwhile');
  await pointTo(tx, [merge.mergedId], null);
  await pointTo(tx, merge.along, merge.mergedId);
  await endMerge(tx, id, staffId(tx));
  await audit(tx, {
    act: 'people-separated',
    subjectKind: 'citizen',
    subjectId: merge.keptId,
    detail: { mergedId: merge.mergedId },
  });
  return merge;
}

const staffId = ({ actor }: Tx): string | null => (actor.kind === 'staff' ? actor.id : null);
