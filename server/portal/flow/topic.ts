/**
 * From the citizen's own words to a topic: the three likeliest, none of these (then groups), or "you decide". Nobody has to know our topics,
 * and a request without one is as good as any other.
 */
import type { Topic } from '../../modules/catalogue/door.ts';
import {
  dangerWords,
  listTopics,
  offeredGroups,
  seasonAt,
  standardAt,
  suggestTopics,
  topicIndex,
  topicInForce,
} from '../../modules/catalogue/door.ts';
import type { DraftBody } from '../../modules/intake/door.ts';
import { periodInWords } from '../../modules/deadlines/door.ts';
import { directorateByCode } from '../../modules/staff/door.ts';
import { topicGroupIcon } from '../../../ui/icons.ts';
import type { Markup } from '../markup.ts';
import { html, raw } from '../markup.ts';
import type { Option, Problem } from '../parts.ts';
import { hidden, primaryButton, radios } from '../parts.ts';
import type { Visit } from '../visit.ts';
import type { Flow, StepPage } from './step-page.ts';
import { pathOf, stepForm, stepNumber } from './step-page.ts';

const OURS = 'siz';
const OTHER = 'hicbiri';

/** The first is marked beforehand only when it is twice as likely as the next: right in 99 of 100 everyday sentences. */
const SURE = 2;

export const topicPage: StepPage = {
  step: 'topic',
  summary: 'New request: its topic',

  read(body, { form }) {
    if (form.konu === OURS) return withTopic(body, null);
    if (!/^[A-Z]{3}-\d{2}$/.test(form.konu ?? '')) return body;
    return withTopic(body, form.konu!);
  },

  check({ visit, body, topic }) {
    const { say, form, request } = visit;
    if (form.konu === OTHER) return [];
    const nothing = request.method === 'POST' && form.konu === undefined;
    if (nothing || body.topic === undefined) return [{ field: 'konu', message: say('topic.none') }];
    return body.topic !== null && topic === null ? [{ field: 'konu', message: say('topic.gone') }] : [];
  },

  leave: async (flow) => (flow.visit.form.konu === OTHER ? pathOf(flow, 'topic', { tum: '1' }) : null),

  async show(flow, problems) {
    const { visit } = flow;
    const group = visit.query.grup ?? visit.form.grup;
    if (group !== undefined) return showGroup(flow, group, problems);
    const suggested = visit.query.tum === undefined ? await suggestedTopics(visit, flow.body.text) : [];
    return suggested.length > 0 || (flow.topic !== null && visit.query.tum === undefined)
      ? showSuggested(flow, suggested, problems)
      : showGroups(flow, problems);
  },
};

/** Another topic asks other things: what was said between is asked again, what was typed stays. */
function withTopic(body: DraftBody, topic: string | null): DraftBody {
  if (topic === body.topic) return body;
  // Danger that the words spoke of has been answered; danger that lay in the topic has not.
  const stale = ['questions', 'not-ours', 'known', 'similar', ...(dangerWords(body.text).length > 0 ? [] : ['danger'])];
  return {
    ...body,
    topic,
    sameAs: undefined,
    knownProblem: undefined,
    passed: body.passed.filter((step) => !stale.includes(step)),
  };
}

export interface Suggested {
  topic: Topic;
  sure: boolean;
}

export async function suggestedTopics({ house }: Pick<Visit, 'house'>, text: string): Promise<Suggested[]> {
  const found = suggestTopics(await topicIndex(house.db), text);
  const [first, second] = found;
  const sure = first !== undefined && first.score >= SURE * (second?.score ?? 0);
  const topics = await Promise.all(found.map(({ code }) => topicInForce(house.db, code)));
  return topics.flatMap((topic, place) => (topic?.active ? [{ topic, sure: sure && place === 0 }] : []));
}

async function showSuggested(flow: Flow, suggested: Suggested[], problems: readonly Problem[]) {
  const { visit, body, topic } = flow;
  const { say } = visit;
  const shown =
    topic !== null && !suggested.some((each) => each.topic.code === topic.code)
      ? [topic, ...suggested.map((each) => each.topic)]
      : suggested.map((each) => each.topic);
  const options = await Promise.all(shown.map((each) => topicOption(visit, each)));
  const sure = suggested.find((each) => each.sure)?.topic.code ?? '';
  const content = html`${stepNumber(flow, 'topic')}
  ${radios({
    name: 'konu',
    label: say('topic.title'),
    heading: true,
    hint: say('topic.hint'),
    value: body.topic === undefined ? sure : (body.topic ?? OURS),
    problems,
    options: [
      ...options,
      { value: OTHER, label: say('topic.other'), hint: say('topic.otherHint') },
      { value: OURS, label: say('topic.ours'), hint: say('topic.oursHint') },
    ],
  })}
  ${primaryButton(say('continue'))}`;
  return { title: say('topic.title'), body: stepForm(flow, { step: 'topic', content }) };
}

async function topicOption({ house, say, language, now }: Visit, topic: Topic): Promise<Option> {
  const directorate = await directorateByCode(house.db, topic.directorate);
  const who = language === 'tr' ? directorate?.name : directorate?.nameEn;
  const { conclusion } = await standardAt(house.db, topic, now);
  const told = (await seasonAt(house.db, topic.code, now))?.change.told[language];
  const usual =
    conclusion && conclusion.amount > 0 ? say('topic.usual', { sure: periodInWords(conclusion, language) }) : null;
  return { value: topic.code, label: topic.name[language], hint: [who, usual, told].filter(Boolean).join(' · ') };
}

async function showGroups(flow: Flow, problems: readonly Problem[]) {
  const { visit } = flow;
  const { say, language } = visit;
  const groups = await offeredGroups(visit.house.db);
  const content = html`${stepNumber(flow, 'topic')}
    <h1 id="konu" tabindex="-1">${say('topic.titleChoose')}</h1>
    ${problems.map(({ message }) => html`<p class="error">${message}</p>`)}
    <ul class="groups">
      ${groups.map(({ code, name, icon }) => html`<li><a href="${pathOf(flow, 'topic', { grup: code })}">${raw(topicGroupIcon(icon))} ${name[language]}</a></li>`)}
    </ul>
    <p class="hint">${say('topic.oursHint')}</p>
    <p><button class="button" name="konu" value="${OURS}">${say('topic.ours')}</button></p>`;
  return { title: say('topic.titleChoose'), body: stepForm(flow, { step: 'topic', content }) };
}

async function showGroup(flow: Flow, code: string, problems: readonly Problem[]) {
  const { visit, body } = flow;
  const { say, language } = visit;
  const group = (await offeredGroups(visit.house.db)).find((each) => each.code === code);
  if (!group) return showGroups(flow, problems);
  const topics = (await listTopics(visit.house.db)).filter((each) => each.active && each.group === code);
  const content = html`${stepNumber(flow, 'topic')}${hidden('grup', code)}
    ${radios({
      name: 'konu',
      label: group.name[language],
      heading: true,
      value: body.topic === undefined ? '' : (body.topic ?? OURS),
      problems,
      options: [
        ...topics.map((topic) => ({ value: topic.code, label: topic.name[language] })),
        { value: OURS, label: say('topic.ours'), hint: say('topic.oursHint') },
      ],
    })}
    <p><a href="${pathOf(flow, 'topic', { tum: '1' })}">${say('topic.allGroups')}</a></p>
    ${primaryButton(say('continue'))}`;
  return { title: group.name[language], body: stepForm(flow, { step: 'topic', content }) };
}

/** What a script shows under the text while it is being typed. */
export async function suggestionFragment(visit: Visit, text: string): Promise<Markup> {
  const suggested = await suggestedTopics(visit, text.slice(0, 4000));
  const { say, language } = visit;
  return html`${suggested.length > 0 && html`${say('topic.hint')} <strong>${suggested[0]!.topic.name[language]}</strong>`}`;
}
