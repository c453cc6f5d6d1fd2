/**
 * HEART FILE. Which conclusions a supervisor asks the citizen about: a share that the municipality sets, and rows that make one likelier. Chance is a
 * hash of the draw's seed and the request, so that anybody can repeat a draw afterwards and nobody can choose whom to leave out. Pure.
 */
import { createHash } from 'node:crypto';
import type { Texts } from '../../../../text/language.ts';
import type { Concluded } from '../../requests/door.ts';

/** Of a hundred, where the municipality says nothing. */
export const USUAL_PERCENT = 5;
/** A citizen who could not be reached so often is not called again. */
export const MOST_TRIES = 3;
/** After so many days a call would be about something forgotten. */
export const CALLED_WITHIN_DAYS = 14;

interface Row {
  /** So many times as likely; where several hold, the highest. */
  times: number;
  holds(concluded: Concluded): boolean;
  says: Texts;
  why: string;
}

export const LIKELIER = {
  'not-satisfied': {
    times: 4,
    holds: ({ satisfied }) => satisfied === false,
    says: { tr: 'vatandaş yanıttan memnun değil', en: 'the citizen was not satisfied' },
    why: 'They have said that something is wrong; a call tells whether it is the work or the words.',
  },
  'done-without-photo': {
    times: 3,
    holds: ({ outcome, hasPhotoOfWork }) => outcome === 'done' && !hasPhotoOfWork,
    says: { tr: 'yapıldı denildi, fotoğrafı yok', en: 'called done, without a photo' },
    why: 'Nothing but our own word says that it was done.',
  },
  'information-missing': {
    times: 2,
    holds: ({ outcome }) => outcome === 'information-missing',
    says: { tr: 'sorumuz yanıtsız kaldığı için bitti', en: 'ended because our question was not answered' },
    why: 'Perhaps the question never reached them.',
  },
} as const satisfies Record<string, Row>;
export type Likelier = keyof typeof LIKELIER;

export function reasonsFor(concluded: Concluded): Likelier[] {
  return (Object.keys(LIKELIER) as Likelier[]).filter((name) => LIKELIER[name].holds(concluded));
}

/** Between 0 and 1. @param percent of the municipality, 0 to 100 */
export function chanceOf(percent: number, reasons: readonly Likelier[]): number {
  const times = Math.max(1, ...reasons.map((name) => LIKELIER[name].times));
  return Math.min(1, (percent / 100) * times);
}

/** Evenly spread over 0 to 1, the same for the same seed and request ever after. */
export function lotOf(seed: string, requestId: string): number {
  const digest = createHash('sha256').update(`${seed}:${requestId}`).digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}

export function isDrawn(seed: string, requestId: string, chance: number): boolean {
  return lotOf(seed, requestId) < chance;
}
