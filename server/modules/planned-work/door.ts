// The door of planned work: what the municipality does by itself, by a plan. None of it is a request.
export { PlannedJobEnded, PlannedJobHanded, PlannedJobPutOff, PlannedWorkCaughtUp, PlannedWorkLate } from './facts.ts';
export { plannedWorkNews } from './live.ts';
export { hasPlans } from './plan-store.ts';
export { addPlan } from './actions/save-plan.ts';
export { doneJob } from './actions/work-on-job.ts';
export { makePlannedJobs } from './jobs.ts';
export type { PlannedLoad } from './job-list-store.ts';
export { plannedLoads } from './present.ts';
export { plannedWorkReactions } from './reactions.ts';
