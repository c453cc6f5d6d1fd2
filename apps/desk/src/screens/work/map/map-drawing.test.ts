import { describe, expect, it } from 'vitest';
import { labelsOf } from './map-labels.ts';
import { viewOf } from './map-frame.ts';
import { shadingOf } from './shading.ts';
import { viewAfter } from './use-hand.ts';

describe('what is drawn on the map', () => {
  it('prints no name over another, and none that is cut off', () => {
    const at = (id: number, x: number, y: number) => ({ id, lines: ['Ihlamurkuyu'], at: { x, y } });
    const printed = labelsOf([at(1, 200, 100), at(2, 230, 104), at(3, 200, 150), at(4, 10, 200)], { width: 400, height: 300 }); // prettier-ignore
    expect(printed.map(({ id }) => id)).toEqual([1, 3]);
  });

  it('prints the number alone where the name does not fit beside another', () => {
    const at = (id: number, x: number) => ({ id, lines: ['Ihlamurkuyu', '7'], at: { x, y: 100 } });
    const printed = labelsOf([at(1, 200), at(2, 255)], { width: 400, height: 300 });
    expect(printed.map(({ lines }) => lines)).toEqual([['Ihlamurkuyu', '7'], ['7']]);
  });

  it('shades in classes with limits that can be read, and counts what nobody placed for no class', () => {
    const shading = shadingOf([{ id: 1, many: 48 }, { id: 2, many: 3 }, { id: null, many: 900 }]); // prettier-ignore
    expect(shading.classes.at(-1)!.below).toBeLessThan(100);
    expect([shading.classOf(1), shading.classOf(2), shading.classOf(3)]).toEqual([5, 1, 1]);
    expect([shading.many(1), shading.many(3)]).toEqual([48, 0]);
  });
});

describe('the keys of the map', () => {
  const size = { width: 800, height: 500 };
  const view = viewOf({ west: 29, south: 41, east: 29.2, north: 41.1 }, size);

  it('push it the way they point, and bring it nearer', () => {
    expect(viewAfter('ArrowRight', view, size)!.longitude).toBeGreaterThan(view.longitude);
    expect(viewAfter('ArrowUp', view, size)!.latitude).toBeGreaterThan(view.latitude);
    expect(viewAfter('+', view, size)!.zoom).toBeCloseTo(view.zoom + 1);
    expect(viewAfter('-', view, size)!.zoom).toBeCloseTo(view.zoom - 1);
    expect(viewAfter('x', view, size)).toBeUndefined();
  });
});
