/**
 * A rule as a sentence: "Konu Çukur ve yol büyükşehrin ise → Fen İşleri Müdürlüğü / Yol Bakım Birimi". Pure. The same sentence stands in the
 * list, in the preview, in what changes before publishing, and in the history. Nothing is glued to a name.
 */
import type { Matched, Rule, RuleTarget, RuleWhen } from '../../../../../../contract/routing.ts';
import { formatDay } from '../../../../../../text/format.ts';
import type { Language } from '../../../../../../text/language.ts';
import { upper } from '../../../../../../text/turkish.ts';

/** Words for the codes a rule names; a code nobody has a word for is given back as it is. */
export interface RuleNames {
  topic(code: string): string;
  group(code: string): string;
  neighbourhood(id: number | string): string;
  area(code: string): string;
  directorate(code: string): string;
  unit(code: string): string;
  person(id: string): string;
  question(id: string): string;
  answer(question: string, value: string): string;
  channel(code: string): string;
  kind(code: string): string;
}

const WORDS = {
  tr: {
    ...{ or: ' veya ', and: ' ve ', then: ' ise', topic: 'konu', group: 'konu grubu', place: 'yer' },
    ...{ area: 'bölgesi', channel: 'kanal', kind: 'tür', day: 'gün', words: 'sözcük', answer: 'yanıt' },
    ...{ 'road.district': 'yol ilçenin', 'road.metropolitan': 'yol büyükşehrin' },
    ...{ 'road.unknown': 'yolun kimin olduğu bilinmiyor', 'hours.office': 'mesai içinde' },
    ...{ 'hours.outside-office': 'mesai dışında', 'danger.yes': 'can tehlikesi var', 'danger.no': 'can tehlikesi yok' },
    ...{ from: 've sonrası', to: 've öncesi', nothing: 'koşul yok', review: 'Çözüm merkezi bakacak' },
  },
  en: {
    ...{ or: ' or ', and: ' and ', then: '', topic: 'topic', group: 'topic group', place: 'in' },
    ...{ area: 'area', channel: 'by', kind: 'kind', day: 'on', words: 'says', answer: 'answered' },
    ...{ 'road.district': 'on a district road', 'road.metropolitan': 'on a metropolitan road' },
    ...{ 'road.unknown': 'on a road of unknown authority', 'hours.office': 'in office hours' },
    ...{ 'hours.outside-office': 'outside office hours', 'danger.yes': 'life in danger', 'danger.no': 'no danger' },
    ...{ from: 'and after', to: 'and before', nothing: 'no condition', review: 'The solution centre will look' },
  },
} as const;

/** 1 February 2026 was a Sunday; 2 is the Monday. */
export function weekdayName(day: number, language: Language): string {
  const locale = language === 'tr' ? 'tr-TR' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2026, 1, 1 + day)),
  );
}

export function conditionsInWords(when: RuleWhen, names: RuleNames, language: Language): string {
  const say = WORDS[language];
  const list = (values: readonly string[]) => values.join(say.or);
  const { topics = [], groups = [], neighbourhoods = [], areas = [], road = [], answers = [] } = when;
  const { channels = [], kinds = [], weekdays = [], words = [], dates, hours, danger } = when;
  const about = [
    topics.length > 0 && `${say.topic} ${list(topics.map(names.topic))}`,
    groups.length > 0 && `${say.group} ${list(groups.map((code) => `“${names.group(code)}”`))}`,
  ].filter((part): part is string => typeof part === 'string');
  const places = [
    ...neighbourhoods.map(names.neighbourhood),
    ...areas.map((code) =>
      language === 'tr' ? `${names.area(code)} ${say.area}` : `the ${names.area(code)} ${say.area}`,
    ),
  ];
  const parts = [
    about.length > 0 && list(about),
    places.length > 0 && `${say.place} ${list(places)}`,
    road.length > 0 && list(road.map((whose) => say[`road.${whose}`])),
    ...answers.map(({ question, values }) => `“${names.question(question)}” ${say.answer} ${list(values.map((value) => names.answer(question, value)))}`), // prettier-ignore
    channels.length > 0 && `${say.channel} ${list(channels.map(names.channel))}`,
    kinds.length > 0 && `${say.kind} ${list(kinds.map(names.kind))}`,
    danger !== undefined && say[`danger.${danger ? 'yes' : 'no'}`],
    weekdays.length > 0 && `${say.day} ${list(weekdays.map((day) => weekdayName(day, language)))}`,
    dates !== undefined && datesInWords(dates, language),
    hours !== undefined && say[`hours.${hours}`],
    words.length > 0 && `${say.words} ${list(words.map((word) => `“${word}”`))}`,
  ].filter((part): part is string => typeof part === 'string');
  return parts.length === 0 ? say.nothing : parts.join(say.and);
}

function datesInWords({ from, to }: NonNullable<RuleWhen['dates']>, language: Language): string {
  const say = WORDS[language];
  const day = (text: string) =>
    /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text, language, { year: true, short: true }) : text;
  if (from !== null && to !== null) return `${day(from)} – ${day(to)}`;
  if (from !== null) return `${day(from)} ${say.from}`;
  return to === null ? '…' : `${day(to)} ${say.to}`;
}

export function targetInWords(to: RuleTarget | null, names: RuleNames, language: Language): string {
  if (to === null) return WORDS[language].review;
  if (to.directorate === '') return '…';
  return [names.directorate(to.directorate), to.unit && names.unit(to.unit), to.person && names.person(to.person)]
    .filter(Boolean)
    .join(' / ');
}

export function ruleInWords({ when, to }: Pick<Rule, 'when' | 'to'>, names: RuleNames, language: Language): string {
  const conditions = conditionsInWords(when, names, language);
  const first = language === 'tr' ? upper(conditions.slice(0, 1)) : conditions.slice(0, 1).toUpperCase();
  return `${first}${conditions.slice(1)}${WORDS[language].then} → ${targetInWords(to, names, language)}`;
}

/** What was so when a rule matched, each as `label: value`, named as it was named then. */
export function matchedInWords(
  matched: readonly Matched[],
  names: Pick<RuleNames, 'topic' | 'channel' | 'kind'>,
  language: Language,
): string[] {
  const say = WORDS[language];
  return matched.map(({ what, value, name }) => {
    const named = name?.[language] ?? value;
    if (what === 'topic') return `${say.topic} ${name === null ? names.topic(value) : `${named} (${value})`}`;
    if (what === 'group') return `${say.group} “${named}”`;
    if (what === 'neighbourhood') return `${say.place} ${named}`;
    if (what === 'area') return `${say.place} ${named} ${say.area}`;
    if (what === 'answer') return `${say.answer}: ${named}`;
    if (what === 'weekday') return `${say.day} ${weekdayName(Number(value), language)}`;
    if (what === 'date') return formatDay(value, language, { year: true, short: true });
    if (what === 'channel') return `${say.channel} ${names.channel(value)}`;
    if (what === 'kind') return `${say.kind} ${names.kind(value)}`;
    if (what === 'words') return `${say.words} “${value}”`;
    return say[`${what}.${value}` as 'hours.office'];
  });
}
