import { expect, test } from 'vitest';
import type { PersonRecord } from './same-person.ts';
import { couldBeOneName, whySame } from './same-person.ts';

test.each([
  ['Ayşe Yılmaz', 'AYSE YILMAZ', true],
  ['Ayşe Yılmaz', 'A. Yılmaz', true],
  ['Ayşe Yılmaz', 'Yılmaz Ayşe', true],
  ['Ayşe Yılmaz', 'Ayşe Nur Yılmaz', true],
  ['Ayşe Yılmaz', 'Ayşe Yılmas', true],
  ['Ayşe Yılmaz', 'Mehmet Yılmaz', false],
  ['Ayşe Yılmaz', 'Ayşe Yıldız', false],
  ['Can Ak', 'Cem Ak', false],
  ['', 'Ayşe', false],
])('%s and %s could be one name: %s', (one, other, could) => {
  expect(couldBeOneName(one, other)).toBe(could);
  expect(couldBeOneName(other, one)).toBe(could);
});

const ayse: PersonRecord = {
  kind: 'person',
  name: 'Ayşe Yılmaz',
  phones: ['+905551'],
  emails: [],
  nationalIdIndex: null,
};

test('a shared number needs a name that fits, a fitting name needs something shared, and other identity numbers are others', () => {
  expect(whySame(ayse, { ...ayse, name: 'A. Yılmaz' })).toEqual(['phone']);
  expect(whySame(ayse, { ...ayse, name: 'Mehmet Yılmaz' })).toEqual([]);
  expect(whySame(ayse, { ...ayse, phones: ['+905552'] })).toEqual([]);
  expect(whySame({ ...ayse, nationalIdIndex: 'a' }, { ...ayse, phones: [], nationalIdIndex: 'a' })).toEqual([
    'national-id',
  ]);
  expect(whySame({ ...ayse, nationalIdIndex: 'a' }, { ...ayse, nationalIdIndex: 'b' })).toEqual([]);
  expect(whySame(ayse, { ...ayse, kind: 'organisation' })).toEqual([]);
});
