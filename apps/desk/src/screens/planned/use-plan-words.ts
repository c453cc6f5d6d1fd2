/** A plan in words for the list of what changes and for its versions: names instead of codes, the rhythm as one sentence. */
import type { NewWorkPlan } from '../../../../../contract/planned-work.ts';
import { formatDay } from '../../../../../text/format.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { useSeasons } from '../../seasons/seasons-on.ts';
import { useRuleNames } from '../settings/routing/use-rule-names.ts';
import { planTexts } from './plan-texts.ts';
import { rhythmInWords } from './rhythm-words.ts';

export function usePlanWords(): (plan: NewWorkPlan) => Record<string, unknown> {
  const say = useTexts(planTexts);
  const { language } = useSettings();
  const { names } = useRuleNames();
  const seasons = useSeasons().data ?? [];
  return (plan) => ({
    ...{ title: plan.title, todo: plan.todo, street: plan.street, daysAhead: plan.daysAhead },
    topic: names.topic(plan.topic),
    directorate: plan.directorate && names.directorate(plan.directorate),
    unit: plan.unit && names.unit(plan.unit),
    person: plan.person && names.person(plan.person),
    neighbourhoods: plan.neighbourhoods.map((id) => names.neighbourhood(id)).sort(),
    areas: plan.areas.map((code) => names.area(code)).sort(),
    rhythm: rhythmInWords(plan.rhythm, say, language),
    season: plan.season && (seasons.find(({ code }) => code === plan.season)?.name[language] ?? plan.season),
    onHoliday: say(`onHoliday.${plan.onHoliday}`),
    lastDay: plan.lastDay && formatDay(plan.lastDay, language, { year: true }),
  });
}
