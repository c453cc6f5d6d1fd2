/** What is told of a set of rules before it is published. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyFacts, mostlySoundRules } from './any-rules.ts';
import { coverageOf } from './coverage.ts';
import { prepareRules } from './prepared-rules.ts';
import { conflictsIn } from './rule-conflicts.ts';
import type { RuleWhen } from './rule.ts';
import { TOWN, prepared, rule } from './testing.ts';
import { whoHandlesIt } from './who-handles-it.ts';

const to = (directorate: string) => ({ directorate, unit: null, person: null });
const ruleFor = (when: RuleWhen, directorate = 'ZAB') => rule({ when, to: to(directorate) });

/** Places of the rules that cannot decide, each with the places of those that take everything first. */
function covered(...whens: RuleWhen[]): [number, number[]][] {
  const rules = prepared(...whens.map((when) => ruleFor(when)));
  const place = (id: string) => rules.rules.findIndex((each) => each.rule.id === id) + 1;
  return conflictsIn(rules, TOWN).covered.map((each) => [place(each.rule), each.by.map(place)]);
}

describe('a rule that can never decide', () => {
  test.each<[string, RuleWhen[], [number, number[]][]]>([
    ['the same again', [{ topics: ['YOL-01'] }, { topics: ['YOL-01'] }], [[2, [1]]]],
    ['narrower than one above', [{ groups: ['YOL'] }, { topics: ['YOL-01'], neighbourhoods: [1] }], [[2, [1]]]],
    ['wider than one above', [{ topics: ['YOL-01'], neighbourhoods: [1] }, { groups: ['YOL'] }], []],
    ['beside one above', [{ topics: ['YOL-01'] }, { topics: ['YOL-02'] }], []],
    ['covered by two together', [{ topics: ['YOL-01'], hours: 'office' }, { topics: ['YOL-01'], hours: 'outside-office' }, { topics: ['YOL-01'] }], [[3, [1, 2]]]], // prettier-ignore
    ['covered by three kinds of road', [{ road: ['district'] }, { road: ['metropolitan'] }, { road: ['unknown'] }, { topics: ['YOL-01'] }], [[4, [1, 2, 3]]]], // prettier-ignore
    ['two of three', [{ road: ['district'] }, { road: ['metropolitan'] }, { topics: ['YOL-01'] }], []],
    ['an area’s neighbourhoods', [{ areas: ['MERKEZ'] }, { neighbourhoods: [2] }], [[2, [1]]]],
    ['an area with a shape is more than its neighbourhoods', [{ neighbourhoods: [1, 2, 3] }, { areas: ['DERE'] }], []],
    ['the same shape', [{ areas: ['DERE'] }, { areas: ['DERE'], kinds: ['complaint'] }], [[2, [1]]]],
    ['dates inside', [{ dates: { from: null, to: '2026-12-31' } }, { dates: { from: '2026-03-01', to: '2026-03-31' } }], [[2, [1]]]], // prettier-ignore
    ['dates that reach out', [{ dates: { from: null, to: '2026-03-15' } }, { dates: { from: '2026-03-01', to: '2026-03-31' } }], []], // prettier-ignore
    ['dates covered from both sides', [{ dates: { from: null, to: '2026-03-15' } }, { dates: { from: '2026-03-16', to: null } }, { topics: ['YOL-01'] }], [[3, [1, 2]]]], // prettier-ignore
    ['one word of several', [{ words: ['çukur', 'çöp'] }, { words: ['çukur'], topics: ['YOL-01'] }], [[2, [1]]]],
    ['a phrase that holds the word', [{ words: ['inşaat'] }, { words: ['metro inşaat'] }], [[2, [1]]]],
    ['words only above', [{ words: ['çukur'] }, { topics: ['YOL-01'] }], []],
    ['an answer among several', [{ answers: [{ question: 'on-road', values: ['yes', 'no'] }] }, { answers: [{ question: 'on-road', values: ['yes'] }] }], [[2, [1]]]], // prettier-ignore
    ['who did not answer is left', [{ answers: [{ question: 'on-road', values: ['yes', 'no', 'unknown'] }] }, { topics: ['YOL-01'] }], []], // prettier-ignore
    ['both of danger', [{ danger: true }, { danger: false }, { channels: ['web'] }], [[3, [1, 2]]]],
    ['nothing can be so', [{ topics: ['YOL-01'], answers: [{ question: 'depth', values: ['deep'] }] }, { weekdays: [6, 7] }], []], // prettier-ignore
  ])('%s', (_name, whens, expected) => expect(covered(...whens)).toEqual(expected));
});

describe('two rules that want the same', () => {
  const overlapsOf = (...rules: ReturnType<typeof rule>[]) => conflictsIn(prepared(...rules), TOWN).overlaps;
  test('are told with an example, where neither is the other’s exception', () => {
    const night = ruleFor({ hours: 'outside-office', groups: ['YOL'] }, 'ZAB');
    const centre = ruleFor({ neighbourhoods: [1], topics: ['YOL-01'] }, 'TEM');
    expect(overlapsOf(night, centre)).toEqual([
      {
        first: night.id,
        second: centre.id,
        example: expect.arrayContaining([
          expect.objectContaining({ what: 'hours', value: 'outside-office' }),
          expect.objectContaining({ what: 'neighbourhood', value: '1' }),
          expect.objectContaining({ what: 'topic', value: 'YOL-01' }),
        ]),
      },
    ]);
  });
  test.each<[string, RuleWhen, RuleWhen]>([
    ['an exception above its rule', { topics: ['YOL-01'], neighbourhoods: [1] }, { groups: ['YOL'] }],
    ['two topics', { topics: ['YOL-01'], hours: 'office' }, { topics: ['YOL-02'], neighbourhoods: [1] }],
    ['two places', { neighbourhoods: [1], hours: 'office' }, { neighbourhoods: [2], danger: true }],
    ['no topic asks both questions', { answers: [{ question: 'depth', values: ['deep'] }] }, { topics: ['YOL-02'] }],
    ['two times', { dates: { from: null, to: '2026-02-01' } }, { dates: { from: '2026-02-02', to: null }, danger: true }], // prettier-ignore
  ])('are not told: %s', (_name, first, second) =>
    expect(overlapsOf(ruleFor(first, 'ZAB'), ruleFor(second, 'TEM'))).toEqual([]),
  );
  test('and not where both send it to the same', () =>
    expect(overlapsOf(ruleFor({ hours: 'office' }), ruleFor({ neighbourhoods: [1] }))).toEqual([]));
});

test('a rule that is said never to decide never decides, whatever is asked', () =>
  fc.assert(
    fc.property(mostlySoundRules, fc.array(anyFacts, { minLength: 20, maxLength: 40 }), (rules, asked) => {
      const ready = prepareRules({ rules, version: 1 }, TOWN);
      const dead = conflictsIn(ready, TOWN).covered.map((each) => each.rule);
      for (const facts of asked) expect(dead).not.toContain(whoHandlesIt(facts, ready).rule);
    }),
    { numRuns: 300 },
  ));

describe('coverage', () => {
  test('counts for each topic where a rule decides always, sometimes and never', () => {
    const ready = prepared(
      ruleFor({ topics: ['YOL-01'], neighbourhoods: [1] }),
      ruleFor({ groups: ['YOL'], neighbourhoods: [2], hours: 'office' }),
      ruleFor({ topics: ['TEM-01'] }),
    );
    const of = (topic: string) => coverageOf(ready, TOWN).find((each) => each.topic === topic);
    expect(of('YOL-01')).toEqual({ topic: 'YOL-01', always: 1, sometimes: 1, floor: 1, floorOnly: [3] });
    expect(of('TEM-01')).toMatchObject({ always: 3, sometimes: 0, floor: 0 });
    expect(of('PRK-02')).toEqual({ topic: 'PRK-02', always: 0, sometimes: 0, floor: 3, floorOnly: [] });
    expect(of('YOL-09')).toBeUndefined();
  });
});
