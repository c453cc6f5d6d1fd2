import type { FiguresQuery as Asked } from '../../../contract/figures.ts';
import { Figures, FiguresQuery } from '../../../contract/figures.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { House } from '../../kernel/house.ts';
import type { Route } from '../../kernel/http/route.ts';
import { apiRoute } from '../../kernel/http/route.ts';
import { refuse } from '../../kernel/refusals.ts';
import { istanbulDay, yearOf } from '../calendar/door.ts';
import { may } from '../staff/door.ts';
import { figuresAsCsv } from './print.ts';
import { figures } from './queries.ts';

export const reportingRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/figures',
    summary: "A year's (or period's) figures, counted from the records now",
    who: 'staff',
    query: FiguresQuery,
    response: Figures,
    handle: ({ house, actor, query }) => asked(house, actor, query),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/figures.csv',
    summary: 'The same figures as one file, a line for each cell',
    who: 'staff',
    query: FiguresQuery,
    async handle({ house, actor, query, reply }) {
      const counted = await asked(house, actor, query);
      const { from, to } = counted.period;
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="figures-${from}-${to}.csv"`)
        .send(figuresAsCsv(counted, query.language ?? 'tr'));
    },
  }),
];

function asked(house: House, actor: Actor, { year, from, to, cutOff }: Asked): Promise<Figures> {
  if (!may(actor, 'figures-read')) throw refuse('not-allowed');
  const now = house.clock.now();
  const period = from !== undefined && to !== undefined ? { from, to } : { year: year ?? yearOf(istanbulDay(now)) };
  return figures(house.db, { period, cutOff: cutOff === undefined ? undefined : instantOf(cutOff), now });
}

function instantOf(text: string): Date {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) throw refuse('date-invalid', { field: 'cutOff' });
  return instant;
}
