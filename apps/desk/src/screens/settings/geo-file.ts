/** Reads a GeoJSON file as municipal GIS programs write it, and says in a code what is wrong with it. Pure. */
import type { Shape } from '../../../../../contract/places.ts';

export type GeoProblem = 'not-json' | 'no-shape' | 'too-big';

const MOST_POINTS = 5_000;

/** Every polygon in the file, together: a collection of parts is one area. */
export function readGeoFile(text: string): { shape: Shape } | { problem: GeoProblem } {
  const parsed = parse(text);
  if (parsed === undefined) return { problem: 'not-json' };
  const polygons = polygonsIn(parsed);
  if (polygons.length === 0) return { problem: 'no-shape' };
  if (polygons.flat(2).length > MOST_POINTS) return { problem: 'too-big' };
  const [only] = polygons;
  return {
    shape:
      polygons.length === 1 ? { type: 'Polygon', coordinates: only! } : { type: 'MultiPolygon', coordinates: polygons },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

interface Geo {
  type?: unknown;
  coordinates?: unknown;
  geometry?: unknown;
  geometries?: unknown[];
  features?: unknown[];
}

function polygonsIn(value: unknown): number[][][][] {
  if (typeof value !== 'object' || value === null) return [];
  const { type, coordinates, geometry, geometries, features } = value as Geo;
  if (type === 'Polygon' && isDeep(coordinates, 3)) return [coordinates as number[][][]];
  if (type === 'MultiPolygon' && isDeep(coordinates, 4)) return coordinates as number[][][][];
  return [geometry, ...(geometries ?? []), ...(features ?? [])].flatMap(polygonsIn);
}

/** Lists in lists so many times, with numbers at the bottom. */
function isDeep(value: unknown, levels: number): boolean {
  if (levels === 0) return typeof value === 'number' && Number.isFinite(value);
  return Array.isArray(value) && value.length > 0 && value.every((inner) => isDeep(inner, levels - 1));
}
