/** Whatever rules a municipality writes, sound or broken, and whatever is asked of them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyFacts, anyRules } from './any-rules.ts';
import { prepareRules, unmetIn } from './prepared-rules.ts';
import { faultsInRule } from './rule-faults.ts';
import { TOWN } from './testing.ts';
import { explain, whoHandlesIt } from './who-handles-it.ts';

const runs = { numRuns: 500 };

test('there is always exactly one answer, and it is one that can be carried out', () =>
  fc.assert(
    fc.property(anyRules, anyFacts, (rules, facts) => {
      const { to, why, rule } = whoHandlesIt(facts, prepareRules({ rules, version: 1 }, TOWN));
      if (to !== null) {
        expect(TOWN.directorates.get(to.directorate)?.active).toBe(true);
        if (to.unit !== null)
          expect(TOWN.units.get(to.unit)).toMatchObject({ active: true, directorate: to.directorate });
      } else expect(['no-topic', 'directorate-closed']).toContain(rule);
      expect(why.tr).not.toBe('');
      expect(why.en).not.toBe('');
    }),
    runs,
  ));

test('the explanation rule by rule agrees with the decision', () =>
  fc.assert(
    fc.property(anyRules, anyFacts, (rules, facts) => {
      const prepared = prepareRules({ rules, version: 1 }, TOWN);
      const decision = whoHandlesIt(facts, prepared);
      const verdicts = explain(facts, prepared);
      expect(verdicts.find(({ verdict }) => verdict === 'takes')?.place ?? null).toBe(decision.place);
      const brokenBefore = verdicts.filter(
        ({ verdict, place }) => verdict === 'broken' && place < (decision.place ?? Infinity),
      );
      expect(decision.passedOver.map(({ rule }) => rule)).toEqual(brokenBefore.map(({ rule }) => rule));
    }),
    runs,
  ));

test('what matched was so: for each condition of the rule that decided, something is told', () =>
  fc.assert(
    fc.property(anyRules, anyFacts, (rules, facts) => {
      const prepared = prepareRules({ rules, version: 1 }, TOWN);
      const { place, matched } = whoHandlesIt(facts, prepared);
      if (place === null) return;
      const rule = prepared.rules[place - 1]!;
      expect(rule.faults).toEqual([]);
      expect(unmetIn(rule, facts)).toBe(null);
      expect(matched.length).toBeGreaterThanOrEqual(rule.tests.length);
    }),
    runs,
  ));

test('rules below the one that decides change nothing', () =>
  fc.assert(
    fc.property(anyRules, anyRules, anyFacts, (rules, more, facts) => {
      const decision = whoHandlesIt(facts, prepareRules({ rules, version: 1 }, TOWN));
      if (decision.place === null) return;
      expect(whoHandlesIt(facts, prepareRules({ rules: [...rules, ...more], version: 1 }, TOWN))).toEqual(decision);
    }),
    runs,
  ));

test('taking a broken rule out changes where nothing goes', () =>
  fc.assert(
    fc.property(anyRules, anyFacts, (rules, facts) => {
      const sound = rules.filter((rule) => faultsInRule(rule, TOWN).length === 0);
      const all = whoHandlesIt(facts, prepareRules({ rules, version: 1 }, TOWN));
      const left = whoHandlesIt(facts, prepareRules({ rules: sound, version: 1 }, TOWN));
      expect([left.rule, left.to]).toEqual([all.rule, all.to]);
    }),
    runs,
  ));
