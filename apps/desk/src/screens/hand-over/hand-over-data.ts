import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { HandOverAsked, HandOverPreview, InHand } from '../../../../../contract/hand-over.ts';
import { api } from '../../kit/api.ts';

const keyOf = (id: string) => ['hand-over', id];
/** What is in hand grows less while a hand-over is under way, and more again when it is undone. */
const AGAIN_AFTER_MS = 2_000;

export function useInHand(id: string) {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => api.get<InHand>(`/api/v1/hand-overs/${id}`, {}, signal),
    refetchInterval: AGAIN_AFTER_MS,
  });
}

/** Asked again with every change of the choice: what it says is what will be done. */
export function useHandOverPreview(id: string, people: readonly string[], isChosen: boolean) {
  return useQuery({
    queryKey: [...keyOf(id), 'preview', people],
    queryFn: () => api.post<HandOverPreview>(`/api/v1/hand-overs/${id}/preview`, { people }),
    enabled: isChosen,
    placeholderData: keepPreviousData,
  });
}

interface Given {
  people: readonly string[];
  why: string;
  close: number | undefined;
}

/** `onBegun` is told first: the form that asked may be gone once the account is read as closed. */
export function useHandOver(id: string, onBegun: (work: string) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ people, why, close }: Given) =>
      api.post<HandOverAsked>(`/api/v1/hand-overs/${id}`, { people, why, ...(close !== undefined && { close }) }),
    onSuccess: async ({ work }) => {
      onBegun(work);
      await queries.invalidateQueries({ queryKey: ['staff'] });
    },
  });
}
