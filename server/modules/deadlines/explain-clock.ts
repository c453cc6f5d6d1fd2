/** Why a stored clock is due on its day, with its whole life: stops, cuts, extensions, its end. Explains; never counts by itself. */
import { formatDateTime, formatDay } from '../../../text/format.ts';
import type { Language, Texts } from '../../../text/language.ts';
import type { BusinessCalendar } from '../calendar/door.ts';
import { istanbulDay } from '../calendar/door.ts';
import type { Clock } from './clock.ts';
import { computeDueOf, wasTakenBack } from './clock.ts';
import type { Explanation } from './explain.ts';
import { explainDeadline, explainRule } from './explain.ts';
import type { LifeText } from './life-texts.ts';
import { lifeText } from './life-texts.ts';
import { oddities } from './oddities.ts';
import { ruleOf } from './which-clocks.ts';

export interface ClockQuestion {
  clock: Clock;
  /** All clocks of the same request: what this one follows, and what it is beside. */
  all: readonly Clock[];
  calendar: BusinessCalendar;
  now: Date;
  language: Language;
  /** The season whose standard it is; null: the topic's own, or a law's. */
  season?: Texts | null;
}

/**
 * Counted again by today's calendar: a holiday announced since shows, and where the stored day differs (a promise never moves later by itself) the
 * explanation says both.
 */
export function explainClock(question: ClockQuestion): Explanation {
  const { clock, calendar, now, language } = question;
  const rule = ruleOf(clock.rule, clock);
  const due = computeDueOf(calendar, clock, clock.endedAt ?? now);
  const story = storyOf(question, due?.dueAt ?? null);
  if (due !== null) return { ...explainDeadline({ rule, due, language }), story };
  return { ...explainRule(rule, language), story, dueDay: null, days: [], dueAt: null, warnings: [], silence: null };
}

function storyOf({ clock, all, language, season }: ClockQuestion, counted: Date | null): string[] {
  const say = (key: LifeText, values?: Record<string, string>) => lifeText(key, language, values);
  const moment = (at: Date) => formatDateTime(at, language, { year: true });
  const followed = all.find(({ id }) => id === clock.follows)?.endReason;
  return [
    ...(season ? [say('season', { name: season[language] })] : []),
    ...(followed && isFollow(followed) && clock.purpose !== 'citizen' ? [say(`follows.${followed}`)] : []),
    ...clock.stops.map(({ cause, from, until }) =>
      until === null
        ? say(`stop.still-${cause}`, { from: moment(from) })
        : say(`stop.${cause}`, { from: moment(from), until: moment(until) }),
    ),
    ...oddities(clock, all).map((odd) => say(`odd.${odd}`)),
    ...movedSince(clock, counted, language),
    ...endOf(clock, language),
    ...(wasTakenBack(clock, all) ? [say('ended.taken-back')] : []),
  ];
}

const FOLLOWS = ['extended', 'fee-notice', 'kind-changed', 'interim-answer', 'promise-moved', 'responded'] as const;

function isFollow(reason: string): reason is (typeof FOLLOWS)[number] {
  return FOLLOWS.some((each) => each === reason);
}

function movedSince({ dueAt, stops }: Clock, counted: Date | null, language: Language): string[] {
  if (dueAt === null) return [lifeText('odd.no-calendar', language)];
  const stands = stops.some(({ until }) => until === null);
  if (counted === null || stands || istanbulDay(dueAt) === istanbulDay(counted)) return [];
  const day = (at: Date) => formatDay(at, language, { year: true });
  return [lifeText('odd.moved-since', language, { stored: day(dueAt), counted: day(counted) })];
}

function endOf({ endedAt, endReason, dueAt, purpose }: Clock, language: Language): string[] {
  if (endedAt === null || endReason === null) return [];
  const values = {
    moment: formatDateTime(endedAt, language, { year: true }),
    day: formatDay(dueAt ?? endedAt, language, { year: true }),
  };
  const isLate = dueAt !== null && endedAt > dueAt && purpose !== 'silence';
  return [lifeText(`ended.${endReason}`, language, values), ...(isLate ? [lifeText('ended.late', language)] : [])];
}
