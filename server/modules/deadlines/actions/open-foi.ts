/** What the acts of law 4982 ask first: the case locked and unchanged, the right to it, and that it is such a request and open. */
import type { Right } from '../../../../contract/rights.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import type { OpenCase } from '../../requests/door.ts';
import { LONGEST_TEXT, isOpen, isReachable, openCase, whoOf } from '../../requests/door.ts';
import type { Clock } from '../clock.ts';
import { isRunning } from '../clock.ts';
import { clocksOfRequest } from '../store.ts';

export interface OpenFoi extends OpenCase {
  clocks: Clock[];
}

export interface FoiAct {
  requestId: string;
  seen?: number | undefined;
}

/** Refuses 'not-allowed', 'changed-meanwhile', and 'step-not-allowed' for another kind of request. */
export async function openFoi(tx: Tx, { requestId, seen }: FoiAct, right: Right): Promise<OpenFoi> {
  const open = await openCase(tx, requestId, seen);
  whoOf(tx.actor, right, open);
  if (open.request.kind !== 'foi') throw refuse('step-not-allowed', { step: right, kind: open.request.kind });
  return { ...open, clocks: await clocksOfRequest(tx.db, requestId) };
}

/** The clock of the law that runs now, of one of those rules. Refuses 'period-not-running' with why not. */
export function runningClock({ request, clocks }: OpenFoi, rules: readonly string[]): Clock {
  if (!isOpen(request.state)) throw refuse('step-not-allowed', { step: 'period', state: request.state });
  const found = clocks.find((clock) => isRunning(clock) && rules.includes(clock.rule));
  if (found) return found;
  const rule = clocks.find(
    (clock) => isRunning(clock) && (clock.purpose === 'statutory' || clock.purpose === 'citizen'),
  )?.rule;
  throw refuse('period-not-running', { runs: rule ?? null });
}

/**
 * Refuses 'notice-too-late' when the words would leave after the period has ended: a notice after it lengthens and cuts nothing any more.
 */
export function requireInTime({ dueAt }: Clock, leavesAt: Date): void {
  if (dueAt === null) throw refuse('calendar-year-missing', {});
  if (leavesAt > dueAt) throw refuse('notice-too-late', { due: dueAt.toISOString() });
}

/** Refuses 'notice-missing': no message of ours reaches this citizen, so the letter that did must be named. */
export function paperNumberOf({ request }: OpenCase, typed: string | undefined): string | null {
  const number = normaliseInput(typed ?? '').slice(0, 100);
  if (number !== '') return number;
  if (!isReachable(request)) throw refuse('notice-missing');
  return null;
}

/** Refuses 'reason-missing' or 'text-too-long'. */
export function sentenceOf(typed: string, step: string): string {
  const text = normaliseInput(typed);
  if (text === '') throw refuse('reason-missing', { step });
  if (text.length > LONGEST_TEXT)
    throw refuse('text-too-long', { over: text.length - LONGEST_TEXT, most: LONGEST_TEXT });
  return text;
}
