/** Plans and planned jobs as the desk reads and changes them. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NewWorkPlan, PlannedJob, PlannedJobs, PlannedJobSteps } from '../../../../../contract/planned-work.ts';
import type { PlanPreview, WorkPlans } from '../../../../../contract/planned-work.ts';
import { api } from '../../kit/api.ts';
import { withReason } from '../../kit/with-reason.ts';

const JOBS = 'planned-jobs';
const PLANS = 'work-plans';

/** What is asked anew when a plan changes. */
export const PLAN_KEYS = [PLANS, JOBS, 'planned-near'];

export function usePlannedJobs() {
  return useQuery({
    queryKey: [JOBS],
    queryFn: ({ signal }) => api.get<PlannedJobs>('/api/v1/planned-jobs', {}, signal),
    refetchInterval: 60_000,
  });
}

export function useWorkPlans() {
  return useQuery({
    queryKey: [PLANS],
    queryFn: ({ signal }) => api.get<WorkPlans>('/api/v1/work-plans', {}, signal),
  });
}

export function useJobSteps(id: string, enabled: boolean) {
  return useQuery({
    queryKey: [JOBS, id, 'steps'],
    queryFn: ({ signal }) => api.get<PlannedJobSteps>(`/api/v1/planned-jobs/${id}/steps`, {}, signal),
    enabled,
  });
}

/** Asked anew with every change of the form; what was shown stays until the new days are there. */
export function usePlanPreview(plan: NewWorkPlan) {
  return useQuery({
    queryKey: [PLANS, 'preview', plan],
    queryFn: () => api.post<PlanPreview>('/api/v1/work-plans/preview', plan),
    placeholderData: keepPreviousData,
  });
}

export type JobAct =
  | { act: 'done'; job: PlannedJob; words: string }
  | { act: 'skip'; job: PlannedJob; words: string }
  | { act: 'undo'; job: PlannedJob }
  | { act: 'hand'; job: PlannedJob; person: string | null };

/** The act whose words are being typed at a row. */
export interface Asking {
  id: string;
  act: 'done' | 'skip' | 'hand';
}

const skip = ({ id }: PlannedJob, words: string) =>
  withReason((reason) => api.post<PlannedJob>(`/api/v1/planned-jobs/${id}/skip`, { reason }))(words);

function run(what: JobAct): Promise<PlannedJob> {
  const path = `/api/v1/planned-jobs/${what.job.id}`;
  if (what.act === 'skip') return skip(what.job, what.words);
  if (what.act === 'done') return api.post(`${path}/done`, { note: what.words.trim() });
  return what.act === 'undo' ? api.post(`${path}/undo`) : api.post(`${path}/hand`, { person: what.person });
}

/**
 * The list shows what was done at once, and is then read anew; the next act does not wait for that. Acts on several jobs, one key after the
 * other, are sent in their order.
 */
export function useJobAct(onDone: (what: JobAct) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    scope: { id: JOBS },
    onSuccess(job, what) {
      queries.setQueryData<PlannedJobs>(
        [JOBS],
        (before) => before && { ...before, jobs: before.jobs.map((each) => (each.id === job.id ? job : each)) },
      );
      onDone(what);
      void queries.invalidateQueries({ queryKey: [JOBS] });
    },
  });
}
