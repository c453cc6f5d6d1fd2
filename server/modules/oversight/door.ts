/** The door of oversight: nothing is forgotten, and who answers for it is told. It stands on top; only the program itself uses it. */
export { oversightReactions } from './reactions.ts';
export { climbLadders, lookForWhatStandsStill, oversightJobs, writeMorningMails } from './jobs.ts';
export { EscalationRaised, StaffNoticed } from './facts.ts';
export { handOverWork } from './hand-over/hand-over-work.ts';
export { WHAT_GOES_ON } from './hand-over/who-takes-over.ts';
export { WHICH_STAFF_ARE_TOLD } from './which-staff-are-told.ts';
export { READY_LADDER, whenKey } from './escalation-ladder.ts';
