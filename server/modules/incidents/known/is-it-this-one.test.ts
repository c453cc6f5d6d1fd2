import { expect, test } from 'vitest';
import type { Reporting } from './is-it-this-one.ts';
import { fitOf } from './is-it-this-one.ts';
import type { Extent } from './known-problem.ts';

const NOWHERE: Reporting = { topicCode: null, neighbourhoodId: null, latitude: null, longitude: null, areas: [] };
const HERE = { latitude: 41.02, longitude: 29.1 };
const EVERYWHERE: Extent = { neighbourhoods: [], areas: [], point: null };
const IN_TWO: Extent = { neighbourhoods: [3, 4], areas: [], point: null };
const IN_AREA: Extent = { neighbourhoods: [], areas: ['SAHIL'], point: null };
const AT_POINT: Extent = { neighbourhoods: [], areas: [], point: { ...HERE, metres: 300 } };
const BOTH: Extent = { ...AT_POINT, neighbourhoods: [3] };

/** What is known · what is being reported · the answer · said in words. */
const CASES: [Extent, Partial<Reporting>, string, string][] = [
  [IN_TWO, { topicCode: 'YOL-02', neighbourhoodId: 3 }, 'same', 'same topic, a neighbourhood of it'],
  [IN_TWO, { topicCode: 'YOL-02', neighbourhoodId: 5 }, 'no', 'same topic, another neighbourhood'],
  [IN_TWO, { topicCode: 'YOL-02' }, 'maybe', 'same topic, not said where'],
  [IN_TWO, { topicCode: 'YOL-04', neighbourhoodId: 3 }, 'maybe', 'kindred topic, a neighbourhood of it'],
  [IN_TWO, { topicCode: 'YOL-04' }, 'no', 'kindred topic, not said where'],
  [IN_TWO, { topicCode: 'TEM-01', neighbourhoodId: 3 }, 'no', 'another matter in the same street'],
  [IN_TWO, { neighbourhoodId: 4 }, 'maybe', 'only where'],
  [IN_TWO, {}, 'no', 'nothing said yet'],
  [EVERYWHERE, {}, 'maybe', 'a storm over everything, nothing said yet'],
  [EVERYWHERE, { topicCode: 'YOL-02' }, 'same', 'a storm over everything'],
  [EVERYWHERE, { topicCode: 'TEM-01' }, 'no', 'another matter during a storm'],
  [IN_AREA, { topicCode: 'YOL-02', neighbourhoodId: 9, areas: ['SAHIL'] }, 'same', 'inside the area drawn'],
  [IN_AREA, { topicCode: 'YOL-02', neighbourhoodId: 9 }, 'no', 'outside the area drawn'],
  [AT_POINT, { topicCode: 'YOL-02', ...HERE }, 'same', 'at the point'],
  [AT_POINT, { topicCode: 'YOL-02', latitude: 41.03, longitude: 29.1 }, 'no', 'a kilometre from the point'],
  [AT_POINT, { topicCode: 'YOL-02', neighbourhoodId: 3 }, 'maybe', 'a neighbourhood that may hold the point'],
  [BOTH, { topicCode: 'YOL-02', neighbourhoodId: 3, latitude: 41.03, longitude: 29.1 }, 'same', 'far, but in the list'],
  [BOTH, { topicCode: 'YOL-02', neighbourhoodId: 5 }, 'no', 'neither in the list nor at the point'],
];

test.each(CASES)('%#: %3$s', (extent, said, answer) => {
  expect(fitOf({ topicCode: 'YOL-02', ...extent }, { ...NOWHERE, ...said })).toBe(answer);
});
