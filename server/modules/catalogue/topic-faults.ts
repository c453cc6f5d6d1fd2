/**
 * What is wrong with a topic before it is offered to citizens. Pure. Shape and lengths are the contract's; here is what a shape
 * cannot say: both languages, standards that can be kept, questions that can be answered.
 */
import type { Question, Topic } from './topic.ts';

export type TopicProblem =
  | 'text-missing'
  | 'standard-amount'
  | 'standard-order'
  | 'question-twice'
  | 'choices-missing'
  | 'choices-not-for-type'
  | 'choice-twice'
  | 'condition-unknown-question'
  | 'condition-not-earlier'
  | 'condition-impossible'
  | 'body-missing'
  | 'phone-missing'
  | 'directorate-twice';

export interface TopicFault {
  /** Path in the topic: `name.en`, `questions.depth`. */
  where: string;
  problem: TopicProblem;
}

export function faultsInTopic(topic: Topic): TopicFault[] {
  return [
    ...faultsInTexts(topic, ''),
    ...faultsInStandard(topic),
    ...topic.questions.flatMap((question, at) =>
      faultsInQuestion(question, topic.questions.slice(0, at), topic.questions),
    ),
    ...faultsInOwner(topic),
    ...faultsInNumbers(topic),
  ];
}

/** Every pair of tr and en anywhere in the topic must be filled: a citizen who reads English meets each of them. */
function faultsInTexts(value: unknown, path: string): TopicFault[] {
  if (Array.isArray(value))
    return value.flatMap((item: unknown, at) => faultsInTexts(item, join(path, nameOf(item, at))));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if ((key === 'tr' || key === 'en') && typeof inner === 'string' && inner.trim() === '') {
      return [{ where: join(path, key), problem: 'text-missing' as const }];
    }
    return faultsInTexts(inner, join(path, key));
  });
}

function nameOf(item: unknown, at: number): string {
  const { id, value } = (item ?? {}) as { id?: unknown; value?: unknown };
  return String(id ?? value ?? at);
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** Minutes of a period, for comparing only; a business day counts as one day. */
const MINUTES = { minutes: 1, hours: 60, 'working-hours': 60, 'calendar-days': 1440, 'business-days': 1440 } as const;

function faultsInStandard({ standard: { firstResponse, conclusion } }: Topic): TopicFault[] {
  const faults: TopicFault[] = [];
  // Zero would be late at the moment it is given.
  if (firstResponse?.amount === 0) faults.push({ where: 'standard.firstResponse', problem: 'standard-amount' });
  if (conclusion?.amount === 0) faults.push({ where: 'standard.conclusion', problem: 'standard-amount' });
  if (firstResponse === undefined || conclusion === undefined) return faults;
  const first = firstResponse.amount * MINUTES[firstResponse.unit];
  const last = conclusion.amount * MINUTES[conclusion.unit];
  if (first > last) faults.push({ where: 'standard', problem: 'standard-order' });
  return faults;
}

function faultsInQuestion(question: Question, earlier: Question[], all: Question[]): TopicFault[] {
  const problems: TopicProblem[] = [];
  if (earlier.some(({ id }) => id === question.id)) problems.push('question-twice');
  problems.push(...problemsInChoices(question), ...problemsInCondition(question, earlier, all));
  return problems.map((problem) => ({ where: `questions.${question.id}`, problem }));
}

function problemsInChoices({ type, choices = [] }: Question): TopicProblem[] {
  if (type !== 'choice') return choices.length > 0 ? ['choices-not-for-type'] : [];
  if (choices.length < 2) return ['choices-missing'];
  return new Set(choices.map(({ value }) => value)).size < choices.length ? ['choice-twice'] : [];
}

/** A condition looks back only: so no circle is possible, and the portal can ask page by page. */
function problemsInCondition({ showIf }: Question, earlier: Question[], all: Question[]): TopicProblem[] {
  if (showIf === undefined) return [];
  const asked = earlier.find(({ id }) => id === showIf.question);
  if (asked === undefined) {
    return [all.some(({ id }) => id === showIf.question) ? 'condition-not-earlier' : 'condition-unknown-question'];
  }
  const possible = possibleAnswers(asked);
  return possible !== null && !possible.includes(showIf.equals) ? ['condition-impossible'] : [];
}

function possibleAnswers({ type, choices = [] }: Question): string[] | null {
  if (type === 'choice') return choices.map(({ value }) => value);
  if (type === 'yes-no') return ['yes', 'no'];
  return type === 'yes-no-unknown' ? ['yes', 'no', 'unknown'] : null;
}

function faultsInOwner({ owners, endsBy, notOurs, directorate, otherDirectorates }: Topic): TopicFault[] {
  const faults: TopicFault[] = [];
  // A bare "not ours" reads as being sent away: whoever forwards says who does it and whom to call.
  if (endsBy === 'forwarding' && !owners.includes('district') && notOurs === undefined) {
    faults.push({ where: 'notOurs', problem: 'body-missing' });
  }
  const units = [directorate, ...otherDirectorates];
  if (new Set(units).size < units.length) faults.push({ where: 'otherDirectorates', problem: 'directorate-twice' });
  return faults;
}

/** Whoever is told to call is given the number. */
function faultsInNumbers({ notOurs, alsoCall = [] }: Topic): TopicFault[] {
  const numbers = [
    ...(notOurs ? [{ where: 'notOurs.phone', phone: notOurs.phone }] : []),
    ...alsoCall.map(({ phone }, at) => ({ where: `alsoCall.${at}.phone`, phone })),
  ];
  return numbers
    .filter(({ phone }) => !/\d/.test(phone))
    .map(({ where }) => ({ where, problem: 'phone-missing' as const }));
}
