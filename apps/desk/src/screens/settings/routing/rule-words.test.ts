import { expect, test } from 'vitest';
import type { RuleNames } from './rule-words.ts';
import { matchedInWords, ruleInWords, targetInWords } from './rule-words.ts';

const names: RuleNames = {
  topic: (code) => ({ 'YOL-01': 'Çukur', 'TEM-01': 'Çöp toplama' })[code] ?? code,
  group: () => 'Yol',
  neighbourhood: () => 'Site',
  area: () => 'Sahil',
  directorate: () => 'Fen İşleri Müdürlüğü',
  unit: () => 'Yol Bakım Birimi',
  person: () => 'Fatih Deneme',
  question: () => 'Ne kadar derin?',
  answer: () => 'Derin',
  channel: (code) => code,
  kind: () => 'Şikâyet',
};
const to = { directorate: 'FEN', unit: 'FEN-YOL', person: null };

test.each([
  [{ topics: ['YOL-01'], road: ['metropolitan'] }, 'Konu Çukur ve yol büyükşehrin ise → Fen İşleri Müdürlüğü / Yol Bakım Birimi', 'Topic Çukur and on a metropolitan road → Fen İşleri Müdürlüğü / Yol Bakım Birimi'],
  [{ topics: ['TEM-01'], groups: ['YOL'], hours: 'outside-office' }, 'Konu Çöp toplama veya konu grubu “Yol” ve mesai dışında ise → Fen İşleri Müdürlüğü / Yol Bakım Birimi', 'Topic Çöp toplama or topic group “Yol” and outside office hours → Fen İşleri Müdürlüğü / Yol Bakım Birimi'],
  [{ neighbourhoods: [1], areas: ['SAHIL'] }, 'Yer Site veya Sahil bölgesi ise → Fen İşleri Müdürlüğü / Yol Bakım Birimi', 'In Site or the Sahil area → Fen İşleri Müdürlüğü / Yol Bakım Birimi'],
  [{ weekdays: [6, 7], danger: true }, 'Can tehlikesi var ve gün Cumartesi veya Pazar ise → Fen İşleri Müdürlüğü / Yol Bakım Birimi', 'Life in danger and on Saturday or Sunday → Fen İşleri Müdürlüğü / Yol Bakım Birimi'],
  [{ answers: [{ question: 'depth', values: ['deep'] }], words: ['çukur'] }, '“Ne kadar derin?” yanıt Derin ve sözcük “çukur” ise → Fen İşleri Müdürlüğü / Yol Bakım Birimi', '“Ne kadar derin?” answered Derin and says “çukur” → Fen İşleri Müdürlüğü / Yol Bakım Birimi'],
] as const)('%j reads as a sentence in both languages', (when, tr, en) => {
  expect(ruleInWords({ when: when as never, to }, names, 'tr')).toBe(tr);
  expect(ruleInWords({ when: when as never, to }, names, 'en')).toBe(en);
}); // prettier-ignore

test('a window open to one side, and a rule just begun', () => {
  const of = (dates: { from: string | null; to: string | null }) => ruleInWords({ when: { dates }, to }, names, 'tr');
  expect(of({ from: '2026-12-01', to: null })).toMatch(/^1 Ara.* 2026.* ve sonrası ise →/);
  expect(of({ from: null, to: '2026-12-01' })).toMatch(/ve öncesi ise →/);
  expect(ruleInWords({ when: {}, to: { directorate: '', unit: null, person: null } }, names, 'tr')).toBe(
    'Koşul yok ise → …',
  );
  expect(targetInWords(null, names, 'en')).toBe('The solution centre will look');
});

test('what matched is told as it was named then', () => {
  const told = matchedInWords(
    [
      { what: 'topic', value: 'YOL-01', name: { tr: 'Eski adıyla çukur', en: 'Pothole' } },
      { what: 'road', value: 'unknown', name: null },
      { what: 'area', value: 'SAHIL', name: { tr: 'Sahil', en: 'Shore' } },
      { what: 'weekday', value: '1', name: null },
      { what: 'danger', value: 'yes', name: null },
    ],
    names,
    'tr',
  );
  expect(told).toEqual([
    'konu Eski adıyla çukur (YOL-01)',
    'yolun kimin olduğu bilinmiyor',
    'yer Sahil bölgesi',
    'gün Pazartesi',
    'can tehlikesi var',
  ]);
});
