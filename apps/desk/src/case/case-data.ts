/** How the desk reads cases: one key for each thing, so that live facts and acts refresh the same copy. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Colleague } from '../../../../contract/absences.ts';
import type { ClocksAnswer } from '../../../../contract/clocks.ts';
import type { MessageView } from '../../../../contract/messages.ts';
import type { Neighbourhood } from '../../../../contract/places.ts';
import type { Catalogue } from '../../../../contract/catalogue.ts';
import type { Directorate, SavedView, Unit } from '../../../../contract/staff.ts';
import type { Together } from '../../../../contract/incidents.ts';
import type { WorkListAnswer, WorkListCounts } from '../../../../contract/finding.ts';
import type { RequestPage, SimilarAnswer } from '../../../../contract/requests.ts';
import type { Query } from '../kit/api.ts';
import { api } from '../kit/api.ts';
import { useSettings } from '../kit/settings.ts';

export const caseKeys = {
  lists: ['requests'] as const,
  counts: ['request-counts'] as const,
  page: (id: string) => ['request', id] as const,
};

export function pageQuery(id: string) {
  return {
    queryKey: caseKeys.page(id),
    queryFn: ({ signal }: { signal: AbortSignal }) => api.get<RequestPage>(`/api/v1/requests/${id}`, {}, signal),
  };
}

export function useRequestPage(id: string) {
  return useQuery(pageQuery(id));
}

export function useWorkList(filter: Query) {
  return useInfiniteQuery({
    queryKey: [...caseKeys.lists, filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<WorkListAnswer>('/api/v1/requests', { ...filter, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // Rows never move under the hand: the list is asked again only when the person says so.
    staleTime: Infinity,
    placeholderData: (before) => before,
  });
}

export function useCounts(filter: Query) {
  return useQuery({
    queryKey: [...caseKeys.counts, filter],
    queryFn: ({ signal }) => api.get<WorkListCounts>('/api/v1/requests/counts', filter, signal),
    placeholderData: (before) => before,
  });
}

export function useClocks(id: string) {
  const { language } = useSettings();
  return useQuery({
    queryKey: [...caseKeys.page(id), 'clocks', language],
    queryFn: ({ signal }) => api.get<ClocksAnswer>(`/api/v1/requests/${id}/clocks`, { language }, signal),
  });
}

export function useSimilar(id: string) {
  return useQuery({
    queryKey: [...caseKeys.page(id), 'similar'],
    queryFn: ({ signal }) => api.get<SimilarAnswer>(`/api/v1/requests/${id}/similar`, {}, signal),
  });
}

/** Those that are not put together with it already. */
export function useSimilarElsewhere(id: string): SimilarAnswer['requests'] {
  const { data: together } = useTogether(id);
  const { data: similar } = useSimilar(id);
  if (!together || !similar) return [];
  const leadId = together.lead?.id ?? id;
  return similar.requests.filter((each) => each.id !== leadId && each.lead !== leadId);
}

export function useTogether(id: string) {
  return useQuery({
    queryKey: [...caseKeys.page(id), 'together'],
    queryFn: ({ signal }) => api.get<Together>(`/api/v1/requests/${id}/incident`, {}, signal),
  });
}

export function useMessages(id: string) {
  return useQuery({
    queryKey: [...caseKeys.page(id), 'messages'],
    queryFn: ({ signal }) => api.get<MessageView[]>(`/api/v1/requests/${id}/messages`, {}, signal),
  });
}

const RARELY = { staleTime: 5 * 60_000 };

export function useNeighbourhoods() {
  return useQuery({
    queryKey: ['neighbourhoods'],
    queryFn: () => api.get<Neighbourhood[]>('/api/v1/neighbourhoods'),
    ...RARELY,
  });
}

export function useCatalogue() {
  return useQuery({ queryKey: ['topics'], queryFn: () => api.get<Catalogue>('/api/v1/topics'), ...RARELY });
}

export function useDirectorates() {
  return useQuery({
    queryKey: ['directorates'],
    queryFn: () => api.get<Directorate[]>('/api/v1/directorates'),
    ...RARELY,
  });
}

export function useUnits(enabled = true) {
  return useQuery({ queryKey: ['units'], queryFn: () => api.get<Unit[]>('/api/v1/units'), enabled, ...RARELY });
}

export function useColleagues(enabled = true) {
  return useQuery({
    queryKey: ['colleagues'],
    queryFn: () => api.get<Colleague[]>('/api/v1/colleagues'),
    enabled,
    ...RARELY,
  });
}

export function useViews() {
  return useQuery({ queryKey: ['views'], queryFn: () => api.get<SavedView[]>('/api/v1/views') });
}
