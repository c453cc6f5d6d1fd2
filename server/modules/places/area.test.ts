import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInside, ringsOf } from '../../../ui/shape.ts';
import { areaFinder, faultsInArea } from './area.ts';
import type { Area, Neighbourhood, Shape } from './neighbourhood.ts';

const square = (west: number, south: number, size: number): number[][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const polygon = (...rings: number[][][]): Shape => ({ type: 'Polygon', coordinates: rings });
const area = (change: Partial<Area> = {}): Area => ({
  code: 'SANAYI',
  name: { tr: 'Sanayi', en: 'Industry' },
  neighbourhoods: [],
  shape: null,
  active: true,
  version: 1,
  ...change,
});
const at = (longitude: number, latitude: number) => ({ longitude, latitude });

describe('inside a shape', () => {
  const withHole = polygon(square(29, 41, 0.4), square(29.1, 41.1, 0.2));
  const two: Shape = { type: 'MultiPolygon', coordinates: [[square(29, 41, 0.1)], [square(30, 41, 0.1)]] };
  const arrow = polygon([[29, 41], [29.2, 41.2], [29.4, 41], [29.2, 41.4], [29, 41]]); // prettier-ignore
  test.each([
    ['in the ring', withHole, at(29.05, 41.05), true],
    ['in the hole', withHole, at(29.2, 41.2), false],
    ['outside', withHole, at(29.5, 41.05), false],
    ['in the second part', two, at(30.05, 41.05), true],
    ['between the parts', two, at(29.5, 41.05), false],
    ['under the notch of an arrow', arrow, at(29.2, 41.1), false],
    ['above the notch', arrow, at(29.2, 41.3), true],
  ])('%s', (_name, shape, point, expected) => expect(isInside(ringsOf(shape), point)).toBe(expected));

  test('a point belongs to exactly one of two squares that share a side, also on the side', () => {
    const [left, right] = [polygon(square(29, 41, 0.5)), polygon(square(29.5, 41, 0.5))];
    const inside = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 49 }));
    fc.assert(
      fc.property(inside, ([east, north]) => {
        const point = at(29 + east / 100, 41 + north / 100);
        expect(Number(isInside(ringsOf(left), point)) + Number(isInside(ringsOf(right), point))).toBe(1);
      }),
    );
  });
});

test('a place lies in an area by its neighbourhood or by its point, and in several at once', () => {
  const find = areaFinder([
    area({ code: 'MERKEZ', neighbourhoods: [3, 4] }),
    area({ code: 'DERE', shape: polygon(square(29, 41, 0.2)) }),
    area({ code: 'IKISI', neighbourhoods: [9], shape: polygon(square(29, 41, 0.2)) }),
  ]);
  const nowhere = { neighbourhoodId: null, latitude: null, longitude: null };
  expect(find(nowhere)).toEqual([]);
  expect(find({ ...nowhere, neighbourhoodId: 3 })).toEqual(['MERKEZ']);
  expect(find({ neighbourhoodId: 4, ...at(29.1, 41.1) })).toEqual(['MERKEZ', 'DERE', 'IKISI']);
  expect(find({ neighbourhoodId: 9, latitude: null, longitude: null })).toEqual(['IKISI']);
});

describe('what is wrong with an area', () => {
  const neighbourhoods = [{ id: 1, active: true }, { id: 2, active: false }] as Neighbourhood[]; // prettier-ignore
  test.each<[string, Partial<Area>, string[]]>([
    ['nothing', { neighbourhoods: [1] }, []],
    ['it is nowhere', {}, ['empty']],
    ['a closed one may be nowhere', { active: false }, []],
    ['a neighbourhood that is not there', { neighbourhoods: [7] }, ['unknown']],
    ['a closed neighbourhood', { neighbourhoods: [2] }, ['not-active']],
    ['a closed one may hold it', { neighbourhoods: [2], active: false }, []],
    ['latitude before longitude', { shape: polygon(square(41, 29, 0.1)) }, ['swapped']],
    ['another country', { shape: polygon(square(2.3, 48.8, 0.1)) }, ['far-away']],
    ['a ring that does not close', { shape: polygon(square(29, 41, 0.1).slice(0, 4)) }, ['ring-open']],
    ['a line', { shape: polygon([[29, 41], [29.1, 41.1], [29.2, 41.2], [29, 41]]) }, ['ring-flat']], // prettier-ignore
  ])('%s', (_name, change, problems) =>
    expect(faultsInArea(area(change), neighbourhoods).map(({ problem }) => problem)).toEqual(problems),
  );
});
