import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CallBackList, CallBackMade, CallBackResults } from '../../../../../contract/call-backs.ts';
import { api } from '../../kit/api.ts';

const WAITING = ['call-backs'];
const RESULTS = ['call-back-results'];

export function useCallBacks() {
  return useQuery({
    queryKey: WAITING,
    queryFn: ({ signal }) => api.get<CallBackList>('/api/v1/call-backs', {}, signal),
    // A colleague may have called meanwhile.
    refetchInterval: 60_000,
  });
}

export function useCallBackResults() {
  return useQuery({
    queryKey: RESULTS,
    queryFn: ({ signal }) => api.get<CallBackResults>('/api/v1/call-backs/results', {}, signal),
  });
}

export function useCallMade(id: string, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (made: CallBackMade) => api.post(`/api/v1/call-backs/${id}/calls`, made),
    async onSuccess() {
      await Promise.all([WAITING, RESULTS].map((queryKey) => queries.invalidateQueries({ queryKey })));
      onDone();
    },
  });
}
