/** Starts the clocks of a request, and ends them when what they were for has happened. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import type { BusinessCalendar } from '../../calendar/door.ts';
import { calendarInForce } from '../../calendar/door.ts';
import { standardAt, topicAtVersion } from '../../catalogue/door.ts';
import type { ServiceRequest } from '../../requests/door.ts';
import { appendHistory, setDue } from '../../requests/door.ts';
import type { Clock, NewClock } from '../clock.ts';
import { carriesPromise, computeDueOf, firstDueOf, isRunning } from '../clock.ts';
import { partnerPeriodsInForce } from '../queries.ts';
import { clocksOfRequest, endClocks, insertClocks, insertPastStops, writeDues } from '../store.ts';
import type { EndReason } from '../what-ends-a-clock.ts';
import type { ClockRule } from '../which-clocks.ts';
import { clocksFor, hasPartnerClock } from '../which-clocks.ts';
import { sayPromiseMoved, showDue } from './show-due.ts';

/**
 * Starts the clocks of the request's kind, channel and topic. In a year without holiday rows they run without a day: the request stands,
 * its history says why no date was given, and it gets one when the rows come.
 */
export async function startClocks(tx: Tx, request: ServiceRequest, from: Date): Promise<void> {
  const clocks = await insertOf(tx, { request, rules: await rulesOf(tx, request), from });
  await showDue(tx, request, clocks);
}

/** Every clock that the request carries from the start. */
export async function rulesOf(tx: Tx, request: ServiceRequest): Promise<ClockRule[]> {
  const { kind, channel, topicCode, topicVersion, receivedAt } = request;
  const topic = topicCode === null ? undefined : await topicAtVersion(tx.db, topicCode, topicVersion!);
  // Asked only where it matters: recording a request is the hottest path of the house.
  const settled = hasPartnerClock(channel) ? { partnerPeriods: await partnerPeriodsInForce(tx.db) } : {};
  // What was in force when it came, also for a topic it is given later and for clocks that start anew.
  const topicStandard = topic && (await standardAt(tx.db, topic, receivedAt));
  return clocksFor({ kind, channel, ...settled, ...(topicStandard && { topicStandard }) });
}

interface Start {
  request: ServiceRequest;
  rules: readonly ClockRule[];
  from: Date;
  follows?: string;
}

/** Writes new clocks; gives them as they now run. */
export async function insertOf(tx: Tx, { request, rules, from, follows }: Start): Promise<Clock[]> {
  const calendar = await calendarInForce(tx.db);
  const clocks = rules.map((rule) => newClock(tx, { request, rule, calendar, from, follows: follows ?? null }));
  await insertClocks(tx, clocks);
  for (const { rule } of clocks.filter(({ dueAt }) => dueAt === null))
    await appendHistory(tx, request.id, { what: 'promise-refused', toValue: rule });
  return clocks.map((clock) => ({ ...clock, endedAt: null, endReason: null, stops: [] }));
}

interface One {
  request: ServiceRequest;
  rule: ClockRule;
  calendar: BusinessCalendar;
  from: Date;
  follows: string | null;
}

function newClock(tx: Tx, { request, rule, calendar, from, follows }: One): NewClock {
  const { key, purpose, law, article, amount, unit } = rule;
  if (purpose === 'remedy' || purpose === 'decision')
    throw new RangeError('A remedy and its decision are told, they never run as clocks of ours.');
  return {
    ...{ purpose, amount, unit, follows },
    id: newId(tx.now),
    requestId: request.id,
    rule: key,
    legalBasis: `${law} ${article}`.trim(),
    startedAt: from,
    dueAt: firstDueOf(calendar, rule, from),
  };
}

/** Somebody has read it and taken it: the first answer is kept, or kept late, for good. */
export async function meetFirstResponse(tx: Tx, request: ServiceRequest): Promise<void> {
  await endClocks(tx, { requestId: request.id, reason: 'responded', purposes: ['first-response'] });
  await showDue(tx, request, await clocksOfRequest(tx.db, request.id));
}

/** The end of the whole request. The promise stays as it was given: late stays late. */
export async function endAllClocks(tx: Tx, requestId: string, reason: EndReason): Promise<void> {
  const stood = await endClocks(tx, { requestId, reason });
  const promisedAt = stood > 0 ? await promiseAfterStops(tx, requestId) : undefined;
  await setDue(tx, requestId, {
    nextDueAt: null,
    nextDueKind: null,
    nextDueUnit: null,
    ...(promisedAt !== undefined && { promisedAt }),
  });
}

/** Ended while it stood still: the day it would have been due on counts the stop, or we would be late for having waited. */
async function promiseAfterStops(tx: Tx, requestId: string): Promise<Date | null | undefined> {
  const calendar = await calendarInForce(tx.db);
  const ended = (await clocksOfRequest(tx.db, requestId))
    .filter(({ endedAt }) => endedAt?.getTime() === tx.now.getTime())
    .map((clock) => ({ ...clock, dueAt: computeDueOf(calendar, clock, tx.now)?.dueAt ?? null }));
  await writeDues(tx, ended);
  const days = ended.flatMap((clock) => (carriesPromise(clock) && clock.dueAt ? [clock.dueAt.getTime()] : []));
  return days.length === 0 ? undefined : new Date(Math.min(...days));
}

/**
 * A changed topic brings its own standard, counted from the day the citizen asked, with the times in which the request stood still; the law's
 * clocks run on untouched, because a topic never changes the legal basis.
 */
export async function restartForTopic(tx: Tx, request: ServiceRequest): Promise<void> {
  const before = await clocksOfRequest(tx.db, request.id);
  const old = before.filter(
    (clock) => isRunning(clock) && (clock.rule === 'first-response' || clock.rule === 'conclusion'),
  );
  await endClocks(tx, { requestId: request.id, reason: 'topic-changed', ids: old.map(({ id }) => id) });
  const wasExtended = before.some((clock) => clock.rule === 'conclusion' && clock.endReason === 'extended');
  // Nor is a day that a person gave taken back by another standard.
  const wasMoved = before.some((clock) => isRunning(clock) && clock.rule === 'revised-promise');
  const rules = (await rulesOf(tx, request)).filter(
    ({ key }) =>
      (key === 'conclusion' && !wasExtended && !wasMoved) ||
      (key === 'first-response' && request.firstResponseAt === null),
  );
  const started = await insertOf(tx, { request, rules, from: request.receivedAt });
  await inheritStops(tx, { started, from: old.find(({ stops }) => stops.length > 0) });
  const to = await showDue(tx, request, await clocksOfRequest(tx.db, request.id));
  await sayPromiseMoved(tx, request, { to, because: 'topic-changed' });
}

export async function inheritStops(
  tx: Tx,
  { started, from }: { started: Clock[]; from: Pick<Clock, 'stops'> | undefined },
): Promise<void> {
  if (from === undefined) return;
  const calendar = await calendarInForce(tx.db);
  await insertPastStops(
    tx,
    started.map(({ id }) => id),
    from.stops,
  );
  await writeDues(
    tx,
    started.map((clock) => {
      const stops = from.stops.filter(({ until }) => until !== null);
      return { id: clock.id, dueAt: computeDueOf(calendar, { ...clock, stops }, tx.now)?.dueAt ?? null };
    }),
  );
}
