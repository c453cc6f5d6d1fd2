/** Which open requests a change of one holiday would move, said before it is saved. Nothing is written. */
import type { HolidayEffects, HolidayTrial } from '../../../contract/clocks.ts';
import type { Language } from '../../../text/language.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { House } from '../../kernel/house.ts';
import { calendarWith, istanbulDay } from '../calendar/door.ts';
import { listRights, ordinaryAmong, trackingNumbersOf, withinSight } from '../requests/door.ts';
import { scopeOf, seesRestricted } from '../staff/door.ts';
import type { ClockMove } from './calendar-change.ts';
import { movesBy } from './calendar-change.ts';
import { clockText, isClockText } from './clock-texts.ts';
import { runningClocksOver } from './store.ts';

const AT_ONCE = 1_000;
/** Enough to see what kind of request moves; each can be opened. */
const SHOWN = 20;

interface Asked {
  trial: HolidayTrial;
  language: Language;
}

export async function holidayEffects(house: House, actor: StaffActor, asked: Asked): Promise<HolidayEffects> {
  const moves = await knownTo(house, actor, await movesOfTrial(house, asked.trial));
  const dues = moves.map(({ clock, to }) => ({ from: clock.dueAt, to }));
  return {
    requests: new Set(moves.map(({ clock }) => clock.requestId)).size,
    later: dues.filter(({ from, to }) => from !== null && to > from).length,
    earlier: dues.filter(({ from, to }) => from !== null && to < from).length,
    promised: dues.filter(({ from }) => from === null).length,
    days: daysOf(moves, asked.language),
    sample: await sampleOf(house, actor, { moves, language: asked.language }),
  };
}

async function movesOfTrial(house: House, trial: HolidayTrial): Promise<ClockMove[]> {
  const calendar = await calendarWith(house.db, trial);
  const now = house.clock.now();
  const moves: ClockMove[] = [];
  for (let after = ''; ;) {
    const clocks = await runningClocksOver(house.db, { day: trial.date, now, after, limit: AT_ONCE });
    moves.push(...movesBy(calendar, clocks, now));
    if (clocks.length < AT_ONCE) return moves;
    after = clocks.at(-1)!.id;
  }
}

/** Restricted ones only for those who may see them all: even their number tells something. */
async function knownTo(house: House, actor: StaffActor, moves: ClockMove[]): Promise<ClockMove[]> {
  if (seesRestricted(actor)) return moves;
  const ordinary = await ordinaryAmong(house.db, idsOf(moves));
  return moves.filter(({ clock }) => ordinary.has(clock.requestId));
}

/** Only what whoever asks may open: an administrator changes the calendar and opens no request. */
async function sampleOf(
  house: House,
  actor: StaffActor,
  { moves, language }: { moves: readonly ClockMove[]; language: Language },
): Promise<HolidayEffects['sample']> {
  if (scopeOf(actor, 'request-read') === 'none') return [];
  const readable = await withinSight(house.db, idsOf(moves), listRights(actor, 'request-read').sights);
  const shown = moves.filter(({ clock }) => readable.has(clock.requestId)).slice(0, SHOWN);
  const numbers = await trackingNumbersOf(house.db, idsOf(shown));
  return shown.map(({ clock, to }) => ({
    requestId: clock.requestId,
    trackingNumber: numbers.get(clock.requestId) ?? '',
    clock: nameOf(clock.rule, language),
    from: clock.dueAt?.toISOString() ?? null,
    to: to.toISOString(),
  }));
}

/** Days and numbers tell nothing about anybody: whoever changes the calendar sees them, without opening a request. */
function daysOf(moves: readonly ClockMove[], language: Language): HolidayEffects['days'] {
  const found = new Map<string, HolidayEffects['days'][number]>();
  for (const { clock, to } of moves) {
    const day = {
      clock: nameOf(clock.rule, language),
      from: clock.dueAt && istanbulDay(clock.dueAt),
      to: istanbulDay(to),
    };
    const key = JSON.stringify(day);
    found.set(key, { ...day, periods: (found.get(key)?.periods ?? 0) + 1 });
  }
  return [...found.values()].sort((left, right) => right.periods - left.periods).slice(0, SHOWN);
}

function nameOf(rule: string, language: Language): string {
  const name = `clock.${rule}`;
  return isClockText(name) ? clockText(name, language) : rule;
}

function idsOf(moves: readonly ClockMove[]): string[] {
  return [...new Set(moves.map(({ clock }) => clock.requestId))];
}
