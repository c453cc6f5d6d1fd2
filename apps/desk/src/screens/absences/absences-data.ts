import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Absence, Absences, NewAbsence } from '../../../../../contract/absences.ts';
import { api } from '../../kit/api.ts';
import { dayFromToday } from '../../kit/days.ts';

const AHEAD_DAYS = 120;
export function useAbsences() {
  const days = { from: dayFromToday(0), to: dayFromToday(AHEAD_DAYS) };
  return useQuery({
    queryKey: ['absences', days.from],
    queryFn: ({ signal }) => api.get<Absences>('/api/v1/absences', days, signal),
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return () => Promise.all([['absences'], ['colleagues']].map((queryKey) => queries.invalidateQueries({ queryKey })));
}

export function useRecordAbsence() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (absence: NewAbsence) => api.post<Absence>('/api/v1/absences', absence),
    onSuccess: refresh,
  });
}

/** `onEnded` is told before the list is read anew: the row that asked is gone then. */
export function useEndAbsence(onEnded: (absence: Absence) => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id }: Absence) => api.post(`/api/v1/absences/${id}/end`),
    onSuccess(_done, absence) {
      onEnded(absence);
      return refresh();
    },
  });
}
