/**
 * HEART FILE. How a request may end, and what its end is when several directorates each had a part.
 * Said to citizens as "sonuçlandı", never "çözüldü": a forwarded or refused request is concluded, not solved.
 */
import { isLegalKind } from './legal-basis.ts';
import type { RequestKind } from '../../../contract/requests.ts';

export const OUTCOMES = {
  done: { tr: 'Yapıldı', en: 'Done', why: 'What was asked has been carried out.' },
  'information-given': {
    tr: 'Bilgi verildi',
    en: 'Information given',
    why: 'The question was answered; nothing had to be done on site.',
  },
  'partly-granted': {
    tr: 'Kısmen karşılandı',
    en: 'Granted in part',
    why: 'A part was given; the rest was separated and held back on a ground of the law (4982 m.9).',
  },
  forwarded: {
    tr: 'Başka kuruma iletildi',
    en: 'Forwarded to another body',
    why: 'Not ours to decide: sent to the competent body and the citizen told (3071 m.5, 4982 m.7). An end of its own, not a refusal.',
  },
  refused: {
    tr: 'Olumsuz yanıtlandı',
    en: 'Refused with reason',
    why: 'Ours, but it will not be done; the answer gives the reason and the remedies (4982 m.12).',
  },
  'not-examined': {
    tr: 'İncelenemedi',
    en: 'Not examined',
    why: 'No definite subject, a matter of the courts, or name, signature or address missing (3071 m.6; of information 4982 m.4, m.6).',
  },
  'information-missing': {
    tr: 'Bilgi gelmedi',
    en: 'Information not received',
    why: 'We asked, the last day passed without an answer, and without it no more could be done. A reply opens the way again.',
  },
  duplicate: {
    tr: 'Mükerrer',
    en: 'Duplicate',
    why: 'The same matter from the same person is already open; that one is answered.',
  },
  withdrawn: { tr: 'Geri çekildi', en: 'Withdrawn', why: 'The citizen took it back.' },
} as const;

export type Outcome = keyof typeof OUTCOMES;

/** What a directorate may give its part; only the citizen withdraws. */
export const ASSIGNMENT_OUTCOMES = [
  'done',
  'information-given',
  'partly-granted',
  'forwarded',
  'refused',
  'not-examined',
  'information-missing',
  'duplicate',
] as const;
export type AssignmentOutcome = (typeof ASSIGNMENT_OUTCOMES)[number];

/** The whole ends with the strongest thing that was achieved in any part: one directorate's refusal does not undo another's work. */
const STRONGEST_FIRST: readonly AssignmentOutcome[] = [
  'done',
  'information-given',
  'partly-granted',
  'forwarded',
  'refused',
  'not-examined',
  'information-missing',
  'duplicate',
];

const GIVES: readonly Outcome[] = ['done', 'information-given', 'partly-granted'];
const HOLDS_BACK: readonly Outcome[] = ['refused', 'partly-granted'];

/** What decides which ends a request may have. */
export interface EndsAsked {
  kind: RequestKind;
  /** Our last question to the citizen ended without an answer, and none has come since. */
  isUnanswered: boolean;
  /** Others reported the same and get the same end: they were asked nothing. */
  hasMembers: boolean;
}

/**
 * Only what is asked under a law can be granted in part; and only what no law speaks of can end because an answer did not come: 3071, 4982 and 6698
 * know no such end, so there the answer says what can be said without it.
 */
export function outcomesOf({ kind, isUnanswered, hasMembers }: EndsAsked): readonly AssignmentOutcome[] {
  const underALaw = isLegalKind(kind);
  const wanting = isUnanswered && !underALaw && !hasMembers;
  return ASSIGNMENT_OUTCOMES.filter(
    (outcome) => (outcome !== 'partly-granted' || underALaw) && (outcome !== 'information-missing' || wanting),
  );
}

/**
 * Information that one directorate gives and another holds back is granted in part: the applicant may object against the rest, and the year's
 * statistic counts it there (4982 m.30).
 */
export function outcomeOfTheWhole(parts: readonly Outcome[], kind: RequestKind): AssignmentOutcome {
  const inPart = parts.some((part) => GIVES.includes(part)) && parts.some((part) => HOLDS_BACK.includes(part));
  if (kind === 'foi' && inPart) return 'partly-granted';
  const strongest = STRONGEST_FIRST.find((outcome) => parts.includes(outcome));
  if (strongest === undefined) throw new Error('a request concludes only when a part of it was answered');
  return strongest;
}
