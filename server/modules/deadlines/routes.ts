import { Type } from 'typebox';
import { ById } from '../../../contract/request-acts.ts';
import { ClockExplained, ClockLanguage, ClockShown } from '../../../contract/clocks.ts';
import type { Language } from '../../../text/language.ts';
import type { Db } from '../../kernel/db/database.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import type { Route } from '../../kernel/http/route.ts';
import { refuse } from '../../kernel/refusals.ts';
import { calendarInForce, computeDue } from '../calendar/door.ts';
import { readableCase } from '../requests/door.ts';
import { explainDeadline, periodInWords } from './explain.ts';
import type { Clock } from './store.ts';
import { clocksOfRequest } from './store.ts';
import type { ClockRule, StatutoryClockKey } from './which-clocks.ts';
import { clockRule, clocksFor, countsByLaw, statutoryClockKeys } from './which-clocks.ts';

/** The clocks block of the request page, and the answer to "why this day?". */
export const deadlineRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/:id/clocks',
    summary: 'The clocks of a request; one that has ended stays as it ended',
    who: 'staff',
    params: ById,
    query: ClockLanguage,
    response: Type.Array(ClockShown),
    async handle({ house, actor, params, query }) {
      await readableCase(house.db, staffOf(actor), params.id);
      return (await clocksOfRequest(house.db, params.id)).map((clock) => shown(clock, query.language));
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/:id/clocks/:clock',
    summary: 'Why a clock is due on its day, day by day',
    who: 'staff',
    params: Type.Object({ id: ById.properties.id, clock: ById.properties.id }),
    query: ClockLanguage,
    response: ClockExplained,
    async handle({ house, actor, params, query }) {
      await readableCase(house.db, staffOf(actor), params.id);
      const clock = (await clocksOfRequest(house.db, params.id)).find(({ id }) => id === params.clock);
      if (!clock) throw refuse('not-found');
      const { dueDay: _, rules, days, ...rest } = await explained(house.db, clock, query.language);
      return { ...rest, rules: [...rules], days: [...days], warnings: [...rest.warnings] };
    },
  }),
];

function shown(clock: Clock, language: Language) {
  const { id, purpose, legalBasis, endReason, startedAt, dueAt, endedAt } = clock;
  return {
    ...{ id, purpose, legalBasis, endReason },
    period: periodInWords(clock, language),
    startedAt: startedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}

/** Counted again by today's calendar: a holiday announced since shows, and the stored date beside it stays what was promised. */
async function explained(db: Db, clock: Clock, language: Language) {
  const rule = ruleOf(clock);
  const { amount, unit, startedAt: receivedAt } = clock;
  const due = computeDue(await calendarInForce(db), { receivedAt, amount, unit, legal: countsByLaw(rule) });
  return explainDeadline({ rule, due, language });
}

/** The rule as it was when the clock started: the law's, with the period that was written down then. */
function ruleOf({ rule, amount, unit }: Clock): ClockRule {
  if ((statutoryClockKeys as readonly string[]).includes(rule)) {
    return { ...clockRule(rule as StatutoryClockKey), amount, unit };
  }
  const period = { amount, unit };
  const topicStandard = rule === 'first-response' ? { firstResponse: period } : { conclusion: period };
  return clocksFor({ kind: 'complaint', channel: 'web', topicStandard })[0]!;
}
