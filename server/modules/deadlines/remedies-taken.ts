/**
 * HEART FILE. What a citizen may have done against our answer or our silence, which bodies decide on it, and what their decision asks of us.
 * A remedy that is taken changes nothing by itself: no clock starts and nothing reopens, because only the body says whether it is in time
 * and right. What it decides in the citizen's favour must be done; the day by which the law wants it done is told and watched. Pure.
 */
import type { Texts } from '../../../text/language.ts';
import type { BusinessCalendar } from '../calendar/door.ts';
import { instantAt, istanbulDay } from '../calendar/door.ts';
import type { RequestKind, RequestState } from '../requests/door.ts';
import type { Clock } from './clock.ts';
import { firstDueOf } from './clock.ts';
import type { EndReason } from './what-ends-a-clock.ts';
import type { StatutoryClockKey } from './which-clocks.ts';
import { clockRule } from './which-clocks.ts';

interface BodyRow extends Texts {
  /** Whose answers it decides on; 'any': every act of an administration. */
  kinds: readonly RequestKind[] | 'any';
  law: string;
  /** The period of which-clocks.ts within which its decision is to be carried out; null: the law names no day. */
  carryOut: StatutoryClockKey | null;
}

export const REMEDY_BODIES = {
  'foi-board': {
    ...{ tr: 'Bilgi Edinme Değerlendirme Kurulu', en: 'Information Review Board' },
    ...{ kinds: ['foi'], law: '4982 m.13', carryOut: null },
  },
  'kvkk-board': {
    ...{ tr: 'Kişisel Verileri Koruma Kurulu', en: 'Personal Data Protection Board' },
    ...{ kinds: ['kvkk'], law: '6698 m.14', carryOut: 'kvkk-decision' },
  },
  court: {
    ...{ tr: 'İdare mahkemesi', en: 'Administrative court' },
    ...{ kinds: 'any', law: '2577 m.7', carryOut: 'court-decision' },
  },
  // It recommends: the recommendation is followed, or told why not (6328 m.20).
  ombudsman: {
    ...{ tr: 'Kamu Denetçiliği Kurumu', en: 'Ombudsman' },
    ...{ kinds: 'any', law: '6328 m.17', carryOut: 'ombudsman-decision' },
  },
} as const satisfies Record<string, BodyRow>;
export type RemedyBody = keyof typeof REMEDY_BODIES;

/** mistaken: our record was wrong. Nothing is deleted; it is decided as that and counted nowhere. */
export const REMEDY_RESULTS = {
  accepted: { tr: 'Kabul edildi', en: 'Accepted' },
  'partly-accepted': { tr: 'Kısmen kabul edildi', en: 'Accepted in part' },
  rejected: { tr: 'Reddedildi', en: 'Rejected' },
  'not-examined': { tr: 'İncelenmedi', en: 'Not examined' },
  mistaken: { tr: 'Yanlış kayıt', en: 'Recorded by mistake' },
} as const satisfies Record<string, Texts>;
export type RemedyResult = keyof typeof REMEDY_RESULTS;

/** In the order in which they are offered: the body of the kind's own law first. */
export function bodiesFor(kind: RequestKind): RemedyBody[] {
  return (Object.keys(REMEDY_BODIES) as RemedyBody[]).filter((body) => {
    const { kinds }: BodyRow = REMEDY_BODIES[body];
    return kinds === 'any' || kinds.includes(kind);
  });
}

/** A record that was a mistake was nobody's request: nothing can be taken against it. */
export function mayBeTaken({ kind, state }: { kind: RequestKind; state: RequestState }, body: RemedyBody): boolean {
  return state !== 'cancelled' && bodiesFor(kind).includes(body);
}

export function isUpheld(result: RemedyResult | null): boolean {
  return result === 'accepted' || result === 'partly-accepted';
}

/** What a decision in the citizen's favour asks: by which day at the latest, null where the law names none. */
export interface CarryOut {
  lastDay: string | null;
  law: string;
}

/** Whether what was decided is still to be done: the request was neither opened nor answered since we heard of it. */
export function isOwed(
  { result, decisionRecordedAt }: { result: RemedyResult | null; decisionRecordedAt: Date | null },
  clocks: readonly Pick<Clock, 'startedAt' | 'endedAt' | 'endReason'>[],
): boolean {
  if (!isUpheld(result) || decisionRecordedAt === null) return false;
  const since = (at: Date | null) => at !== null && at >= decisionRecordedAt;
  return !clocks.some(
    ({ startedAt, endedAt, endReason }) => since(startedAt) || (since(endedAt) && ANSWERED.includes(endReason)),
  );
}

const ANSWERED: readonly (EndReason | null)[] = ['answered', 'forwarded'];

/** The period counts from the notice of the decision; ours counts from the decision's own day, which is never later. */
export function carryOutOf(
  calendar: BusinessCalendar,
  { body, result, decidedOn }: { body: RemedyBody; result: RemedyResult | null; decidedOn: string | null },
): CarryOut | null {
  if (decidedOn === null || !isUpheld(result)) return null;
  const { carryOut, law }: BodyRow = REMEDY_BODIES[body];
  if (carryOut === null) return { lastDay: null, law };
  const rule = clockRule(carryOut);
  const due = firstDueOf(calendar, rule, instantAt(decidedOn, '12:00'));
  return { lastDay: due && istanbulDay(due), law: `${rule.law} ${rule.article}` };
}
