/** The promise: one plain sentence with a date, the first line under the title of everything a citizen sees of a request. Pure. */
import type { CaseFile, ServiceRequest } from '../../modules/requests/door.ts';
import { isOpen } from '../../modules/requests/door.ts';
import { istanbulDay } from '../../modules/calendar/door.ts';
import { formatDay, formatTime } from '../../../text/format.ts';
import type { Language } from '../../../text/language.ts';
import type { Say } from '../texts/say.ts';

export interface Promised {
  sentence: string;
  /** Said first and in another weight when we are late. */
  late: boolean;
  /** The day given before a person gave another; struck through beside the new one. */
  before?: string;
  /** Why, in the words of whoever moved it. */
  why?: string;
}

type Told = Pick<ServiceRequest, 'state' | 'promisedAt' | 'concludedAt' | 'receivedAt'>;

/** What the law has made of it meanwhile. */
interface InLaw {
  feeAwaited?: boolean;
  /** Withdrawn by an unpaid fee and not by the citizen's word. */
  deemed?: boolean;
  moved?: MovedPromise | undefined;
}

/** The last time that a person gave another day in the present round, while that day still holds. */
export interface MovedPromise {
  from: Date;
  at: Date;
  why: string;
}

export function movedPromiseOf({ request, history }: Pick<CaseFile, 'request' | 'history'>): MovedPromise | undefined {
  const begun = history.findLastIndex(({ what }) => what === 'reopened' || what === 'revived');
  const moved = history
    .slice(begun + 1)
    .filter(({ what, data }) => what === 'promise-moved' && data.because === 'person');
  const last = moved.at(-1);
  // A day moved since by the law or the calendar is told by its own words.
  if (!last?.fromValue || last.toValue !== request.promisedAt?.toISOString()) return undefined;
  return { from: new Date(last.fromValue), at: last.at, why: last.why ?? '' };
}

export function promiseOf(
  request: Told,
  { say, language, now, law = {} }: { say: Say; language: Language; now: Date; law?: InLaw },
): Promised {
  const { state, promisedAt, concludedAt } = request;
  const day = (instant: Date) => formatDay(instant, language, { year: yearOf(instant) !== yearOf(now) });
  // A period may end with its day, at the midnight that already belongs to the next.
  const due = (instant: Date) => day(new Date(instant.getTime() - 1));
  const calm = (sentence: string): Promised => ({ sentence, late: false });
  if (state === 'cancelled') return calm(say('promise.cancelled'));
  if (state === 'withdrawn')
    return calm(say(law.deemed ? 'promise.deemedWithdrawn' : 'promise.withdrawn', { gun: day(concludedAt ?? now) }));
  if (state === 'reopen-requested') return calm(say('promise.reopenAsked'));
  const { moved } = law;
  // Late stays late: whoever was given another day is told by the first of the two whether we kept our word.
  if (!isOpen(state) && concludedAt !== null)
    return concluded({ promisedAt: moved?.from ?? promisedAt, concludedAt }, say, { day, due });
  if (law.feeAwaited) return calm(say('promise.fee'));
  // Its day stands still with the work: nobody is late who waits for the citizen.
  if (state === 'waiting-for-citizen') return calm(say('promise.waiting'));
  if (promisedAt === null) return calm(say('promise.none'));
  if (promisedAt < now) return { sentence: say('promise.late', { gun: due(promisedAt) }), late: true };
  if (moved) {
    const passed = moved.at > moved.from;
    const sentence = say(passed ? 'promise.movedLate' : 'promise.moved', { gun: due(promisedAt) });
    return { sentence, late: false, before: due(moved.from), why: moved.why };
  }
  // A standard of hours is a promise of an hour; one of days ends with its day.
  const hours = promisedAt.getTime() - request.receivedAt.getTime() < 36 * 3_600_000 && !endsWithItsDay(promisedAt);
  if (hours) return calm(say('promise.hour', { gun: due(promisedAt), saat: formatTime(promisedAt, language) }));
  const today = istanbulDay(new Date(promisedAt.getTime() - 1)) === istanbulDay(now);
  return calm(say(today ? 'promise.today' : 'promise.open', { gun: due(promisedAt) }));
}

type Days = Record<'day' | 'due', (instant: Date) => string>;

function concluded(
  { promisedAt, concludedAt }: { promisedAt: Date | null; concludedAt: Date },
  say: Say,
  { day, due }: Days,
): Promised {
  const gun = day(concludedAt);
  const late = promisedAt !== null && concludedAt > promisedAt;
  return {
    sentence: late ? say('promise.keptLate', { gun, soz: due(promisedAt) }) : say('promise.kept', { gun }),
    late,
  };
}

function endsWithItsDay(instant: Date): boolean {
  return (
    istanbulDay(new Date(instant.getTime() + 2 * 60_000)) !== istanbulDay(instant) ||
    formatTime(instant, 'tr') === '00.00'
  );
}

function yearOf(instant: Date): string {
  return istanbulDay(instant).slice(0, 4);
}
