/** The map in words and figures: how many lie where, most first. Each name leads the picture there, so whoever sees or points at nothing loses nothing. */
import type { MapAnswer } from '../../../../../../contract/finding.ts';
import { formatCount } from '../../../../../../text/format.ts';
import { compare } from '../../../../../../text/turkish.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import { mapTexts } from './map-texts.ts';
import type { Shading } from './shading.ts';
import styles from './map.module.css';

interface Props {
  answer: MapAnswer;
  nameOf: (id: number) => string;
  goTo: (id: number) => void;
  /** From some neighbourhoods back to all; undefined: all are shown. */
  onAll?: () => void;
}

export function MapTable({ answer, nameOf, goTo, onAll }: Props) {
  const say = useTexts(mapTexts);
  const rows = answer.neighbourhoods
    .map(({ id, many }) => ({ id, many, name: id === null ? say('unspecified') : nameOf(id) }))
    .sort((left, right) => right.many - left.many || compare(left.name, right.name));
  return (
    <>
      {onAll && (
        <button type="button" className="hs-link" onClick={onAll}>
          {say('allNeighbourhoods')}
        </button>
      )}
      {rows.length > 0 && <Rows {...{ answer, goTo }} rows={rows} />}
    </>
  );
}

interface RowsProps extends Pick<Props, 'answer' | 'goTo'> {
  rows: readonly { id: number | null; many: number; name: string }[];
}

function Rows({ answer, rows, goTo }: RowsProps) {
  const say = useTexts(mapTexts);
  const { language } = useSettings();
  return (
    <table className={styles.table}>
      <caption className="hs-unseen">{say('table')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('neighbourhood')}</th>
          <th scope="col">{say('many')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, many, name }) => (
          <tr key={id ?? 'none'}>
            <th scope="row">
              <Name name={name} onGo={id === null ? undefined : () => goTo(id)} />
            </th>
            <td>{formatCount(many, language)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say('total')}</th>
          <td>{formatCount(answer.total, language)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Name({ name, onGo }: { name: string; onGo: (() => void) | undefined }) {
  if (onGo === undefined) return name;
  return (
    <button type="button" className="hs-link" onClick={onGo}>
      {name}
    </button>
  );
}

export function Legend({ shading }: { shading: Shading }) {
  const say = useTexts(mapTexts);
  const { language } = useSettings();
  return (
    <ul className={styles.legend} aria-label={say('legend')}>
      {shading.classes.map(({ from, below }, place) => (
        <li key={from} data-shade={place + 1}>
          {below - from > 1
            ? `${formatCount(from, language)}–${formatCount(below - 1, language)}`
            : formatCount(from, language)}
        </li>
      ))}
    </ul>
  );
}
