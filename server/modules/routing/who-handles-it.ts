/**
 * HEART FILE. Who gets a request first, and why. The municipality's own rules are asked in their order and the first that matches decides
 * (what a rule may ask stands in rule-conditions.ts); a rule that names what is no longer there is passed over, and the reason says so. Where
 * none matches, the floor below decides; its last rule matches everything, so that there is always exactly one answer. No rule refers to
 * another, so there is no circle to fall into. The reason is stored on the request, because "why here?" is the first thing a directorate asks.
 */
import type { PreparedRule, PreparedRules } from './prepared-rules.ts';
import { unmetIn } from './prepared-rules.ts';
import type { ConditionName } from './rule-conditions.ts';
import type { Decision, FloorRule, PassedOver, RoutingFacts, RuleTarget } from './rule.ts';

interface Floor {
  name: FloorRule;
  when(facts: RoutingFacts, rules: PreparedRules): boolean;
  /** Null: a person of the solution centre must look. */
  directorate(facts: RoutingFacts): string | null;
  why(facts: RoutingFacts): { tr: string; en: string };
}

/** What holds where the municipality has written no rule. */
export const FLOOR: readonly Floor[] = [
  {
    name: 'no-topic',
    when: ({ topic }) => topic === null,
    directorate: () => null,
    why: () => ({
      tr: 'Konu seçilmedi; çözüm merkezi belirleyecek.',
      en: 'No topic was chosen; the solution centre will find it.',
    }),
  },
  {
    name: 'directorate-closed',
    // Work sent to a directorate that was closed would lie where nobody looks.
    when: ({ topic }, { openDirectorates }) => !openDirectorates.has(topic!.directorate),
    directorate: () => null,
    why: ({ topic }) => ({
      tr: `Konu ${topic!.code} kapatılmış bir müdürlüğe bağlı; çözüm merkezi belirleyecek.`,
      en: `Topic ${topic!.code} belongs to a directorate that was closed; the solution centre will decide.`,
    }),
  },
  {
    name: 'not-ours',
    // The directorate that knows the matter forwards it to the competent body and tells the citizen (3071 m.5).
    when: ({ topic }) => !topic!.owners.includes('district'),
    directorate: ({ topic }) => topic!.directorate,
    why: ({ topic }) => ({
      tr: `Konu ${topic!.code} başka kurumun görevinde; iletmek üzere konunun müdürlüğüne verildi.`,
      en: `Topic ${topic!.code} is another body's duty; given to the topic's directorate, which forwards it.`,
    }),
  },
  {
    name: 'by-topic',
    when: () => true,
    directorate: ({ topic }) => topic!.directorate,
    why: ({ topic }) => ({
      tr: `Konu ${topic!.code} bu müdürlüğün.`,
      en: `Topic ${topic!.code} is this directorate's.`,
    }),
  },
];

export function whoHandlesIt(facts: RoutingFacts, rules: PreparedRules): Decision {
  const passedOver: PassedOver[] = [];
  for (const each of rules.rules) {
    if (unmetIn(each, facts) !== null) continue;
    if (each.faults.length > 0) passedOver.push(passed(each));
    else return decided(each, facts, { version: rules.version, passedOver });
  }
  return fromFloor(facts, rules, passedOver);
}

function decided(
  { rule, place, tests }: PreparedRule,
  facts: RoutingFacts,
  { version, passedOver }: Pick<Decision, 'version' | 'passedOver'>,
): Decision {
  const { id, name, to, why } = rule;
  return {
    ...{ rule: id, name, place, version, to, passedOver },
    why: { tr: why.tr, en: why.en.trim() === '' ? why.tr : why.en },
    matched: tests.flatMap((test) => test.told(facts)),
  };
}

function passed({ rule, faults }: PreparedRule): PassedOver {
  return { rule: rule.id, name: rule.name, faults: [...faults] };
}

function fromFloor(facts: RoutingFacts, rules: PreparedRules, passedOver: PassedOver[]): Decision {
  const rule = FLOOR.find((each) => each.when(facts, rules));
  if (!rule) throw new Error('the last rule of the floor must match everything');
  const directorate = rule.directorate(facts);
  return {
    ...{ rule: rule.name, name: null, place: null, version: rules.version, passedOver },
    to: directorate === null ? null : ({ directorate, unit: null, person: null } satisfies RuleTarget),
    why: rule.why(facts),
    matched: facts.topic === null ? [] : [{ what: 'topic', value: facts.topic.code, name: null }],
  };
}

/** What one rule has to say to a request: it takes it, would but cannot, asks something that is not so, or is never reached. */
export interface Verdict {
  rule: string;
  name: string;
  place: number;
  verdict: 'takes' | 'broken' | 'not-met' | 'not-reached';
  /** The first condition that does not hold. */
  unmet: ConditionName | null;
}

/** The same decision seen rule by rule, for whoever asks why it was not another. */
export function explain(facts: RoutingFacts, rules: PreparedRules): Verdict[] {
  let isTaken = false;
  return rules.rules.map((each): Verdict => {
    const { id: rule, name } = each.rule;
    const unmet = unmetIn(each, facts);
    const verdict = unmet !== null ? 'not-met' : each.faults.length > 0 ? 'broken' : isTaken ? 'not-reached' : 'takes';
    if (verdict === 'takes') isTaken = true;
    return { rule, name, place: each.place, verdict, unmet };
  });
}
