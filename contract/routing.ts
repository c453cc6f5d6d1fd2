// The municipality's rules of routing as the API says them; shared by the server and the browser.
// A rule names topics, places, units and people, never another rule: rules are asked in one order, so no circle can exist.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';
import { oneOf } from './rights.ts';

const strict = { additionalProperties: false } as const;
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const list = <T extends TSchema>(of: T, maxItems = 100) => Type.Optional(Type.Array(of, { maxItems }));
const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
const code = Type.String({ maxLength: 20 });
const day = Type.String({ maxLength: 10 });

export const ROADS = ['district', 'metropolitan', 'unknown'] as const;
export const HOURS = ['office', 'outside-office'] as const;

/** What a rule asks. A condition that is left out asks nothing; all that are there must hold; within one list any entry is enough. */
export const RuleWhen = Type.Object(
  {
    /** Topic or topic group: one condition together. */
    topics: list(code, 200),
    groups: list(code),
    /** Neighbourhood or area: one condition together. */
    neighbourhoods: list(Type.Integer({ minimum: 1, maximum: 32_767 }), 500),
    areas: list(code),
    road: list(oneOf(ROADS), 3),
    /** Each question must have been answered with one of its values. */
    answers: list(
      Type.Object(
        {
          question: Type.String({ maxLength: 40 }),
          values: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 30 }),
        },
        strict,
      ),
      12,
    ),
    hours: Type.Optional(oneOf(HOURS)),
    /** 1 is Monday. */
    weekdays: list(Type.Integer({ minimum: 1, maximum: 7 }), 7),
    /** First and last day; null: open to that side. */
    dates: Type.Optional(Type.Object({ from: orNull(day), to: orNull(day) }, strict)),
    channels: list(code, 20),
    kinds: list(code, 20),
    danger: Type.Optional(Type.Boolean()),
    /** Any of these, each all of its words, with whatever suffixes. */
    words: list(Type.String({ maxLength: 80 }), 50),
  },
  strict,
);
export type RuleWhen = Static<typeof RuleWhen>;

export const RuleTarget = Type.Object(
  { directorate: Type.String({ maxLength: 5 }), unit: orNull(code), person: orNull(Id) },
  strict,
);
export type RuleTarget = Static<typeof RuleTarget>;

export const Rule = Type.Object(
  {
    /** Made where the rule is written; it stays the same while the rule is renamed and moved. */
    id: Id,
    name: Type.String({ maxLength: 80 }),
    when: RuleWhen,
    to: RuleTarget,
    /** Stands on every request it routes. English may be left empty; the Turkish is shown then. */
    why: Type.Object({ tr: Type.String({ maxLength: 300 }), en: Type.String({ maxLength: 300 }) }, strict),
  },
  strict,
);
export type Rule = Static<typeof Rule>;

export const Rules = Type.Array(Rule, { maxItems: 300 });

export const RULE_PROBLEMS = [
  'unknown',
  'not-active',
  'other-directorate',
  'other-unit',
  'not-answerable',
  'question-not-closed',
  'text-missing',
  'conditions-missing',
  'list-empty',
  'dates-order',
  'date-invalid',
  'words-empty',
  'rule-twice',
] as const;

/** What keeps a rule from being used: where in it, and what is the matter there. */
export const RuleFault = Type.Object({
  rule: Id,
  where: Type.String(),
  problem: oneOf(RULE_PROBLEMS),
  /** What is named there: `SAHIL`, `FEN-YOL`. */
  named: Type.String(),
});
export type RuleFault = Static<typeof RuleFault>;

export const MATCHED = [
  'topic',
  'group',
  'neighbourhood',
  'area',
  'road',
  'answer',
  'hours',
  'weekday',
  'date',
  'channel',
  'kind',
  'danger',
  'words',
] as const;

const Named = Type.Object({ tr: Type.String(), en: Type.String() });

/** One thing that was so, and made the rule match; named as it was named then. */
export const Matched = Type.Object({ what: oneOf(MATCHED), value: Type.String(), name: orNull(Named) });
export type Matched = Static<typeof Matched>;

export const FLOOR_RULES = ['no-topic', 'directorate-closed', 'not-ours', 'by-topic'] as const;

/** Why a request went where it went; kept in its history for good. */
export const RoutedBy = Type.Object({
  /** Id of the municipality's rule, or the name of one of the house. */
  rule: Type.String(),
  name: orNull(Type.String()),
  /** Its place in the order, from 1; null: below all the municipality's rules. */
  place: orNull(Type.Integer()),
  /** Version of the whole rule set; 0: there was none. */
  version: Type.Integer(),
  why: Named,
  matched: Type.Array(Matched),
  /** Rules above it that would have taken the request and could not be used. */
  passedOver: Type.Array(
    Type.Object({
      rule: Type.String(),
      name: Type.String(),
      faults: Type.Array(Type.Object({ where: Type.String(), problem: oneOf(RULE_PROBLEMS), named: Type.String() })),
    }),
  ),
  /** The rule names somebody who is away: who has it instead. */
  absence: Type.Optional(
    Type.Object({
      person: Type.String(),
      until: Type.String(),
      insteadWith: oneOf(['delegate', 'unit', 'directorate']),
    }),
  ),
});
export type RoutedBy = Static<typeof RoutedBy>;

export const RulesInForce = Type.Object({
  rules: Rules,
  version: Type.Integer(),
  /** What is wrong with rules in force, since when. */
  faults: Type.Array(Type.Object({ ...RuleFault.properties, foundAt: Type.String() })),
});
export type RulesInForce = Static<typeof RulesInForce>;

/** Rules somebody is writing; nothing is saved. */
export const RulesTried = Type.Object({ rules: Rules }, strict);

/** `version`: the one that was read. Rules that decide otherwise than those in force are published after a look at their dry run, or with a word why not. */
export const RulesChange = Type.Object(
  {
    rules: Rules,
    version: Type.Integer({ minimum: 0 }),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
    dryRun: orNull(Id),
    withoutDryRun: Type.Optional(Type.String({ maxLength: 500 })),
  },
  strict,
);
export type RulesChange = Static<typeof RulesChange>;

/** Null: a person of the solution centre must look. */
const Whither = orNull(RuleTarget);

/** A request made up to show something: two rules that want it. */
export const Example = Type.Object({ told: Type.Array(Matched) });

export const RulesReport = Type.Object({
  faults: Type.Array(RuleFault),
  /** Rules that can never decide, because these above them take everything first. */
  covered: Type.Array(Type.Object({ rule: Id, by: Type.Array(Id) })),
  /** Two rules that want the same requests for different people, and neither is the other's exception: the order alone decides. */
  overlaps: Type.Array(Type.Object({ first: Id, second: Id, example: Type.Array(Matched) })),
  /** Whether these rules decide exactly as those in force do; then no dry run is asked for. */
  decidesAsNow: Type.Boolean(),
  /** For each topic: in how many neighbourhoods a rule always, sometimes or never decides. */
  coverage: Type.Array(
    Type.Object({
      topic: Type.String(),
      always: Type.Integer(),
      sometimes: Type.Integer(),
      floor: Type.Integer(),
      /** Ids of the neighbourhoods that only the floor catches, where they are not all. */
      floorOnly: Type.Array(Type.Integer()),
    }),
  ),
  neighbourhoods: Type.Integer(),
});
export type RulesReport = Static<typeof RulesReport>;

export const DryRunAsked = Type.Object({ rules: Rules }, strict);

export const DryRunMove = Type.Object({ from: Whither, to: Whither, requests: Type.Integer(), sample: Type.Array(Id) });
export type DryRunMove = Static<typeof DryRunMove>;

/** What a dry run has found so far; the `result` of its long work. */
export const DryRunResult = Type.Object({
  /** First and last instant of the requests asked about. */
  from: Type.String(),
  to: Type.String(),
  asked: Type.Integer(),
  moved: Type.Integer(),
  /** Where they would go instead, the most first. */
  moves: Type.Array(DryRunMove),
  /** How many each rule, or each of the floor, would take. */
  takes: Type.Record(Type.String(), Type.Integer()),
  /** How many of each topic only the floor catches. */
  floorByTopic: Type.Record(Type.String(), Type.Integer()),
  /** Milliseconds of work, without waiting. */
  milliseconds: Type.Integer(),
});
export type DryRunResult = Static<typeof DryRunResult>;

/** Some of the requests that would move, as far as the reader may see them. */
export const DryRunSample = Type.Array(
  Type.Object({ id: Id, shownNumber: Type.String(), text: Type.String(), topicCode: orNull(Type.String()) }),
);

/** What a rule in force says of one request, rule by rule. */
export const VERDICTS = ['takes', 'broken', 'not-met', 'not-reached'] as const;
export const WhyHere = Type.Object({
  decision: Type.Object({ ...RoutedBy.properties, to: Whither }),
  verdicts: Type.Array(
    Type.Object({
      rule: Type.String(),
      name: Type.String(),
      place: Type.Integer(),
      verdict: oneOf(VERDICTS),
      unmet: orNull(Type.String()),
    }),
  ),
});
export type WhyHere = Static<typeof WhyHere>;

/** What asking the rules again would change of a request, before anybody says yes to it. */
export const Rerouting = Type.Object({
  /** Work was begun: nothing moves by itself. */
  begun: Type.Boolean(),
  /** Directorates that would lose a part nobody has begun, and the one that would get one. */
  leaves: Type.Array(Type.String()),
  then: Whither,
  /** Whether the one that has it keeps it. */
  stays: Type.Boolean(),
  why: Named,
  matched: Type.Array(Matched),
});
export type Rerouting = Static<typeof Rerouting>;

/** Who might have it, as far as rules, experience and words tell; a person picks. */
export const Guess = Type.Object({
  directorate: Type.String(),
  /** Put right together with it, where the words speak of another topic; null: the topic stays. */
  topic: orNull(Type.String()),
  why: Named,
});
export type Guess = Static<typeof Guess>;

/** At most three, the surest first. */
export const Guesses = Type.Object({ guesses: Type.Array(Guess, { maxItems: 3 }) });
export type Guesses = Static<typeof Guesses>;
