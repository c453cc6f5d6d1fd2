/** Photos are an offer, never a duty. Without a script the form sends them all at once; with one, each by itself and with its progress. */
import type { FastifyReply } from 'fastify';
import { CITIZEN } from '../../kernel/actor.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Route } from '../../kernel/http/route.ts';
import { pageRoute } from '../../kernel/http/route.ts';
import { RefusalError, refuse } from '../../kernel/refusals.ts';
import type { Draft } from '../../modules/intake/door.ts';
import { MOST_PHOTOS, addPhotoToDraft, removePhotoFromDraft } from '../../modules/intake/door.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';
import type { Problem } from '../parts.ts';
import { icon, primaryButton } from '../parts.ts';
import type { BadPhoto, NamedPhoto, PhotoForm } from '../photo-form.ts';
import { PHOTO_TYPES, readPhotoForm } from '../photo-form.ts';
import { sendPhoto } from '../send-photo.ts';
import type { Visit } from '../visit.ts';
import { countAgainst, goTo, openVisit } from '../visit.ts';
import { findOwnDraft } from './own-draft.ts';
import type { Flow, StepPage } from './step-page.ts';
import { keep, nextStep, openFlow, pathOf, sendStep, showStep, stepForm, stepNumber } from './step-page.ts';
import { answerSentDraft } from './sent.ts';
import { STEP_PATHS } from './steps.ts';

const UPLOADS = { name: 'portal-photos', most: 120, seconds: 600 };

export const photoPage: StepPage = {
  step: 'photo',
  summary: 'New request: photos',
  read: (body) => body,
  check: () => [],

  async show(flow, problems) {
    const { say } = flow.visit;
    const photos = flow.own?.draft.photos ?? [];
    const texts = {
      sending: say('photo.sending'),
      retry: say('photo.retry'),
      done: say('photo.done'),
      failed: say('photo.fail'),
    };
    const content = html`${stepNumber(flow, 'photo')}
      <div class="field${problems.length > 0 && ' wrong'}">
        <h1>
          <label for="foto">${say('photo.title')} <span class="unit">${say('optional')}</span></label>
        </h1>
        <div class="hint" id="foto-ipucu">${say('photo.hint')} ${say('photo.chooseHint')}</div>
        ${problems.map(({ message }) => html`<p class="error">${message}</p>`)}
        <div id="fotolar" aria-live="polite">${photoList(flow, photos)}</div>
        ${
          photos.length < MOST_PHOTOS &&
          html`<input
              type="file"
              id="foto"
              name="foto"
              multiple
              accept="${PHOTO_TYPES}"
              aria-describedby="foto-ipucu"
              data-upload="${STEP_PATHS.photo}"
              data-sending="${texts.sending}"
              data-retry="${texts.retry}"
              data-done="${texts.done}"
              data-failed="${texts.failed}"
            /><label class="button choose" for="foto">${say('photo.choose')}</label>
            <p class="no-script"><button class="button" name="kal" value="1">${say('photo.upload')}</button></p>`
        }
      </div>
      <p class="actions">
        ${primaryButton(say('continue'))}${photos.length === 0 && html` <button class="button" name="fotosuz" value="1">${say('photo.skip')}</button>`}
      </p>`;
    return { title: say('photo.title'), body: stepForm(flow, { step: 'photo', content, files: true }) };
  },
};

export const photoRoutes: Route[] = [
  pageRoute({
    method: 'GET',
    path: STEP_PATHS.photo,
    summary: photoPage.summary,
    who: 'anyone',
    handle: async (context) => showStep(photoPage, await openVisit(context)),
  }),
  pageRoute({
    method: 'POST',
    path: STEP_PATHS.photo,
    summary: `${photoPage.summary} (kept)`,
    who: 'anyone',
    handle: async (context) => takePhotos(await openVisit(context)),
  }),
  pageRoute({
    method: 'GET',
    path: '/basvuru/fotograf/:id',
    summary: 'A photo of one’s own draft',
    who: 'anyone',
    handle: async (context) => showDraftPhoto(await openVisit(context)),
  }),
];

async function takePhotos(asked: Visit): Promise<FastifyReply> {
  await countAgainst(asked, UPLOADS);
  const sent = await readPhotoForm(asked.request, asked.house.files);
  const visit = { ...asked, form: sent.form };
  const before = await openFlow(visit);
  if (before.own?.draft.requestId) return answerSentDraft(visit, before.own.draft.requestId);
  const flow = await keep(before, before.body);
  const problems = await keepSent(flow, sent);
  const now = await openFlow({ ...visit, form: { ...sent.form, taslak: flow.own!.draft.id } });
  if (sent.form.parca !== undefined) return sendPart({ ...now, own: now.own ?? flow.own }, problems);
  return answerPhotos({ flow: now.own === null ? flow : now, visit, sent, problems });
}

async function answerPhotos({
  flow,
  visit,
  sent,
  problems,
}: {
  flow: Flow;
  visit: Visit;
  sent: PhotoForm;
  problems: Problem[];
}) {
  if (sent.form.dil !== undefined) return goTo(visit, pathOf(flow, 'photo', { dil: sent.form.dil }));
  if (problems.length > 0) return sendStep(photoPage, flow, problems);
  if (sent.form.kal !== undefined || sent.form.kaldir !== undefined) return goTo(visit, pathOf(flow, 'photo'));
  const passed = await keep(flow, { ...flow.body, passed: [...new Set([...flow.body.passed, 'photo'])] });
  return goTo(visit, pathOf(passed, nextStep(passed, 'photo')));
}

async function keepSent({ visit, own }: Flow, { form, photos, bad }: PhotoForm): Promise<Problem[]> {
  const { draft } = own!;
  if (form.kaldir !== undefined) {
    await inTransaction(visit.house, { actor: CITIZEN }, (tx) => removePhotoFromDraft(tx, draft, form.kaldir!));
  }
  const notKept: BadPhoto[] = [];
  for (const photo of photos) {
    if (!(await keepOne(visit, draft, photo))) notKept.push({ name: photo.name, why: 'too-many' });
  }
  return photoProblems(visit, [...bad, ...notKept.slice(0, 1)]);
}

async function keepOne({ house }: Visit, draft: Draft, photo: NamedPhoto): Promise<boolean> {
  try {
    await inTransaction(house, { actor: CITIZEN }, (tx) => addPhotoToDraft(tx, draft, photo));
    return true;
  } catch (error) {
    if (error instanceof RefusalError && error.code === 'too-many-photos') return false;
    throw error;
  }
}

const BAD_TEXTS = {
  'too-big': 'photo.big',
  'not-a-photo': 'photo.type',
  heic: 'photo.heic',
  'too-many': 'photo.many',
} as const;

export function photoProblems({ say }: Visit, bad: readonly BadPhoto[]): Problem[] {
  return bad.map(({ name, why }) => ({ field: 'foto', message: say(BAD_TEXTS[why], { ad: name }) }));
}

/** For the script: the list as it is now, and what was wrong with the one file it sent. */
function sendPart(flow: Flow, problems: readonly Problem[]): FastifyReply {
  const { visit } = flow;
  const body = html`${problems.map(({ message }) => html`<p class="error">${message}</p>`)}${photoList(flow, flow.own?.draft.photos ?? [])}`;
  return visit.reply
    .status(problems.length > 0 ? 400 : 200)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(String(body));
}

function photoList(flow: Flow, photos: Draft['photos']): Markup | undefined {
  const { say } = flow.visit;
  if (photos.length === 0) return undefined;
  return html`<h2>${say('photo.added')}</h2>
    <ul class="photos">
      ${photos.map(
        ({ id, name }) =>
          html`<li>
            <img
              src="/basvuru/fotograf/${id}?taslak=${flow.own!.draft.id}"
              alt="${say('photo.alt', { ad: name })}"
              loading="lazy"
              width="96"
              height="96"
            />
            <span>${name}</span>
            <button class="link" name="kaldir" value="${id}" aria-label="${say('photo.removeOne', { ad: name })}">
              ${icon('close', 16)} ${say('photo.remove')}
            </button>
          </li>`,
      )}
    </ul>`;
}

/** Only in the browser that sent it. */
async function showDraftPhoto(visit: Visit): Promise<FastifyReply> {
  const own = await findOwnDraft(visit);
  const photo = own?.draft.photos.find(({ id }) => id === visit.params.id);
  if (!photo) throw refuse('not-found');
  return sendPhoto(visit, photo);
}
