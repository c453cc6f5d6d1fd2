// Work of the municipality's own that comes back by a plan: the plan as it is written, and the jobs it makes.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';
import { oneOf } from './rights.ts';

const closed = { additionalProperties: false };
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
/** A day of any year: `10-15`. */
const YearDay = Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' });

/** once: on the first day · weeks: on weekdays of every n-th week · months: on a day of every n-th month. */
export const RHYTHM_KINDS = ['once', 'weeks', 'months'] as const;
export const ON_HOLIDAY = ['next-working-day', 'same-day'] as const;

export const Rhythm = Type.Object(
  {
    kind: oneOf(RHYTHM_KINDS),
    /** The day itself, or the one from which weeks and months are counted. */
    from: Day,
    /** Every how many weeks or months. */
    every: Type.Integer({ minimum: 1, maximum: 52 }),
    /** Monday is 1; of use for weeks alone. */
    weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { maxItems: 7, uniqueItems: true }),
    /** Of use for months alone; a month that is too short has it on its last day. */
    monthDay: Type.Integer({ minimum: 1, maximum: 31 }),
    /** Both are days in it; it may reach over the new year. Null: all the year. */
    within: orNull(Type.Object({ from: YearDay, to: YearDay }, closed)),
  },
  closed,
);
export type Rhythm = Static<typeof Rhythm>;

const plan = {
  /** `Kış budaması`: also said to callers. */
  title: Type.String({ maxLength: 80 }),
  /** What is to be done, for those who do it. */
  todo: Type.String({ maxLength: 500 }),
  topic: Type.String({ maxLength: 6 }),
  /** Null: the topic's own. */
  directorate: orNull(Type.String({ maxLength: 5 })),
  unit: orNull(Type.String({ maxLength: 12 })),
  person: orNull(Id),
  /** One job for each of them and each area; neither: one for the whole municipality. */
  neighbourhoods: Type.Array(Type.Integer({ minimum: 1, maximum: 32_767 }), { maxItems: 200, uniqueItems: true }),
  areas: Type.Array(Type.String({ maxLength: 16 }), { maxItems: 50, uniqueItems: true }),
  /** Streets, or whatever people call the place. */
  street: Type.String({ maxLength: 160 }),
  rhythm: Rhythm,
  /** Code of the season without which it does not come. */
  season: orNull(Type.String({ maxLength: 30 })),
  onHoliday: oneOf(ON_HOLIDAY),
  /** How many days before its day a job stands in the list. */
  daysAhead: Type.Integer({ minimum: 0, maximum: 90 }),
  /** The last day on which it may come by its rhythm; null: until somebody ends it. */
  lastDay: orNull(Day),
};

export const NewWorkPlan = Type.Object(plan, closed);
export type NewWorkPlan = Static<typeof NewWorkPlan>;

export const WorkPlanChange = Type.Object(
  {
    /** `version`: the one that was read. */
    plan: Type.Object({ ...plan, version: Type.Integer({ minimum: 1 }) }, closed),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  },
  closed,
);
export type WorkPlanChange = Static<typeof WorkPlanChange>;

const PlannedDay = Type.Object({
  day: Day,
  /** The day its rhythm names, where a holiday moved it. */
  movedFrom: orNull(Day),
});

export const WorkPlan = Type.Object({
  ...plan,
  id: Id,
  version: Type.Integer(),
  directorate: Type.String(),
  /** The days on which it comes next; none: it is over. */
  next: Type.Array(PlannedDay),
  /** Whether the reader may change it. */
  mayChange: Type.Boolean(),
});
export type WorkPlan = Static<typeof WorkPlan>;

export const WorkPlans = Type.Object({
  plans: Type.Array(WorkPlan),
  /** Codes of the directorates the reader may plan for; null: for all. */
  mayPlanFor: orNull(Type.Array(Type.String())),
});
export type WorkPlans = Static<typeof WorkPlans>;

export const PlanPreview = Type.Object({
  days: Type.Array(PlannedDay),
  /** How many jobs each of these days brings. */
  jobsADay: Type.Integer(),
  faults: Type.Array(Type.Object({ where: Type.String(), problem: Type.String() })),
});
export type PlanPreview = Static<typeof PlanPreview>;

export const JOB_STATES = ['due', 'done', 'skipped', 'taken-back'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** Which heap of the list a job lies in. */
export const JOB_WHEN = ['late', 'this-week', 'later', 'ended'] as const;
export type JobWhen = (typeof JOB_WHEN)[number];

export const PlannedJob = Type.Object({
  id: Id,
  planId: Id,
  title: Type.String(),
  todo: Type.String(),
  topic: Type.String(),
  directorate: Type.String(),
  unit: orNull(Type.String()),
  person: orNull(Type.Object({ id: Id, name: Type.String() })),
  neighbourhood: orNull(Type.Integer()),
  area: orNull(Type.String()),
  street: Type.String(),
  /** When it is to be done. */
  day: Day,
  /** The day its plan wants it on, where somebody put it off. */
  putOffFrom: orNull(Day),
  movedFrom: orNull(Day),
  state: oneOf(JOB_STATES),
  when: oneOf(JOB_WHEN),
  /** When and by whom it was called done or skipped, and what they wrote. */
  endedAt: orNull(Type.String()),
  endedBy: orNull(Type.String()),
  note: orNull(Type.String()),
  mayDo: Type.Boolean(),
  mayHand: Type.Boolean(),
});
export type PlannedJob = Static<typeof PlannedJob>;

export const PlannedJobs = Type.Object({
  today: Day,
  jobs: Type.Array(PlannedJob),
  /** There are more than are shown. */
  more: Type.Boolean(),
});
export type PlannedJobs = Static<typeof PlannedJobs>;

export const PlannedJobDone = Type.Object({ note: Type.String({ maxLength: 500 }) }, closed);
export const PlannedJobSkipped = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }, closed);
/** Null: it lies with the unit or the directorate again. */
export const PlannedJobHanded = Type.Object({ person: orNull(Id) }, closed);

/** `from`: the day that was read; another one meanwhile is answered 'changed-meanwhile'. */
export const PlannedJobPutOff = Type.Object(
  { day: Day, reason: Type.String({ minLength: 1, maxLength: 500 }), from: Day },
  closed,
);
export const PlannedJobPutBack = Type.Object({ from: Day }, closed);

export const PlannedJobSteps = Type.Array(
  Type.Object({
    at: Type.String(),
    /** Null: the house itself. */
    by: orNull(Type.String()),
    what: Type.String(),
    /** Name of the person it was handed to. */
    to: orNull(Type.String()),
    /** Of one that was put off or back. */
    fromDay: orNull(Day),
    toDay: orNull(Day),
    why: orNull(Type.String()),
  }),
);
export type PlannedJobSteps = Static<typeof PlannedJobSteps>;

export const PlannedNearQuery = Type.Object(
  {
    topic: Type.String({ maxLength: 6 }),
    neighbourhood: Type.Optional(Type.Integer({ minimum: 1, maximum: 32_767 })),
  },
  closed,
);
export type PlannedNearQuery = Static<typeof PlannedNearQuery>;

/** ahead: it comes · late: it was planned, and nobody has called it done · done: somebody was there. */
export const HEARD_KINDS = ['ahead', 'late', 'done'] as const;
export const HEARD_PLACES = ['neighbourhood', 'area', 'everywhere'] as const;
export type HeardPlace = (typeof HEARD_PLACES)[number];

/** What a caller can be told; nobody's name and no reason is in it. */
export const PlannedNear = Type.Array(
  Type.Object({
    planId: Id,
    title: Type.String(),
    street: Type.String(),
    place: oneOf(HEARD_PLACES),
    kind: oneOf(HEARD_KINDS),
    day: Day,
    /** The day it was planned for before it was put off. */
    insteadOf: orNull(Day),
  }),
);
export type PlannedNear = Static<typeof PlannedNear>;
