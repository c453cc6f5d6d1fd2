/** What a citizen may still do with a request: read it, add to it, take it back, say whether the answer was enough. The key in the address is the right to. */
import type { FastifyReply } from 'fastify';
import { CITIZEN } from '../../kernel/actor.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { hashToken, isId, newToken } from '../../kernel/ids.ts';
import type { Route } from '../../kernel/http/route.ts';
import { pageRoute } from '../../kernel/http/route.ts';
import { RefusalError, refuse } from '../../kernel/refusals.ts';
import { citizensCopy, letterOfAnswer } from '../../modules/answers/door.ts';
import { caseByKey, keepPhotos } from '../../modules/intake/door.ts';
import type { CaseFile } from '../../modules/requests/door.ts';
import { addFromCitizen, isOpen, photoById, saySatisfaction, withdrawRequest } from '../../modules/requests/door.ts';
import { formatCount } from '../../../text/format.ts';
import { normaliseInput } from '../../../text/turkish.ts';
import { photoProblems } from '../flow/photo.ts';
import { html } from '../markup.ts';
import type { Problem } from '../parts.ts';
import { errorSummary, primaryButton, textArea } from '../parts.ts';
import type { PhotoForm } from '../photo-form.ts';
import { PHOTO_TYPES, readPhotoForm } from '../photo-form.ts';
import { sendPage } from '../reply.ts';
import { sendPhoto } from '../send-photo.ts';
import type { PageContext, Visit } from '../visit.ts';
import { countAgainst, goTo, openVisit } from '../visit.ts';
import { askedOf } from './answers.ts';
import { sendRequestPage } from './request-page.ts';
import type { Tracked } from './tracked.ts';
import { tracked } from './tracked.ts';

const ADDITIONS = { name: 'portal-additions', most: 60, seconds: 600 };

type Act = (seen: Tracked) => Promise<FastifyReply>;

export const trackRoutes: Route[] = [
  page('GET', '/t/:key', 'A request’s own page, by the key in its link', (seen) => sendRequestPage(seen)),
  page('GET', '/t/:key/ekle', 'Add a note or photos', (seen) => showAdd(seen)),
  page('POST', '/t/:key/ekle', 'A note or photos are added', add),
  page('GET', '/t/:key/geri-cek', 'Withdraw: are you sure', showWithdraw),
  page('POST', '/t/:key/geri-cek', 'A request is withdrawn', withdraw),
  page('POST', '/t/:key/memnuniyet', 'Satisfied or not', judge),
  page('GET', '/t/:key/foto/:id', 'A photo of the request', showPhoto),
  page('GET', '/t/:key/yazi/:id', 'The official letter of an answer (PDF)', showLetter),
];

function page(method: 'GET' | 'POST', path: string, summary: string, act: Act): Route {
  return pageRoute({
    method,
    path,
    summary,
    who: 'anyone',
    handle: async (context) => act(await openTracked(context)),
  });
}

/** An unknown key is a page that does not exist: nothing more is said. */
async function openTracked(context: PageContext): Promise<Tracked> {
  const visit = await openVisit(context);
  const key = visit.params.key ?? '';
  const file = await caseByKey(visit.house.db, key);
  if (!file) throw refuse('not-found');
  return tracked(visit, key, file);
}

/** What stands in the form, and whether the rest of what was sent has been added. */
interface Typed {
  text?: string;
  restAdded?: boolean;
}

async function showAdd(
  seen: Tracked,
  problems: readonly Problem[] = [],
  { text = '', restAdded = false }: Typed = {},
): Promise<FastifyReply> {
  const { visit, key, file, replyUntil } = seen;
  const { say } = visit;
  const closed = !isOpen(file.request.state) && replyUntil === null;
  if (closed) return sendRequestPage(seen, [{ field: 'icerik', message: say('add.closed') }]);
  const question = askedOf(file)?.words ?? (replyUntil === null ? null : lastAsked(file));
  const title = say(question ? 'add.answerTitle' : 'add.title');
  const body = html`${errorSummary(say, problems)} ${restAdded && html`<p class="notice">${say('add.rest')}</p>`}
    <h1>${title}</h1>
    ${question && html`<blockquote>${question}</blockquote>`}
    <form method="post" action="/t/${key}/ekle" enctype="multipart/form-data" novalidate>
      <input type="hidden" name="form" value="${newToken()}" />
      ${textArea({ name: 'metin', label: say('add.label'), value: text, problems, rows: 5 })}
      <div class="field">
        <label for="foto">${say('photo.choose')} <span class="unit">${say('optional')}</span></label>
        <div class="hint" id="foto-ipucu">${say('photo.hint')} ${say('photo.chooseHint')}</div>
        <input type="file" id="foto" name="foto" multiple accept="${PHOTO_TYPES}" aria-describedby="foto-ipucu" />
      </div>
      ${primaryButton(say('add.send'))}
    </form>`;
  return sendOwn(seen, { title, body }, problems);
}

/** What they did not answer, over the words they may still send. */
function lastAsked({ history }: CaseFile): string | null {
  return history.findLast(({ what }) => what === 'citizen-asked')?.why ?? null;
}

async function add(seen: Tracked): Promise<FastifyReply> {
  const { visit, key, file } = seen;
  await countAgainst(visit, ADDITIONS);
  const sent = await readPhotoForm(visit.request, visit.house.files);
  const text = (sent.form.metin ?? '').slice(0, 200_000);
  const problems = photoProblems(visit, sent.bad);
  if (problems.length > 0 && sent.photos.length === 0 && normaliseInput(text) === '') return showAdd(seen, problems);
  try {
    await inTransaction(visit.house, { actor: CITIZEN }, async (tx) => {
      const fileIds = await keepPhotos(tx, sent.photos);
      await addFromCitizen(tx, { requestId: file.request.id, text, fileIds, key: keyOf(sent) });
    });
  } catch (error) {
    return showAdd(seen, [additionProblem(visit, error), ...problems], { text });
  }
  if (problems.length === 0) return goTo(visit, `/t/${key}?eklendi=1`);
  // One bad photo spoils neither the words nor the good ones beside it.
  const now = await caseByKey(visit.house.db, key);
  return showAdd(await tracked(visit, key, now ?? file), problems, { restAdded: true });
}

function keyOf({ form, photos }: PhotoForm): string | undefined {
  if (form.form === undefined) return undefined;
  return hashToken(JSON.stringify([form.form, form.metin, photos.map(({ sha256 }) => sha256)])).toString('base64url');
}

function additionProblem({ say, language }: Visit, error: unknown): Problem {
  if (!(error instanceof RefusalError)) throw error;
  if (error.code === 'text-empty') return { field: 'metin', message: say('add.empty') };
  if (error.code === 'step-not-allowed') return { field: 'metin', message: say('add.closed') };
  if (error.code !== 'text-too-long') throw error;
  const { most, over } = error.details;
  return {
    field: 'metin',
    message: say('what.tooLong', { most: formatCount(Number(most), language), n: formatCount(Number(over), language) }),
  };
}

async function showWithdraw(seen: Tracked): Promise<FastifyReply> {
  const { visit, key, file } = seen;
  const { say } = visit;
  if (!isOpen(file.request.state)) return goTo(visit, `/t/${key}`);
  const body = html`<h1>${say('withdraw.title')}</h1>
    <p>${say('withdraw.text')}</p>
    <form method="post" action="/t/${key}/geri-cek">
      <p class="actions">
        <button class="button danger">${say('withdraw.yes')}</button>
        <a class="button" href="/t/${key}">${say('withdraw.no')}</a>
      </p>
    </form>`;
  return sendOwn(seen, { title: say('withdraw.title'), body }, []);
}

/** A second click finds it withdrawn and shows that; only a request that ended otherwise says it is too late. */
async function withdraw(seen: Tracked): Promise<FastifyReply> {
  const { visit, key, file } = seen;
  try {
    await inTransaction(visit.house, { actor: CITIZEN }, (tx) => withdrawRequest(tx, { requestId: file.request.id }));
  } catch (error) {
    if (!(error instanceof RefusalError) || error.code !== 'step-not-allowed') throw error;
    const now = await caseByKey(visit.house.db, key);
    if (now?.request.state !== 'withdrawn') {
      return sendRequestPage(await tracked(visit, key, now ?? file), [
        { field: 'icerik', message: visit.say('withdraw.tooLate') },
      ]);
    }
  }
  return goTo(visit, `/t/${key}`);
}

async function judge(seen: Tracked): Promise<FastifyReply> {
  const { visit, key, file } = seen;
  const satisfied = visit.form.memnun === 'evet';
  const reason = (visit.form.neden ?? '').slice(0, 4000);
  if (!satisfied && normaliseInput(reason) === '') {
    return sendRequestPage(seen, [{ field: 'neden', message: visit.say('satisfied.reason') }]);
  }
  try {
    await inTransaction(visit.house, { actor: CITIZEN }, (tx) =>
      saySatisfaction(tx, { requestId: file.request.id, satisfied, reason }),
    );
  } catch (error) {
    // Reopened or judged meanwhile: the page as it is now says so.
    if (!(error instanceof RefusalError) || error.code !== 'step-not-allowed') throw error;
  }
  return goTo(visit, `/t/${key}`);
}

/** Only the photos of this request, and of those only the ones meant for the citizen. */
async function showPhoto({ visit, file }: Tracked): Promise<FastifyReply> {
  const id = visit.params.id ?? '';
  const photo = isId(id) ? await photoById(visit.house.db, id) : undefined;
  if (!photo || photo.requestId !== file.request.id || !photo.citizenSees) throw refuse('not-found');
  return sendPhoto(visit, photo);
}

async function showLetter({ visit, file }: Tracked): Promise<FastifyReply> {
  const id = visit.params.id ?? '';
  const letter = isId(id) ? await letterOfAnswer(visit.house.db, id) : undefined;
  if (!letter || letter.requestId !== file.request.id) throw refuse('not-found');
  return visit.reply
    .type('application/pdf')
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `inline; filename="yanit-${file.request.trackingNumber}.pdf"`)
    .header('x-content-type-options', 'nosniff')
    .header('x-robots-tag', 'noindex')
    .send(await citizensCopy(visit.house, letter));
}

function sendOwn(
  { visit, key }: Tracked,
  shown: { title: string; body: ReturnType<typeof html> },
  problems: readonly Problem[],
): FastifyReply {
  return sendPage(
    visit,
    {
      ...shown,
      wrong: problems.length > 0,
      back: `/t/${key}`,
      otherLanguage: { href: visit.request.url.split('?')[0]! },
    },
    { status: problems.length > 0 ? 400 : 200, own: true },
  );
}
