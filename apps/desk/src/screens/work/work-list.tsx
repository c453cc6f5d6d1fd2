import { useDebouncedCallback } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import type { WorkListAnswer, WorkListRow } from '../../../../../contract/finding.ts';
import { formatTime } from '../../../../../text/format.ts';
import { caseKeys, pageQuery, useCounts, useWorkList } from '../../case/case-data.ts';
import { dueGroup } from '../../case/clock-face.ts';
import { foundTexts } from '../../case/found-texts.ts';
import { useCommands } from '../../kit/commands.ts';
import { useLive } from '../../kit/live.ts';
import { offline } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useStore } from '../../kit/store.ts';
import { useTexts } from '../../kit/texts.ts';
import { BulkBar } from './bulk-bar.tsx';
import { columnsOf } from './list-columns.ts';
import type { ListColumn } from './list-columns.ts';
import { ListHead } from './list-head.tsx';
import { ListRow } from './list-row.tsx';
import { TableHead } from './table-head.tsx';
import { cleared, isByDue, queryOf, setFacets } from './list-filter.ts';
import type { ListFilter } from './list-filter.ts';
import { listTexts } from './list-texts.ts';
import { useSelection, useSelectionKeys } from './use-selection.ts';
import type { Selection } from './use-selection.ts';
import { workTexts } from './work-keys.ts';
import styles from './work.module.css';

interface Props {
  filter: ListFilter;
  openId: string | null;
  onFilter: (next: ListFilter) => void;
  onOpen: (id: string) => void;
}

export function WorkList({ filter, openId, onFilter, onOpen }: Props) {
  const say = useTexts(listTexts);
  const refusalText = useRefusalText();
  const query = queryOf(filter);
  const list = useWorkList(query);
  const counts = useCounts(query);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const now = new Date(list.data?.pages.at(-1)?.now ?? Date.now());
  const { fresh, changed, showFresh } = useNews(rows);
  const listRef = useRef<HTMLDivElement>(null);
  const shown = rows.map(({ id }) => id);
  const selection = useSelection(shown, JSON.stringify(query));
  useSelectionKeys(selection, { shown, openId });
  useRowKeys({ rows, openId, onOpen, listRef });
  useShortcut('G Y', useTexts(workTexts)('showNew'), showFresh);
  useCommands([{ id: 'list-clear', title: say('clear'), act: () => onFilter(cleared(filter)) }]);
  const cutOff = useStore(offline);
  const columns = columnsOf(filter.columns);
  return (
    <>
      <ListHead filter={filter} counts={counts.data} onFilter={onFilter} beside={openId !== null} />
      <div className={styles.progress} data-busy={list.isFetching || undefined} role="status" />
      {cutOff && <p className={styles.note}>{say('seen', { time: formatTime(new Date(list.dataUpdatedAt), 'tr') })}</p>}
      {fresh > 0 && (
        <button type="button" className={styles.fresh} onClick={showFresh}>
          ▴ {say('newOnes', { n: fresh })} <kbd className="hs-key">G Y</kbd>
        </button>
      )}
      {list.data && <LookedFor answer={list.data.pages[0]!} />}
      <div className={styles.rows} ref={listRef} style={{ '--columns': columns.length } as CSSProperties}>
        {rows.length > 0 && <TableHead columns={columns} />}
        {list.isError && rows.length === 0 && (
          <div className={styles.note} role="alert">
            <p className="hs-problem">{refusalText(list.error)}</p>
            <button type="button" className="hs-link" onClick={() => void list.refetch()}>
              {say('again')}
            </button>
          </div>
        )}
        {list.isPending && <Outlines />}
        {list.isSuccess && rows.length === 0 && <Nothing filter={filter} onFilter={onFilter} />}
        <Groups rows={rows} {...{ now, filter, columns, openId, changed, selection }} names={list.data?.pages ?? []} />
        {list.hasNextPage && <More onSeen={() => void list.fetchNextPage()} text={say('more')} />}
        {!list.hasNextPage && rows.length > 8 && <p className={styles.note}>{say('end')}</p>}
      </div>
      <BulkBar {...{ rows, selection, filter }} listed={counts.data?.listed} />
    </>
  );
}

/** What was looked for where the words as typed stand nowhere; and that the index is not whole yet. */
function LookedFor({ answer: { instead, preparing } }: { answer: Pick<WorkListAnswer, 'instead' | 'preparing'> }) {
  const say = useTexts(foundTexts);
  if (instead.length === 0 && preparing === null) return null;
  return (
    <p className={styles.note} role="status">
      {instead.length > 0 && say('instead', { words: instead.join(', ') })}{' '}
      {preparing !== null && say('preparing', { done: preparing.done })}
    </p>
  );
}

function Groups(props: {
  rows: WorkListRow[];
  now: Date;
  filter: ListFilter;
  columns: readonly ListColumn[];
  openId: string | null;
  changed: ReadonlySet<string>;
  selection: Selection;
  names: { names: Parameters<typeof ListRow>[0]['names'] }[];
}) {
  const { rows, now, filter, columns, openId, changed, selection } = props;
  const say = useTexts(listTexts);
  const names = mergeNames(props.names.map((page) => page.names));
  const grouped = isByDue(filter);
  let before = '';
  return (
    <ul className={styles.plainList}>
      {rows.flatMap((row) => {
        const group = dueGroup(row.nextDueAt, now);
        const head = grouped && group !== before;
        before = group;
        return [
          ...(head
            ? [
                <li key={`head-${group}`} className={styles.groupHead}>
                  <h2>{say(group)}</h2>
                </li>,
              ]
            : []),
          <ListRow
            key={row.id}
            {...{ row, names, now, filter, columns }}
            open={row.id === openId}
            changed={changed.has(row.id)}
            chosen={selection.has(row.id)}
            onChoose={(range) => selection.toggle(row.id, range)}
          />,
        ];
      })}
    </ul>
  );
}

function mergeNames(all: Parameters<typeof ListRow>[0]['names'][]): Parameters<typeof ListRow>[0]['names'] {
  return {
    topics: Object.assign({}, ...all.map((one) => one.topics)),
    directorates: Object.assign({}, ...all.map((one) => one.directorates)),
    neighbourhoods: Object.assign({}, ...all.map((one) => one.neighbourhoods)),
    staff: Object.assign({}, ...all.map((one) => one.staff)),
  };
}

function Nothing({ filter, onFilter }: Pick<Props, 'filter' | 'onFilter'>) {
  const say = useTexts(listTexts);
  const narrowed = setFacets(filter).some((facet) => facet !== 'mine');
  if (!narrowed) return <p className={styles.note}>{say('nothing')}</p>;
  return (
    <p className={styles.note}>
      {say('empty')}{' '}
      <button type="button" className="hs-link" onClick={() => onFilter(cleared(filter))}>
        {say('clear')}
      </button>
    </p>
  );
}

/** The first time, the shape of what comes; no shimmer, nothing that moves. */
function Outlines() {
  return (
    <ul className={styles.plainList} aria-hidden>
      {Array.from({ length: 8 }, (_, place) => (
        <li key={place} className={styles.outline} />
      ))}
    </ul>
  );
}

/** Asks for the next page shortly before its place comes into sight. */
function More({ onSeen, text }: { onSeen: () => void; text: string }) {
  const mark = useRef<HTMLParagraphElement>(null);
  const latest = useRef(onSeen);
  useEffect(() => {
    latest.current = onSeen;
  });
  useEffect(() => {
    const watcher = new IntersectionObserver(
      (entries) => entries.some((each) => each.isIntersecting) && latest.current(),
      {
        rootMargin: '600px',
      },
    );
    if (mark.current) watcher.observe(mark.current);
    return () => watcher.disconnect();
  }, []);
  return (
    <p ref={mark} className={styles.note}>
      {text}
    </p>
  );
}

/** New requests are counted and wait; changed ones are marked where they stand. Nothing moves. */
function useNews(rows: readonly WorkListRow[]) {
  const queries = useQueryClient();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const recount = useDebouncedCallback(() => void queries.invalidateQueries({ queryKey: caseKeys.counts }), 1000);
  useLive(({ fact, request }) => {
    recount();
    void queries.invalidateQueries({ queryKey: caseKeys.page(request) });
    if (rows.some(({ id }) => id === request)) setChanged((before) => new Set(before).add(request));
    else if (fact === 'request-recorded' || fact === 'request-assigned')
      setFresh((before) => new Set(before).add(request));
  });
  const showFresh = () => {
    setFresh(new Set());
    setChanged(new Set());
    void queries.resetQueries({ queryKey: caseKeys.lists });
  };
  return { fresh: fresh.size, changed, showFresh };
}

interface RowKeys {
  rows: readonly WorkListRow[];
  openId: string | null;
  onOpen: (id: string) => void;
  listRef: React.RefObject<HTMLDivElement | null>;
}

/** J and K walk the rows; with a request open beside the list they open the next one, so reading needs one key. */
function useRowKeys({ rows, openId, onOpen, listRef }: RowKeys): void {
  const say = useTexts(workTexts);
  const queries = useQueryClient();
  const { density } = useSettings();
  const walk = (by: number) => {
    const focused = (document.activeElement as HTMLElement | null)?.dataset.request ?? openId;
    const from = rows.findIndex(({ id }) => id === focused);
    const next = rows[Math.min(rows.length - 1, Math.max(0, from + by))];
    if (!next) return;
    listRef.current?.querySelector<HTMLElement>(`[data-request="${next.id}"]`)?.focus();
    void queries.prefetchQuery(pageQuery(next.id));
    if (openId !== null) onOpen(next.id);
  };
  useShortcut('J', say('next'), () => walk(1));
  useShortcut('K', say('previous'), () => walk(-1));
  useShortcut('ArrowDown', say('next'), () => walk(1), { when: openId === null });
  useShortcut('ArrowUp', say('previous'), () => walk(-1), { when: openId === null });
  const before = useRef(openId);
  useEffect(() => {
    const here = openId ?? before.current;
    before.current = openId;
    if (here === null) return;
    const row = listRef.current?.querySelector<HTMLElement>(`[data-request="${here}"]`);
    // Back from a request: to its row, wherever the list has it now.
    if (openId === null) row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }, [openId, density, listRef]);
}
