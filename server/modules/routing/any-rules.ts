/** Any rules and any requests of the small town of testing.ts, for property tests: sound ones and broken ones. */
import fc from 'fast-check';
import type { Rule, RoutingFacts, RuleTarget, RuleWhen } from './rule.ts';
import { GONE, KEMAL, TOWN } from './testing.ts';

const some = <T>(...values: T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-02-${String(date).padStart(2, '0')}`);

const anyAnswer: fc.Arbitrary<{ question: string; values: string[] }> = fc.constantFrom<{
  question: string;
  values: string[];
}>(
  { question: 'depth', values: ['deep'] },
  { question: 'on-road', values: ['yes', 'no'] },
  { question: 'on-road', values: ['never'] },
);

export const anyWhen: fc.Arbitrary<RuleWhen> = fc.record(
  {
    topics: some('YOL-01', 'YOL-02', 'YOL-16', 'TEM-01', 'PRK-02', 'YOL-09'),
    groups: some('YOL', 'TEM'),
    neighbourhoods: some(1, 2, 3, 4),
    areas: some('MERKEZ', 'DERE', 'ESKI', 'YOK'),
    road: some<'district' | 'metropolitan' | 'unknown'>('district', 'metropolitan', 'unknown'),
    answers: fc.array(anyAnswer, { minLength: 1, maxLength: 2 }),
    hours: fc.constantFrom('office' as const, 'outside-office' as const),
    weekdays: some(1, 2, 6, 7),
    dates: fc.record({ from: fc.option(day), to: fc.option(day) }),
    channels: some('web', 'phone', 'cimer'),
    kinds: some('complaint', 'request', 'thanks'),
    danger: fc.boolean(),
    words: some('çukur', 'çöp', 'metro inşaatı'),
  },
  { requiredKeys: [] },
);

const anyTarget: fc.Arbitrary<RuleTarget> = fc.record({
  directorate: fc.constantFrom('FEN', 'TEM', 'PRK', 'ZAB', 'KAP', 'XXX'),
  unit: fc.option(fc.constantFrom('FEN-YOL', 'TEM-SUP', 'FEN-ESK'), { freq: 1 }),
  person: fc.option(fc.constantFrom(KEMAL, GONE), { freq: 1 }),
});

const anyRule = (when: fc.Arbitrary<RuleWhen>, to: fc.Arbitrary<RuleTarget>): fc.Arbitrary<Rule> =>
  fc.record({
    id: fc.uuid(),
    name: fc.constantFrom('Kural', 'Gece', 'Büyükşehir yolu'),
    when,
    to,
    why: fc.record({ tr: fc.constant('Meclis kararı.'), en: fc.constantFrom('', 'Council decision.') }),
  });

export const anyRules = fc.array(anyRule(anyWhen, anyTarget), { maxLength: 6 });

const soundTargets = ['FEN', 'TEM', 'PRK'].map((directorate) => ({ directorate, unit: null, person: null }));
/** Rules of which most can be used, for what is said of rules that can. */
export const mostlySoundRules = fc.array(anyRule(anyWhen, fc.constantFrom(...soundTargets)), { maxLength: 6 });

export const anyFacts: fc.Arbitrary<RoutingFacts> = fc
  .record({
    topic: fc.option(fc.constantFrom(...[...TOWN.topics.values()].filter(({ active }) => active)), { freq: 6 }),
    neighbourhoodId: fc.option(fc.constantFrom(1, 2, 3, 4), { freq: 6 }),
    inDere: fc.boolean(),
    road: fc.constantFrom('district' as const, 'metropolitan' as const, null),
    answers: fc.subarray([
      { question: 'depth', value: 'deep' },
      { question: 'on-road', value: 'yes' },
    ]),
    officeHours: fc.boolean(),
    weekday: fc.integer({ min: 1, max: 7 }),
    day,
    channel: fc.constantFrom('web', 'phone', 'cimer'),
    kind: fc.constantFrom('complaint', 'request', 'thanks'),
    danger: fc.boolean(),
    words: fc.constantFrom(['yolda', 'cukur'], ['copler'], ['metro', 'insaatinin', 'onu'], []),
  })
  .map(({ inDere, ...facts }) => {
    const byNeighbourhood = [...TOWN.areas.values()].filter(({ neighbourhoods }) =>
      neighbourhoods.includes(facts.neighbourhoodId ?? 0),
    );
    return { ...facts, areas: [...byNeighbourhood.map(({ code }) => code), ...(inDere ? ['DERE'] : [])] };
  });
