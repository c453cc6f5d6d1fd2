import { defineFact } from '../../kernel/facts.ts';

/** Jobs of a plan were not called done on their day. Its subject is the plan; `day`: the earliest of them. Told once for each job. */
export const PlannedWorkLate = defineFact<{ directorate: string; day: string; jobs: number }>('planned-work-late');
/** No job of the plan is late any more. */
export const PlannedWorkCaughtUp = defineFact<Record<never, never>>('planned-work-caught-up');
/** Jobs of a plan were made, changed or taken back. Its subject is the plan. */
export const PlannedJobsMade = defineFact<{ jobs: number }>('planned-jobs-made');
/** A planned job was handed to a person by somebody; its subject is the job. */
export const PlannedJobHanded = defineFact<{ staffId: string | null; day: string }>('planned-job-handed');
/** It is to be done on another day, or on the one before again; staffId: whose it is, if anybody's. Its subject is the job. */
export const PlannedJobPutOff = defineFact<{ staffId: string | null; from: string; day: string }>(
  'planned-job-put-off',
);
/** It was done or skipped, or that was taken back: the lists are others. Its subject is the job. */
export const PlannedJobEnded = defineFact<{ state: 'done' | 'skipped' }>('planned-job-ended');
export const PlannedJobOpenAgain = defineFact<Record<never, never>>('planned-job-open-again');
