import type { AuditState } from '../../../contract/audit.ts';
import { AUDIT_ACTS } from '../../kernel/audit/acts.ts';
import { headOfChain } from '../../kernel/audit/chain-store.ts';
import { newestOf, waitingForSeal } from '../../kernel/audit/search-store.ts';
import type { Fault } from '../../kernel/audit/verify.ts';
import type { Db } from '../../kernel/db/database.ts';
import { listStaff } from '../staff/door.ts';

/** How the chain stands, from what the audit itself says of it; and the words for asking. */
export async function chainState(db: Db): Promise<AuditState> {
  const [head, waiting, anchored, verified, people] = await Promise.all([
    headOfChain(db),
    waitingForSeal(db),
    newestOf(db, 'chain-anchored'),
    newestOf(db, 'chain-verified'),
    listStaff(db),
  ]);
  return {
    links: head.seq,
    sealedAt: head.sealedAt?.toISOString() ?? null,
    waiting,
    anchored: anchored ? { at: anchored.at.toISOString(), seq: Number(anchored.detail.seq) } : null,
    verified: verified
      ? {
          at: verified.at.toISOString(),
          seq: Number(verified.detail.seq),
          sound: verified.detail.sound === true,
          firstFault: (verified.detail.firstFault as Fault | undefined) ?? null,
        }
      : null,
    acts: Object.entries(AUDIT_ACTS).map(([code, { sort, tr, en }]) => ({ code, sort, words: { tr, en } })),
    people: people.map(({ id, name, active }) => ({ id, name, active })),
  };
}
