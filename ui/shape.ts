/** Whether a point lies inside a shape of the map. Pure; the same answer for the server that routes and the screen that draws. */
import type { Shape } from '../contract/places.ts';

export type Ring = readonly (readonly number[])[];

/** All rings of a shape; a hole is a ring inside a ring. */
export function ringsOf(shape: Shape): readonly Ring[] {
  return shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
}

/**
 * Inside an odd number of rings. Of two shapes that share a border each point of it belongs to one, so that neighbours do not both claim a
 * street's middle.
 */
export function isInside(
  rings: readonly Ring[],
  { longitude, latitude }: { longitude: number; latitude: number },
): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
      const [x1 = 0, y1 = 0] = ring[at]!;
      const [x2 = 0, y2 = 0] = ring[before]!;
      const crosses = y1 > latitude !== y2 > latitude && longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1;
      if (crosses) inside = !inside;
    }
  }
  return inside;
}
