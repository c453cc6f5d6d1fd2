import { expect, it } from 'vitest';
import { changesBetween } from './changes.ts';

const topic = {
  name: { tr: 'Çukur', en: 'Pothole' },
  owners: ['district'],
  questions: [{ id: 'depth', required: false }],
  version: 3,
};

it('finds nothing between equals, and never the version itself', () => {
  expect(changesBetween(topic, { ...topic, version: 4 })).toEqual([]);
});

it('names what changed by its place, and members of a list by their id', () => {
  const after = { ...topic, name: { tr: 'Yol çukuru', en: 'Pothole' }, questions: [{ id: 'depth', required: true }] };
  expect(changesBetween(topic, after)).toEqual([
    { path: 'name.tr', before: 'Çukur', after: 'Yol çukuru' },
    { path: 'questions.depth.required', before: 'false', after: 'true' },
  ]);
});

it('shows what was added and what was taken away', () => {
  const after = { ...topic, owners: ['district', 'metropolitan'], questions: [] };
  expect(changesBetween(topic, after)).toEqual([
    { path: 'owners', before: 'district', after: 'district, metropolitan' },
    { path: 'questions.depth.required', before: 'false', after: '' },
    { path: 'questions.order', before: 'depth', after: '' },
  ]);
});

it('names a member without an id by what people call it, and its key not at all', () => {
  const water = { key: 'water', name: 'Su ve Kanalizasyon', shortName: '', phone: '185' };
  expect(changesBetween({ bodies: [water] }, { bodies: [{ ...water, phone: '186' }] })).toEqual([
    { path: 'bodies.Su ve Kanalizasyon.phone', before: '185', after: '186' },
  ]);
  expect(changesBetween({ bodies: [] }, { bodies: [{ ...water, shortName: 'İSKİ' }] }).map(({ path }) => path)).toEqual(
    ['bodies.İSKİ.name', 'bodies.İSKİ.shortName', 'bodies.İSKİ.phone', 'bodies.order'],
  );
});
