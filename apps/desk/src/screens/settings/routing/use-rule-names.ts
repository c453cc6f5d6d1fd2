/** Words for everything a rule may name, and the lists one chooses from. */
import { useQuery } from '@tanstack/react-query';
import type { Area } from '../../../../../../contract/places.ts';
import type { Question, Topic } from '../../../../../../contract/catalogue.ts';
import { compare } from '../../../../../../text/turkish.ts';
import { useCatalogue, useColleagues, useDirectorates, useNeighbourhoods } from '../../../case/case-data.ts';
import { useCaseWords } from '../../../case/use-case-words.ts';
import { api } from '../../../kit/api.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useUnits } from '../post-fields.tsx';
import type { RuleNames } from './rule-words.ts';

export interface Choice {
  value: string;
  label: string;
}

/** What may be chosen: only what is in use, in the order of the alphabet. */
export interface RuleChoices {
  topics: Choice[];
  groups: Choice[];
  neighbourhoods: Choice[];
  areas: Choice[];
  directorates: Choice[];
  unitsOf(directorate: string): Choice[];
  peopleOf(directorate: string): Choice[];
  /** Questions with closed answers that these topics ask; of all topics where none is named. */
  questionsOf(topics: readonly string[], groups: readonly string[]): Question[];
}

export function useAreas() {
  return useQuery({ queryKey: ['areas'], queryFn: () => api.get<Area[]>('/api/v1/areas'), staleTime: 60_000 });
}

const YES_NO = {
  yes: { tr: 'Evet', en: 'Yes' },
  no: { tr: 'Hayır', en: 'No' },
  unknown: { tr: 'Bilmiyorum', en: "I don't know" },
};

/** The values a question can be answered with; empty where people write what they like. */
export function answersOf({ type, choices = [] }: Question): { value: string; label: { tr: string; en: string } }[] {
  if (type === 'choice') return choices;
  if (type === 'yes-no') return (['yes', 'no'] as const).map((value) => ({ value, label: YES_NO[value] }));
  if (type !== 'yes-no-unknown') return [];
  return (['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: YES_NO[value] }));
}

export function useRuleNames(): { names: RuleNames; choices: RuleChoices; isReady: boolean } {
  const { language } = useSettings();
  const word = useCaseWords();
  const catalogue = useCatalogue().data;
  const [topics, groups] = [catalogue?.topics ?? [], catalogue?.groups ?? []];
  const neighbourhoods = useNeighbourhoods().data ?? [];
  const areas = useAreas().data ?? [];
  const directorates = useDirectorates().data ?? [];
  const units = useUnits().data ?? [];
  const people = useColleagues().data ?? [];
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => (language === 'tr' ? name : nameEn);
  const questions = questionsIn(topics);
  const names: RuleNames = {
    topic: (code) => topics.find((each) => each.code === code)?.name[language] ?? code,
    group: (code) => groups.find((each) => each.code === code)?.name[language] ?? code,
    neighbourhood: (id) => neighbourhoods.find((each) => String(each.id) === String(id))?.name ?? String(id),
    area: (code) => areas.find((each) => each.code === code)?.name[language] ?? code,
    directorate: (code) => found(directorates, code, named),
    unit: (code) => found(units, code, named),
    person: (id) => people.find((each) => each.id === id)?.name ?? '…',
    question: (id) => questions.find((each) => each.id === id)?.label[language] ?? id,
    answer: (id, value) =>
      questions.filter((each) => each.id === id).flatMap(answersOf).find((each) => each.value === value)?.label[language] ?? value, // prettier-ignore
    channel: (code) => word('channel', code),
    kind: (code) => word('kind', code),
  };
  const choices: RuleChoices = {
    topics: sorted(topics.filter(isActive).map(({ code, name }) => ({ value: code, label: `${name[language]} (${code})` }))), // prettier-ignore
    groups: groups.map(({ code, name }) => ({ value: code, label: name[language] })),
    neighbourhoods: neighbourhoods.filter(isActive).map(({ id, name }) => ({ value: String(id), label: name })),
    areas: sorted(
      areas.filter(isActive).map(({ code, name }) => ({ value: code, label: `${name[language]} (${code})` })),
    ),
    directorates: directorates.filter(isActive).map((each) => ({ value: each.code, label: named(each) })),
    unitsOf: (code) =>
      units.filter(isActive).flatMap((unit) => (unit.directorate === code ? [{ value: unit.code, label: named(unit) }] : [])), // prettier-ignore
    peopleOf: (code) => people.flatMap(({ id, name, directorate }) => (directorate === code ? [{ value: id, label: name }] : [])), // prettier-ignore
    questionsOf: (codes, groupCodes) =>
      questionsIn(
        topics.filter(
          ({ code, group, active }) =>
            active && (codes.length + groupCodes.length === 0 || codes.includes(code) || groupCodes.includes(group)),
        ),
      ).filter((question) => answersOf(question).length > 0),
  };
  return { names, choices, isReady: catalogue !== undefined };
}

function isActive({ active }: { active: boolean }): boolean {
  return active;
}

function found<Kind extends { code: string }>(
  list: readonly Kind[],
  code: string,
  named: (one: Kind) => string,
): string {
  const one = list.find((each) => each.code === code);
  return one === undefined ? code : named(one);
}

function sorted(list: Choice[]): Choice[] {
  return list.sort((left, right) => compare(left.label, right.label));
}

/** Each question once, though many topics ask it; the values of all are offered. */
function questionsIn(topics: readonly Topic[]): Question[] {
  const byId = new Map<string, Question>();
  for (const question of topics.flatMap(({ questions }) => questions)) {
    const known = byId.get(question.id);
    const values = new Set((known?.choices ?? []).map(({ value }) => value));
    const more = (question.choices ?? []).filter(({ value }) => !values.has(value));
    byId.set(question.id, known === undefined ? question : { ...known, choices: [...(known.choices ?? []), ...more] });
  }
  return [...byId.values()];
}
