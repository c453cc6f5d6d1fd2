import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FindingKind, Findings, Workload } from '../../../../../contract/oversight.ts';
import { api } from '../../kit/api.ts';

const KEY = ['findings'];

/** Looked for every quarter of an hour; asking each minute shows what colleagues have dismissed. */
export function useFindings() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<Findings>('/api/v1/findings', {}, signal),
    refetchInterval: 60_000,
  });
}

export function useWorkload() {
  return useQuery({
    queryKey: ['workload'],
    queryFn: ({ signal }) => api.get<Workload>('/api/v1/workload', {}, signal),
    refetchInterval: 60_000,
  });
}

export function useDismissal(onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { requestId: string; kind: FindingKind; reason: string }) =>
      api.post<Findings>('/api/v1/findings/dismissal', body),
    onSuccess: (left) => {
      queries.setQueryData(KEY, left);
      onDone();
    },
  });
}
