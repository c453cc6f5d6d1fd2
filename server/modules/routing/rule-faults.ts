/**
 * What keeps a rule from being used: it names what is not there or was closed, or asks what can never be. The same list stops a rule from
 * being saved and finds one that was broken later. Pure.
 */
import { choicesOf } from '../catalogue/door.ts';
import { isDay } from '../calendar/door.ts';
import { words } from '../../../text/turkish.ts';
import type { References } from './references.ts';
import { topicsOf } from './references.ts';
import type { Rule, RuleFault, RuleWhen } from './rule.ts';

type Fault = Omit<RuleFault, 'rule'>;

export function faultsInRules(rules: readonly Rule[], known: References): RuleFault[] {
  const seen = new Set<string>();
  return rules.flatMap((rule) => {
    const isTwice = seen.has(rule.id);
    seen.add(rule.id);
    const twice: Fault[] = isTwice ? [{ where: 'id', problem: 'rule-twice', named: rule.name }] : [];
    return [...twice, ...faultsInRule(rule, known)].map((fault) => ({ rule: rule.id, ...fault }));
  });
}

export function faultsInRule(rule: Rule, known: References): Fault[] {
  return [
    ...faultsInWords(rule),
    ...faultsInLists(rule.when),
    ...faultsInNames(rule.when, known),
    ...faultsInAnswers(rule.when, known),
    ...faultsInDates(rule.when),
    ...faultsInTarget(rule, known),
  ];
}

function faultsInWords({ name, why }: Rule): Fault[] {
  const faults: Fault[] = [];
  if (name.trim() === '') faults.push({ where: 'name', problem: 'text-missing', named: '' });
  if (why.tr.trim() === '') faults.push({ where: 'why.tr', problem: 'text-missing', named: '' });
  return faults;
}

/** A rule that asks nothing would take everything, and a list with nothing in it asks for what cannot be. */
function faultsInLists(when: RuleWhen): Fault[] {
  const asked = Object.entries(when).filter(([, value]) => value !== undefined);
  if (asked.length === 0) return [{ where: 'when', problem: 'conditions-missing', named: '' }];
  const empty = asked.filter(([, value]) => Array.isArray(value) && value.length === 0);
  const faults: Fault[] = empty.map(([name]) => ({ where: name, problem: 'list-empty', named: '' }));
  for (const { question, values } of when.answers ?? []) {
    if (values.length === 0) faults.push({ where: 'answers', problem: 'list-empty', named: question });
  }
  for (const phrase of when.words ?? []) {
    if (words(phrase).length === 0) faults.push({ where: 'words', problem: 'words-empty', named: phrase });
  }
  return faults;
}

function faultsInNames(when: RuleWhen, known: References): Fault[] {
  const { topics = [], groups = [], neighbourhoods = [], areas = [], channels = [], kinds = [] } = when;
  const missing = (where: string, list: readonly string[], has: (code: string) => boolean): Fault[] =>
    list.filter((code) => !has(code)).map((code) => ({ where, problem: 'unknown', named: code }));
  return [
    ...topics.flatMap((code) => standing('topics', code, known.topics.get(code))),
    ...missing('groups', groups, (code) => known.groups.has(code)),
    ...neighbourhoods.flatMap((id) => standing('neighbourhoods', String(id), known.neighbourhoods.get(id))),
    ...areas.flatMap((code) => standing('areas', code, known.areas.get(code))),
    ...missing('channels', channels, (code) => known.channels.has(code)),
    ...missing('kinds', kinds, (code) => known.kinds.has(code)),
  ];
}

function standing(where: string, named: string, found: { active: boolean } | undefined): Fault[] {
  if (found?.active) return [];
  return [{ where, problem: found === undefined ? 'unknown' : 'not-active', named }];
}

/** A question must be one that a topic of the rule asks, with closed answers, and each value one that can be given. */
function faultsInAnswers(when: RuleWhen, known: References): Fault[] {
  const about = (topicsOf(when, known) ?? [...known.topics.values()]).filter(({ active }) => active);
  return (when.answers ?? []).flatMap(({ question, values }): Fault[] => {
    const asked = about.flatMap(({ questions }) => questions.filter(({ id }) => id === question));
    if (asked.length === 0) return [{ where: 'answers', problem: 'unknown', named: question }];
    const offered = asked.flatMap((each) => choicesOf(each) ?? []).map(({ value }) => value);
    if (offered.length === 0) return [{ where: 'answers', problem: 'question-not-closed', named: question }];
    return values
      .filter((value) => !offered.includes(value))
      .map((value) => ({ where: 'answers', problem: 'not-answerable', named: `${question}=${value}` }));
  });
}

function faultsInDates({ dates }: RuleWhen): Fault[] {
  if (dates === undefined) return [];
  const { from, to } = dates;
  const wrong = [from, to].filter((day): day is string => day !== null && !isDay(day));
  if (wrong.length > 0) return wrong.map((named) => ({ where: 'dates', problem: 'date-invalid', named }));
  if (from === null && to === null) return [{ where: 'dates', problem: 'list-empty', named: '' }];
  return from !== null && to !== null && from > to ? [{ where: 'dates', problem: 'dates-order', named: from }] : [];
}

function faultsInTarget({ to }: Rule, known: References): Fault[] {
  const faults = standing('to.directorate', to.directorate, known.directorates.get(to.directorate));
  if (to.unit !== null) {
    const unit = known.units.get(to.unit);
    faults.push(...standing('to.unit', to.unit, unit));
    if (unit && unit.directorate !== to.directorate)
      faults.push({ where: 'to.unit', problem: 'other-directorate', named: to.unit });
  }
  if (to.person !== null) {
    const person = known.people.get(to.person);
    faults.push(...standing('to.person', to.person, person));
    if (person && person.directorate !== to.directorate)
      faults.push({ where: 'to.person', problem: 'other-directorate', named: to.person });
    // Somebody of no unit may work for any.
    else if (person && to.unit !== null && person.unit !== null && person.unit !== to.unit)
      faults.push({ where: 'to.person', problem: 'other-unit', named: to.person });
  }
  return faults;
}
