/** What waits for one's own approval: the list, and its number on the rail. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { WaitingApprovals } from '../../../../../contract/answers.ts';
import { api } from '../../kit/api.ts';
import { useLive } from '../../kit/live.ts';

export const approvalsKey = ['approvals-waiting'] as const;

export function useWaitingApprovals() {
  return useQuery({
    queryKey: approvalsKey,
    queryFn: ({ signal }) => api.get<WaitingApprovals>('/api/v1/answer-drafts/waiting', {}, signal),
    // What comes and goes is told by the live stream; this is for a stream that was cut.
    refetchInterval: 60_000,
  });
}

/** Facts after which the list is another one. */
const CHANGES = new Set(['approval-awaited', 'draft-sent-back', 'assignment-answered', 'interim-answer-given', 'assignment-returned', 'request-withdrawn', 'request-cancelled']); // prettier-ignore

/** How many wait; undefined until it is known. */
export function useWaitingCount(): number | undefined {
  const queries = useQueryClient();
  useLive(({ fact }) => {
    if (CHANGES.has(fact)) void queries.invalidateQueries({ queryKey: approvalsKey });
  });
  return useWaitingApprovals().data?.waiting.length;
}
