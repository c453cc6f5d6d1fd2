/** Read back before it is sent: every answer, each with its way back. Sending twice gives the same number. */
import type { FastifyReply } from 'fastify';
import { CITIZEN } from '../../kernel/actor.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { RefusalError } from '../../kernel/refusals.ts';
import type { Route } from '../../kernel/http/route.ts';
import { pageRoute } from '../../kernel/http/route.ts';
import { checkAnswers } from '../../modules/catalogue/door.ts';
import type { Application, DraftBody } from '../../modules/intake/door.ts';
import { checkPhone, markDraftSent, placeOf, receiveRequest } from '../../modules/intake/door.ts';
import { appendHistory } from '../../modules/requests/door.ts';
import { directorateByCode } from '../../modules/staff/door.ts';
import { maskEmail, maskPhone, normaliseInput } from '../../../text/turkish.ts';
import type { Markup, Piece } from '../markup.ts';
import { html } from '../markup.ts';
import { primaryButton } from '../parts.ts';
import type { Visit } from '../visit.ts';
import { countAgainst, goTo, openVisit } from '../visit.ts';
import { contactPage, personOf } from './contact.ts';
import { namedKnown } from './known.ts';
import { keepOwnDraft } from './own-draft.ts';
import { placeInWords, placePage } from './place.ts';
import { answersFor, questionsPage } from './questions.ts';
import { stepToFix } from './refusal-words.ts';
import { answerSentDraft, requestPath } from './sent.ts';
import type { Flow, StepPage } from './step-page.ts';
import { openFlow, pathOf, showStep, stepForm } from './step-page.ts';
import type { Step } from './steps.ts';
import { STEP_PATHS, firstOpen, stepsOf } from './steps.ts';
import { topicPage } from './topic.ts';
import { whatPage } from './what.ts';

const SENDS = { name: 'portal-send', most: 60, seconds: 600 };
const CHECKED: readonly StepPage[] = [whatPage, topicPage, questionsPage, placePage, contactPage];

export const checkPage: StepPage = {
  step: 'check',
  summary: 'New request: check and send',
  read: (body) => body,
  check: () => [],

  async show(flow) {
    const { say } = flow.visit;
    const rows = await summaryRows(flow);
    const content = html`<h1>${say('check.title')}</h1>
      <p class="lead">${say('check.notSent')}</p>
      <dl class="summary">${rows}</dl>
      <p>${await whereItGoes(flow)}</p>
      ${primaryButton(say('check.send'), { 'data-once': '' })}`;
    return { title: say('check.title'), body: stepForm(flow, { step: 'check', content }) };
  },
};

export const checkRoutes: Route[] = [
  pageRoute({
    method: 'GET',
    path: STEP_PATHS.check,
    summary: checkPage.summary,
    who: 'anyone',
    handle: async (context) => showCheck(await openVisit(context)),
  }),
  pageRoute({
    method: 'POST',
    path: STEP_PATHS.check,
    summary: 'New request: sent',
    who: 'anyone',
    handle: async (context) => send(await openVisit(context)),
  }),
];

async function showCheck(visit: Visit): Promise<FastifyReply> {
  const flow = await openFlow(visit);
  const wrong = flow.own === null || flow.own.draft.requestId ? null : await firstWrong(flow);
  return wrong === null ? showStep(checkPage, visit) : goTo(visit, fixPath(flow, wrong));
}

async function send(visit: Visit): Promise<FastifyReply> {
  const flow = await openFlow(visit);
  if (flow.own === null) return goTo(visit, `${STEP_PATHS.what}?yeniden=1`);
  if (flow.own.draft.requestId) return answerSentDraft(visit, flow.own.draft.requestId);
  if (visit.form.dil !== undefined) return goTo(visit, pathOf(flow, 'check', { dil: visit.form.dil }));
  await countAgainst(visit, SENDS);
  const open = firstOpen(flow);
  if (open !== 'check') return goTo(visit, pathOf(flow, open));
  const wrong = await firstWrong(flow);
  if (wrong !== null) return goTo(visit, fixPath(flow, wrong));
  try {
    const requestId = await recordWithOthers(flow);
    keepOwnDraft(visit, flow.own);
    return goTo(visit, requestPath(visit, requestId));
  } catch (error) {
    const step = error instanceof RefusalError ? stepToFix(error) : null;
    if (step === null) throw error;
    return goTo(visit, fixPath(flow, step));
  }
}

/** Whatever has become of the known problem meanwhile, what the citizen wrote is recorded: then by itself. */
async function recordWithOthers(flow: Flow): Promise<string> {
  const known = await namedKnown(flow);
  try {
    return await record(flow, known?.id);
  } catch (error) {
    const isOnlyAlone = error instanceof RefusalError && /^(merge-|known-problem-over$)/.test(error.code);
    if (known === null || !isOnlyAlone) throw error;
    return record(flow);
  }
}

/** The draft's id is the key under which the request is recorded: a second click, a resend or a reload is the same request. */
function record({ visit, own, body, topic }: Flow, knownProblem?: string): Promise<string> {
  const { draft } = own!;
  const application: Application = {
    channel: 'web',
    kind: 'request',
    text: body.text,
    language: visit.language,
    topicCode: topic?.code ?? null,
    answers: answersFor(topic, body),
    danger: body.danger === 'called-112',
    person: personOf(body.contact, topic),
    place: placeOf(body.place),
    fileIds: draft.photos.map(({ fileId }) => fileId),
    clientKey: draft.id,
    knownProblem,
    noticeVersion: noticeSeen(body, visit),
  };
  return inTransaction(visit.house, { actor: CITIZEN }, async (tx) => {
    const { id, isNew } = await receiveRequest(tx, application);
    if (isNew && body.sameAs) await appendHistory(tx, id, { what: 'said-same-as', toValue: body.sameAs });
    await markDraftSent(tx, draft, id);
    return id;
  });
}

/** Nobody has seen a version that is not there yet; a draft from before versions were kept says nothing. */
function noticeSeen({ noticeSeen: seen = 0 }: DraftBody, { own }: Visit): number | null {
  return seen > 0 && seen <= own['privacy-notice'].version ? seen : null;
}

async function firstWrong(flow: Flow): Promise<Step | null> {
  const steps = stepsOf(flow);
  // A page's own check must not read this call's method as an empty answer.
  const asked: Flow = {
    ...flow,
    visit: { ...flow.visit, form: { ...flow.visit.form, konu: flow.body.topic ?? 'siz' } },
  };
  for (const page of CHECKED) {
    if (steps.includes(page.step) && flow.body.passed.includes(page.step) && (await page.check(asked)).length > 0)
      return page.step;
  }
  return null;
}

function fixPath(flow: Flow, step: Step): string {
  return pathOf(flow, step, { eksik: '1', don: 'kontrol' });
}

async function whereItGoes({ visit, topic }: Flow): Promise<string> {
  const { say, language, house } = visit;
  const directorate = topic === null ? undefined : await directorateByCode(house.db, topic.directorate);
  if (!directorate) return say('check.goesToUs');
  return say('check.goesTo', { birim: language === 'tr' ? directorate.dative : directorate.nameEn });
}

async function summaryRows(flow: Flow): Promise<Markup[]> {
  const { visit, topic, body, own } = flow;
  const { say, language } = visit;
  const steps = stepsOf(flow);
  const photos = own?.draft.photos ?? [];
  const called = body.danger === 'called-112' && html`<p class="hint">${say('check.called112')}</p>`;
  return [
    row(
      flow,
      'what',
      say('check.what'),
      html`<p class="words">${normaliseInput(body.text)}</p>
        ${called}`,
    ),
    row(flow, 'topic', say('check.topic'), topic?.name[language] ?? say('check.topicOurs')),
    ...(steps.includes('questions') ? [row(flow, 'questions', say('check.questions'), answersInWords(flow))] : []),
    ...(steps.includes('place')
      ? [
          row(
            flow,
            'place',
            say('check.place'),
            (await placeInWords(flow)) || (body.place.latitude === null ? say('check.noPlace') : say('place.point')),
          ),
        ]
      : []),
    ...((await namedKnown(flow)) ? [row(flow, 'known', say('known.check'), say('known.checkTold'))] : []),
    row(flow, 'photo', say('check.photo'), photos.length === 0 ? say('check.noPhotos') : photoRow(flow)),
    row(flow, 'contact', say('check.contact'), contactInWords(flow)),
  ];
}

function row(flow: Flow, step: Step, name: string, value: Piece): Markup {
  const { say } = flow.visit;
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
    <dd class="change">
      <a href="${pathOf(flow, step, { don: 'kontrol' })}" aria-label="${say('check.changeOf', { ne: name })}"
        >${say('change')}</a
      >
    </dd>
  </div>`;
}

function answersInWords({ visit, topic, body }: Flow): Piece {
  const checked = checkAnswers(topic!, answersFor(topic, body), visit.language);
  const answers = checked.ok ? checked.answers : [];
  if (answers.length === 0) return visit.say('check.noAnswers');
  return html`<ul class="plain">
    ${answers.map(({ label, valueLabel }) => html`<li>${label} <strong>${valueLabel}</strong></li>`)}
  </ul>`;
}

function photoRow({ visit, own }: Flow): Markup {
  const { draft } = own!;
  return html`${visit.say('check.photos', { n: draft.photos.length })}
    <ul class="photos small">
      ${draft.photos.map(({ id, name }) => html`<li><img src="/basvuru/fotograf/${id}?taslak=${draft.id}" alt="${visit.say('photo.alt', { ad: name })}" width="64" height="64" /></li>`)}
    </ul>`;
}

/** Masked also for its owner: somebody may look over their shoulder. */
function contactInWords({ visit, body }: Flow): string {
  const { by, name, phone, email } = body.contact;
  const { say } = visit;
  if (by === 'anonymous') return say('check.anonymous');
  return by === 'sms'
    ? `${normaliseInput(name)}, ${maskPhone(checkPhone(phone))}, SMS`
    : `${normaliseInput(name)}, ${maskEmail(normaliseInput(email))}`;
}
