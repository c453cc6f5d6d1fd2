/** What a request means for its citizen in law as it stands: whether silence has counted as refusal, what a fee waits for, and what may be done. */
import type { Db } from '../../kernel/db/database.ts';
import type { BusinessCalendar } from '../calendar/door.ts';
import { calendarInForce } from '../calendar/door.ts';
import type { ServiceRequest } from '../requests/door.ts';
import { isOpen } from '../requests/door.ts';
import type { Clock } from './clock.ts';
import { beginOf, isRunning } from './clock.ts';
import type { Fee } from './foi-store.ts';
import { latestFeeOf } from './foi-store.ts';
import type { Remedy } from './remedies.ts';
import { isAgainst, remediesFor } from './remedies.ts';
import { clocksOfRequest } from './store.ts';

export interface Outlook {
  /** The day on which silence counted as refusal; null: it has not, or an answer came since. */
  refusedBySilence: Date | null;
  remedies: Remedy[];
  /** A fee that is still awaited, with its last day. */
  fee: (Fee & { dueAt: Date | null }) | null;
}

export async function outlookOf(db: Db, request: ServiceRequest): Promise<Outlook> {
  const clocks = await clocksOfRequest(db, request.id);
  const waiting = clocks.find((clock) => clock.rule === 'foi-fee' && isRunning(clock));
  const fee = waiting && (await latestFeeOf(db, request.id));
  return {
    refusedBySilence: isOpen(request.state) ? silenceOf(clocks) : null,
    remedies: remediesOf(request, clocks, await calendarInForce(db)),
    fee: fee && waiting ? { ...fee, dueAt: waiting.dueAt } : null,
  };
}

/** In this round: a reopened request begins anew, and its earlier silence is history. */
export function silenceOf(clocks: readonly Clock[]): Date | null {
  const begun = beginOf(clocks);
  const found = clocks.find(
    ({ endReason, startedAt }) => endReason === 'implied-refusal' && (begun === null || startedAt >= begun),
  );
  return found ? (found.dueAt ?? found.endedAt) : null;
}

/** Against the answer as it ended, or, while it is open, against the silence. */
export function remediesOf(request: ServiceRequest, clocks: readonly Clock[], calendar: BusinessCalendar): Remedy[] {
  const { kind, outcome, concludedAt, receivedAt } = request;
  if (concludedAt !== null && isAgainst(outcome))
    return remediesFor({ kind, against: outcome, calendar, notifiedAt: concludedAt, receivedAt });
  const silentSince = silenceOf(clocks);
  if (silentSince === null || !isOpen(request.state)) return [];
  return remediesFor({ kind, against: 'silence', calendar, notifiedAt: silentSince, receivedAt });
}
