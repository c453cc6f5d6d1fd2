/** What lies on the map: shapes of neighbourhoods with their names, heaps with numbers, single requests as pins. For eye and hand; the list and the table beside say the same. */
import type { MapAnswer } from '../../../../../../contract/finding.ts';
import { formatCount } from '../../../../../../text/format.ts';
import { StateGlyph } from '../../../case/state-glyph.tsx';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import type { Place, Size, Spot, View } from './map-frame.ts';
import { spotOf } from './map-frame.ts';
import { mapTexts } from './map-texts.ts';
import { labelsOf } from './map-labels.ts';
import type { Shading } from './shading.ts';
import type { Shape } from './use-result-map.ts';
import styles from './map.module.css';

interface Framed {
  view: View;
  size: Size;
}

interface GroundProps extends Framed {
  shapes: readonly Shape[];
  /** Null: the shapes are ground only. */
  shading: Shading | null;
  area: readonly Place[];
  drawn: readonly Spot[];
}

export function Ground({ view, size, shapes, shading, area, drawn }: GroundProps) {
  const { language } = useSettings();
  const path = (ring: readonly Place[]) => outline(ring.map((corner) => spotOf(corner, view, size)));
  const named = labelsOf(
    shapes.map(({ id, shortName, middle }) => ({
      id,
      lines: [shortName, ...(shading ? [formatCount(shading.many(id), language)] : [])],
      at: shading ? spotOf(middle, view, size) : below(spotOf(middle, view, size)),
    })),
    size,
  );
  return (
    <svg className={styles.ground} width={size.width} height={size.height} aria-hidden focusable="false">
      {shapes.map(({ id, ring }) => (
        <path key={id} d={path(ring)} className={styles.shape} data-shade={shading?.classOf(id)} />
      ))}
      {named.map(({ id, lines, at }) => (
        <text key={id} x={at.x} y={at.y} className={styles.name} data-shade={shading?.classOf(id)}>
          {lines.map((line, place) => (
            <tspan key={place} x={at.x} dy={place === 0 ? 0 : '1.2em'}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
      {area.length > 0 && <path d={path(area)} className={styles.area} />}
      {drawn.length > 0 && <path d={outline(drawn)} className={styles.area} />}
    </svg>
  );
}

/** Where a pin in the middle does not cover it. */
const below = ({ x, y }: Spot): Spot => ({ x, y: y + BELOW_PIXELS });
const BELOW_PIXELS = 20;

const outline = (spots: readonly Spot[]): string =>
  spots.length === 0 ? '' : `M${spots.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;

interface MarksProps extends Framed {
  answer: Pick<MapAnswer, 'heaps' | 'pins'>;
  onHeap: (place: Place) => void;
  onPin: (id: string) => void;
}

export function Marks({ answer, view, size, onHeap, onPin }: MarksProps) {
  const say = useTexts(mapTexts);
  const { language } = useSettings();
  const isSeen = ({ x, y }: Spot) => x >= 0 && y >= 0 && x <= size.width && y <= size.height;
  return (
    <div aria-hidden>
      {answer.heaps.map((heap) => {
        const spot = spotOf(heap, view, size);
        const [many, open] = [formatCount(heap.many, language), formatCount(heap.open, language)];
        return (
          isSeen(spot) && (
            <button
              key={`${heap.latitude} ${heap.longitude}`}
              type="button"
              tabIndex={-1}
              className={styles.heap}
              data-size={sizeOf(heap.many)}
              style={{ left: spot.x, top: spot.y }}
              title={say('heap', { many, open })}
              onClick={() => onHeap(heap)}
            >
              {many}
            </button>
          )
        );
      })}
      {answer.pins.map(({ id, state, outcome, text, ...place }) => {
        const spot = spotOf(place, view, size);
        return (
          isSeen(spot) && (
            <button
              key={id}
              type="button"
              tabIndex={-1}
              className={styles.pin}
              data-pin={id}
              style={{ left: spot.x, top: spot.y }}
              title={text}
              onClick={() => onPin(id)}
            >
              <StateGlyph state={state} outcome={outcome} />
            </button>
          )
        );
      })}
    </div>
  );
}

/** Told by size as well as by the number. */
function sizeOf(many: number): 'small' | 'middle' | 'large' {
  if (many < 10) return 'small';
  return many < 100 ? 'middle' : 'large';
}
