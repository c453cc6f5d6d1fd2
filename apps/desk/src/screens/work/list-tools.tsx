/** What can be done with the list as it stands: seen on the map, shown in columns, taken as a file. What is behind each comes when it is wanted. */
import { Popover } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useCommands } from '../../kit/commands.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { ExportButton } from './export-button.tsx';
import { columnsOf } from './list-columns.ts';
import { withFacet, without } from './list-filter.ts';
import type { ListFilter } from './list-filter.ts';
import { listTexts } from './list-texts.ts';
import { workTexts } from './work-keys.ts';
import styles from './work.module.css';

const ColumnPicker = lazy(async () => ({ default: (await import('./column-picker.tsx')).ColumnPicker }));

interface Props {
  filter: ListFilter;
  onFilter: (next: ListFilter) => void;
}

export function ListTools({ filter, onFilter }: Props) {
  return (
    <div className={styles.tools}>
      <MapButton {...{ filter, onFilter }} />
      <ColumnsButton {...{ filter, onFilter }} />
      <ExportButton filter={filter} />
    </div>
  );
}

function MapButton({ filter, onFilter }: Props) {
  const say = useTexts(listTexts);
  const sayKeys = useTexts(workTexts);
  const isMap = filter.show !== undefined;
  const title = say(isMap ? 'map.leave' : 'map');
  // The picture that was looked at is a way to look, and goes with the map.
  const toggle = () => onFilter(isMap ? without(filter, 'show', 'box') : withFacet(filter, 'show', 'map'));
  useShortcut('G H', sayKeys('map'), toggle);
  useCommands([{ id: 'list-map', title, words: 'harita mahalle yogunluk map heat', keys: 'G H', act: toggle }]);
  return (
    <button type="button" className={styles.menuButton} aria-pressed={isMap} onClick={toggle}>
      {title} <kbd className="hs-key">G H</kbd>
    </button>
  );
}

function ColumnsButton({ filter, onFilter }: Props) {
  const say = useTexts(listTexts);
  const sayKeys = useTexts(workTexts);
  const [opened, setOpened] = useState(false);
  const open = () => setOpened(true);
  useShortcut('L S', sayKeys('columns'), open);
  useCommands([
    { id: 'list-columns', title: sayKeys('columns'), words: 'sutun kolon columns', keys: 'L S', act: open },
  ]);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={320}
      transitionProps={{ duration: 0 }}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button type="button" className={styles.menuButton} aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {say('columns')} <kbd className="hs-key">L S</kbd>
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.floating}>
        <Suspense>
          {opened && (
            <ColumnPicker
              columns={columnsOf(filter.columns)}
              onColumns={(written) => onFilter(withFacet(filter, 'columns', written))}
            />
          )}
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
