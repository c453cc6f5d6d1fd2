// The escalation ladder as the API says it: when a running clock is told to whom, and what a municipality has set in its place.
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { oneOf } from './rights.ts';

const strict = { additionalProperties: false };

/** The clocks that climb. Silence and the citizen's own clocks are nobody's work here. */
export const LADDER_CLOCKS = ['statutory', 'partner', 'conclusion', 'first-response'] as const;
export type LadderClock = (typeof LADDER_CLOCKS)[number];

/**
 * holder: the person it is handed to · unit: the people of the unit it lies with · manager: of the directorate · deputy-mayor: who looks after the
 * directorate · supervisor: of the solution centre · mayors-office: those who read the mayor's list.
 */
export const AUDIENCES = ['holder', 'unit', 'manager', 'deputy-mayor', 'supervisor', 'mayors-office'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** So much of the period is over; or so many working days after the last moment, before it when negative, at it when 0. */
export const RungWhen = Type.Union([
  Type.Object({ percent: Type.Integer({ minimum: 10, maximum: 95 }) }, strict),
  Type.Object({ days: Type.Integer({ minimum: -20, maximum: 60 }) }, strict),
]);
export type RungWhen = Static<typeof RungWhen>;

export const Rung = Type.Object({ when: RungWhen, who: oneOf(AUDIENCES) }, strict);
export type Rung = Static<typeof Rung>;

const rungs = Type.Array(Rung, { maxItems: 12 });
export const Ladder = Type.Object(
  { statutory: rungs, partner: rungs, conclusion: rungs, 'first-response': rungs },
  strict,
);
export type Ladder = Static<typeof Ladder>;

/** `all`: all topics; a topic group's code; a topic's code. The narrowest that is there holds. */
export const LadderScope = Type.String({ pattern: '^(all|[A-Z]{3}|[A-Z]{3}-[0-9]{2})$' });

export const LadderSetting = Type.Object({
  scope: LadderScope,
  ladder: Ladder,
  /** False: the next wider one holds again. */
  active: Type.Boolean(),
  version: Type.Integer(),
});
export type LadderSetting = Static<typeof LadderSetting>;

export const LadderChange = Type.Object(
  {
    ladder: Ladder,
    active: Type.Boolean(),
    version: Type.Integer(),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  },
  strict,
);

/** Where a rung would reach nobody as the house is staffed today, and who is told instead. */
export const LadderHole = Type.Object({
  directorate: Type.String(),
  audience: oneOf(AUDIENCES),
  /** Null: nobody at all, which is a fault of the setting. */
  instead: Type.Union([oneOf([...AUDIENCES, 'directorate'] as const), Type.Null()]),
});
export type LadderHole = Static<typeof LadderHole>;

export const Ladders = Type.Object({
  /** What holds where nobody has set anything, with the reason of each rung. */
  ready: Type.Array(
    Type.Object({
      clock: oneOf(LADDER_CLOCKS),
      rung: Rung,
      why: Type.Object({ tr: Type.String(), en: Type.String() }),
    }),
  ),
  set: Type.Array(LadderSetting),
  holes: Type.Array(LadderHole),
});
export type Ladders = Static<typeof Ladders>;

/** Who reads the mayor's list. */
export const OversightSettings = Type.Object(
  {
    mayorsOffice: Type.Array(Type.String({ pattern: '^[0-9a-f-]{36}$' }), { maxItems: 20 }),
    version: Type.Integer(),
  },
  strict,
);
export type OversightSettings = Static<typeof OversightSettings>;

export const OversightSettingsChange = Type.Object(
  { settings: OversightSettings, reason: Type.String({ minLength: 1, maxLength: 500 }) },
  strict,
);

/** Whom a ladder would tell, for a request of this topic that came to this directorate now. */
export const LadderPreviewAsked = Type.Object(
  {
    ladder: Ladder,
    topic: Type.String({ pattern: '^[A-Z]{3}-[0-9]{2}$' }),
    directorate: Type.String({ pattern: '^[A-Z]{2,5}$' }),
  },
  strict,
);
export type LadderPreviewAsked = Static<typeof LadderPreviewAsked>;

const Height = oneOf([...AUDIENCES, 'directorate', 'administrator'] as const);
export const PASSED_BECAUSE = ['not-handed', 'no-such-post', 'away', 'may-not-see'] as const;

export const LadderPreview = Type.Object({
  clocks: Type.Array(
    Type.Object({
      clock: oneOf(LADDER_CLOCKS),
      dueAt: Type.String(),
      rungs: Type.Array(
        Type.Object({
          at: Type.String(),
          rung: Rung,
          /** At whose height somebody is told, which is the rung's own where nobody had to be passed over. */
          height: Height,
          people: Type.Array(Type.Object({ name: Type.String(), inPlaceOf: Type.Union([Type.String(), Type.Null()]) })),
          passed: Type.Array(Type.Object({ height: Height, because: oneOf(PASSED_BECAUSE) })),
        }),
      ),
    }),
  ),
});
export type LadderPreview = Static<typeof LadderPreview>;
