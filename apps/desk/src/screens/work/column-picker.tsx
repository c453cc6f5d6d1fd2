/** Which columns the rows show and in which order. Each change takes effect as it is made; a saved view keeps them. */
import { useTexts } from '../../kit/texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { columnTexts } from './column-texts.ts';
import styles from './column-picker.module.css';
import { LIST_COLUMNS, MOST_COLUMNS, columnsText, headOf, moved } from './list-columns.ts';
import type { ListColumn } from './list-columns.ts';

interface Props {
  columns: readonly ListColumn[];
  onColumns: (written: string) => void;
}

export function ColumnPicker({ columns, onColumns }: Props) {
  const say = useTexts(columnTexts);
  const { language } = useSettings();
  const set = (next: readonly ListColumn[]) => onColumns(columnsText(next));
  const name = (column: ListColumn) => headOf(column)[language];
  const rest = LIST_COLUMNS.filter((column) => !columns.includes(column));
  const isFull = columns.length >= MOST_COLUMNS;
  return (
    <div className={styles.picker}>
      <p className="hs-meta">{say('what')}</p>
      <ol className={styles.chosen} aria-label={say('chosen')}>
        {columns.map((column, place) => (
          <Chosen
            key={column}
            name={name(column)}
            isFirst={place === 0}
            isLast={place === columns.length - 1}
            onMove={(by) => set(moved(columns, column, by))}
            onTake={() => set(columns.filter((each) => each !== column))}
          />
        ))}
      </ol>
      {columns.length === 0 && <p>{say('none')}</p>}
      <fieldset className={styles.rest} disabled={isFull}>
        <legend>{say('add')}</legend>
        {isFull && <p className="hs-meta">{say('full', { n: MOST_COLUMNS })}</p>}
        {rest.map((column, place) => (
          <button
            key={column}
            type="button"
            className={styles.add}
            data-autofocus={(columns.length === 0 && place === 0) || undefined}
            onClick={() => set([...columns, column])}
          >
            + {name(column)}
          </button>
        ))}
      </fieldset>
      {columns.length > 0 && (
        <button type="button" className="hs-link" onClick={() => set([])}>
          {say('usual')}
        </button>
      )}
    </div>
  );
}

interface ChosenProps {
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
  onTake: () => void;
}

/** The row keeps its key while it moves, so the focus stays on the button that moved it. */
function Chosen({ name, isFirst, isLast, onMove, onTake }: ChosenProps) {
  const say = useTexts(columnTexts);
  return (
    <li className={styles.column}>
      <span>{name}</span>
      <button
        type="button"
        aria-label={say('up', { name })}
        aria-disabled={isFirst}
        onClick={() => !isFirst && onMove(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        aria-label={say('down', { name })}
        aria-disabled={isLast}
        onClick={() => !isLast && onMove(1)}
      >
        ↓
      </button>
      <button type="button" aria-label={say('take', { name })} onClick={onTake}>
        ×
      </button>
    </li>
  );
}
