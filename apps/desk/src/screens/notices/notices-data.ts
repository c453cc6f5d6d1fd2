/** One's own notices: how many are new, the list, and what one does about them. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NoticeChoices, NoticeCount, NoticeKind, NoticeList } from '../../../../../contract/notices.ts';
import { api } from '../../kit/api.ts';
import { useMine } from '../../kit/live.ts';

const KEY = 'notices';
/** The server counts no further. */
export const MOST_COUNTED = 100;

/** What the bell shows: follows the live stream; asked again each minute, because what was put off comes back by itself. */
export function useNoticeCount(): number {
  const queries = useQueryClient();
  useMine(() => void queries.invalidateQueries({ queryKey: [KEY] }));
  const asked = useQuery({
    queryKey: [KEY, 'count'],
    queryFn: ({ signal }) => api.get<NoticeCount>('/api/v1/notices/count', {}, signal),
    refetchInterval: 60_000,
  });
  return asked.data?.unread ?? 0;
}

export function useNotices(all: boolean) {
  return useInfiniteQuery({
    queryKey: [KEY, 'list', all],
    queryFn: ({ pageParam, signal }) =>
      api.get<NoticeList>('/api/v1/notices', { all: all ? '1' : undefined, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** `days` null: back into the list now. */
export type NoticeAct =
  | { act: 'read'; read: boolean; ids?: string[]; kind?: NoticeKind }
  | { act: 'snooze'; ids: string[]; days: number | null };

export function useNoticeAct(onDone: (did: NoticeAct) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ act, ...body }: NoticeAct) => api.post<NoticeCount>(`/api/v1/notices/${act}`, body),
    onSuccess: async (_count, did) => {
      onDone(did);
      await queries.invalidateQueries({ queryKey: [KEY] });
    },
  });
}

export function useNoticeChoices() {
  return useQuery({
    queryKey: ['notice-choices'],
    queryFn: ({ signal }) => api.get<NoticeChoices>('/api/v1/notices/choices', {}, signal),
  });
}

export function useChoose() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { kind: NoticeKind; choice: string }) => api.put<NoticeChoices>('/api/v1/notices/choices', body),
    onSuccess: (chosen) => queries.setQueryData(['notice-choices'], chosen),
  });
}
