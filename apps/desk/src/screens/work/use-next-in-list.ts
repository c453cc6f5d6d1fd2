import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { InfiniteData } from '@tanstack/react-query';
import type { WorkListAnswer } from '../../../../../contract/finding.ts';
import { caseKeys } from '../../case/case-data.ts';
import { addressOf, filterFrom, queryOf } from './list-filter.ts';

/** Goes to the request after this one in the list as it stands on the screen; back to the list at its end. */
export function useNextInList(id: string): () => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const filter = filterFrom(useSearch({ strict: false }) as Record<string, unknown>);
  return () => {
    const list = queries.getQueryData<InfiniteData<WorkListAnswer>>([...caseKeys.lists, queryOf(filter)]);
    const rows = list?.pages.flatMap((page) => page.rows) ?? [];
    const next = rows[rows.findIndex((row) => row.id === id) + 1];
    const to = next === undefined ? '/isler' : `/isler/${next.id}`;
    void navigate({ to, search: addressOf(filter) as never, replace: true });
  };
}
