import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { columnTexts } from './column-texts.ts';
import { headOf } from './list-columns.ts';
import type { ListColumn } from './list-columns.ts';
import styles from './work.module.css';

/** Over the columns where they stand side by side. For the eye: each cell says its own name to those who hear it. */
export function TableHead({ columns }: { columns: readonly ListColumn[] }) {
  const say = useTexts(columnTexts);
  const { language } = useSettings();
  if (columns.length === 0) return null;
  return (
    <div className={styles.tableHead} aria-hidden>
      <span>{say('words')}</span>
      {columns.map((column) => (
        <span key={column}>{headOf(column)[language]}</span>
      ))}
      <span>{say('clock')}</span>
    </div>
  );
}
