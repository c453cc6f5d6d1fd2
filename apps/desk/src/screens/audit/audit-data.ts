/** The audit as the screen asks for it; the filter lives in the address, so that a link shows a colleague the same thing. */
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { AuditExport, AuditPage, AuditQuery, AuditState } from '../../../../../contract/audit.ts';
import { api } from '../../kit/api.ts';

export type AuditFilter = Omit<AuditQuery, 'after'>;

/** Names in the address → names on the wire. */
const IN_ADDRESS: Record<string, keyof AuditFilter> = {
  kim: 'who',
  ne: 'act',
  tur: 'sort',
  neye: 'about',
  ilk: 'from',
  son: 'to',
  neden: 'words',
};

export function useAuditFilter(): [AuditFilter, (change: AuditFilter) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const filter = Object.fromEntries(
    Object.entries(IN_ADDRESS).flatMap(([name, field]) =>
      search[name] === undefined || search[name] === '' ? [] : [[field, String(search[name])]],
    ),
  ) as AuditFilter;
  const write = (change: AuditFilter) => {
    const next: AuditFilter = { ...filter, ...change };
    const written = Object.entries(IN_ADDRESS).flatMap(([name, field]) =>
      next[field] === undefined || next[field] === '' ? [] : [[name, next[field]]],
    );
    void navigate({ to: '/denetim', search: Object.fromEntries(written) as never, replace: true });
  };
  return [filter, write];
}

export function useAuditState() {
  return useQuery({
    queryKey: ['audit-state'],
    queryFn: ({ signal }) => api.get<AuditState>('/api/v1/audit/state', {}, signal),
    refetchInterval: 10_000,
  });
}

export function useAuditPages(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) => api.get<AuditPage>('/api/v1/audit', { ...filter, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export function useVerification(onAsked: (work: string) => void) {
  return useMutation({
    mutationFn: () => api.post<{ work: string }>('/api/v1/audit/verification'),
    onSuccess: ({ work }) => onAsked(work),
  });
}

/** Fetches the file and hands it to the browser as a download; it is asked for with POST, because the reason is no part of an address. */
export function useAuditExport(onSaved: () => void) {
  return useMutation({
    mutationFn: (given: AuditExport) => api.file('/api/v1/audit/export', given),
    onSuccess(file) {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = 'denetim.csv';
      link.click();
      URL.revokeObjectURL(link.href);
      onSaved();
    },
  });
}
