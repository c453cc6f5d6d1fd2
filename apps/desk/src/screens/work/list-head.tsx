import { Menu, Popover, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkListCounts } from '../../../../../contract/finding.ts';
import { formatCount } from '../../../../../text/format.ts';
import { useViews } from '../../case/case-data.ts';
import { api, queryText } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { FilterChips } from './filter-chips.tsx';
import { filterFrom, queryOf, sameFilter, withFacet } from './list-filter.ts';
import type { ListFilter } from './list-filter.ts';
import { listTexts } from './list-texts.ts';
import styles from './work.module.css';

interface Props {
  filter: ListFilter;
  counts: WorkListCounts | undefined;
  onFilter: (next: ListFilter) => void;
  /** A request beside the list is what the page is about then; a page has one first heading. */
  beside: boolean;
}

const CONCLUDED: ListFilter = { states: 'concluded', sort: 'newest' };

/** What the list shows, in one line of words: view, counts that are filters, sort; below it the chips. */
export function ListHead({ filter, counts, onFilter, beside }: Props) {
  const say = useTexts(listTexts);
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        <ViewMenu {...{ filter, onFilter, beside }} />
        <SortMenu {...{ filter, onFilter }} />
      </div>
      <div className={styles.counts}>
        {(['overdue', 'today', 'week'] as const).map((due) => (
          <CountButton
            key={due}
            label={say(due)}
            count={counts?.[due]}
            on={filter.due === due}
            heavy={due === 'overdue'}
            onClick={() => onFilter(withFacet(filter, 'due', filter.due === due ? '' : due))}
          />
        ))}
        <CountButton
          label={say('waiting')}
          count={counts?.waiting}
          on={filter.states === 'waiting-for-citizen'}
          onClick={() =>
            onFilter(withFacet(filter, 'states', filter.states === 'waiting-for-citizen' ? '' : 'waiting-for-citizen'))
          }
        />
        <CountButton
          label={say('open')}
          count={counts?.open}
          on={false}
          onClick={() => onFilter({ sort: filter.sort })}
        />
      </div>
      <FilterChips {...{ filter, onFilter }} />
    </header>
  );
}

interface CountProps {
  label: string;
  count: number | undefined;
  on: boolean;
  heavy?: boolean;
  onClick: () => void;
}

function CountButton({ label, count, on, heavy = false, onClick }: CountProps) {
  const { language } = useSettings();
  return (
    <button
      type="button"
      className={styles.count}
      aria-pressed={on}
      data-heavy={(heavy && (count ?? 0) > 0) || undefined}
      onClick={onClick}
    >
      {label} <strong>{count === undefined ? '…' : formatCount(count, language)}</strong>
    </button>
  );
}

function SortMenu({ filter, onFilter }: Pick<Props, 'filter' | 'onFilter'>) {
  const say = useTexts(listTexts);
  const sort = filter.sort === 'newest' || filter.sort === 'oldest' ? filter.sort : 'due';
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={styles.menuButton}>
          {say('sort')}: {say(`sort.${sort}`)} ▾
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['due', 'newest', 'oldest'] as const).map((each) => (
          <Menu.Item key={each} onClick={() => onFilter(withFacet(filter, 'sort', each === 'due' ? '' : each))}>
            {say(`sort.${each}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function ViewMenu({ filter, onFilter, beside }: Omit<Props, 'counts'>) {
  const Title = beside ? 'h2' : 'h1';
  const say = useTexts(listTexts);
  const queries = useQueryClient();
  const views = useViews();
  const saved = views.data ?? [];
  const ready = [
    { name: say('view.all'), filter: {} },
    { name: say('view.mine'), filter: { mine: '1' } },
    { name: say('view.concluded'), filter: CONCLUDED },
    ...saved.map((view) => ({
      name: view.name,
      filter: filterFrom(Object.fromEntries(new URLSearchParams(view.query))),
    })),
  ];
  const here = ready.find((view) => sameFilter(view.filter, filter));
  const remove = useMutation({
    mutationFn: (id: string) => api.delete(`/api/v1/views/${id}`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['views'] }),
  });
  return (
    <div className={styles.views}>
      <Menu position="bottom-start">
        <Menu.Target>
          <button
            type="button"
            className={styles.viewButton}
            aria-label={`${say('views')}: ${here?.name ?? say('title')}`}
          >
            <Title className={styles.viewTitle}>{here?.name ?? say('title')} ▾</Title>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {ready.map((view) => (
            <Menu.Item key={view.name} onClick={() => onFilter(view.filter)}>
              {view.name}
            </Menu.Item>
          ))}
          {saved.length > 0 && <Menu.Divider />}
          {saved.map((view) => (
            <Menu.Item key={view.id} onClick={() => remove.mutate(view.id)}>
              <span className="hs-meta">{say('view.delete', { name: view.name })}</span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {here === undefined && <SaveView filter={filter} />}
    </div>
  );
}

function SaveView({ filter }: { filter: ListFilter }) {
  const say = useTexts(listTexts);
  const refusalText = useRefusalText();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [opened, setOpened] = useState(false);
  const save = useMutation({
    mutationFn: () => api.post('/api/v1/views', { name, query: queryText(queryOf(filter)).slice(1) }),
    onSuccess: () => {
      setOpened(false);
      setName('');
      return queries.invalidateQueries({ queryKey: ['views'] });
    },
  });
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus position="bottom-start">
      <Popover.Target>
        <button type="button" className="hs-link" onClick={() => setOpened(!opened)}>
          {say('view.save')}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate();
          }}
        >
          <TextInput
            label={say('view.name')}
            value={name}
            maxLength={60}
            data-autofocus
            error={save.isError ? refusalText(save.error) : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <button type="submit" className="hs-link">
            {say('view.save')}
          </button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
