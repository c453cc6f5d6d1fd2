/** The work list and, beside it, the request that is open. The address holds filter, sort and open request, so a link shows the same. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTexts } from '../../kit/texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { columnsOf } from './list-columns.ts';
import { addressOf, filterFrom } from './list-filter.ts';
import type { ListFilter } from './list-filter.ts';
import { listTexts } from './list-texts.ts';
import { WorkList } from './work-list.tsx';
import styles from './work.module.css';

/** Fetched while the list is being read, so that the first request opens as fast as the next; never in the way of the list itself. */
const loadRequestView = () => import('../request/request-view.tsx');
const LIST_FIRST_MS = 3_000;
const ResultMap = lazy(async () => ({ default: (await import('./map/result-map.tsx')).ResultMap }));
const RequestView = lazy(async () => ({ default: (await loadRequestView()).RequestView }));

export function WorkScreen() {
  const say = useTexts(listTexts);
  useSettings();
  const { id } = useParams({ strict: false }) as { id?: string };
  const filter = filterFrom(useSearch({ strict: false }) as Record<string, unknown>);
  const navigate = useNavigate();
  useEffect(() => {
    const timer = setTimeout(() => void loadRequestView().catch(() => undefined), LIST_FIRST_MS);
    return () => clearTimeout(timer);
  }, []);
  const show = (next: { id?: string; filter?: ListFilter; replace?: boolean }) =>
    void navigate({
      to: next.id === undefined ? '/isler' : `/isler/${next.id}`,
      search: addressOf(next.filter ?? filter) as never,
      replace: next.replace ?? false,
      resetScroll: false,
    });
  const narrow = (next: ListFilter) => show({ id, filter: next, replace: true });
  const open = (next: string) => show({ id: next, replace: id !== undefined });
  const layout = layoutOf(filter, id);
  return (
    <div className={styles.work} data-open={id !== undefined || undefined} data-layout={layout}>
      <section className={styles.listColumn} aria-label={say('list')}>
        <WorkList filter={filter} openId={id ?? null} onFilter={narrow} onOpen={open} />
      </section>
      {layout === 'map' && (
        <Suspense>
          <ResultMap filter={filter} onFilter={narrow} onOpen={open} />
        </Suspense>
      )}
      {(layout === 'beside' || layout === 'open') && (
        <section className={styles.requestColumn}>
          {id === undefined ? (
            <p className={styles.pick}>{say('pick')}</p>
          ) : (
            <Suspense>
              <RequestView key={id} id={id} onClose={() => show({})} />
            </Suspense>
          )}
        </section>
      )}
    </div>
  );
}

/** `table`: nothing stands beside the list, so that its columns have room. */
function layoutOf(filter: ListFilter, id: string | undefined): 'open' | 'map' | 'table' | 'beside' {
  if (id !== undefined) return 'open';
  if (filter.show !== undefined) return 'map';
  return columnsOf(filter.columns).length > 0 ? 'table' : 'beside';
}
