/** The way from the list to a file of it; the form behind it comes when it is wanted. */
import { lazy, Suspense, useState } from 'react';
import { reach, useMe } from '../../kit/session.ts';
import { useCommands } from '../../kit/commands.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import type { ListFilter } from './list-filter.ts';
import { workTexts } from './work-keys.ts';
import styles from './work.module.css';

const ExportPanel = lazy(async () => ({ default: (await import('./export-panel.tsx')).ExportPanel }));
const KEYS = 'L E';

export function ExportButton({ filter }: { filter: ListFilter }) {
  const me = useMe();
  return reach(me, 'list-export') === 'none' ? null : <Button filter={filter} />;
}

function Button({ filter }: { filter: ListFilter }) {
  const say = useTexts(workTexts);
  const [opened, setOpened] = useState(false);
  const open = () => setOpened(true);
  useShortcut(KEYS, say('export'), open, { when: !opened });
  useCommands([{ id: 'list-export', title: say('export'), words: 'csv xlsx excel indir', keys: KEYS, act: open }]);
  if (!opened)
    return (
      <button type="button" className={`${styles.menuButton} ${styles.exportButton}`} onClick={open}>
        {say('export')} <kbd className="hs-key">{KEYS}</kbd>
      </button>
    );
  return (
    <Suspense>
      <ExportPanel filter={filter} onClose={() => setOpened(false)} />
    </Suspense>
  );
}
