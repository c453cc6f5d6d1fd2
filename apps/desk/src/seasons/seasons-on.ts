/** The seasons that are on now: everybody at the desk must know it, and whoever takes a call says it. */
import { useQuery } from '@tanstack/react-query';
import type { SeasonShown, SeasonsOn } from '../../../../contract/seasons.ts';
import { api } from '../kit/api.ts';

export function useSeasonsOn(): SeasonsOn {
  const asked = useQuery({
    queryKey: ['seasons', 'on'],
    queryFn: ({ signal }) => api.get<SeasonsOn>('/api/v1/seasons/on', {}, signal),
    refetchInterval: 60_000,
  });
  return asked.data ?? [];
}

/** All of them, on or off. */
export function useSeasons() {
  return useQuery({
    queryKey: ['seasons', 'all'],
    queryFn: ({ signal }) => api.get<SeasonShown[]>('/api/v1/seasons', {}, signal),
  });
}
