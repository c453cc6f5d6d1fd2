import { Menu } from '@mantine/core';
import type { WorkListCounts } from '../../../../../contract/finding.ts';
import { formatCount } from '../../../../../text/format.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { FilterChips } from './filter-chips.tsx';
import { cleared, sortsOf, withFacet } from './list-filter.ts';
import type { ListFilter } from './list-filter.ts';
import { listTexts } from './list-texts.ts';
import { ListTools } from './list-tools.tsx';
import { ViewMenu } from './view-menu.tsx';
import styles from './work.module.css';

interface Props {
  filter: ListFilter;
  counts: WorkListCounts | undefined;
  onFilter: (next: ListFilter) => void;
  /** A request beside the list is what the page is about then; a page has one first heading. */
  beside: boolean;
}

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
        <CountButton label={say('open')} count={counts?.open} on={false} onClick={() => onFilter(cleared(filter))} />
      </div>
      <FilterChips {...{ filter, onFilter }} />
      <ListTools {...{ filter, onFilter }} />
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
  const { now, usual, offered } = sortsOf(filter);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={styles.menuButton}>
          {say('sort')}: {say(`sort.${now}`)} ▾
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map((each) => (
          <Menu.Item key={each} onClick={() => onFilter(withFacet(filter, 'sort', each === usual ? '' : each))}>
            {say(`sort.${each}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
