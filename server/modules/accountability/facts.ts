import { defineFact } from '../../kernel/facts.ts';

/** The chain of the audit did not hold when it was verified. The subject is the verification. */
export const AuditChainBroken = defineFact<{ seq: number; problem: string }>('audit-chain-broken');
