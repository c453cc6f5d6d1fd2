/** Plans and planned jobs as the desk reads and changes them. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NewWorkPlan, PlannedJob, PlannedJobs, PlannedJobSteps } from '../../../../../contract/planned-work.ts';
import type { PlanPreview, WorkPlans } from '../../../../../contract/planned-work.ts';
import { api } from '../../kit/api.ts';
import { keepDraft } from '../../kit/drafts.ts';
import { useNews } from '../../kit/live.ts';
import { withReason } from '../../kit/with-reason.ts';

const JOBS = 'planned-jobs';
const PLANS = 'work-plans';

/** What is asked anew when a plan changes. */
export const PLAN_KEYS = [PLANS, JOBS, 'planned-near'];

export function usePlannedJobs() {
  const queries = useQueryClient();
  useNews('planned', () => void queries.invalidateQueries({ queryKey: [JOBS] }));
  return useQuery({
    queryKey: [JOBS],
    queryFn: ({ signal }) => api.get<PlannedJobs>('/api/v1/planned-jobs', {}, signal),
    // What colleagues do is told by the live stream; this is for a stream that was cut, and for a day that is over.
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
  | { act: 'put-off'; job: PlannedJob; day: string; words: string; from: string }
  | { act: 'put-back'; job: PlannedJob; from: string }
  | { act: 'hand'; job: PlannedJob; person: string | null };

/** The act whose words are being typed at a row. */
export interface Asking {
  id: string;
  act: 'done' | 'skip' | 'hand' | 'put-off';
  /** The day it was on when the words were begun. */
  day: string;
}

/** Where the words being typed are kept: a row that a colleague moves under the hand loses none of them. */
export const wordsKey = (jobId: string, act: JobAct['act']): string => `planned-job:${jobId}:${act}`;

/** What takes it back; null: nothing does. */
export function undoing(did: JobAct | null): JobAct | null {
  if (did?.act === 'done' || did?.act === 'skip') return { act: 'undo', job: did.job };
  return did?.act === 'put-off' ? { act: 'put-back', job: did.job, from: did.day } : null;
}

function run(what: JobAct): Promise<PlannedJob> {
  const path = `/api/v1/planned-jobs/${what.job.id}`;
  switch (what.act) {
    case 'done':
      return api.post(`${path}/done`, { note: what.words.trim() });
    case 'skip':
      return withReason((reason) => api.post<PlannedJob>(`${path}/skip`, { reason }))(what.words);
    case 'put-off':
      return withReason((reason) =>
        api.post<PlannedJob>(`${path}/put-off`, { reason, day: what.day, from: what.from }),
      )(what.words);
    case 'put-back':
      return api.post(`${path}/put-back`, { from: what.from });
    case 'hand':
      return api.post(`${path}/hand`, { person: what.person });
    case 'undo':
      return api.post(`${path}/undo`);
  }
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
      keepDraft(wordsKey(job.id, what.act), '');
      queries.setQueryData<PlannedJobs>(
        [JOBS],
        (before) => before && { ...before, jobs: before.jobs.map((each) => (each.id === job.id ? job : each)) },
      );
      onDone(what);
      void queries.invalidateQueries({ queryKey: [JOBS] });
    },
    // Somebody may have been quicker: the row then says what they did.
    onError: () => void queries.invalidateQueries({ queryKey: [JOBS] }),
  });
}
