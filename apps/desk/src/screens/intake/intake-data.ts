/** What the intake screen asks the server while somebody is talking. */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Caller } from '../../../../../contract/calls.ts';
import type { Catalogue, Profile, Suggestion, Topic } from '../../../../../contract/catalogue.ts';
import type { KnownNear } from '../../../../../contract/known-problems.ts';
import type { Neighbourhood, Street } from '../../../../../contract/places.ts';
import type { SimilarAnswer } from '../../../../../contract/requests.ts';
import { api } from '../../kit/api.ts';
import type { IntakeForm } from './intake-form.ts';

const RARELY = 5 * 60_000;

const catalogue = queryOptions({
  queryKey: ['topics'],
  queryFn: ({ signal }) => api.get<Catalogue>('/api/v1/topics', {}, signal),
  staleTime: RARELY,
});

export function useTopics() {
  return useQuery(catalogue);
}

export function useProfile() {
  return useQuery({
    queryKey: ['municipality'],
    queryFn: ({ signal }) => api.get<Profile>('/api/v1/municipality', {}, signal),
    staleTime: RARELY,
  });
}

export function useNeighbourhoods() {
  return useQuery({
    queryKey: ['neighbourhoods'],
    queryFn: ({ signal }) => api.get<Neighbourhood[]>('/api/v1/neighbourhoods', {}, signal),
    staleTime: RARELY,
  });
}

const suggested = (text: string) =>
  queryOptions({
    queryKey: ['topics-suggested', text],
    queryFn: ({ signal }) => api.get<Suggestion[]>('/api/v1/topics/suggest', { text: text.slice(0, 4000) }, signal),
    staleTime: Infinity,
  });

const SHORTEST = 3;

/** The likeliest topics for what was typed; the last ones stay until new ones come, so that the list does not flicker. */
export function useSuggestions(typed: string): Suggestion[] {
  const [text] = useDebouncedValue(typed.trim(), 150);
  const enabled = text.length >= SHORTEST;
  const { data } = useQuery({ ...suggested(text), enabled, placeholderData: keepPreviousData });
  return enabled ? (data ?? []) : [];
}

/** The topic that counts: the chosen one, else the likeliest for exactly what stands there now, however fast it was typed. */
export function useTopicInEffect(): (form: IntakeForm) => Promise<Topic | undefined> {
  const queries = useQueryClient();
  return async ({ topic, text }) => {
    if (topic === null) return undefined;
    const { topics } = await queries.ensureQueryData(catalogue);
    const words = text.trim();
    const code =
      topic ?? (words.length < SHORTEST ? undefined : (await queries.ensureQueryData(suggested(words)))[0]?.code);
    return topics.find((each) => each.code === code);
  };
}

export function useStreets(typed: string, neighbourhoodId: number | null): Street[] {
  const [text] = useDebouncedValue(typed.trim(), 120);
  const { data } = useQuery({
    queryKey: ['streets', text, neighbourhoodId],
    queryFn: ({ signal }) => api.get<Street[]>('/api/v1/streets', { typed: text, neighbourhoodId }, signal),
    enabled: text.length >= 2,
    staleTime: RARELY,
  });
  return text.length >= 2 ? (data ?? []) : [];
}

/** Each look is logged, so it is asked once a call and not again when the window comes back. */
export function useCaller(phone: string) {
  return useQuery({
    queryKey: ['caller', phone],
    queryFn: () => api.post<Caller>('/api/v1/callers', { phone }),
    enabled: phone.trim() !== '',
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    retry: false,
  });
}

/** What is known moves by the hour; a call screen that stands open must not tell of yesterday's. */
const KNOWN_AGAIN_MS = 30_000;

export function useKnownNear(topic: string | undefined, neighbourhood: number | null) {
  return useQuery({
    queryKey: ['known-near', topic, neighbourhood],
    queryFn: ({ signal }) => api.get<KnownNear>('/api/v1/known-problems/near', { topic, neighbourhood }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: KNOWN_AGAIN_MS,
    retry: false,
  });
}

export function useSimilar(topic: Topic | undefined, neighbourhood: number | null) {
  return useQuery({
    queryKey: ['similar', topic?.code, neighbourhood],
    queryFn: ({ signal }) =>
      api.get<SimilarAnswer>('/api/v1/requests/similar', { topic: topic?.code, neighbourhood }, signal),
    enabled: topic !== undefined && neighbourhood !== null,
    retry: false,
  });
}
