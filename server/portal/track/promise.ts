/** The promise: one plain sentence with a date, the first line under the title of everything a citizen sees of a request. Pure. */
import type { ServiceRequest } from '../../modules/requests/door.ts';
import { isOpen } from '../../modules/requests/door.ts';
import { istanbulDay } from '../../modules/calendar/door.ts';
import { formatDay, formatTime } from '../../../text/format.ts';
import type { Language } from '../../../text/language.ts';
import type { Say } from '../texts/say.ts';

export interface Promised {
  sentence: string;
  /** Said first and in another weight when we are late. */
  late: boolean;
}

type Told = Pick<ServiceRequest, 'state' | 'promisedAt' | 'concludedAt' | 'receivedAt'>;

/** What the law has made of it meanwhile. */
interface InLaw {
  feeAwaited?: boolean;
  /** Withdrawn by an unpaid fee and not by the citizen's word. */
  deemed?: boolean;
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
  if (!isOpen(state) && concludedAt !== null) return concluded({ promisedAt, concludedAt }, say, { day, due });
  if (law.feeAwaited) return calm(say('promise.fee'));
  // Its day stands still with the work: nobody is late who waits for the citizen.
  if (state === 'waiting-for-citizen') return calm(say('promise.waiting'));
  if (promisedAt === null) return calm(say('promise.none'));
  if (promisedAt < now) return { sentence: say('promise.late', { gun: due(promisedAt) }), late: true };
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
