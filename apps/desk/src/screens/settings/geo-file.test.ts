import { expect, test } from 'vitest';
import { readGeoFile } from './geo-file.ts';

const square = [[29, 41], [29.1, 41], [29.1, 41.1], [29, 41.1], [29, 41]]; // prettier-ignore
const polygon = { type: 'Polygon', coordinates: [square] };
const read = (value: unknown) => readGeoFile(JSON.stringify(value));

test.each([
  ['a polygon', polygon, 'Polygon'],
  ['a feature', { type: 'Feature', properties: {}, geometry: polygon }, 'Polygon'],
  ['a collection of one', { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: polygon }] }, 'Polygon'],
  ['a collection of parts', { type: 'FeatureCollection', features: [{ geometry: polygon }, { geometry: polygon }] }, 'MultiPolygon'],
  ['a multipolygon', { type: 'MultiPolygon', coordinates: [[square], [square]] }, 'MultiPolygon'],
])('%s is read', (_name, value, type) => expect(read(value)).toMatchObject({ shape: { type } })); // prettier-ignore

test.each([
  ['a point', { type: 'Point', coordinates: [29, 41] }, 'no-shape'],
  ['a polygon of words', { type: 'Polygon', coordinates: [['a']] }, 'no-shape'],
  ['nothing', {}, 'no-shape'],
  ['too many corners', { type: 'Polygon', coordinates: [Array.from({ length: 6000 }, () => [29, 41])] }, 'too-big'],
])('%s is not', (_name, value, problem) => expect(read(value)).toEqual({ problem }));
test('what is no JSON says so', () => expect(readGeoFile('mahalle;sokak')).toEqual({ problem: 'not-json' }));
