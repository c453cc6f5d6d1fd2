/** Verifying the chain takes minutes where there are millions of entries, so it is a long work: some links a step, then what lies beside them. */
import { readAnchorFile } from '../../kernel/audit/anchors.ts';
import { BEFORE_THE_FIRST } from '../../kernel/audit/chain.ts';
import { headOfChain } from '../../kernel/audit/chain-store.ts';
import type { Fault } from '../../kernel/audit/verify.ts';
import { followSome, lookBeside } from '../../kernel/audit/verify.ts';
import { audit } from '../../kernel/audit.ts';
import type { Tx, WorkKind } from '../../kernel/house.ts';
import { stepWork } from '../../kernel/long-works/kinds.ts';
import { newId } from '../../kernel/ids.ts';
import { AuditChainBroken } from './facts.ts';

export const VERIFICATION = 'audit-verification';

interface Reached {
  seq: number;
  hash: string;
}

export const accountabilityWorks: WorkKind[] = [
  stepWork<Record<string, never>, Reached>({
    kind: VERIFICATION,
    async step(tx, { cursor }) {
      const from = cursor === null ? BEFORE_THE_FIRST : { seq: cursor.seq, hash: Buffer.from(cursor.hash, 'hex') };
      const { link, fault, more } = await followSome(tx.db, from);
      const here = { done: link.seq - from.seq, total: (await headOfChain(tx.db)).seq };
      if (more && !fault) return { ...here, cursor: { seq: link.seq, hash: link.hash.toString('hex') } };
      const beside = await lookBeside(tx.db, link, await readAnchorFile(tx.house.config.anchorFile));
      const faults: Fault[] = fault ? [fault, ...beside.faults] : beside.faults;
      await noteVerdict(tx, link.seq, faults);
      return { ...here, cursor: null, result: { seq: link.seq, faults, waiting: beside.waiting } };
    },
  }),
];

async function noteVerdict(tx: Tx, seq: number, faults: readonly Fault[]): Promise<void> {
  const [first] = faults;
  const detail = { seq, sound: first === undefined, ...(first && { firstFault: first, faults: faults.length }) };
  await audit(tx, { act: 'chain-verified', subjectKind: 'audit-chain', detail });
  if (!first) return;
  tx.record(AuditChainBroken(newId(tx.now), first));
  tx.house.log.error({ where: 'audit-chain', ...first }, 'the chain of the audit does not hold');
}
