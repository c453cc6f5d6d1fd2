import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neighbourhoodMap, placeAtPixel } from './neighbourhood-map.ts';
import { distanceMetres, nearestNeighbourhood, pointOf, spotOf, type PlacedNeighbourhood } from './place-grid.ts';

const load = (id: string): PlacedNeighbourhood[] => {
  const file = new URL(`../data/municipalities/${id}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { neighbourhoods: PlacedNeighbourhood[] }).neighbourhoods;
};
const municipalities: [string, PlacedNeighbourhood[]][] = ['umraniye', 'cigli'].map((id) => [id, load(id)]);

describe.each(municipalities)('the grid of %s', (_id, all) => {
  it('draws each centre in the middle of its own tile', () => {
    for (const { key, tile, centre } of all) {
      expect(nearestNeighbourhood(all, centre)?.key).toBe(key);
      const spot = spotOf(all, centre)!;
      expect(spot.col).toBeCloseTo(tile.col + 0.5, 9);
      expect(spot.row).toBeCloseTo(tile.row + 0.5, 9);
    }
  });

  it('leads from a spot to a point and back to the same spot', () => {
    const inTile = fc.record({
      at: fc.nat(all.length - 1),
      turn: fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
      far: fc.double({ min: 0, max: 0.44, noNaN: true }),
    });
    fc.assert(
      fc.property(inTile, ({ at, turn, far }) => {
        const { key, tile } = all[at]!;
        const spot = { col: tile.col + 0.5 + far * Math.cos(turn), row: tile.row + 0.5 + far * Math.sin(turn) };
        const place = pointOf(all, spot)!;
        expect(place.neighbourhood.key).toBe(key);
        const back = spotOf(all, place.point)!;
        expect(back.col).toBeCloseTo(spot.col, 6);
        expect(back.row).toBeCloseTo(spot.row, 6);
      }),
    );
  });

  it('never draws a point on the edge or outside a tile', () => {
    const near = fc.record({
      lat: fc.double({ min: 38.4, max: 41.1, noNaN: true }),
      lon: fc.double({ min: 26.9, max: 29.3, noNaN: true }),
    });
    fc.assert(
      fc.property(near, (point) => {
        const spot = spotOf(all, point);
        if (spot) expect(pointOf(all, spot)?.neighbourhood.key).toBe(nearestNeighbourhood(all, point)?.key);
      }),
    );
  });

  it('knows that Ankara lies outside', () => {
    expect(spotOf(all, { lat: 39.92, lon: 32.85 })).toBeNull();
    expect(pointOf(all, { col: 99, row: 99 })).toBeNull();
  });
});

it('measures a kilometre as a kilometre', () => {
  expect(distanceMetres({ lat: 41, lon: 29 }, { lat: 41 + 1 / 111.32, lon: 29 })).toBeCloseTo(1000, 0);
});

describe('neighbourhoodMap', () => {
  const all = municipalities[0]![1];
  const map = { id: 'where', neighbourhoods: all, language: 'tr' as const };
  const count = (svg: string, cssClass: string): number => svg.split(`class="${cssClass}"`).length - 1;

  it('fills the one neighbourhood and names it', () => {
    const svg = neighbourhoodMap({ ...map, selected: 'ihlamurkuyu' });
    expect(svg).toContain('viewBox="0 0 300 160"');
    expect([count(svg, 'chosen'), count(svg, 'tile'), count(svg, 'marker')]).toEqual([1, 36, 0]);
    expect(svg).toContain('>Ihlamurkuyu</text>');
    expect(svg).toContain('>Ihlamurkuyu</title>');
  });

  it('marks a point, and trusts the stated neighbourhood over the nearest centre', () => {
    const point = all.find(({ key }) => key === 'saray')!.centre;
    expect(neighbourhoodMap({ ...map, point })).toContain('Saray, işaretli nokta</title>');
    const stated = neighbourhoodMap({ ...map, point, selected: 'site' });
    expect(stated).toContain('Site, işaretli nokta</title>');
    expect(count(stated, 'marker')).toBe(1);
  });

  it('draws a place that nobody stated, and a point far away, without a marker', () => {
    expect(neighbourhoodMap(map)).toContain('Yer belirtilmemiş</title>');
    const far = neighbourhoodMap({ ...map, point: { lat: 0, lon: 0 } });
    expect([count(far, 'chosen'), count(far, 'marker')]).toEqual([0, 0]);
  });

  it.each(['small', 'large'] as const)('reads a click on the %s picture where it draws', (size) => {
    for (const { key, centre } of all) {
      const svg = neighbourhoodMap({ ...map, point: centre, size });
      const [x, y] = /class="marker" cx="([\d.]+)" cy="([\d.]+)"/.exec(svg)!.slice(1).map(Number) as [number, number];
      const place = placeAtPixel(all, { x, y }, size)!;
      expect(place.neighbourhood.key).toBe(key);
      expect(distanceMetres(place.point, centre)).toBeLessThan(1);
    }
    expect(placeAtPixel(all, { x: -5, y: -5 }, size)).toBeNull();
    expect(placeAtPixel(all, { x: Number.NaN, y: 0 }, size)).toBeNull();
  });

  it('escapes names', () => {
    const hostile = all.map((one) => ({ ...one, name: '<script>', shortName: '<script>' }));
    for (const size of ['small', 'large'] as const) {
      expect(neighbourhoodMap({ ...map, neighbourhoods: hostile, selected: 'saray', size })).not.toContain('<script');
    }
  });
});
