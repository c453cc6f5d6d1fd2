/** A dry run of rules being written: asked for, watched, and held against the rules as they stand now. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DryRunResult, Rule } from '../../../../../../contract/routing.ts';
import type { WorkShown } from '../../../../../../contract/works.ts';
import { api } from '../../../kit/api.ts';

export interface DryRun {
  work: WorkShown | undefined;
  result: DryRunResult | null;
  /** Finished, and of the rules as they stand now: what publishing asks for. */
  looked: string | null;
  /** There is a result, but the rules were changed since. */
  isStale: boolean;
  isRunning: boolean;
  problem: Error | null;
  start(): void;
  stop(): void;
}

const OFTEN_MS = 400;
const RUNNING = new Set(['queued', 'running', 'stopping']);

export function useDryRun(rules: readonly Rule[]): DryRun {
  const [asked, setAsked] = useState<{ id: string; deciding: string } | null>(null);
  const deciding = JSON.stringify(rules.map(({ when, to }) => [when, to]));
  const ask = useMutation({
    mutationFn: () => api.post<{ id: string }>('/api/v1/routing/dry-runs', { rules }),
    onSuccess: ({ id }) => setAsked({ id, deciding }),
  });
  const watched = useQuery({
    queryKey: ['work', asked?.id],
    queryFn: ({ signal }) => api.get<WorkShown>(`/api/v1/works/${asked!.id}`, {}, signal),
    enabled: asked !== null,
    refetchInterval: ({ state }) => (state.data === undefined || RUNNING.has(state.data.state) ? OFTEN_MS : false),
  });
  const work = asked === null ? undefined : watched.data;
  const isStale = asked !== null && asked.deciding !== deciding;
  return {
    work,
    result: (work?.result ?? null) as DryRunResult | null,
    looked: work?.state === 'done' && !isStale ? work.id : null,
    isStale,
    isRunning: ask.isPending || (asked !== null && (work === undefined || RUNNING.has(work.state))),
    problem: ask.error ?? watched.error,
    start: () => ask.mutate(),
    stop: () => {
      if (asked !== null) void api.post(`/api/v1/works/${asked.id}/stop`).then(() => watched.refetch());
    },
  };
}
