import type { Neighbourhood } from '../../../../../contract/places.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import styles from './places.module.css';

const texts = defineTexts(
  {
    pick: 'Boş bir kareye basın; klavyeyle sütun ve satır yazılabilir.',
    free: '{col}. sütun, {row}. satır, boş',
    taken: '{name}: {col}. sütun, {row}. satır',
  },
  {
    pick: 'Press an empty tile; by keyboard, type column and row.',
    free: 'column {col}, row {row}, free',
    taken: '{name}: column {col}, row {row}',
  },
);

interface Props {
  all: readonly Neighbourhood[];
  edited: Neighbourhood;
  onPick: (tile: { tileCol: number; tileRow: number }) => void;
}

/** The schematic map with its free tiles: where the neighbourhood stands, and where it could. */
export function NeighbourhoodTiles({ all, edited, onPick }: Props) {
  const say = useTexts(texts);
  const others = all.filter(({ id, tileCol }) => id !== edited.id && tileCol !== null);
  const cols = Math.max(3, ...others.map(({ tileCol }) => tileCol ?? 0), edited.tileCol ?? 0) + 1;
  const rows = Math.max(2, ...others.map(({ tileRow }) => tileRow ?? 0), edited.tileRow ?? 0) + 1;
  const tiles = Array.from({ length: cols * rows }, (_, at) => ({
    col: (at % cols) + 1,
    row: Math.floor(at / cols) + 1,
  }));
  return (
    <>
      <p className="hs-meta">{say('pick')}</p>
      <div className={styles.tiles} style={{ gridTemplateColumns: `repeat(${cols}, minmax(0, 1fr))` }}>
        {tiles.map(({ col, row }) => {
          const isOwn = edited.tileCol === col && edited.tileRow === row;
          const other = others.find(({ tileCol, tileRow }) => tileCol === col && tileRow === row);
          const name = isOwn ? edited.shortName || edited.name : other?.shortName;
          return (
            <button
              key={`${col} ${row}`}
              type="button"
              tabIndex={-1}
              className={styles.tile}
              data-own={isOwn || undefined}
              data-free={name === undefined || undefined}
              aria-disabled={other !== undefined}
              aria-label={name === undefined ? say('free', { col, row }) : say('taken', { name, col, row })}
              onClick={() => other === undefined && onPick({ tileCol: col, tileRow: row })}
            >
              {name}
            </button>
          );
        })}
      </div>
    </>
  );
}
