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
import { isLegalKind, isOpen, isReachable, mayOn } from '../requests/door.ts';
import { isPromiseMovable, latestPromise } from './actions/move-promise.ts';
import type { Clock } from './clock.ts';
import { isRunning, openStopOf, wasTakenBack } from './clock.ts';
import { clockText, isClockText } from './clock-texts.ts';
import { periodInWords } from './explain.ts';
import type { Fee } from './foi-store.ts';
import { extensionsOf, latestFeeOf } from './foi-store.ts';
import { remediesOf, silenceOf } from './outlook.ts';
import { bodiesFor, carryOutOf, isOwed, mayBeTaken } from './remedies-taken.ts';
import type { RemedyTaken } from './remedy-store.ts';
import { remediesTaken } from './remedy-store.ts';
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
  const [extensions, fee] = isFoi
    ? await Promise.all([extensionsOf(house.db, request.id), latestFeeOf(house.db, request.id)])
    : [[], undefined];
  const taken = await remediesTaken(house.db, request.id);
  const calendar = await calendarInForce(house.db);
  const remedies = remediesOf(request, clocks, calendar);
  return {
    clocks: clocks.map((clock) => ({
      ...shown(clock, clocks, language),
      businessDaysLeft: businessDaysLeft(clock, calendar, house.clock.now()),
    })),
    foi: isFoi ? presentFoi({ extension: extensions.at(-1), fee, clocks }) : null,
    refusedBySilence: silenceOf(clocks)?.toISOString() ?? null,
    remedies: remedies.map(({ law, text, lastDay }) => ({ law, text, lastDay })),
    taken: taken.map((each) => presentTaken(each, clocks, calendar)),
    mayTake: mayTakeOf(found, taken),
    reachable: isReachable(request),
    may: mayOf(actor, found, { clocks, fee, taken }),
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

function shown(clock: Clock, all: readonly Clock[], language: Language): Omit<ClockShown, 'businessDaysLeft'> {
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
    takenBack: wasTakenBack(clock, all),
    stopped: stop ? { cause: stop.cause, since: stop.from.toISOString() } : null,
  };
}

interface FoiParts {
  extension: Awaited<ReturnType<typeof extensionsOf>>[number] | undefined;
  fee: Fee | undefined;
  clocks: Clock[];
}

function presentFoi({ extension, fee, clocks }: FoiParts): ClocksAnswer['foi'] {
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
  };
}

function presentTaken(
  remedy: RemedyTaken,
  clocks: readonly Clock[],
  calendar: BusinessCalendar,
): ClocksAnswer['taken'][number] {
  const { body, takenOn, fileNumber, result, decidedOn } = remedy;
  const asks = carryOutOf(calendar, remedy);
  return {
    ...{ body, takenOn, fileNumber, result, decidedOn },
    carryOut: asks && { ...asks, isOwed: isOwed(remedy, clocks) },
  };
}

/** Of each body one at a time. */
function mayTakeOf({ request }: ReadableCase, taken: readonly RemedyTaken[]): ClocksAnswer['mayTake'] {
  const waits = (body: string) => taken.some((each) => each.body === body && each.result === null);
  return bodiesFor(request.kind).filter((body) => mayBeTaken(request, body) && !waits(body));
}

interface MayParts {
  clocks: Clock[];
  fee: Fee | undefined;
  taken: RemedyTaken[];
}

/** Offered only where the law knows it: for other kinds none of these exists, so none is shown as "not now". */
function mayOf(actor: StaffActor, found: ReadableCase, { clocks, fee, taken }: MayParts): ClocksAnswer['may'] {
  const { request } = found;
  const openness = (right: Right, now: boolean): Openness => {
    if (request.kind !== 'foi' || !mayOn(actor, right, found)) return 'not-yours';
    return now ? 'open' : 'not-now';
  };
  const runs = (rule: string) =>
    isOpen(request.state) && clocks.some((clock) => clock.rule === rule && isRunning(clock));
  const feeClock = clocks.find(({ id }) => id === fee?.clockId);
  const isMissed = feeClock?.endReason === 'deemed-withdrawn' && request.state === 'withdrawn';
  const movable =
    isPromiseMovable(request) && (latestPromise(clocks)?.dueAt ?? request.promisedAt!) > request.promisedAt!;
  return {
    movePromise: !mayOn(actor, 'promise-move', found) ? 'not-yours' : movable ? 'open' : 'not-now',
    extend: openness('period-change', runs('foi')),
    notifyFee: openness('period-change', fee === undefined && (runs('foi') || runs('foi-extended'))),
    feePaid: openness('period-change', fee?.paidOn === null && (runs('foi-fee') || isMissed)),
    ...mayRecord(actor, found, taken),
  };
}

/** Against what was said or not said: an ordinary request that is open has neither yet. A decision is recorded where one is waited for. */
function mayRecord(
  actor: StaffActor,
  found: ReadableCase,
  taken: readonly RemedyTaken[],
): Pick<ClocksAnswer['may'], 'remedy' | 'decision'> {
  if (!mayOn(actor, 'objection-record', found)) return { remedy: 'not-yours', decision: 'not-yours' };
  const { request } = found;
  const isAnswerable = isLegalKind(request.kind) || !isOpen(request.state);
  const waits = taken.some(({ result }) => result === null);
  return {
    remedy: isAnswerable && mayTakeOf(found, taken).length > 0 ? 'open' : 'not-now',
    // What was never taken is not missing: nothing is shown as "not now".
    decision: waits ? 'open' : taken.length === 0 ? 'not-yours' : 'not-now',
  };
}
