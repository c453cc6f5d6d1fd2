// Holidays and working hours as the API says them; shared by the server and the browser.
import { Type } from 'typebox';
import type { Static } from 'typebox';

const texts = Type.Object(
  { tr: Type.String({ minLength: 1, maxLength: 120 }), en: Type.String({ minLength: 1, maxLength: 120 }) },
  { additionalProperties: false },
);

export const HolidayKind = Type.Union([
  Type.Literal('official'),
  Type.Literal('administrative-leave'),
  Type.Literal('local-closure'),
]);

const holiday = {
  date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  /** 'HH:MM' when only the rest of the day is off. */
  startsAt: Type.Union([Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }), Type.Null()]),
  name: texts,
  kind: HolidayKind,
  source: Type.String({ minLength: 1, maxLength: 300 }),
  confirmed: Type.Boolean(),
  version: Type.Integer(),
};

export const Holiday = Type.Object(holiday);
export type Holiday = Static<typeof Holiday>;

/** `version`: the one that was read; 0 for a new holiday. A holiday is known by its date, kind and Turkish name. */
export const HolidayChange = Type.Object(
  { ...holiday, reason: Type.Optional(Type.String({ maxLength: 500 })) },
  { additionalProperties: false },
);

const named = { date: holiday.date, kind: HolidayKind, name: Type.String({ minLength: 1, maxLength: 120 }) };

/** By its Turkish name. */
export const HolidayNamed = Type.Object(named, { additionalProperties: false });

export const HolidayRemoval = Type.Object(
  {
    ...named,
    version: Type.Integer(),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  },
  { additionalProperties: false },
);

const clockTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });

const week = {
  /** 1 = Monday … 7 = Sunday. */
  workingDays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 }),
  hours: Type.Array(Type.Object({ from: clockTime, to: clockTime }, { additionalProperties: false }), {
    minItems: 1,
    maxItems: 4,
  }),
  /** Whether administrative leave and local closures stop service targets. They never stop a legal period. */
  closuresPauseService: Type.Boolean(),
  version: Type.Integer(),
};

export const WorkingWeek = Type.Object(week);
export type WorkingWeek = Static<typeof WorkingWeek>;

export const WorkingWeekChange = Type.Object(
  { ...week, reason: Type.Optional(Type.String({ maxLength: 500 })) },
  { additionalProperties: false },
);
