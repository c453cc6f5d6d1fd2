import { expect, test } from 'vitest';
import type { Reported } from './how-alike.ts';
import { ELSEWISE, REACHES, isAlike, likeness, reachOf, usualReach } from './how-alike.ts';

const NOW = new Date('2026-02-16T09:00:00+03:00');
const HOLE: Reported = {
  topicCode: 'YOL-02',
  latitude: 41.02,
  longitude: 29.11,
  street: 'Petrol Yolu Caddesi',
  description: null,
  text: 'Yolda büyük bir çukur var, araba geçemiyor.',
  receivedAt: NOW,
};
const NOWHERE = { latitude: null, longitude: null };
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
/** North of the hole by so many metres. */
const north = (metres: number) => ({ latitude: 41.02 + metres / 111_195, longitude: 29.11 });

interface Vector {
  other: string;
  change: Partial<Reported>;
  /** What the first says otherwise. */
  own?: Partial<Reported>;
  alike: boolean;
}

const VECTORS: readonly Vector[] = [
  { other: 'the same spot, the same day', change: {}, alike: true },
  { other: 'forty metres off, two days ago', change: { ...north(40), receivedAt: ago(2) }, alike: true },
  {
    other: 'seventy metres off: along the street, and nothing else speaks for it',
    change: { ...north(70), text: 'Asfalt bozuk' },
    alike: false,
  },
  { other: 'out of reach, in the same words', change: north(90), alike: false },
  { other: 'the same spot, longer ago than a repair takes', change: { receivedAt: ago(61) }, alike: false },
  { other: 'a kindred topic at the same spot', change: { topicCode: 'YOL-01' }, alike: true },
  { other: 'a kindred topic fifty metres off', change: { topicCode: 'YOL-01', ...north(50) }, alike: false },
  { other: 'another group at the same spot', change: { topicCode: 'TEM-01' }, alike: false },
  { other: 'no topic', change: { topicCode: null }, alike: false },
  {
    other: 'no point, the same street written otherwise',
    change: { ...NOWHERE, street: 'PETROL YOLU CD.' },
    alike: true,
  },
  { other: 'no point, another street', change: { ...NOWHERE, street: 'Selvi Sokak' }, alike: false },
  { other: 'neither point nor street', change: { ...NOWHERE, street: null, text: 'Çukur' }, alike: false },
  {
    other: 'no street, the same landmark in other endings',
    change: { ...NOWHERE, street: null, description: 'Sağlık ocağının karşısı' },
    own: { description: 'sağlık ocağı karşısında', street: null },
    alike: true,
  },
  {
    other: 'words typed without Turkish letters',
    change: { ...north(55), text: 'yolda buyuk bir cukur var' },
    alike: true,
  },
  {
    other: 'rubbish of the week before last',
    change: { topicCode: 'TEM-01', receivedAt: ago(8) },
    own: { topicCode: 'TEM-01' },
    alike: false,
  },
];

test.each(VECTORS)('$other: alike is $alike', ({ change, own = {}, alike }) => {
  const other = { ...HOLE, ...change };
  expect(isAlike(likeness({ ...HOLE, ...own }, other, usualReach(other.topicCode ?? '')))).toBe(alike);
});

test('says why, and is the same from both sides', () => {
  const near = { ...HOLE, ...north(40), receivedAt: ago(2), topicCode: 'YOL-02' };
  const found = likeness(HOLE, near, usualReach('YOL-02'));
  expect(found).toMatchObject({ sameTopic: true, metres: 40, days: 2, sameStreet: true, words: 1 });
  expect(likeness(near, HOLE, usualReach('YOL-02'))).toEqual(found);
});

test('reaches as far as the topic says: its own word, else its family, and never where nobody may hear of it', () => {
  const topic = { code: 'YOL-02', restricted: false, identitySecret: false };
  const { metres, days } = REACHES.YOL!;
  expect(reachOf(topic)).toEqual({ metres, days });
  expect(reachOf({ ...topic, code: 'KUR-01' })).toEqual({ metres: ELSEWISE.metres, days: ELSEWISE.days });
  const own = { metres: 300, days: 5 };
  expect(reachOf({ ...topic, duplicates: own })).toEqual(own);
  expect(reachOf({ ...topic, duplicates: 'never' })).toBeNull();
  expect(reachOf({ ...topic, duplicates: own, restricted: true })).toBeNull();
  expect(reachOf({ ...topic, duplicates: own, identitySecret: true })).toBeNull();

  const far = { ...HOLE, ...north(150) };
  expect(likeness(HOLE, far, usualReach('YOL-02')).score).toBe(0);
  expect(isAlike(likeness(HOLE, far, own))).toBe(true);
  expect(likeness(HOLE, { ...far, receivedAt: ago(6) }, own).score).toBe(0);
});
