/** The picture itself with its few buttons; pushed, rolled and drawn on by hand, moved by keys while it has the focus. */
import { useRef, useState } from 'react';
import type { RefCallback } from 'react';
import type { MapAnswer } from '../../../../../../contract/finding.ts';
import { formatCount } from '../../../../../../text/format.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useShortcut } from '../../../kit/shortcuts.ts';
import { useTexts } from '../../../kit/texts.ts';
import { withFacet } from '../list-filter.ts';
import type { ListFilter } from '../list-filter.ts';
import work from '../work.module.css';
import { Legend } from './map-beside.tsx';
import { Ground, Marks } from './map-drawing.tsx';
import type { Place, Size } from './map-frame.ts';
import { areaFrom, areaText, boxText, isNearest, spotOf, zoomed } from './map-frame.ts';
import { mapTexts } from './map-texts.ts';
import { shadingOf } from './shading.ts';
import { useHand, viewAfter } from './use-hand.ts';
import type { Shape } from './use-result-map.ts';
import type { MovableView } from './use-view.ts';
import styles from './map.module.css';

interface Props {
  filter: ListFilter;
  onFilter: (next: ListFilter) => void;
  onOpen: (id: string) => void;
  view: MovableView;
  size: Size;
  shapes: readonly Shape[];
  frame: RefCallback<HTMLDivElement>;
  /** Undefined: the first one is on its way. */
  answer: MapAnswer | undefined;
  busy: boolean;
  onWhole: () => void;
}

/** A heap falls apart after so many steps nearer. */
const HEAP_STEPS = 2;
/** Around what does not fall apart even then, in degrees: about ten metres. */
const ONE_SPOT = 1e-4;

export function MapPicture({ filter, onFilter, onOpen, view, size, shapes, frame, answer, busy, onWhole }: Props) {
  const say = useTexts(mapTexts);
  const surface = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState(false);
  useShortcut('Escape', say('draw.stop'), () => setDrawing(false), { when: drawing });
  const drawn = (corners: Place[]) => {
    setDrawing(false);
    onFilter(withFacet(filter, 'area', areaText(corners)));
  };
  const hand = useHand({ ...view, size, whole: onWhole, onDrawn: drawing ? drawn : undefined }, surface);
  const here = view.view;
  const shading = filter.show === 'shade' && answer ? shadingOf(answer.neighbourhoods) : null;
  const openHeap = (place: Place) => {
    if (here === null) return;
    if (isNearest(here)) onFilter(withFacet(filter, 'box', boxText(around(place))));
    else view.move(zoomed({ ...here, ...place }, HEAP_STEPS, { at: spotOf(place, { ...here, ...place }, size), size }));
  };
  return (
    <div className={styles.picture}>
      <div className={work.progress} data-busy={busy || undefined} />
      <div
        ref={(element) => {
          surface.current = element;
          frame(element);
        }}
        className={styles.surface}
        data-drawing={drawing || undefined}
        role="group"
        tabIndex={0}
        aria-label={say('picture')}
        aria-describedby="map-keys"
        onPointerDown={hand.onPointerDown}
        onPointerMove={hand.onPointerMove}
        onPointerUp={hand.onPointerUp}
        onPointerCancel={hand.onPointerUp}
        onKeyDown={hand.onKeyDown}
      >
        {here && <Ground {...{ view: here, size, shapes, shading }} area={areaFrom(filter.area)} drawn={hand.drawn} />}
        {here && answer && filter.show !== 'shade' && (
          <Marks {...{ answer, size }} view={here} onHeap={openHeap} onPin={onOpen} />
        )}
        {answer && filter.show !== 'shade' && <Nothing answer={answer} />}
      </div>
      <div className={styles.tools}>
        <Tool label={say('nearer')} sign="+" onClick={() => here && view.move(viewAfter('+', here, size)!)} />
        <Tool label={say('further')} sign="−" onClick={() => here && view.move(viewAfter('-', here, size)!)} />
        <Tool label={say('whole')} sign="0" onClick={onWhole} />
        <button type="button" aria-pressed={drawing} onClick={() => setDrawing(!drawing)}>
          {say(drawing ? 'draw.stop' : 'draw')}
        </button>
      </div>
      {shading && <Legend shading={shading} />}
      <p id="map-keys" className={`${styles.keys} hs-meta`}>
        {say(drawing ? 'draw.how' : 'keys')}
      </p>
    </div>
  );
}

/** An empty picture says why it is empty. */
function Nothing({ answer: { heaps, pins, total, withoutPoint } }: { answer: MapAnswer }) {
  const say = useTexts(mapTexts);
  const { language } = useSettings();
  if (heaps.length + pins.length > 0) return null;
  // The sentence over the picture is told to whoever does not see it.
  return (
    <p className={styles.nothing} aria-hidden>
      {total > 0 ? say('withoutPoint.all', { n: formatCount(withoutPoint, language) }) : say('empty.here')}
    </p>
  );
}

function around({ latitude, longitude }: Place) {
  return {
    west: longitude - ONE_SPOT,
    east: longitude + ONE_SPOT,
    south: latitude - ONE_SPOT,
    north: latitude + ONE_SPOT,
  };
}

function Tool({ label, sign, onClick }: { label: string; sign: string; onClick: () => void }) {
  return (
    <button type="button" onClick={onClick}>
      {label} <kbd className="hs-key">{sign}</kbd>
    </button>
  );
}
