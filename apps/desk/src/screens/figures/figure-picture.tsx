import { useQuery } from '@tanstack/react-query';
import type { FigureTable } from '../../../../../contract/figures.ts';
import type { Neighbourhood } from '../../../../../contract/places.ts';
import { barChart } from '../../../../../ui/charts/bar.ts';
import { tileGrid } from '../../../../../ui/charts/tile-grid.ts';
import { api } from '../../kit/api.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { figuresTexts } from './figures-texts.ts';
import { findingOf, pictured, picturedRows } from './figure-words.ts';
import styles from './figures.module.css';

/** The picture of a table, from the same cells. Neighbourhoods stand on the municipality's tiles, with the sorted bars under them. */
export function FigurePicture({ table, title }: { table: FigureTable; title: string }) {
  if (table.key === 'neighbourhoods') return <Neighbourhoods table={table} title={title} />;
  return <Bars table={table} title={title} sorted={false} />;
}

function Bars({ table, title, sorted }: { table: FigureTable; title: string; sorted: boolean }) {
  const { language } = useSettings();
  const at = pictured(table);
  const accented = findingOf(table)?.row.key;
  const rows = picturedRows(table).map(({ key, label, cells }) => ({
    label: label[language],
    value: cells[at] ?? null,
    accent: key === accented,
  }));
  const bars = sorted ? rows.toSorted((left, right) => (right.value ?? 0) - (left.value ?? 0)) : rows;
  return <Picture svg={barChart({ id: `bars-${table.key}`, title, language, bars, width: 560 })} />;
}

function Neighbourhoods({ table, title }: { table: FigureTable; title: string }) {
  const say = useTexts(figuresTexts);
  const { language } = useSettings();
  const { data: places } = useQuery({
    queryKey: ['neighbourhoods'],
    queryFn: ({ signal }) => api.get<Neighbourhood[]>('/api/v1/neighbourhoods', {}, signal),
    staleTime: 5 * 60_000,
  });
  if (places === undefined) return null;
  const at = pictured(table);
  const known = new Map(places.map((place) => [place.name, place]));
  const tiles = table.rows
    .filter(({ kind }) => kind === 'item')
    .map(({ label, cells }) => tileOf(label.tr, cells[at] ?? 0, known.get(label.tr)));
  const unspecified = table.rows.find(({ kind }) => kind === 'unspecified')?.cells[at] ?? 0;
  return (
    <div className={styles.pictures}>
      <Picture svg={tileGrid({ id: 'tiles', title: `${say('tiles')}. ${title}`, language, tiles, unspecified })} />
      <details>
        <summary className="hs-meta">{say('bars')}</summary>
        <Bars table={table} title={title} sorted />
      </details>
    </div>
  );
}

function tileOf(name: string, value: number, place: Neighbourhood | undefined) {
  const { shortName = name.slice(0, 10), tileCol = null, tileRow = null } = place ?? {};
  return {
    name,
    shortName,
    value,
    ...(tileCol !== null && tileRow !== null && { place: { col: tileCol, row: tileRow } }),
  };
}

/** Our own pure functions make the markup and escape every word in it. */
function Picture({ svg }: { svg: string }) {
  return <figure className={styles.picture} dangerouslySetInnerHTML={{ __html: svg }} />;
}
