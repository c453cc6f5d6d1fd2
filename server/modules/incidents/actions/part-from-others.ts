import { systemActor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { membersOf, requestById, takeFromThoseKeptOut } from '../../requests/door.ts';
import { releaseFromIncident } from './release-request.ts';

const WHY = 'Konunun gizliliği arttı; başvuru tek başına ele alınır.';

/**
 * A request that became restricted, or whose sender is kept secret now, stands alone, as who-may-be-merged.ts wants it: what is answered to it must not be read in the files of others,
 * nor theirs here. Parts that it has back and that lie with somebody it is now kept from are given up.
 */
export async function partFromOthers(tx: Tx, requestId: string): Promise<void> {
  const asHouse = { ...tx, actor: systemActor('restriction') };
  const { leadId } = (await requestById(tx.db, requestId))!;
  if (leadId !== null) await releaseFromIncident(asHouse, { requestId, why: WHY });
  for (const member of await membersOf(tx.db, requestId))
    await releaseFromIncident(asHouse, { requestId: member, why: WHY });
  const request = (await requestById(tx.db, requestId))!;
  await takeFromThoseKeptOut(asHouse, { request, why: WHY, reroute: false });
}
