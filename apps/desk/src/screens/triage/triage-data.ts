/** What waits for somebody to say whose it is: the oldest first, and for one of them who might have it. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { WorkListAnswer, WorkListCounts } from '../../../../../contract/finding.ts';
import type { Guess, Guesses } from '../../../../../contract/routing.ts';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { caseKeys } from '../../case/case-data.ts';
import { api } from '../../kit/api.ts';
import { useLive } from '../../kit/live.ts';
import { useAct } from '../request/use-act.ts';

const key = ['triage'] as const;
const WAITING = { has: 'triage', sort: 'oldest' };

/** Facts after which something waits that did not, or no longer does. */
const CHANGES = new Set(['request-sent-to-review', 'request-assigned', 'request-withdrawn', 'request-cancelled', 'request-concluded', 'request-merged']); // prettier-ignore

/** Only so many at once: one is shown, the rest are there for whoever puts some off. */
export function useTriage() {
  const queries = useQueryClient();
  useLive(({ fact }) => {
    if (CHANGES.has(fact)) void queries.invalidateQueries({ queryKey: key });
  });
  return useQuery({
    queryKey: [...key, 'list'],
    queryFn: async ({ signal }) => {
      const [list, counts] = await Promise.all([
        api.get<WorkListAnswer>('/api/v1/requests', { ...WAITING, limit: 100 }, signal),
        api.get<WorkListCounts>('/api/v1/requests/counts', { has: WAITING.has }, signal),
      ]);
      // The count may be some seconds old; what is seen in the list is there.
      return { rows: list.rows, waiting: list.next === null ? list.rows.length : counts.listed };
    },
    refetchInterval: 60_000,
  });
}

export function useGuesses(id: string) {
  return useQuery({
    queryKey: [...caseKeys.page(id), 'guesses'],
    queryFn: ({ signal }) => api.get<Guesses>(`/api/v1/requests/${id}/guesses`, {}, signal),
  });
}

/** Gives it to a guessed directorate; where the words spoke of another topic, the topic is put right and the rules give it there. */
export function useGive(page: Pick<RequestPage, 'id' | 'seen'>) {
  const queries = useQueryClient();
  const act = useAct(page);
  return {
    ...act,
    async give({ directorate, topic, why }: Guess): Promise<boolean> {
      const path = `/api/v1/requests/${page.id}`;
      const done =
        topic === null
          ? await act.run(`${path}/assignments`, { directorate, why: why.tr })
          : await act.run(`${path}/topic`, { topic, reason: why.tr, reroute: true });
      if (done) await queries.invalidateQueries({ queryKey: key });
      return done;
    },
  };
}
