/** Which conditions a rule may have, as its editor lists them. */
import type { RuleWhen } from '../../../../../../contract/routing.ts';

export const CONDITIONS = [
  ...(['topics', 'places', 'road', 'answers', 'hours', 'weekdays', 'dates', 'channels'] as const),
  ...(['kinds', 'danger', 'words'] as const),
] as const;
export type ConditionName = (typeof CONDITIONS)[number];

/** What of a rule belongs to one condition: topic and group are one, neighbourhood and area are one. */
const PARTS: Record<ConditionName, readonly (keyof RuleWhen)[]> = {
  topics: ['topics', 'groups'],
  places: ['neighbourhoods', 'areas'],
  road: ['road'],
  answers: ['answers'],
  hours: ['hours'],
  weekdays: ['weekdays'],
  dates: ['dates'],
  channels: ['channels'],
  kinds: ['kinds'],
  danger: ['danger'],
  words: ['words'],
};

/** As a condition begins: something must stand there, or it would not be shown. */
const BEGINS: { [Name in ConditionName]: RuleWhen } = {
  topics: { topics: [] },
  places: { neighbourhoods: [] },
  road: { road: ['metropolitan'] },
  answers: { answers: [] },
  hours: { hours: 'outside-office' },
  weekdays: { weekdays: [6, 7] },
  dates: { dates: { from: null, to: null } },
  channels: { channels: [] },
  kinds: { kinds: [] },
  danger: { danger: true },
  words: { words: [] },
};

export function conditionsIn(when: RuleWhen): ConditionName[] {
  return CONDITIONS.filter((name) => PARTS[name].some((part) => when[part] !== undefined));
}

export function withCondition(when: RuleWhen, name: ConditionName): RuleWhen {
  return { ...when, ...BEGINS[name] };
}

export function withoutCondition(when: RuleWhen, name: ConditionName): RuleWhen {
  return Object.fromEntries(
    Object.entries(when).filter(([part]) => !PARTS[name].includes(part as keyof RuleWhen)),
  ) as RuleWhen;
}
