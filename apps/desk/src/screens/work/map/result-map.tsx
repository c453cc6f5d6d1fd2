/** The list as a map: the same filter, the same address. What the picture holds is what the list beside it shows, so nobody needs the map to reach a request. */
import { SegmentedControl } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import type { MapAnswer } from '../../../../../../contract/finding.ts';
import { formatCount } from '../../../../../../text/format.ts';
import { useRefusalText } from '../../../kit/refusal-texts.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import { codesOf, withFacet, without } from '../list-filter.ts';
import type { ListFilter } from '../list-filter.ts';
import { MapTable } from './map-beside.tsx';
import type { Box } from './map-frame.ts';
import { boxAround } from './map-frame.ts';
import { MapPicture } from './map-picture.tsx';
import { mapTexts } from './map-texts.ts';
import { usePointed } from './use-pointed.ts';
import { useResultMap, useShapes } from './use-result-map.ts';
import type { Shape } from './use-result-map.ts';
import { useView } from './use-view.ts';
import styles from './map.module.css';

interface Props {
  filter: ListFilter;
  onFilter: (next: ListFilter) => void;
  onOpen: (id: string) => void;
}

export function ResultMap({ filter, onFilter, onOpen }: Props) {
  const say = useTexts(mapTexts);
  const refusalText = useRefusalText();
  const { ref, ...size } = useElementSize<HTMLDivElement>();
  const shapes = useShapes();
  const whole = useWhole(shapes, filter);
  // By its name and not by a box: what has no point lies in no box, and would be lost on the way.
  const goTo = (id: number) => onFilter(withFacet(without(filter, 'box'), 'neighbourhoods', String(id)));
  const view = useView({ box: filter.box, whole, size, onBox: (box) => onFilter(withFacet(filter, 'box', box)) });
  const map = useResultMap(filter, view.zoom);
  usePointed();
  const shapeOf = (id: number) => shapes?.find((shape) => shape.id === id);
  return (
    <section className={styles.map} aria-labelledby="result-map">
      <header className={styles.head}>
        <h2 id="result-map" className={styles.title}>
          {say('title')}
        </h2>
        <Layer filter={filter} onFilter={onFilter} />
        <button
          type="button"
          className={`hs-link ${styles.leave}`}
          onClick={() => onFilter(without(filter, 'show', 'box'))}
        >
          {say('leave')}
        </button>
        <div className={styles.says} role="status">
          {map.isError ? (
            <p className="hs-problem">
              {refusalText(map.error)}{' '}
              <button type="button" className="hs-link" onClick={() => void map.refetch()}>
                {say('again')}
              </button>
            </p>
          ) : (
            map.data && <Says answer={map.data} nameOf={(id) => shapeOf(id)?.name} {...{ filter, onFilter }} />
          )}
        </div>
      </header>
      <MapPicture
        {...{ filter, onFilter, onOpen, view, size, shapes: shapes ?? [] }}
        frame={ref}
        answer={map.data}
        busy={map.isFetching}
        onWhole={() => onFilter(without(filter, 'box'))}
      />
      <aside className={styles.beside}>
        {map.data && (
          <MapTable
            answer={map.data}
            nameOf={(id) => shapeOf(id)?.name ?? String(id)}
            goTo={goTo}
            {...(filter.neighbourhoods !== undefined && {
              onAll: () => onFilter(without(filter, 'neighbourhoods', 'box')),
            })}
          />
        )}
        {shapes !== undefined && <p className="hs-meta">{say(shapes.length === 0 ? 'noShapes' : 'schematic')}</p>}
      </aside>
    </section>
  );
}

/** The neighbourhoods the filter names, or the whole municipality; null where nobody has said where they are. */
function useWhole(shapes: readonly Shape[] | undefined, { neighbourhoods }: ListFilter): Box | null {
  return useMemo(() => {
    const { none, codes } = codesOf(neighbourhoods);
    const named = none ? [] : (shapes ?? []).filter(({ id }) => codes.includes(String(id)));
    return boxAround((named.length > 0 ? named : (shapes ?? [])).flatMap(({ ring }) => ring));
  }, [shapes, neighbourhoods]);
}

function Layer({ filter, onFilter }: Pick<Props, 'filter' | 'onFilter'>) {
  const say = useTexts(mapTexts);
  return (
    <SegmentedControl
      size="xs"
      aria-label={say('layer')}
      value={filter.show === 'shade' ? 'shade' : 'map'}
      data={(['map', 'shade'] as const).map((value) => ({ value, label: say(`layer.${value}`) }))}
      onChange={(value) => onFilter(withFacet(filter, 'show', value))}
    />
  );
}

/** The finding as a sentence, and what the picture leaves out. */
function Says({
  answer,
  nameOf,
  ...list
}: { answer: MapAnswer; nameOf: (id: number) => string | undefined } & Pick<Props, 'filter' | 'onFilter'>) {
  const say = useTexts(mapTexts);
  const { language } = useSettings();
  const n = (count: number) => formatCount(count, language);
  if (answer.total === 0)
    return (
      <>
        <p>{say(list.filter.box === undefined ? 'empty' : 'empty.here')}</p>
        <WithoutPoint many={answer.withoutPoint} {...list} />
      </>
    );
  const most = answer.neighbourhoods.toSorted((left, right) => right.many - left.many).find(({ id }) => id !== null);
  const name = most && most.id !== null ? nameOf(most.id) : undefined;
  return (
    <>
      <p>
        {name === undefined || answer.neighbourhoods.length < 2
          ? say('count', { n: n(answer.total) })
          : say('most', { n: n(answer.total), name, many: n(most!.many) })}
      </p>
      {answer.more && <p className="hs-meta">{say('newest', { n: n(answer.total) })}</p>}
      <WithoutPoint many={answer.withoutPoint} {...list} />
    </>
  );
}

/** What no picture can hold, and the way to it. */
function WithoutPoint({ many, filter, onFilter }: { many: number } & Pick<Props, 'filter' | 'onFilter'>) {
  const say = useTexts(mapTexts);
  const { language } = useSettings();
  if (many === 0) return null;
  const has = [...codesOf(filter.has).codes.filter((flag) => flag !== 'no-point'), 'no-point'];
  return (
    <p className="hs-meta">
      {say('withoutPoint', { n: formatCount(many, language) })}{' '}
      <button
        type="button"
        className="hs-link"
        onClick={() => onFilter(withFacet(without(filter, 'show', 'box', 'area'), 'has', has.join(',')))}
      >
        {say('withoutPoint.list')}
      </button>
    </p>
  );
}
