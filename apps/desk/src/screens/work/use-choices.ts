/** What each facet can be set to, in the reader's words. Lists that a filter rarely names are asked for only when they are needed. */
import { compare } from '../../../../../text/turkish.ts';
import { caseTexts } from '../../case/case-texts.ts';
import { useCatalogue, useColleagues, useDirectorates, useNeighbourhoods, useUnits } from '../../case/case-data.ts';
import { useCaseWords } from '../../case/use-case-words.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import type { Choice, Choices } from './facet-words.ts';
import { filterTexts } from './filter-texts.ts';

/** @param all false: only the lists that these facets name. */
export function useChoices(wanted: { units: boolean; people: boolean }): Choices {
  const say = useTexts(filterTexts);
  const { language } = useSettings();
  const named = useCaseChoices();
  const topics = useCatalogue().data?.topics ?? [];
  const neighbourhoods = useNeighbourhoods().data ?? [];
  const directorates = useDirectorates().data ?? [];
  const units = useUnits(wanted.units).data ?? [];
  const people = useColleagues(wanted.people).data ?? [];
  const said = <Code extends keyof typeof filterTexts.tr>(group: string, codes: readonly Code[]): Choice[] =>
    codes.map((key) => ({ value: key.slice(group.length + 1), label: (say as (key: Code) => string)(key) }));
  const inLanguage = ({ code, name, nameEn }: { code: string; name: string; nameEn: string }) => ({
    value: code,
    label: language === 'tr' ? name : nameEn,
  });
  return {
    mine: said('mine', ['mine.1']),
    open: said('open', ['open.all']),
    due: said('due', ['due.overdue', 'due.today', 'due.week', 'due.none']),
    satisfaction: said('satisfaction', ['satisfaction.yes', 'satisfaction.no']),
    has: said('has', TRAITS),
    directorate: directorates.map(inLanguage),
    units: units.map(inLanguage),
    people: [
      { value: 'me', label: say('people.me') },
      ...sorted(people.map(({ id, name }) => ({ value: id, label: name }))),
    ],
    topics: [
      ...topics.map(({ code, name }) => ({ value: code, label: name[language] })),
      ...said('topics', ['topics.none']),
    ],
    neighbourhoods: [
      ...sorted(neighbourhoods.map(({ id, name }) => ({ value: String(id), label: name }))),
      ...said('neighbourhoods', ['neighbourhoods.none']),
    ],
    states: named('state'),
    kinds: named('kind'),
    channels: named('channel'),
    outcomes: named('outcome'),
  };
}

const TRAITS = Object.keys(filterTexts.tr).filter((key): key is Extract<keyof typeof filterTexts.tr, `has.${string}`> =>
  key.startsWith('has.'),
);

const sorted = (choices: Choice[]): Choice[] => choices.sort((left, right) => compare(left.label, right.label));

/** All codes of a group that have a word. */
function useCaseChoices(): (group: 'state' | 'kind' | 'channel' | 'outcome') => Choice[] {
  const word = useCaseWords();
  return (group) =>
    Object.keys(caseTexts.tr)
      .filter((key) => key.startsWith(`${group}.`))
      .map((key) => key.slice(group.length + 1))
      .map((value) => ({ value, label: word(group, value) }));
}
