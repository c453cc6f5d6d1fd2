import { expect, test } from 'vitest';
import type { Rhythm } from '../../../../../contract/planned-work.ts';
import type { Language } from '../../../../../text/language.ts';
import { sayIn } from '../../kit/texts.ts';
import { planTexts } from './plan-texts.ts';
import { rhythmInWords } from './rhythm-words.ts';

const RHYTHM: Rhythm = { kind: 'weeks', from: '2026-12-05', every: 1, weekdays: [5, 2], monthDay: 31, within: null };
const said = (part: Partial<Rhythm>, language: Language) =>
  rhythmInWords({ ...RHYTHM, ...part }, sayIn(planTexts, language), language);

test.each([
  [{ kind: 'once' }, 'bir kez, 5 Aralık 2026 Cumartesi', 'once, Saturday 5 December 2026'],
  [{}, 'her hafta Salı, Cuma', 'every week: Tuesday, Friday'],
  [{ every: 2, weekdays: [1] }, '2 haftada bir Pazartesi', 'every 2 weeks: Monday'],
  [{ kind: 'months' }, 'her ay, günü: 31', 'every month on day 31'],
  [{ kind: 'months', every: 3 }, '3 ayda bir, günü: 31', 'every 3 months on day 31'],
  [
    { within: { from: '10-15', to: '03-31' } },
    'her hafta Salı, Cuma; yalnız 10-15 – 03-31 arası',
    'every week: Tuesday, Friday; only 10-15 – 03-31',
  ],
] as [Partial<Rhythm>, string, string][])('%o', (part, tr, en) => {
  expect(said(part, 'tr')).toBe(tr);
  expect(said(part, 'en')).toBe(en);
});
