import type { NewWorkPlan } from '../../../../../contract/planned-work.ts';

/** What a group of fields gets: the whole plan, and how to say a part of it otherwise. */
export interface PlanPart {
  value: NewWorkPlan;
  write: (part: Partial<NewWorkPlan>) => void;
}
