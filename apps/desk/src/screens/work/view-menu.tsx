/** The views of the work list: ready ones, one's own, and those that were shared with one, each with how much it lists now. */
import { Menu } from '@mantine/core';
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkListCounts } from '../../../../../contract/finding.ts';
import type { SavedView } from '../../../../../contract/staff.ts';
import { formatCount } from '../../../../../text/format.ts';
import { caseKeys, useViews } from '../../case/case-data.ts';
import { api } from '../../kit/api.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { filterFrom, narrowingOf, sameFilter } from './list-filter.ts';
import type { ListFilter } from './list-filter.ts';
import { SaveView } from './save-view.tsx';
import { viewTexts } from './view-texts.ts';
import styles from './work.module.css';

interface Props {
  filter: ListFilter;
  onFilter: (next: ListFilter) => void;
  /** A request beside the list is what the page is about then; a page has one first heading. */
  beside: boolean;
}

interface Shown {
  key: string;
  name: string;
  filter: ListFilter;
  saved?: SavedView;
}

const CONCLUDED: ListFilter = { states: 'concluded', sort: 'newest' };

export function ViewMenu({ filter, onFilter, beside }: Props) {
  const Title = beside ? 'h2' : 'h1';
  const say = useTexts(viewTexts);
  const [opened, setOpened] = useState(false);
  const saved = (useViews().data ?? []).map(shownOf);
  const ready: Shown[] = [
    { key: 'all', name: say('all'), filter: {} },
    { key: 'mine', name: say('mine'), filter: { mine: '1' } },
    { key: 'concluded', name: say('concluded'), filter: CONCLUDED },
  ];
  const here = [...ready, ...saved].find((view) => sameFilter(view.filter, filter));
  const own = saved.filter((view) => view.saved?.by === null);
  const shared = saved.filter((view) => view.saved?.by !== null);
  const show = { opened, onShow: (view: Shown) => onFilter({ show: filter.show, ...view.filter }) };
  return (
    <div className={styles.views}>
      <Menu
        position="bottom-start"
        opened={opened}
        onChange={setOpened}
        width={320}
        withinPortal={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <button
            type="button"
            className={styles.viewButton}
            aria-label={`${say('views')}: ${here?.name ?? say('title')}`}
          >
            <Title className={styles.viewTitle}>{here?.name ?? say('title')} ▾</Title>
          </button>
        </Menu.Target>
        <Menu.Dropdown className={styles.viewList}>
          <Group views={ready} {...show} />
          <Group views={own} label={say('own')} {...show} />
          <Group views={shared} label={say('shared')} {...show} />
          <Removals views={saved} />
        </Menu.Dropdown>
      </Menu>
      {here === undefined && <SaveView filter={filter} />}
    </div>
  );
}

function shownOf(saved: SavedView): Shown {
  const filter = filterFrom(Object.fromEntries(new URLSearchParams(saved.query)));
  return { key: saved.id, name: saved.name, filter, saved };
}

interface GroupProps {
  views: readonly Shown[];
  label?: string;
  opened: boolean;
  onShow: (view: Shown) => void;
}

function Group({ views, label, opened, onShow }: GroupProps) {
  const counts = useListed(views, opened);
  if (views.length === 0) return null;
  return (
    <>
      {label !== undefined && <Menu.Label>{label}</Menu.Label>}
      {views.map((view, place) => (
        <Menu.Item key={view.key} onClick={() => onShow(view)} rightSection={counts[place]}>
          {view.name}
          <Whose view={view.saved} />
        </Menu.Item>
      ))}
    </>
  );
}

function Whose({ view }: { view: SavedView | undefined }) {
  const say = useTexts(viewTexts);
  if (!view || view.sharedWith === 'nobody') return null;
  const whom = say(`with.${view.sharedWith}`);
  return <span className={`hs-meta ${styles.viewWhose}`}>{view.by === null ? whom : `${view.by} · ${whom}`}</span>;
}

/** How much each lists, asked only while the menu is open; "1.000+" where counting ended. */
function useListed(views: readonly Shown[], enabled: boolean): string[] {
  const { language } = useSettings();
  const answers = useQueries({
    queries: views.map(({ filter }) => {
      const query = narrowingOf(filter);
      return {
        queryKey: [...caseKeys.counts, query],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          api.get<WorkListCounts>('/api/v1/requests/counts', query, signal),
        enabled,
      };
    }),
  });
  return answers.map(({ data }) =>
    data === undefined ? '' : `${formatCount(data.listed, language)}${data.bounded.includes('listed') ? '+' : ''}`,
  );
}

function Removals({ views }: { views: readonly Shown[] }) {
  const say = useTexts(viewTexts);
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: (id: string) => api.delete(`/api/v1/views/${id}`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['views'] }),
  });
  const removable = views.filter(({ saved }) => saved?.mayRemove);
  if (removable.length === 0) return null;
  return (
    <>
      <Menu.Divider />
      {removable.map(({ key, name }) => (
        <Menu.Item key={key} onClick={() => remove.mutate(key)}>
          <span className="hs-meta">{say('remove', { name })}</span>
        </Menu.Item>
      ))}
    </>
  );
}
