/**
 * HEART FILE. What each condition of a rule means. A condition that a rule leaves out asks nothing; of those it has, all must hold. Within
 * one condition any entry is enough, except for answers: each question named must have been answered so. Pure.
 */
import { choicesOf } from '../catalogue/door.ts';
import type { References } from './references.ts';
import type { Matched, RoutingFacts, RuleWhen } from './rule.ts';
import type { WordsSaid } from './words-said.ts';

export interface Test {
  holds(facts: RoutingFacts): boolean;
  /** What was so, in words of that day. Only asked where it holds. */
  told(facts: RoutingFacts): Matched[];
}

export interface Condition {
  name: ConditionName;
  means: string;
  /** Null: the rule does not ask it. */
  test(when: RuleWhen, known: References, said: WordsSaid): Test | null;
}

export type ConditionName =
  'topic' | 'place' | 'road' | 'channel' | 'kind' | 'danger' | 'weekday' | 'dates' | 'hours' | 'answers' | 'words';

/** The cheapest to ask come first: most rules are told apart by their topic alone. */
export const CONDITIONS: readonly Condition[] = [
  {
    name: 'topic',
    means: 'The request has one of these topics, or a topic of one of these groups.',
    test({ topics = [], groups = [] }, known) {
      if (topics.length === 0 && groups.length === 0) return null;
      const [codes, groupCodes] = [new Set(topics), new Set(groups)];
      return {
        holds: ({ topic }) => topic !== null && (codes.has(topic.code) || groupCodes.has(topic.group)),
        told: ({ topic }) =>
          codes.has(topic!.code)
            ? [matched('topic', topic!.code, known.topics.get(topic!.code)?.name)]
            : [matched('group', topic!.group, known.groups.get(topic!.group)?.name)],
      };
    },
  },
  {
    name: 'place',
    means: 'It lies in one of these neighbourhoods, or in one of these areas: by its neighbourhood or by its point.',
    test({ neighbourhoods = [], areas = [] }, known) {
      if (neighbourhoods.length === 0 && areas.length === 0) return null;
      const [ids, codes] = [new Set<number | null>(neighbourhoods), new Set(areas)];
      // Whether it lies in an area that is gone from the database nobody can say; it must not pass as if it did not.
      const isUnknowable = areas.some((code) => !known.areas.has(code));
      return {
        holds: ({ neighbourhoodId, areas: liesIn }) =>
          isUnknowable || ids.has(neighbourhoodId) || liesIn.some((code) => codes.has(code)),
        told({ neighbourhoodId, areas: liesIn }) {
          if (neighbourhoodId !== null && ids.has(neighbourhoodId)) {
            const name = known.neighbourhoods.get(neighbourhoodId)?.name ?? String(neighbourhoodId);
            return [matched('neighbourhood', String(neighbourhoodId), { tr: name, en: name })];
          }
          const area = liesIn.find((code) => codes.has(code));
          return area === undefined ? [] : [matched('area', area, known.areas.get(area)?.name)];
        },
      };
    },
  },
  {
    name: 'road',
    means:
      'Its street is the duty of the district, of the metropolitan municipality (5216 m.7), or nobody has said whose.',
    test({ road = [] }) {
      if (road.length === 0) return null;
      const asked = new Set<string>(road);
      return {
        holds: ({ road: whose }) => asked.has(whose ?? 'unknown'),
        told: ({ road: whose }) => [matched('road', whose ?? 'unknown')],
      };
    },
  },
  {
    name: 'channel',
    means: 'It came by one of these ways.',
    test: ({ channels = [] }) => oneOfList('channel', channels, ({ channel }) => channel),
  },
  {
    name: 'kind',
    means: 'It is of one of these kinds.',
    test: ({ kinds = [] }) => oneOfList('kind', kinds, ({ kind }) => kind),
  },
  {
    name: 'danger',
    means: 'Life is said to be in danger, or is not.',
    test({ danger }) {
      if (danger === undefined) return null;
      return {
        holds: (facts) => facts.danger === danger,
        told: (facts) => [matched('danger', facts.danger ? 'yes' : 'no')],
      };
    },
  },
  {
    name: 'weekday',
    means: 'It came on one of these days of the week, by Istanbul’s calendar.',
    test: ({ weekdays = [] }) => oneOfList('weekday', weekdays.map(String), ({ weekday }) => String(weekday)),
  },
  {
    name: 'dates',
    means: 'It came between these days, both included.',
    test({ dates }) {
      if (dates === undefined) return null;
      const { from, to } = dates;
      return {
        holds: ({ day }) => (from === null || day >= from) && (to === null || day <= to),
        told: ({ day }) => [matched('date', day)],
      };
    },
  },
  {
    name: 'hours',
    means: 'It came while the office was open, or while it was not: nights, weekends, holidays.',
    test({ hours }) {
      if (hours === undefined) return null;
      return {
        holds: ({ officeHours }) => officeHours === (hours === 'office'),
        told: () => [matched('hours', hours)],
      };
    },
  },
  {
    name: 'answers',
    means: 'Each of these questions of its topic was answered with one of these values.',
    test({ answers = [] }, known) {
      if (answers.length === 0) return null;
      const asked = answers.map(({ question, values }) => ({ question, values: new Set(values) }));
      const given = (facts: RoutingFacts, question: string) => facts.answers.find((each) => each.question === question);
      return {
        holds: (facts) => asked.every(({ question, values }) => values.has(given(facts, question)?.value ?? '')),
        told: (facts) =>
          asked.map(({ question }) => {
            const { value } = given(facts, question)!;
            return matched('answer', `${question}=${value}`, answerInWords(known, facts, { question, value }));
          }),
      };
    },
  },
  {
    name: 'words',
    means:
      'The citizen wrote one of these words, or all words of one of these phrases, with whatever suffixes and without Turkish letters too.',
    test({ words = [] }, _known, said) {
      if (words.length === 0) return null;
      const find = said.finder(words);
      return {
        holds: (facts) => find(facts.words) !== null,
        told: (facts) => [matched('words', find(facts.words)!)],
      };
    },
  },
];

function oneOfList(
  what: 'channel' | 'kind' | 'weekday',
  asked: readonly string[],
  of: (facts: RoutingFacts) => string,
): Test | null {
  if (asked.length === 0) return null;
  const values = new Set(asked);
  return { holds: (facts) => values.has(of(facts)), told: (facts) => [matched(what, of(facts))] };
}

function matched(what: Matched['what'], value: string, name: Matched['name'] | undefined = null): Matched {
  return { what, value, name };
}

function answerInWords(
  known: References,
  { topic }: RoutingFacts,
  { question, value }: { question: string; value: string },
): Matched['name'] {
  const asked = known.topics.get(topic?.code ?? '')?.questions.find(({ id }) => id === question);
  const label = asked && choicesOf(asked)?.find((each) => each.value === value)?.label;
  if (!asked || !label) return null;
  return { tr: `${asked.label.tr} ${label.tr}`, en: `${asked.label.en} ${label.en}` };
}
