/**
 * HEART FILE. When something counts as forgotten although no clock says so yet, in working days, each with its reason. What a person of the
 * municipality or the citizen did last is a step; the program's own lines are none.
 */
import type { FindingKind } from '../../../contract/oversight.ts';
import type { Texts } from '../../../text/language.ts';

export interface StandingRule {
  kind: FindingKind;
  /** Working days without a step before it is said; of what was called done: how long its neighbours are listened to. */
  days: number;
  why: Texts;
}

export const WHAT_STANDS_STILL: readonly StandingRule[] = [
  {
    kind: 'decision-waits',
    days: 2,
    why: {
      tr: 'Kurul ya da mahkeme vatandaşı haklı buldu; gereği yapılmadı. Mahkeme kararında en geç 30 gün (2577 m.28).',
      en: 'A board or the court found for the citizen, and nothing was done. Of a court: within 30 days (2577 m.28).',
    },
  },
  {
    kind: 'neighbours-complain',
    days: 15,
    why: {
      tr: 'Aynı konuda, aynı yerde en az iki kişi yazdı: ya yapılmadı ya da yetmedi.',
      en: 'At least two others wrote about the same thing at the same place: it was not done, or not enough.',
    },
  },
  {
    kind: 'holder-has-left',
    days: 0,
    why: { tr: 'Ona söylenen hiçbir şeyi kimse okumuyor.', en: 'Nobody reads what is told to them.' },
  },
  {
    kind: 'citizen-waits',
    days: 2,
    why: { tr: 'Son söz vatandaşta kaldı.', en: 'The citizen had the last word.' },
  },
  {
    kind: 'in-nobodys-hands',
    days: 1,
    why: {
      tr: 'Çözüm Merkezi bir müdürlük seçene kadar kimse çalışmaz.',
      en: 'Nobody works on it until the solution centre chooses a directorate.',
    },
  },
  {
    kind: 'never-taken',
    days: 3,
    why: { tr: 'Verildi, ama kimse kabul etmedi.', en: 'It was given, and nobody accepted it.' },
  },
  {
    kind: 'no-step',
    days: 10,
    why: {
      tr: 'İki haftadır ne yapıldığı yazılmadı; vatandaşa da bir şey söylenmedi.',
      en: 'For two weeks nothing was written down, and nothing told to the citizen.',
    },
  },
];

/** Two: one more report may be somebody who has not heard. */
export const NEIGHBOURS_NEEDED = 2;
/** Metres; about as far as people call the same place by one name. */
export const NEAR_METRES = 100;

export function daysOf(kind: FindingKind): number {
  return WHAT_STANDS_STILL.find((rule) => rule.kind === kind)!.days;
}
