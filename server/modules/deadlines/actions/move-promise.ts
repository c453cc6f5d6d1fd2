/** A person gives the citizen another day, with the reason. The law's day stays where it is: only the law's own ground moves that. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { calendarInForce, daysBetween, isDay, istanbulDay } from '../../calendar/door.ts';
import type { ServiceRequest } from '../../requests/door.ts';
import { historyOf, isWorkedOn, openCase, whoOf } from '../../requests/door.ts';
import type { Clock } from '../clock.ts';
import { firstDueOf, isRunning } from '../clock.ts';
import { PromiseMoved } from '../facts.ts';
import { clocksOfRequest, endClocks } from '../store.ts';
import type { ClockRule } from '../which-clocks.ts';
import { ruleOf } from '../which-clocks.ts';
import { insertOf } from './keep-clocks.ts';
import { sentenceOf } from './open-foi.ts';
import { sayPromiseMoved, showDue } from './show-due.ts';

export interface MovePromise {
  requestId: string;
  /** 'YYYY-MM-DD', a working day later than the one promised. */
  day: string;
  /** The citizen reads it. */
  reason: string;
  seen?: number | undefined;
}

/** Whether there is a word of ours that may be moved: given, not standing still, and worked on here. */
export function isPromiseMovable({ state, promisedAt }: Pick<ServiceRequest, 'state' | 'promisedAt'>): boolean {
  return promisedAt !== null && isWorkedOn(state) && state !== 'waiting-for-citizen';
}

/** The clock of the law, or of another body, that no promise outlives; undefined: none has a day. */
export function latestPromise(clocks: readonly Clock[]): (Clock & { dueAt: Date }) | undefined {
  return clocks
    .filter((clock): clock is Clock & { dueAt: Date } => isRunning(clock) && bindsUs(clock) && clock.dueAt !== null)
    .sort((left, right) => left.dueAt.getTime() - right.dueAt.getTime())[0];
}

function bindsUs({ purpose }: Clock): boolean {
  return purpose === 'statutory' || purpose === 'partner';
}

/**
 * Ends the clock of the word given before, for ever as late as it is, and starts one that ends on the new day. Held, because the citizen hears of it.
 * Refuses 'step-not-allowed' where the case waits or follows another, 'period-not-running' without a promise, 'reason-missing', 'date-invalid',
 * 'promise-not-later', 'promise-on-day-off' where nobody works on it, 'later-than-law' with the law's last day.
 */
export async function movePromise(tx: Tx, { requestId, day, reason, seen }: MovePromise): Promise<void> {
  const open = await openCase(tx, requestId, seen);
  whoOf(tx.actor, 'promise-move', open);
  const { request } = open;
  if (request.promisedAt === null) throw refuse('period-not-running', { runs: null });
  if (!isPromiseMovable(request)) throw refuse('step-not-allowed', { step: 'move-promise', state: request.state });
  const why = sentenceOf(reason, 'move-promise');
  await giveNewDay(tx, { request, day, why });
}

/**
 * One problem, one crew, one day: the day that a person gave the lead holds for one who follows it, with the same reason, and they hear of it. Nobody is
 * promised a day earlier than before, nor one that their own law does not leave. What has been overtaken passes in silence.
 */
export async function followPromise(
  tx: Tx,
  { requestId, leadId }: { requestId: string; leadId: string },
): Promise<void> {
  const { request } = await openCase(tx, requestId);
  if (request.state !== 'merged' || request.leadId !== leadId || request.promisedAt === null) return;
  const lead = (await historyOf(tx.db, leadId)).findLast(
    ({ what, data }) => what === 'promise-moved' && data.because === 'person',
  );
  if (!lead?.toValue) return;
  const asked = istanbulDay(new Date(lead.toValue));
  const latest = latestPromise(await clocksOfRequest(tx.db, requestId));
  const lastDay = latest === undefined ? asked : istanbulDay(latest.dueAt);
  const day = asked < lastDay ? asked : lastDay;
  if (day <= istanbulDay(request.promisedAt) || day <= istanbulDay(tx.now)) return;
  await giveNewDay(tx, { request, day, why: lead.why ?? '', leadId });
}

interface Given {
  request: ServiceRequest;
  day: string;
  why: string;
  /** Whose day it was first, where it follows another. */
  leadId?: string;
}

async function giveNewDay(tx: Tx, { request, day, why, leadId }: Given): Promise<void> {
  const { id: requestId, promisedAt } = request;
  const clocks = await clocksOfRequest(tx.db, requestId);
  const rule = await ruleUntil(tx, { day, promisedAt: promisedAt!, clocks });
  const given = clocks.filter(({ purpose, endedAt }) => purpose === 'conclusion' && endedAt === null);
  await endClocks(tx, { requestId, reason: 'promise-moved', ids: given.map(({ id }) => id) });
  const follows = given.at(-1)?.id;
  const [clock] = await insertOf(tx, {
    request,
    rules: [rule],
    from: tx.now,
    ...(follows !== undefined && { follows }),
  });
  const to = await showDue(tx, request, await clocksOfRequest(tx.db, requestId));
  await sayPromiseMoved(tx, request, { to, because: 'person', why, leadId });
  tx.record(PromiseMoved(requestId, { late: promisedAt! < tx.now, clockId: clock!.id }));
}

interface NewDay {
  day: string;
  promisedAt: Date;
  clocks: readonly Clock[];
}

/** A period of as many days as there are until then; counted by the calendar, so that a day on which nobody works is noticed. */
async function ruleUntil(tx: Tx, { day, promisedAt, clocks }: NewDay): Promise<ClockRule> {
  if (!isDay(day)) throw refuse('date-invalid', { field: 'day' });
  const today = istanbulDay(tx.now);
  if (day <= today || day <= istanbulDay(promisedAt))
    throw refuse('promise-not-later', { field: 'day', promised: istanbulDay(promisedAt) });
  const latest = latestPromise(clocks);
  if (latest && day > istanbulDay(latest.dueAt))
    throw refuse('later-than-law', { field: 'day', lastDay: istanbulDay(latest.dueAt), clock: latest.rule });
  const rule = ruleOf('revised-promise', { amount: daysBetween(today, day), unit: 'calendar-days' });
  const dueAt = firstDueOf(await calendarInForce(tx.db), rule, tx.now);
  if (dueAt === null) throw refuse('calendar-year-missing', { year: Number(day.slice(0, 4)) });
  if (istanbulDay(dueAt) !== day) throw refuse('promise-on-day-off', { field: 'day' });
  return rule;
}
