/**
 * How every page of the flow works: GET shows, POST keeps what was typed (right or wrong), checks, and goes on. A page only says what it
 * reads, checks and shows. Nothing typed is thrown away, whatever happens on the way.
 */
import type { FastifyReply } from 'fastify';
import { CITIZEN } from '../../kernel/actor.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Route } from '../../kernel/http/route.ts';
import { pageRoute } from '../../kernel/http/route.ts';
import type { Topic } from '../../modules/catalogue/door.ts';
import { topicInForce } from '../../modules/catalogue/door.ts';
import type { DraftBody } from '../../modules/intake/door.ts';
import { emptyDraftBody, keepDraft } from '../../modules/intake/door.ts';
import type { Markup, Piece } from '../markup.ts';
import { html } from '../markup.ts';
import type { Problem } from '../parts.ts';
import { errorSummary, hidden } from '../parts.ts';
import { sendPage } from '../reply.ts';
import type { Visit } from '../visit.ts';
import { countAgainst, goTo, openVisit } from '../visit.ts';
import type { OwnDraft } from './own-draft.ts';
import { beginOwnDraft, findOwnDraft, formKey, keepOwnDraft } from './own-draft.ts';
import { answerSentDraft } from './sent.ts';
import type { Step } from './steps.ts';
import { AFTER_PLACE, STEP_PATHS, firstOpen, progressOf, stepAfter, stepBefore, stepsOf } from './steps.ts';

/** One citizen's request on its way, on one page. */
export interface Flow {
  visit: Visit;
  /** Null only on the very first page, before anything was sent. */
  own: OwnDraft | null;
  body: DraftBody;
  topic: Topic | null;
}

export interface StepPage {
  step: Step;
  summary: string;
  /** Takes what was typed into the draft as it is. */
  read(body: DraftBody, visit: Visit): DraftBody;
  check(flow: Flow): Problem[] | Promise<Problem[]>;
  show(flow: Flow, problems: readonly Problem[]): Promise<Shown>;
  /** Where to, when the page has its own mind; otherwise the next page. */
  leave?(flow: Flow): Promise<string | null>;
}

export interface Shown {
  title: string;
  body: Piece;
}

const FORMS = { name: 'portal-form', most: 600, seconds: 600 };

export function stepRoutes(page: StepPage): Route[] {
  const path = STEP_PATHS[page.step];
  return [
    pageRoute({
      method: 'GET',
      path,
      summary: page.summary,
      who: 'anyone',
      handle: async (context) => showStep(page, await openVisit(context)),
    }),
    pageRoute({
      method: 'POST',
      path,
      summary: `${page.summary} (kept)`,
      who: 'anyone',
      handle: async (context) => takeStep(page, await openVisit(context)),
    }),
  ];
}

export async function showStep(page: StepPage, visit: Visit): Promise<FastifyReply> {
  const flow = await openFlow(visit);
  if (flow.own?.draft.requestId) return answerSentDraft(visit, flow.own.draft.requestId);
  if (flow.own === null && page.step !== 'what') return goTo(visit, STEP_PATHS.what);
  if (!mayShow(page.step, flow)) return goTo(visit, pathOf(flow, firstOpen(flow)));
  return sendStep(page, flow, visit.query.eksik === undefined ? [] : await page.check(flow));
}

async function takeStep(page: StepPage, visit: Visit): Promise<FastifyReply> {
  await countAgainst(visit, FORMS);
  const before = await openFlow(visit);
  if (before.own?.draft.requestId) return answerSentDraft(visit, before.own.draft.requestId);
  const flow = await keep(before, page.read(before.body, visit));
  const restarted = before.own === null && visit.form.taslak !== undefined;
  if (visit.form.dil !== undefined) return goTo(visit, pathOf(flow, page.step, { dil: visit.form.dil }));
  const problems = await page.check(flow);
  if (problems.length > 0) return sendStep(page, flow, problems);
  const passed = await keep(flow, { ...flow.body, passed: [...new Set([...flow.body.passed, page.step])] });
  const own = await page.leave?.(passed);
  if (own) return goTo(visit, own);
  const next = restarted ? firstOpen(passed) : nextStep(passed, page.step);
  return goTo(visit, pathOf(passed, next, restarted ? { yeniden: '1' } : {}));
}

export async function openFlow(visit: Visit): Promise<Flow> {
  const own = await findOwnDraft(visit);
  const body = own?.draft.body ?? emptyDraftBody();
  return { visit, own, body, topic: await topicOf(visit, body) };
}

/** Writes the draft, beginning one where there is none: also when the old one was forgotten while the page stood open. */
export async function keep(flow: Flow, body: DraftBody): Promise<Flow> {
  const { visit, own } = flow;
  const kept = own === null ? await beginOwnDraft(visit, body) : await write(visit, own, body);
  keepOwnDraft(visit, kept);
  return { visit, own: kept, body, topic: await topicOf(visit, body) };
}

async function write(visit: Visit, own: OwnDraft, body: DraftBody): Promise<OwnDraft> {
  const draft = await inTransaction(visit.house, { actor: CITIZEN }, (tx) => keepDraft(tx, own.draft, body));
  return { ...own, draft };
}

async function topicOf({ house }: Visit, { topic }: DraftBody): Promise<Topic | null> {
  if (topic === undefined || topic === null) return null;
  const found = await topicInForce(house.db, topic);
  return found?.active ? found : null;
}

/** A page may be seen when everything before it has been answered; a bookmark of a later one leads to the first open page. */
function mayShow(step: Step, flow: Flow): boolean {
  if (AFTER_PLACE.includes(step)) return flow.body.passed.includes('place');
  const steps = stepsOf(flow);
  return steps.indexOf(step) <= steps.indexOf(firstOpen(flow)) && steps.includes(step);
}

/** A change asked for on the check page leads back to it, unless the change opened a new question. */
export function nextStep(flow: Flow, step: Step): Step {
  return flow.visit.form.don === 'kontrol' ? firstOpen(flow) : stepAfter(flow, step);
}

export function pathOf(
  { visit, own }: Pick<Flow, 'visit' | 'own'>,
  step: Step,
  more: Record<string, string> = {},
): string {
  const query = new URLSearchParams(own === null ? {} : { taslak: own.draft.id });
  const back = visit.form.don ?? visit.query.don;
  if (back === 'kontrol' && step !== 'check') query.set('don', 'kontrol');
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  const text = query.toString();
  return text === '' ? STEP_PATHS[step] : `${STEP_PATHS[step]}?${text}`;
}

export async function sendStep(page: StepPage, flow: Flow, problems: readonly Problem[]): Promise<FastifyReply> {
  const { visit } = flow;
  const shown = await page.show(flow, problems);
  const before = visit.query.don === 'kontrol' || visit.form.don === 'kontrol' ? 'check' : stepBefore(flow, page.step);
  const body = html`${errorSummary(visit.say, problems)}
  ${visit.query.yeniden && html`<p class="notice">${visit.say('restart.notice')}</p>`}${shown.body}`;
  return sendPage(
    visit,
    {
      title: shown.title,
      body,
      wrong: problems.length > 0,
      back: before === null ? '/' : pathOf(flow, before),
      otherLanguage: { form: 'adim' },
    },
    { status: problems.length > 0 ? 400 : 200, own: true },
  );
}

export interface FormSpec {
  step: Step;
  content: Piece;
  /** True: the form carries files. */
  files?: boolean;
}

/** The page's one form, with what names the draft in front: a reader of files must know whose they are before they come. */
export function stepForm(flow: Flow, { step, content, files }: FormSpec): Markup {
  const { visit, own } = flow;
  const back = visit.form.don ?? visit.query.don;
  return html`<form
    method="post"
    action="${STEP_PATHS[step]}"
    id="adim"
    novalidate
    data-adim="${step}"
    ${files && html` enctype="multipart/form-data"`}
  >
    ${own && hidden('taslak', own.draft.id)}${own && hidden('anahtar', formKey(visit, own))}${back === 'kontrol' && hidden('don', 'kontrol')}
    ${content}
  </form>`;
}

export function stepNumber(flow: Flow, step: Step): Markup | undefined {
  const progress = progressOf(flow, step);
  if (progress === null) return undefined;
  const { say } = flow.visit;
  const { number, total } = progress;
  return html`<p class="step">
    ${total === null ? say('step', { n: number }) : say('step.of', { n: number, toplam: total })}
  </p>`;
}
