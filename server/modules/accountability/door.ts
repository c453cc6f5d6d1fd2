// The door of accountability: the audit's chain kept and verified, and what is told of who looked.
export { AuditChainBroken } from './facts.ts';
export { anchorJob, verifyJob } from './jobs.ts';
export { accountabilityWorks } from './works.ts';
export { whoLooked } from './who-looked.ts';
export type { WhoLooked } from './who-looked.ts';
