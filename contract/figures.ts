// The year's figures as the API says them; shared by the server and the browser. All tables have one shape, so that a screen,
// a file and a chart read them alike. Numbers are plain numbers; how they are printed is text/format.ts's business.
import { Type } from 'typebox';
import type { Static } from 'typebox';

const texts = Type.Object({ tr: Type.String(), en: Type.String() });

export const FigureColumn = Type.Object({
  key: Type.String(),
  label: texts,
  /** percent: 78.33 means %78,33. days: one decimal. money: in lira. */
  format: Type.Union([Type.Literal('count'), Type.Literal('percent'), Type.Literal('days'), Type.Literal('money')]),
});
export type FigureColumn = Static<typeof FigureColumn>;

export const FigureRow = Type.Object({
  key: Type.String(),
  label: texts,
  /** Rows that are not one of the things listed: what was left out of a top ten, what names no place, what must not be added, the sum. */
  kind: Type.Union([
    Type.Literal('item'),
    Type.Literal('other'),
    Type.Literal('unspecified'),
    Type.Literal('apart'),
    Type.Literal('total'),
  ]),
  /** One for each column; null: cannot be said, because there is nothing to divide by. Never an empty cell. */
  cells: Type.Array(Type.Union([Type.Number(), Type.Null()])),
});
export type FigureRow = Static<typeof FigureRow>;

export const FigureTable = Type.Object({
  key: Type.String(),
  title: texts,
  /** What one count is. */
  unit: texts,
  definition: texts,
  /** What shares are shares of; null where the table has none. */
  denominator: Type.Union([texts, Type.Null()]),
  /** The records it is counted from. */
  source: texts,
  columns: Type.Array(FigureColumn),
  rows: Type.Array(FigureRow),
});
export type FigureTable = Static<typeof FigureTable>;

/** Two ways to the same number; a report whose checks do not hold is not handed out as if they did. */
export const FigureCheck = Type.Object({ sentence: texts, holds: Type.Boolean() });
export type FigureCheck = Static<typeof FigureCheck>;

export const Figures = Type.Object({
  municipality: texts,
  /** First and last day, both within. */
  period: Type.Object({ from: Type.String(), to: Type.String() }),
  /** What happened at or after this instant is not yet known to the figures. */
  cutOff: Type.String(),
  tables: Type.Array(FigureTable),
  checks: Type.Array(FigureCheck),
});
export type Figures = Static<typeof Figures>;

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** A year, or two days. Without a cut-off: the end of the period, or now if it has not ended. */
export const FiguresQuery = Type.Object(
  {
    year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
    from: Type.Optional(day),
    to: Type.Optional(day),
    cutOff: Type.Optional(Type.String({ maxLength: 40 })),
    language: Type.Optional(Type.Union([Type.Literal('tr'), Type.Literal('en')])),
  },
  { additionalProperties: false },
);
export type FiguresQuery = Static<typeof FiguresQuery>;
