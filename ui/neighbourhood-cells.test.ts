import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neighbourhoodCells } from './neighbourhood-cells.ts';
import type { Cell } from './neighbourhood-cells.ts';
import { distanceMetres } from './place-grid.ts';
import type { Point } from './place-grid.ts';

const isInside = ({ ring }: Cell, { lat, lon }: Point): boolean =>
  ring.reduce((inside, corner, at) => {
    const before = ring.at(at - 1)!;
    if (corner.lat > lat === before.lat > lat) return inside;
    const cut = corner.lon + ((lat - corner.lat) / (before.lat - corner.lat)) * (before.lon - corner.lon);
    return lon < cut ? !inside : inside;
  }, false);

const point = fc.record({ lat: fc.double({ min: 41, max: 41.06, noNaN: true }), lon: fc.double({ min: 29.08, max: 29.18, noNaN: true }) }); // prettier-ignore

describe('the shapes of neighbourhoods', () => {
  it('hold what lies nearest to their middle, and their middle', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 20 }), fc.array(point, { minLength: 30, maxLength: 30 }), (centres, spots) => {
        const all = centres.map((centre, at) => ({ key: String(at), centre }));
        const cells = neighbourhoodCells(all);
        for (const cell of cells) expect(isInside(cell, cell.middle)).toBe(true);
        for (const spot of spots) {
          const holding = cells.filter((cell) => isInside(cell, spot));
          const nearest = Math.min(...cells.map(({ middle }) => distanceMetres(middle, spot)));
          for (const { middle } of holding) expect(distanceMetres(middle, spot)).toBeLessThan(nearest + 2);
        }
      }), // prettier-ignore
      { numRuns: 60 },
    );
  });

  it('end somewhere also at the edge of town, and where there is only one', () => {
    const [alone] = neighbourhoodCells([{ key: 'one', centre: { lat: 41, lon: 29 } }]);
    expect(alone!.ring).toHaveLength(24);
    for (const corner of alone!.ring) expect(distanceMetres(corner, alone!.middle)).toBeLessThan(6_000);
  });

  it('are given once where two middles lie on one spot', () => {
    const centre = { lat: 41, lon: 29 };
    expect(neighbourhoodCells([{ key: 'one', centre }, { key: 'two', centre }]).map(({ key }) => key)).toEqual(['one']); // prettier-ignore
  });
});
