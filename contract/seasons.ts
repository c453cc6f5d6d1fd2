// Seasons as the API says them: when they hold, and what they put in the place of a topic's standard and words.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';
import { Period } from './catalogue.ts';
import { oneOf } from './rights.ts';

const strict = { additionalProperties: false };
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const texts = (maxLength: number) =>
  Type.Object({ tr: Type.String({ maxLength }), en: Type.String({ maxLength }) }, strict);

export const SeasonCode = Type.String({ pattern: '^[a-z][a-z0-9-]{1,29}$' });
/** A day of any year: `11-15`. */
const YearDay = Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' });

/** on, off: by hand, whatever the day · dates: from its first day to its last. */
export const SWITCHED = ['on', 'off', 'dates'] as const;
export type Switched = (typeof SWITCHED)[number];

const Standard = Type.Object({ firstResponse: Type.Optional(Period), conclusion: Type.Optional(Period) }, strict);

export const SeasonTopic = Type.Object(
  {
    topic: Type.String({ pattern: '^[A-Z]{3}-[0-9]{2}$' }),
    /** What is left out stays the topic's own. */
    standard: Standard,
    /** What the citizen is told about this topic while the season is on; empty: nothing more than the season's notice. */
    told: texts(500),
  },
  strict,
);
export type SeasonTopic = Static<typeof SeasonTopic>;

export const RecordedTexts = Type.Object({ sms: texts(480), email: texts(4000) }, strict);
export type RecordedTexts = Static<typeof RecordedTexts>;

const season = {
  code: SeasonCode,
  /** `Kar modu` */
  name: texts(60),
  /** What everybody reads on the portal while it is on. */
  notice: texts(500),
  /** Both are days in it; it may reach over the new year. Null: only by hand. */
  from: orNull(YearDay),
  to: orNull(YearDay),
  /** Where two that are on name the same topic, the lower number holds. */
  position: Type.Integer({ minimum: 1, maximum: 99 }),
  topics: Type.Array(SeasonTopic, { maxItems: 300 }),
  /** With which words the number is told when a request of its topics is recorded, fields and all; empty in both languages: the ordinary ones. */
  recorded: RecordedTexts,
  active: Type.Boolean(),
  version: Type.Integer(),
};

/** As the administrator writes it; `version`: the one that was read, 0 for a new one. */
export const SeasonGiven = Type.Object(season, strict);
export type SeasonGiven = Static<typeof SeasonGiven>;

export const Season = Type.Object({ ...season, switched: oneOf(SWITCHED) });
export type Season = Static<typeof Season>;

export const SeasonShown = Type.Object({
  ...season,
  switched: oneOf(SWITCHED),
  /** Whether it is on at this moment. */
  on: Type.Boolean(),
  /** What it changes, for those of its topics that are offered: the topic's own standard, and the one while it is on. */
  changes: Type.Array(
    Type.Object({ topic: Type.String(), name: texts(200), before: Standard, after: Standard, told: texts(500) }),
  ),
});
export type SeasonShown = Static<typeof SeasonShown>;

export const SeasonChange = Type.Object({ season: SeasonGiven, reason: Type.String({ maxLength: 500 }) }, strict);

export const SeasonSwitch = Type.Object(
  { to: oneOf(SWITCHED), version: Type.Integer(), reason: Type.String({ maxLength: 500 }) },
  strict,
);
export type SeasonSwitch = Static<typeof SeasonSwitch>;

/** What is on now, as the desk and whoever takes a call must know it. */
export const SeasonsOn = Type.Array(
  Type.Object({ code: Type.String(), name: texts(60), notice: texts(500), topics: Type.Array(SeasonTopic) }),
);
export type SeasonsOn = Static<typeof SeasonsOn>;
