/** Starts, ends and restarts the clocks of a request, and keeps the copies that lists sort by in step with them. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { RefusalError } from '../../../kernel/refusals.ts';
import type { BusinessCalendar } from '../../calendar/door.ts';
import { calendarInForce, computeDue } from '../../calendar/door.ts';
import { topicAtVersion } from '../../catalogue/door.ts';
import type { ServiceRequest } from '../../requests/door.ts';
import { appendHistory, setAssignmentsDue, setDue } from '../../requests/door.ts';
import type { Clock } from '../store.ts';
import { clocksOfRequest, endClocks, insertClocks } from '../store.ts';
import type { ClockRule } from '../which-clocks.ts';
import { clocksFor, countsByLaw } from '../which-clocks.ts';

type NewClock = Omit<Clock, 'endedAt' | 'endReason'>;

/**
 * Starts the clocks of the request's kind, channel and topic. A year without holiday rows makes no promise: the request stands,
 * its history says why no date was given, and the solution centre sees it.
 */
export async function startClocks(tx: Tx, request: ServiceRequest, from: Date): Promise<void> {
  const topic =
    request.topicCode === null ? undefined : await topicAtVersion(tx.db, request.topicCode, request.topicVersion!);
  const rules = clocksFor({
    kind: request.kind,
    channel: request.channel,
    ...(topic && { topicStandard: topic.standard }),
  });
  const calendar = await calendarInForce(tx.db);
  const clocks: NewClock[] = [];
  for (const rule of rules) {
    const clock = startOne(tx, { request, rule, calendar, from });
    if (clock === null) await appendHistory(tx, request.id, { what: 'promise-refused', toValue: rule.key });
    else clocks.push(clock);
  }
  await insertClocks(tx, clocks);
  await showDue(tx, request, clocks);
}

interface Start {
  request: ServiceRequest;
  rule: ClockRule;
  calendar: BusinessCalendar;
  from: Date;
}

function startOne(tx: Tx, { request, rule, calendar, from }: Start): NewClock | null {
  try {
    const { amount, unit } = rule;
    const due = computeDue(calendar, { receivedAt: from, amount, unit, legal: countsByLaw(rule) });
    return {
      id: newId(tx.now),
      requestId: request.id,
      purpose: rule.purpose,
      rule: rule.key,
      legalBasis: `${rule.law} ${rule.article}`.trim(),
      amount,
      unit,
      startedAt: from,
      dueAt: due.dueAt,
    };
  } catch (error) {
    if (error instanceof RefusalError && error.code === 'calendar-year-missing') return null;
    throw error;
  }
}

/**
 * The promise to the citizen is the service standard's conclusion, but never later than the law's day. The next due is whichever running
 * clock ends first: a shorter clock of our own never hides a statutory one, because when it has ended the other is shown.
 */
async function showDue(tx: Tx, request: ServiceRequest, running: Pick<Clock, 'purpose' | 'dueAt'>[]): Promise<void> {
  const soonest = earliest(running);
  const promise = earliest(running.filter((clock) => clock.purpose !== 'first-response'));
  await setDue(tx, request.id, {
    promisedAt: promise?.dueAt ?? request.promisedAt,
    nextDueAt: soonest?.dueAt ?? null,
    nextDueKind: soonest?.purpose ?? null,
  });
  await setAssignmentsDue(tx, request.id, promise?.dueAt ?? null);
}

function earliest<T extends Pick<Clock, 'dueAt'>>(clocks: T[]): T | undefined {
  return clocks.reduce<T | undefined>((best, clock) => (best && best.dueAt <= clock.dueAt ? best : clock), undefined);
}

/** Somebody has read it and taken it: the first answer is kept, or kept late, for good. */
export async function meetFirstResponse(tx: Tx, request: ServiceRequest): Promise<void> {
  await endClocks(tx, { requestId: request.id, reason: 'met', purposes: ['first-response'] });
  const running = (await clocksOfRequest(tx.db, request.id)).filter((clock) => clock.endedAt === null);
  await showDue(tx, request, running);
}

export async function endAllClocks(
  tx: Tx,
  requestId: string,
  reason: 'met' | 'withdrawn' | 'cancelled',
): Promise<void> {
  await endClocks(tx, { requestId, reason });
  // The promise stays as it was given: late stays late.
  await setDue(tx, requestId, { nextDueAt: null, nextDueKind: null });
}

/** A changed topic brings its own standard, counted from the day the citizen asked; the law's clock runs on untouched. */
export async function restartForTopic(tx: Tx, request: ServiceRequest): Promise<void> {
  const before = await clocksOfRequest(tx.db, request.id);
  await endClocks(tx, { requestId: request.id, reason: 'cancelled', purposes: ['first-response', 'conclusion'] });
  await startClocks(tx, request, request.receivedAt);
  const firstWasMet = before.some((clock) => clock.purpose === 'first-response' && clock.endReason === 'met');
  if (firstWasMet || request.firstResponseAt !== null) await meetFirstResponse(tx, request);
  else
    await showDue(
      tx,
      request,
      (await clocksOfRequest(tx.db, request.id)).filter((clock) => clock.endedAt === null),
    );
}
