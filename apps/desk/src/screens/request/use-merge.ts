/** Merging several requests and undoing the last time it was done. Nothing is shown as done before the server says so. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { caseKeys } from '../../case/case-data.ts';
import { api } from '../../kit/api.ts';
import { makeStore } from '../../kit/store.ts';

export interface LastMerge {
  /** Where it was done from: the offer to undo it stands on that page. */
  pageId: string;
  leadId: string;
  members: readonly string[];
}

/** Kept while the desk is open; another merge takes its place. */
export const lastMerge = makeStore<LastMerge | null>(null);

interface Doing {
  busy: boolean;
  problem: unknown;
}

export function useMerge() {
  const queries = useQueryClient();
  const [doing, setDoing] = useState<Doing>({ busy: false, problem: null });
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    setDoing({ busy: true, problem: null });
    try {
      await work();
      setDoing({ busy: false, problem: null });
      return true;
    } catch (problem) {
      setDoing({ busy: false, problem });
      return false;
    } finally {
      void queries.invalidateQueries({ queryKey: ['request'] });
      void queries.invalidateQueries({ queryKey: caseKeys.counts });
    }
  };
  return {
    ...doing,
    merge: ({ pageId, leadId, members }: LastMerge, why: string) =>
      run(async () => {
        await api.post(`/api/v1/requests/${leadId}/members`, { requests: members, why });
        lastMerge.set({ pageId, leadId, members });
      }),
    /** One after the other: each is the same act a person would do on its page. */
    undo: ({ members }: LastMerge, reason: string) =>
      run(async () => {
        for (const id of members) await api.post(`/api/v1/requests/${id}/release`, { reason });
        lastMerge.set(null);
      }),
  };
}
