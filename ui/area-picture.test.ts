import { expect, test } from 'vitest';
import { areaPicture } from './area-picture.ts';

const square = [[29, 41], [29.1, 41], [29.1, 41.1], [29, 41.1], [29, 41]]; // prettier-ignore
const middles = [
  { name: 'Site', latitude: 41.05, longitude: 29.05, inside: true },
  { name: '<Uzak>', latitude: 41.05, longitude: 29.3, inside: false },
];

test('draws the shape to scale, with north above and every middle on the sheet', () => {
  const svg = areaPicture({ id: 'alan', title: 'Sahil', rings: [square], middles, language: 'tr' });
  const corners = [...svg.match(/d="M([^"]+)Z"/)![1]!.matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  const [southWest, southEast, northEast] = corners as [number, number][];
  expect(southWest![1]).toBeGreaterThan(northEast![1]!);
  const [width, height] = [southEast![0]! - southWest![0]!, southWest![1]! - northEast![1]!];
  expect(width / height).toBeCloseTo(Math.cos((41.05 * Math.PI) / 180), 2);
  for (const [, x, y] of svg.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)) {
    expect(Number(x)).toBeLessThanOrEqual(480);
    expect(Number(y)).toBeLessThanOrEqual(320);
  }
}); // prettier-ignore

test('says in words what lies inside, names only that, and lets no markup through', () => {
  const svg = areaPicture({ id: 'alan', title: 'Sahil', rings: [square], middles, language: 'tr' });
  expect(svg).toContain('Ortası içinde kalan mahalleler: Site');
  expect(svg).not.toContain('Uzak');
  const none = areaPicture({ id: 'a', title: 'T', rings: [square], middles: [{ ...middles[1]!, inside: true }], language: 'en' });
  expect(none).toContain('&lt;Uzak');
  expect(areaPicture({ id: 'a', title: 'T', rings: [], middles: [], language: 'en' })).toContain('No neighbourhood');
}); // prettier-ignore
