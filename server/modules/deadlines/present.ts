/** The clocks of a request as the desk says them, with what may be done about its periods by this person now. */
import type { ClockShown, ClocksAnswer } from '../../../contract/clocks.ts';
import type { Openness } from '../../../contract/requests.ts';
import type { Right } from '../../../contract/rights.ts';
import type { Language } from '../../../text/language.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { House } from '../../kernel/house.ts';
import type { BusinessCalendar } from '../calendar/door.ts';
import { businessDaysUntil, calendarInForce, istanbulDay } from '../calendar/door.ts';
import type { ReadableCase } from '../requests/door.ts';
import { isOpen, isReachable, mayOn } from '../requests/door.ts';
import { isPromiseMovable, latestPromise } from './actions/move-promise.ts';
import type { Clock } from './clock.ts';
import { isRunning, openStopOf } from './clock.ts';
import { clockText, isClockText } from './clock-texts.ts';
import { periodInWords } from './explain.ts';
import type { Fee, Objection } from './foi-store.ts';
import { extensionsOf, latestFeeOf, objectionsOf } from './foi-store.ts';
import { remediesOf, silenceOf } from './outlook.ts';
import { clocksOfRequest } from './store.ts';
import { countsByLaw } from './which-clocks.ts';

export async function presentClocks(
  house: House,
  actor: StaffActor,
  { found, language }: { found: ReadableCase; language: Language },
): Promise<ClocksAnswer> {
  const { request } = found;
  const clocks = await clocksOfRequest(house.db, request.id);
  const isFoi = request.kind === 'foi';
  const [extensions, fee, objections] = isFoi
    ? await Promise.all([
        extensionsOf(house.db, request.id),
        latestFeeOf(house.db, request.id),
        objectionsOf(house.db, request.id),
      ])
    : [[], undefined, []];
  const calendar = await calendarInForce(house.db);
  const remedies = remediesOf(request, clocks, calendar);
  return {
    clocks: clocks.map((clock) => ({
      ...shown(clock, language),
      businessDaysLeft: businessDaysLeft(clock, calendar, house.clock.now()),
    })),
    foi: isFoi ? presentFoi({ extension: extensions.at(-1), fee, objections, clocks }) : null,
    refusedBySilence: silenceOf(clocks)?.toISOString() ?? null,
    remedies: remedies.map(({ law, text, lastDay }) => ({ law, text, lastDay })),
    reachable: isReachable(request),
    may: mayOf(actor, found, { clocks, fee, objections }),
    promiseAtLatest: lastDayOf(clocks),
  };
}

/** No promise is moved beyond it; null: no clock of the law or of a partner has a day. */
function lastDayOf(clocks: readonly Clock[]): string | null {
  const latest = latestPromise(clocks);
  return latest ? istanbulDay(latest.dueAt) : null;
}

function businessDaysLeft(clock: Clock, calendar: BusinessCalendar, now: Date): number | null {
  if (clock.unit !== 'business-days' || clock.dueAt === null || !isRunning(clock) || openStopOf(clock)) return null;
  return businessDaysUntil(calendar, clock.dueAt, { now, legal: countsByLaw(clock) });
}

function shown(clock: Clock, language: Language): Omit<ClockShown, 'businessDaysLeft'> {
  const { id, purpose, legalBasis, endReason, startedAt, dueAt, endedAt } = clock;
  const stop = openStopOf(clock);
  const name = `clock.${clock.rule}`;
  return {
    ...{ id, purpose, legalBasis, endReason },
    name: isClockText(name) ? clockText(name, language) : clock.rule,
    period: periodInWords(clock, language),
    startedAt: startedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    stopped: stop ? { cause: stop.cause, since: stop.from.toISOString() } : null,
  };
}

interface FoiParts {
  extension: Awaited<ReturnType<typeof extensionsOf>>[number] | undefined;
  fee: Fee | undefined;
  objections: Objection[];
  clocks: Clock[];
}

function presentFoi({ extension, fee, objections, clocks }: FoiParts): ClocksAnswer['foi'] {
  const feeClock = clocks.find(({ id }) => id === fee?.clockId);
  return {
    extension: extension
      ? { ground: extension.ground, reason: extension.reason, notifiedAt: extension.notifiedAt.toISOString() }
      : null,
    fee: fee
      ? {
          amountKurus: fee.amountKurus,
          whatFor: fee.whatFor,
          notifiedAt: fee.notifiedAt.toISOString(),
          dueAt: feeClock?.dueAt?.toISOString() ?? null,
          paidOn: fee.paidOn,
          receipt: fee.receipt,
        }
      : null,
    objections: objections.map(({ objectedOn, boardNumber, result, decidedOn }) => ({
      ...{ objectedOn, boardNumber, result, decidedOn },
    })),
  };
}

interface MayParts {
  clocks: Clock[];
  fee: Fee | undefined;
  objections: Objection[];
}

/** Offered only where the law knows it: for other kinds none of these exists, so none is shown as "not now". */
function mayOf(actor: StaffActor, found: ReadableCase, { clocks, fee, objections }: MayParts): ClocksAnswer['may'] {
  const { request } = found;
  const openness = (right: Right, now: boolean): Openness => {
    if (request.kind !== 'foi' || !mayOn(actor, right, found)) return 'not-yours';
    return now ? 'open' : 'not-now';
  };
  const runs = (rule: string) =>
    isOpen(request.state) && clocks.some((clock) => clock.rule === rule && isRunning(clock));
  const feeClock = clocks.find(({ id }) => id === fee?.clockId);
  const isMissed = feeClock?.endReason === 'deemed-withdrawn' && request.state === 'withdrawn';
  const waiting = objections.some(({ result }) => result === null);
  const movable =
    isPromiseMovable(request) && (latestPromise(clocks)?.dueAt ?? request.promisedAt!) > request.promisedAt!;
  return {
    movePromise: !mayOn(actor, 'promise-move', found) ? 'not-yours' : movable ? 'open' : 'not-now',
    extend: openness('period-change', runs('foi')),
    notifyFee: openness('period-change', fee === undefined && (runs('foi') || runs('foi-extended'))),
    feePaid: openness('period-change', fee?.paidOn === null && (runs('foi-fee') || isMissed)),
    objection: openness('objection-record', !waiting),
    decision: openness('objection-record', waiting),
  };
}
