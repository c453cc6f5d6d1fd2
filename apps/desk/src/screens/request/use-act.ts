/** Doing something to a request: sends what the person had seen, keeps the text on a conflict, refreshes what the act changed. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { caseKeys, pageQuery } from '../../case/case-data.ts';
import { api } from '../../kit/api.ts';
import { isRefusal } from '../../kit/refusal.ts';

/** What others did meanwhile, as the server lists it. */
export interface Change {
  id: number;
  at: string;
  what: string;
  to: string | null;
  actorKind: 'staff' | 'citizen' | 'system';
  actorId: string | null;
}

export interface Act {
  busy: boolean;
  problem: unknown;
  conflict: readonly Change[] | null;
  /** Resolves to true when it was done. `seen` is added here, unless the act is about a thing with a version of its own. */
  run(path: string, body?: Record<string, unknown>, options?: { seen: boolean }): Promise<boolean>;
  /** Once more, now knowing what the others did. */
  runAnyway(): Promise<boolean>;
  /** Reads the case again and leaves what was typed alone. */
  look(): Promise<void>;
  forget(): void;
}

interface Outcome {
  busy: boolean;
  problem: unknown;
  conflict: readonly Change[] | null;
}

const NOTHING: Outcome = { busy: false, problem: null, conflict: null };

/**
 * `since`: what the person is held to have seen. A form stands for a while and the page behind it refreshes by itself, so what came
 * after its opening is a change they must be told of; a button says what is on the page now.
 */
export function useAct(page: Pick<RequestPage, 'id' | 'seen'>, since: 'now' | 'opened' = 'now'): Act {
  const queries = useQueryClient();
  const [opened, setOpened] = useState(page.seen);
  const [outcome, setOutcome] = useState<Outcome>(NOTHING);
  const [last, setLast] = useState<{ path: string; body: Record<string, unknown> } | null>(null);
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: caseKeys.page(page.id) });
    void queries.invalidateQueries({ queryKey: caseKeys.counts });
  };
  const latest = async () => (await queries.fetchQuery({ ...pageQuery(page.id), staleTime: 0 })).seen;
  const send = async (path: string, body: Record<string, unknown>, seen: number | undefined): Promise<boolean> => {
    setLast({ path, body });
    setOutcome({ ...NOTHING, busy: true });
    try {
      await api.post(path, { ...body, ...(seen !== undefined && { seen }) });
      setOutcome(NOTHING);
      await refresh();
      return true;
    } catch (error) {
      const conflict = isRefusal(error, 'changed-meanwhile') ? ((error.details.changes ?? []) as Change[]) : null;
      setOutcome({ busy: false, problem: conflict ? null : error, conflict });
      // What they did is told by name, and the page may not know the name yet.
      if (conflict) void refresh();
      return false;
    }
  };
  return {
    ...outcome,
    run: (path, body = {}, options = { seen: true }) =>
      send(path, body, options.seen ? (since === 'opened' ? opened : page.seen) : undefined),
    async runAnyway() {
      if (last === null) return false;
      return send(last.path, last.body, await latest());
    },
    async look() {
      setOpened(await latest());
      await refresh();
    },
    forget: () => setOutcome(NOTHING),
  };
}
