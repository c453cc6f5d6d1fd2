/** The work list and, beside it, the request that is open. The address holds filter, sort and open request, so a link shows the same. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTexts } from '../../kit/texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { filterFrom, queryOf } from './list-filter.ts';
import type { ListFilter } from './list-filter.ts';
import { listTexts } from './list-texts.ts';
import { WorkList } from './work-list.tsx';
import styles from './work.module.css';

/** Fetched while the list is being read, so that the first request opens as fast as the next; never in the way of the list itself. */
const loadRequestView = () => import('../request/request-view.tsx');
const LIST_FIRST_MS = 3_000;
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
      search: queryOf(next.filter ?? filter) as never,
      replace: next.replace ?? false,
      resetScroll: false,
    });
  return (
    <div className={styles.work} data-open={id !== undefined || undefined}>
      <section className={styles.listColumn} aria-label={say('list')}>
        <WorkList
          filter={filter}
          openId={id ?? null}
          onFilter={(next) => show({ id, filter: next, replace: true })}
          onOpen={(next) => show({ id: next, replace: id !== undefined })}
        />
      </section>
      <section className={styles.requestColumn}>
        {id === undefined ? (
          <p className={styles.pick}>{say('pick')}</p>
        ) : (
          <Suspense>
            <RequestView key={id} id={id} onClose={() => show({})} />
          </Suspense>
        )}
      </section>
    </div>
  );
}
