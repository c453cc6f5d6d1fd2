/**
 * Whether a place lies in an area, and what is wrong with an area before it is used. Pure.
 * An area is its neighbourhoods and the inside of its shape together: a request with a point may lie in it by the shape, one with only a
 * neighbourhood by the list.
 */
import type { Ring } from '../../../ui/shape.ts';
import { isInside, ringsOf } from '../../../ui/shape.ts';
import type { Area, Neighbourhood, Shape } from './neighbourhood.ts';

export interface Spot {
  neighbourhoodId: number | null;
  latitude: number | null;
  longitude: number | null;
}

export interface Point {
  latitude: number;
  longitude: number;
}

/** Codes of the areas a spot lies in, in the order of the areas given. Made once for many spots. */
export function areaFinder(areas: readonly Area[]): (spot: Spot) => string[] {
  const prepared = areas.map((area) => ({
    code: area.code,
    neighbourhoods: new Set(area.neighbourhoods),
    shape: area.shape && { rings: ringsOf(area.shape), box: boxOf(ringsOf(area.shape)) },
  }));
  return ({ neighbourhoodId, latitude, longitude }) =>
    prepared
      .filter(
        ({ neighbourhoods, shape }) =>
          (neighbourhoodId !== null && neighbourhoods.has(neighbourhoodId)) ||
          (shape !== null &&
            latitude !== null &&
            longitude !== null &&
            isWithin(shape.box, { latitude, longitude }) &&
            isInside(shape.rings, { latitude, longitude })),
      )
      .map(({ code }) => code);
}

interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

function boxOf(rings: readonly Ring[]): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [longitude = 0, latitude = 0] of rings.flat()) {
    box.west = Math.min(box.west, longitude);
    box.east = Math.max(box.east, longitude);
    box.south = Math.min(box.south, latitude);
    box.north = Math.max(box.north, latitude);
  }
  return box;
}

function isWithin(box: Box, { latitude, longitude }: Point): boolean {
  return latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east;
}

export type AreaProblem = 'empty' | 'unknown' | 'not-active' | 'ring-open' | 'ring-flat' | 'swapped' | 'far-away';

export interface AreaFault {
  where: string;
  problem: AreaProblem;
}

/** Longitudes and latitudes of Turkey; a file with the two exchanged lies somewhere near Ethiopia. */
const TURKEY: Box = { west: 25, south: 35, east: 46, north: 43 };

export function faultsInArea(area: Area, neighbourhoods: readonly Neighbourhood[]): AreaFault[] {
  const faults: AreaFault[] = [];
  // A closed one may hold what is closed itself.
  if (area.active && area.neighbourhoods.length === 0 && area.shape === null)
    faults.push({ where: 'neighbourhoods', problem: 'empty' });
  for (const id of area.neighbourhoods) {
    const found = neighbourhoods.find((each) => each.id === id);
    if (found === undefined) faults.push({ where: 'neighbourhoods', problem: 'unknown' });
    else if (area.active && !found.active) faults.push({ where: 'neighbourhoods', problem: 'not-active' });
  }
  return area.shape === null ? faults : [...faults, ...faultsInShape(area.shape)];
}

function faultsInShape(shape: Shape): AreaFault[] {
  const rings = ringsOf(shape);
  const positions = rings.flat();
  const lies = (at: (position: readonly number[]) => Point) => positions.every((each) => isWithin(TURKEY, at(each)));
  if (!lies(([longitude = 0, latitude = 0]) => ({ longitude, latitude }))) {
    const isSwapped = lies(([latitude = 0, longitude = 0]) => ({ longitude, latitude }));
    return [{ where: 'shape', problem: isSwapped ? 'swapped' : 'far-away' }];
  }
  return rings.flatMap((ring): AreaFault[] => {
    const [first, last] = [ring[0]!, ring.at(-1)!];
    if (first[0] !== last[0] || first[1] !== last[1]) return [{ where: 'shape', problem: 'ring-open' }];
    return isFlat(ring) ? [{ where: 'shape', problem: 'ring-flat' }] : [];
  });
}

/** A ring with no inside: fewer than three different corners, or all of them on one line. */
function isFlat(ring: Ring): boolean {
  let twice = 0;
  for (let at = 0; at < ring.length - 1; at++) {
    const [x1 = 0, y1 = 0] = ring[at]!;
    const [x2 = 0, y2 = 0] = ring[at + 1]!;
    twice += x1 * y2 - x2 * y1;
  }
  return Math.abs(twice) < 1e-12;
}
