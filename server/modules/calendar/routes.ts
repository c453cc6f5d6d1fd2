import { Type } from 'typebox';
import { Revision } from '../../../contract/catalogue.ts';
import {
  Holiday,
  HolidayChange,
  HolidayNamed,
  HolidayRemoval,
  WorkingWeek,
  WorkingWeekChange,
} from '../../../contract/calendar.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Route } from '../../kernel/http/route.ts';
import { apiRoute } from '../../kernel/http/route.ts';
import { shownRevision } from '../../kernel/revisions.ts';
import { removeHoliday, saveHoliday } from './actions/save-holiday.ts';
import { saveWorkingWeek } from './actions/save-working-week.ts';
import { yearOf, istanbulDay } from './istanbul-time.ts';
import { holidayRevisions, listHolidays, workingWeek, workingWeekRevisions } from './queries.ts';

export const calendarRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/holidays',
    summary: "A year's holidays; without a year, this one's",
    who: 'staff',
    query: Type.Object(
      { year: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2999 })) },
      { additionalProperties: false },
    ),
    response: Type.Array(Holiday),
    handle: ({ house, query }) => listHolidays(house.db, query.year ?? yearOf(istanbulDay(house.clock.now()))),
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/holidays',
    summary: 'Adds or changes a holiday; every version is kept, and the clocks that run over it are counted anew',
    who: ['settings-change'],
    body: HolidayChange,
    response: Holiday,
    handle({ house, actor, body }) {
      const { reason, ...holiday } = body;
      return inTransaction(house, { actor }, (tx) => saveHoliday(tx, holiday, reason));
    },
  }),
  apiRoute({
    method: 'DELETE',
    path: '/api/v1/holidays',
    summary: 'Takes a holiday out of the calendar',
    who: ['settings-change'],
    body: HolidayRemoval,
    response: Type.Object({ done: Type.Boolean() }),
    async handle({ house, actor, body }) {
      const { version, reason, ...key } = body;
      await inTransaction(house, { actor }, (tx) => removeHoliday(tx, key, { version, reason }));
      return { done: true };
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/working-week',
    summary: 'The working days and hours',
    who: 'staff',
    response: WorkingWeek,
    async handle({ house }) {
      const { workingDays, hours, ...rest } = await workingWeek(house.db);
      return { ...rest, workingDays: [...workingDays], hours: [...hours] };
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/working-week/revisions',
    summary: 'Every version the working week had, newest first: who, when and why',
    who: ['settings-history'],
    response: Type.Array(Revision),
    handle: async ({ house }) => (await workingWeekRevisions(house.db)).map(shownRevision),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/holidays/revisions',
    summary: 'Every version one holiday had, newest first: who, when and why',
    who: ['settings-history'],
    query: HolidayNamed,
    response: Type.Array(Revision),
    handle: async ({ house, query }) => (await holidayRevisions(house.db, query)).map(shownRevision),
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/working-week',
    summary: 'Changes the working days and hours; dates already promised stay',
    who: ['settings-change'],
    body: WorkingWeekChange,
    response: WorkingWeek,
    async handle({ house, actor, body }) {
      const { reason, ...week } = body;
      const saved = await inTransaction(house, { actor }, (tx) => saveWorkingWeek(tx, week, reason));
      return { ...saved, workingDays: [...saved.workingDays], hours: [...saved.hours] };
    },
  }),
];
