/** A long work seen from the desk: asked again while it goes on, and the acts that are open to its asker. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { WorkItemShown, WorkShown } from '../../../../contract/works.ts';
import { api } from '../kit/api.ts';

const AGAIN_AFTER_MS = 700;

export const isOver = ({ state }: Pick<WorkShown, 'state'>) =>
  state === 'done' || state === 'stopped' || state === 'failed';

export function useWork(id: string) {
  return useQuery({
    queryKey: ['work', id],
    queryFn: ({ signal }) => api.get<WorkShown>(`/api/v1/works/${id}`, {}, signal),
    refetchInterval: ({ state: { data } }) => (data && isOver(data) ? false : AGAIN_AFTER_MS),
  });
}

/** The things of it that were refused, once there are any. */
export function useRefusedItems(work: WorkShown) {
  return useQuery({
    queryKey: ['work', work.id, 'refused', work.refused],
    queryFn: ({ signal }) => api.get<WorkItemShown[]>(`/api/v1/works/${work.id}/items`, { state: 'refused' }, signal),
    enabled: work.refused > 0,
  });
}

export type WorkAct = 'stop' | 'resumption' | 'undo';

/** `undo` gives another work; the others change this one. */
export function useWorkAct(id: string, onUndone: (undo: WorkShown) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: WorkAct) => api.post<WorkShown>(`/api/v1/works/${id}/${act}`),
    async onSuccess(work, act) {
      await queries.invalidateQueries({ queryKey: ['work', id] });
      if (act === 'undo') onUndone(work);
    },
  });
}
