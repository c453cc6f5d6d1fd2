import { describe, expect, test } from 'vitest';
import type { Period } from '../calendar/door.ts';
import { businessCalendar, computeDue, instantAt, readHolidayFile } from '../calendar/door.ts';
import { explainDeadline, explanationAsText, periodInWords } from './explain.ts';
import type { ClockRule } from './which-clocks.ts';
import { clockRule, clocksFor, countsByLaw, statutoryClockKeys } from './which-clocks.ts';

const calendar = businessCalendar(await readHolidayFile());

function explain(rule: ClockRule, received: string, language: 'tr' | 'en' = 'tr') {
  const [day = '', time = '10:00'] = received.split(' ');
  const due = computeDue(calendar, { ...rule, receivedAt: instantAt(day, time), legal: countsByLaw(rule) });
  return explainDeadline({ rule, due, language });
}

function conclusion(period: Period): ClockRule {
  const [rule] = clocksFor({ kind: 'request', channel: 'web', topicStandard: { conclusion: period } });
  if (!rule) throw new Error('a standard was given');
  return rule;
}

describe('sentences', () => {
  const cases: [why: string, rule: ClockRule, received: string, day: string, sentence: string][] = [
    ['day 0', clockRule('foi'), '2026-03-13', '2026-03-13', 'başlangıç günü: sayılmaz'],
    ['half day', clockRule('foi'), '2026-03-13', '2026-03-19', 'sayılır: yarım gün (Ramazan Bayramı arifesi)'],
    ['holiday', clockRule('foi'), '2026-03-13', '2026-03-20', 'sayılmaz: Ramazan Bayramı 1. gün'],
    [
      'holiday on a weekend',
      clockRule('foi'),
      '2026-03-13',
      '2026-03-21',
      'sayılmaz: hafta sonu (Ramazan Bayramı 2. gün)',
    ],
    ['plain weekend', clockRule('foi'), '2026-03-13', '2026-03-28', 'sayılmaz: hafta sonu'],
    [
      'leave in law',
      clockRule('foi'),
      '2025-03-27',
      '2025-04-02',
      'sayılır: İdari izin (Ramazan Bayramı sonrası) resmî tatil değildir',
    ],
    [
      'leave in service',
      conclusion({ amount: 2, unit: 'business-days' }),
      '2025-03-28',
      '2025-04-02',
      'sayılmaz: kurum kapalı (İdari izin (Ramazan Bayramı sonrası))',
    ],
    ['calendar weekend', clockRule('petition'), '2026-02-18', '2026-02-21', 'sayılır: hafta sonu da süreye dahildir'],
    [
      'last day on a holiday',
      clockRule('petition'),
      '2026-02-18',
      '2026-03-20',
      'sayılır: tatil de süreye dahildir (Ramazan Bayramı 1. gün)',
    ],
    [
      'moved by law',
      clockRule('petition'),
      '2026-02-18',
      '2026-03-23',
      'son gün tatile rastladığından süre bu günün bitimine uzar (2577 m.8)',
    ],
    [
      'moved by ourselves',
      conclusion({ amount: 1, unit: 'calendar-days' }),
      '2026-03-13',
      '2026-03-16',
      'son gün kapalı olduğundan süre bu günün bitimine uzar',
    ],
    [
      'around the clock',
      conclusion({ amount: 2, unit: 'hours' }),
      '2026-03-20 03:00',
      '2026-03-20',
      '2 s (gece, gündüz, tatil sayılır)',
    ],
    [
      'working time',
      conclusion({ amount: 2, unit: 'working-hours' }),
      '2026-03-19 11:00',
      '2026-03-19',
      'mesai içinde 1 s 30 dk',
    ],
    [
      'no working time',
      conclusion({ amount: 2, unit: 'working-hours' }),
      '2026-03-19 11:30',
      '2026-03-20',
      'mesai yok: Ramazan Bayramı 1. gün',
    ],
    [
      'no working time',
      conclusion({ amount: 2, unit: 'working-hours' }),
      '2026-03-13 17:00',
      '2026-03-14',
      'mesai yok',
    ],
  ];
  test.each(cases)('%s', (_, ...[rule, received, day, sentence]) => {
    expect(explain(rule, received).days.find((each) => each.day === day)?.sentence).toBe(sentence);
  });
});

describe('warnings', () => {
  const cases: [received: string, warning: string][] = [
    ['2026-02-26', 'Son gün yarım gündür: 13.00 sonrasına bırakmayın.'],
    [
      '2025-03-12',
      'Son gün kurum kapalı: İdari izin (Ramazan Bayramı sonrası). Kanuni süre uzamaz; önceden tamamlayın.',
    ],
    ['2027-03-01', 'Bu süreyi etkileyen bayram günleri hesaplanmıştır, henüz ilan edilmemiştir: tarih değişebilir.'],
  ];
  test.each(cases)('an information request of %s', (received, warning) => {
    expect(explain(clockRule('foi'), received).warnings).toEqual([warning]);
  });
});

test('the text begins with the due day alone and names the law, the end and what silence means', () => {
  const lines = explanationAsText(explain(clockRule('foi'), '2026-03-13')).split('\n');
  expect(lines[0]).toBe('2026-04-06');
  expect(lines[2]).toBe(
    'Bilgi edinme başvurusu: 15 iş günü. 4982 sayılı Bilgi Edinme Hakkı Kanunu m.11 (RG 24.10.2003/25269).',
  );
  expect(lines).toContain(' 15  6 Nisan 2026 Pazartesi  sayılır');
  expect(lines).toContain('Son an: 6 Nisan 2026 Pazartesi 17.30');
  expect(lines.at(-1)).toContain('reddedilmiş sayılır');
});

test('every clock is explained in both languages with no placeholder left and no word missing', () => {
  const rules = [...statutoryClockKeys.map(clockRule), conclusion({ amount: 3, unit: 'working-hours' })];
  for (const rule of rules)
    for (const language of ['tr', 'en'] as const) {
      const text = explanationAsText(explain(rule, '2025-05-26', language));
      expect(text).not.toMatch(/[{}]|undefined|\(\)/);
    }
});

test('one day is one day, in either language', () => {
  expect(periodInWords({ amount: 1, unit: 'business-days' }, 'en')).toBe('1 business day');
  expect(periodInWords({ amount: 15, unit: 'business-days' }, 'en')).toBe('15 business days');
  expect(periodInWords({ amount: 1, unit: 'calendar-days' }, 'tr')).toBe('1 gün');
  expect(periodInWords({ amount: 24, unit: 'hours' }, 'tr')).toBe('24 saat');
});
