/** Says that two requests have to do with each other. Both histories say so; nothing else of either changes. */
import type { LinkKind } from '../../../../contract/links.ts';
import { staffOf } from '../../../kernel/http/route.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { appendHistory, lockRequest, readableCase, requireOn } from '../../requests/door.ts';
import { staffId } from '../actions/merge-requests.ts';
import { deleteLink, insertLink } from './store.ts';

interface Pair {
  requestId: string;
  other: string;
}

/** Refuses 'not-found' for one the person may not see, 'not-allowed', 'merge-with-itself', 'already-exists'. */
export async function linkRequests(tx: Tx, { requestId, other, kind }: Pair & { kind: LinkKind }): Promise<void> {
  if (requestId === other) throw refuse('merge-with-itself');
  await lockBoth(tx, { requestId, other });
  if (!(await insertLink(tx, { pair: [requestId, other], kind, by: staffId(tx) }))) throw refuse('already-exists');
  await onBoth(tx, { requestId, other }, { what: 'linked', toValue: kind });
}

export async function unlinkRequests(tx: Tx, pair: Pair): Promise<void> {
  await lockBoth(tx, pair);
  if (!(await deleteLink(tx, [pair.requestId, pair.other]))) throw refuse('step-not-allowed', { step: 'unlink' });
  await onBoth(tx, pair, { what: 'unlinked' });
}

/** In one order, whichever of the two the person started from. */
async function lockBoth(tx: Tx, { requestId, other }: Pair): Promise<void> {
  const staff = staffOf(tx.actor);
  for (const id of [requestId, other].sort()) {
    requireOn(staff, 'note', await readableCase(tx.db, staff, id));
    await lockRequest(tx, id);
  }
}

async function onBoth(tx: Tx, { requestId, other }: Pair, entry: { what: string; toValue?: string }): Promise<void> {
  await appendHistory(tx, requestId, { ...entry, data: { request: other } });
  await appendHistory(tx, other, { ...entry, data: { request: requestId } });
}
