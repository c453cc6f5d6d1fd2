/** The nouns of routing. Pure; what crosses the wire has the contract's shape. */
import type { FLOOR_RULES, Matched, Rule, RuleFault, RuleTarget, RuleWhen } from '../../../contract/routing.ts';
import type { Topic } from '../catalogue/door.ts';
import type { RoadAuthority } from '../places/door.ts';

export type { Matched, Rule, RuleFault, RuleTarget, RuleWhen };

/** The municipality's rules in their order, with the version of the whole. */
export interface RuleSet {
  rules: readonly Rule[];
  version: number;
}

/** What a rule may ask of a request. Nothing here needs a database; gather-facts.ts fills it. */
export interface RoutingFacts {
  topic: Pick<Topic, 'code' | 'group' | 'directorate' | 'owners'> | null;
  neighbourhoodId: number | null;
  /** Codes of the areas it lies in, also of those that were closed. */
  areas: readonly string[];
  /** Null: nobody has said whose road it is. */
  road: RoadAuthority | null;
  answers: readonly { question: string; value: string }[];
  /** Whether it came while the office was open. */
  officeHours: boolean;
  /** 1 is Monday. */
  weekday: number;
  /** `YYYY-MM-DD` in Istanbul. */
  day: string;
  channel: string;
  kind: string;
  danger: boolean;
  /** The folded words of what the citizen wrote, in their order. */
  words: readonly string[];
}

export type FloorRule = (typeof FLOOR_RULES)[number];

interface Named {
  tr: string;
  en: string;
}

export interface PassedOver {
  rule: string;
  name: string;
  faults: Omit<RuleFault, 'rule'>[];
}

export interface Decision {
  /** Id of the municipality's rule, or the name of one of the floor. */
  rule: string;
  name: string | null;
  place: number | null;
  version: number;
  /** Null: no directorate can be named, a person of the solution centre must look. */
  to: RuleTarget | null;
  why: Named;
  matched: Matched[];
  passedOver: PassedOver[];
}
