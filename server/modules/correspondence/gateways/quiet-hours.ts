/**
 * When a message may go out. Nobody is woken to hear that a pothole was filled; but whoever has just filed a request
 * is awake and waits for the number. Pure.
 */

/**
 * - `answer`: replies to what the citizen does this minute (recorded, a code): goes at once.
 * - `notice`: anything we tell on our own time (concluded, forwarded, promise moved): waits for the morning.
 */
export type Urgency = 'answer' | 'notice';

/** Minutes after local midnight. Equal ends mean no quiet hours. */
export interface QuietWindow {
  from: number;
  until: number;
}

export const DEFAULT_QUIET_WINDOW: QuietWindow = { from: 21 * 60, until: 8 * 60 };

const DAY_MINUTES = 24 * 60;
const MINUTE = 60_000;

/** The earliest instant at which the message may be sent: `now`, or the end of the quiet hours it falls into. */
export function earliestSending(now: Date, urgency: Urgency, window: QuietWindow = DEFAULT_QUIET_WINDOW): Date {
  if (urgency === 'answer') return now;
  const local = istanbulClock(now);
  if (!isQuiet(local.minutes, window)) return now;
  const minutesToWait = (window.until - local.minutes + DAY_MINUTES) % DAY_MINUTES;
  const wholeMinute = now.getTime() - local.intoMinute;
  const guess = new Date(wholeMinute + minutesToWait * MINUTE);
  // A night on which the clocks change (Turkey had them until 2016) ends an hour off the guess.
  const drift = istanbulClock(guess).minutes - window.until;
  return drift === 0 ? guess : new Date(guess.getTime() - drift * MINUTE);
}

function isQuiet(minutes: number, { from, until }: QuietWindow): boolean {
  if (from === until) return false;
  return from < until ? minutes >= from && minutes < until : minutes >= from || minutes < until;
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Istanbul',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function istanbulClock(instant: Date): { minutes: number; intoMinute: number } {
  const parts = CLOCK.formatToParts(instant);
  const valueOf = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return { minutes: valueOf('hour') * 60 + valueOf('minute'), intoMinute: instant.getTime() % MINUTE };
}
