import { Type } from 'typebox';
import { ById } from '../../../contract/request-acts.ts';
import {
  ClockExplained,
  ClockLanguage,
  ClocksAnswer,
  HolidayEffects,
  HolidayTrial,
  NewExtension,
  NewFee,
  NewPayment,
  NewPromise,
  NewRemedy,
  NewRemedyDecision,
} from '../../../contract/clocks.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import type { Route } from '../../kernel/http/route.ts';
import { refuse } from '../../kernel/refusals.ts';
import { calendarInForce, isDay } from '../calendar/door.ts';
import { actRoute, heldRoute, readableCase } from '../requests/door.ts';
import { recordRemedy, recordRemedyDecision } from './actions/record-remedy.ts';
import { explainClock } from './explain-clock.ts';
import { holidayEffects } from './holiday-effects.ts';
import { presentClocks } from './present.ts';
import { seasonOfClock } from './season-of-clock.ts';
import { partnerPeriodRoutes } from './setting-routes.ts';
import { clocksOfRequest } from './store.ts';

/** The clocks block of the request page, and the answer to "why this day?". */
const readRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/:id/clocks',
    summary: 'The clocks of a request, running, stopped and ended, and what may be done about its periods',
    who: 'staff',
    params: ById,
    query: ClockLanguage,
    response: ClocksAnswer,
    async handle({ house, actor, params, query }) {
      const found = await readableCase(house.db, staffOf(actor), params.id);
      return presentClocks(house, staffOf(actor), { found, language: query.language });
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/:id/clocks/:clock',
    summary: 'Why a clock is due on its day, day by day, with its stops, cuts and extensions',
    who: 'staff',
    params: Type.Object({ id: ById.properties.id, clock: ById.properties.id }),
    query: ClockLanguage,
    response: ClockExplained,
    async handle({ house, actor, params, query }) {
      const { request } = await readableCase(house.db, staffOf(actor), params.id);
      const all = await clocksOfRequest(house.db, params.id);
      const clock = all.find(({ id }) => id === params.clock);
      if (!clock) throw refuse('not-found');
      const calendar = await calendarInForce(house.db);
      const { dueDay: _, ...rest } = explainClock({
        ...{ clock, all, calendar },
        season: await seasonOfClock(house.db, request, clock),
        now: house.clock.now(),
        language: query.language,
      });
      const { rules, story, days, warnings } = rest;
      return { ...rest, rules: [...rules], story: [...story], days: [...days], warnings: [...warnings] };
    },
  }),
];

const calendarRoutes: Route[] = [
  apiRoute({
    method: 'POST',
    path: '/api/v1/holidays/effects',
    summary: 'Which open requests a change of one holiday would move, and how; nothing is saved',
    who: ['settings-change'],
    query: ClockLanguage,
    body: HolidayTrial,
    response: HolidayEffects,
    handle({ house, actor, query, body }) {
      if (!isDay(body.date)) throw refuse('input-invalid', { field: 'date' });
      return holidayEffects(house, staffOf(actor), { trial: body, language: query.language });
    },
  }),
];

const promiseRoutes: Route[] = [
  heldRoute(
    {
      of: 'requests',
      path: 'promise',
      summary: 'Gives the citizen another day with the reason, never later than the law’s',
      needs: 'promise-move',
      body: NewPromise,
      act: 'move-promise',
    },
    (requestId, given) => ({ requestId, ...given }),
  ),
];

const foiRoutes: Route[] = [
  heldRoute(
    {
      of: 'requests',
      path: 'extension',
      summary: 'Lengthens the period of an information request on a ground of 4982 m.11, with notice',
      needs: 'period-change',
      body: NewExtension,
      act: 'extend-period',
    },
    (requestId, given) => ({ requestId, ...given }),
  ),
  heldRoute(
    {
      of: 'requests',
      path: 'fee',
      summary: 'Notifies the fee of an information request, which cuts its period',
      needs: 'period-change',
      body: NewFee,
      act: 'notify-fee',
    },
    (requestId, given) => ({ requestId, ...given }),
  ),
  heldRoute(
    {
      of: 'requests',
      path: 'fee-payment',
      summary: 'The fee was paid: the period starts anew on the day after',
      needs: 'period-change',
      body: NewPayment,
      act: 'fee-paid',
    },
    (requestId, given) => ({ requestId, ...given }),
  ),
];

const remedyRoutes: Route[] = [
  actRoute(
    {
      of: 'requests',
      path: 'remedies',
      summary: 'Records that the citizen went to a board, the court or the ombudsman against the answer or the silence',
      needs: 'objection-record',
      body: NewRemedy,
    },
    (tx, requestId, given) => recordRemedy(tx, { requestId, ...given }),
  ),
  actRoute(
    {
      of: 'requests',
      path: 'remedy-decision',
      summary: 'Records what that body decided on what waited there; nothing reopens by itself',
      needs: 'objection-record',
      body: NewRemedyDecision,
    },
    (tx, requestId, given) => recordRemedyDecision(tx, { requestId, ...given }),
  ),
];

export const deadlineRoutes: Route[] = [
  ...readRoutes,
  ...calendarRoutes,
  ...partnerPeriodRoutes,
  ...promiseRoutes,
  ...foiRoutes,
  ...remedyRoutes,
];
