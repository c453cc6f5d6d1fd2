import type { Topic } from '../../modules/catalogue/door.ts';
import type { Person, TypedContact } from '../../modules/intake/door.ts';
import { checkPerson, opensByNumberAlone } from '../../modules/intake/door.ts';
import { isLegalKind } from '../../modules/requests/door.ts';
import { parsePhone } from '../../../text/phone.ts';
import { html } from '../markup.ts';
import { noticePath } from '../notices.ts';
import type { Option, Problem } from '../parts.ts';
import { hidden, icon, primaryButton, radios, textField } from '../parts.ts';
import type { Visit } from '../visit.ts';
import { problemsOf } from './refusal-words.ts';
import type { Flow, StepPage } from './step-page.ts';
import { stepForm, stepNumber } from './step-page.ts';
import { topicNotes } from './topic-notes.ts';

/** Identity comes last and only as much as is used: speak first. */
export const contactPage: StepPage = {
  step: 'contact',
  summary: 'New request: how to reach the citizen',

  read(body, { form }) {
    const { contact } = body;
    const notice = /^\d{1,6}$/.exec(form.aydinlatma ?? '');
    const typed = (name: string, before: string) => (form[name] ?? before).slice(0, 500);
    const by = (['sms', 'email', 'anonymous'] as const).find((way) => way === form.yol) ?? contact.by;
    return {
      ...body,
      noticeSeen: notice === null ? body.noticeSeen : Number(notice[0]),
      contact: {
        by,
        name: typed('ad', contact.name),
        phone: typed('telefon', contact.phone),
        email: typed('eposta', contact.email),
        nationalId: typed('tckn', contact.nationalId),
      },
    };
  },

  check(flow) {
    const { visit, topic, body } = flow;
    const { contact } = body;
    const { say } = visit;
    if (contact.by === '') return [{ field: 'yol', message: say('contact.chooseWay') }];
    if (contact.by === 'anonymous')
      return mayBeAnonymous(topic) ? [] : [{ field: 'yol', message: say('contact.notAnonymous') }];
    return inPageOrder([...whoProblems(flow), ...reachProblems(flow), ...identityProblems(flow)]);
  },

  async show(flow, problems) {
    const { visit, body, topic } = flow;
    const { say } = visit;
    const { contact } = body;
    const secret = topic?.identitySecret && html`<p class="notice">${icon('lock')} ${say('contact.secret')}</p>`;
    const name = textField({
      name: 'ad',
      label: say('contact.name'),
      hint: mayBeAnonymous(topic) ? say('contact.nameHint') : undefined,
      value: contact.name,
      problems,
      attributes: { autocomplete: 'name' },
    });
    const nationalId =
      asksNationalId(topic) &&
      textField({
        name: 'tckn',
        label: say('contact.nationalId'),
        hint: say('contact.nationalIdWhy'),
        value: contact.nationalId,
        problems,
        attributes: { inputmode: 'numeric', autocomplete: 'off', class: 'medium' },
      });
    // Said with the questions, where there are any.
    const unsaid = topic?.questions.length === 0 && topicNotes(topic, visit);
    const notice = visit.own['privacy-notice'].version;
    const content = html`${stepNumber(flow, 'contact')} ${unsaid}
      ${radios({ name: 'yol', label: say('contact.title'), heading: true, value: contact.by, problems, options: ways(flow, problems) })}
      <div class="who">${secret}${name}${nationalId}</div>
      <p>
        ${say('contact.noticeLead')}
        <a href="${noticePath(notice)}" target="_blank" rel="noopener">${say('contact.notice')}</a>
      </p>
      ${hidden('aydinlatma', String(notice))} ${primaryButton(say('continue'))}`;
    return { title: say('contact.title'), body: stepForm(flow, { step: 'contact', content }) };
  },
};

function ways({ visit, body, topic }: Flow, problems: readonly Problem[]): Option[] {
  const { say } = visit;
  const { contact } = body;
  const phone = textField({
    name: 'telefon',
    label: say('contact.phone'),
    hint: say('contact.why'),
    value: contact.phone,
    problems,
    attributes: { type: 'tel', autocomplete: 'tel', inputmode: 'tel', class: 'medium' },
  });
  const email = textField({
    name: 'eposta',
    label: say('contact.emailField'),
    hint: say('contact.why'),
    value: contact.email,
    problems,
    attributes: { type: 'email', autocomplete: 'email', spellcheck: 'false' },
  });
  return [
    { value: 'sms', label: say('contact.sms'), inside: phone },
    { value: 'email', label: say('contact.email'), inside: email },
    ...(mayBeAnonymous(topic)
      ? [{ value: 'anonymous', label: say('contact.anonymous'), hint: anonymousHint(visit, topic) }]
      : []),
  ];
}

/** Where the number alone opens nothing, nobody is told to rely on it. */
function anonymousHint({ say }: Visit, topic: Topic | null): string {
  const open = topic === null || opensByNumberAlone(topic);
  return say(open ? 'contact.anonymousHint' : 'contact.anonymousGuarded');
}

/** Without a topic nobody can say yet that a name is needed; staff ask later where the law wants one. */
export function mayBeAnonymous(topic: Topic | null): boolean {
  return topic === null || (topic.anonymousAllowed && !(topic.kind && isLegalKind(topic.kind)));
}

/** Only where a law asks for it: right to information (4982 m.6) and personal data (6698 m.13); never for a pothole. */
function asksNationalId(topic: Topic | null): boolean {
  return topic?.kind === 'foi' || topic?.kind === 'kvkk';
}

export function personOf({ by, name, phone, email, nationalId }: TypedContact, topic: Topic | null): Person | null {
  if (by === 'anonymous' || by === '') return null;
  const given = by === 'sms' ? { phone } : { email };
  return { name, notifyBy: by, ...given, ...(asksNationalId(topic) && { nationalId }) };
}

/** Each rule is asked on its own, so that a person hears of everything at once and not one thing after the other. */
function whoProblems({ visit, body }: Flow): Problem[] {
  return problemsOf(visit, () => checkPerson({ name: body.contact.name, notifyBy: 'none' }));
}

function reachProblems({ visit, body }: Flow): Problem[] {
  const { by, phone, email } = body.contact;
  const problems = problemsOf(visit, () =>
    checkPerson({ name: 'x', notifyBy: by === 'sms' ? 'sms' : 'email', ...(by === 'sms' ? { phone } : { email }) }),
  );
  const parsed = parsePhone(phone);
  const abroad = by === 'sms' && parsed.ok && parsed.kind === 'foreign';
  return abroad ? [{ field: 'telefon', message: visit.say('phone.foreign') }] : problems;
}

function identityProblems({ visit, topic, body }: Flow): Problem[] {
  const { nationalId } = body.contact;
  if (!asksNationalId(topic)) return [];
  if (nationalId.trim() === '') return [{ field: 'tckn', message: visit.say('tckn.missing') }];
  return problemsOf(visit, () => checkPerson({ name: 'x', notifyBy: 'none', nationalId }));
}

const ORDER = ['yol', 'telefon', 'eposta', 'ad', 'tckn'];

function inPageOrder(problems: Problem[]): Problem[] {
  return problems.sort((left, right) => ORDER.indexOf(left.field) - ORDER.indexOf(right.field));
}
