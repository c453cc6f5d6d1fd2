/**
 * The request's own page, opened by the key in the link. It is the confirmation on the day of sending and the tracking page for ever after.
 * It shows the citizen's words, steps and answers, and nobody's name.
 */
import type { FastifyReply } from 'fastify';
import { istanbulDay } from '../../modules/calendar/door.ts';
import type { CaseFile } from '../../modules/requests/door.ts';
import { isOpen, toldBy } from '../../modules/requests/door.ts';
import { neighbourhoodById } from '../../modules/places/door.ts';
import { formatCount, formatDay, formatDateTime } from '../../../text/format.ts';
import { formatTrackingNumber } from '../../../text/tracking-number.ts';
import { glyph } from '../../../ui/glyphs.ts';
import type { GlyphName } from '../../../ui/glyphs.ts';
import { findOwnDraft } from '../flow/own-draft.ts';
import { topicNotesThen } from '../flow/topic-notes.ts';
import type { Markup } from '../markup.ts';
import { html, raw } from '../markup.ts';
import type { Problem } from '../parts.ts';
import { errorSummary } from '../parts.ts';
import { sendPage } from '../reply.ts';
import { receivedInSeason } from '../season-notices.ts';
import type { TextKey } from '../texts/say.ts';
import { answersSection, satisfactionSection } from './answers.ts';
import { jobsSection } from './jobs.ts';
import { lawSection } from './law.ts';
import { lookersSection } from './lookers.ts';
import { receivedPanel } from './received.ts';
import type { ThreadLine } from './thread.ts';
import { threadOf } from './thread.ts';
import type { Tracked } from './tracked.ts';
import { directorateName, promiseLine, topicName } from './tracked.ts';

export async function sendRequestPage(seen: Tracked, problems: readonly Problem[] = []): Promise<FastifyReply> {
  const { visit, key, file } = seen;
  const { say } = visit;
  const title = topicName(seen) ?? say('yours.title');
  const fresh = await justSent(seen);
  const body = html`${errorSummary(say, problems)} ${fresh ? receivedPanel(seen) : heading(seen, title)}
    ${!fresh && visit.query.eklendi && html`<p class="notice" role="status">${say('add.done')}</p>`}
    ${jobsSection(seen)} ${await answersSection(seen)} ${lawSection(seen)} ${satisfactionSection(seen, problems)}
    <section>
      <h2>${say('thread.title')}</h2>
      <ol class="thread">
        ${threadOf(file, seen.reader).map((line) => threadLine(seen, line))}
      </ol>
    </section>
    ${actions(seen)} ${await ownWords(seen)} ${await lookersSection(seen)}`;
  return sendPage(
    visit,
    {
      title: fresh ? say('received.title') : `${title} ${formatTrackingNumber(file.request.trackingNumber)}`,
      body,
      wrong: problems.length > 0,
      back: null,
      otherLanguage: { href: `/t/${key}` },
    },
    { status: problems.length > 0 ? 400 : 200, own: true },
  );
}

function heading(seen: Tracked, title: string): Markup {
  const { file } = seen;
  return html`<div class="title">
      <h1>${title}</h1>
      <p class="number">${formatTrackingNumber(file.request.trackingNumber)}</p>
    </div>
    ${promiseLine({ promise: seen.promise, say: seen.visit.say })} ${receivedInSeason(seen.visit, seen.season)}
    ${nowLine(seen)} ${topicNotesThen(seen.topic, seen.visit, file.request.receivedAt)}
    ${seen.others > 0 && html`<p class="hint">${seen.visit.say('others', { n: formatCount(seen.others, seen.visit.language) })}</p>`}`;
}

const NOW_GLYPHS: Record<CaseFile['request']['state'], GlyphName> = {
  received: 'received',
  'in-review': 'in_review',
  assigned: 'assigned',
  'in-progress': 'in_progress',
  'waiting-for-citizen': 'waiting_citizen',
  merged: 'in_progress',
  concluded: 'concluded',
  'reopen-requested': 'reopened',
  reopened: 'reopened',
  withdrawn: 'cancelled',
  cancelled: 'cancelled',
};

function nowLine(seen: Tracked): Markup {
  const { visit, file, atWork } = seen;
  const { say } = visit;
  const { request, answers } = file;
  const forwardedTo =
    request.outcome === 'forwarded' && !isOpen(request.state)
      ? answers.findLast((each) => each.forwardedTo !== null)?.forwardedTo
      : null;
  const sentence = forwardedTo
    ? say('now.forwarded', { kurum: forwardedTo })
    : say(`now.${atWork.state}` as TextKey, { birim: directoratesAtWork(seen) });
  const drawn = forwardedTo ? 'forwarded' : NOW_GLYPHS[atWork.state];
  return html`<p class="now"><strong>${say('now')}</strong> ${raw(glyph(drawn, { size: 18 }))} ${sentence}</p>`;
}

function directoratesAtWork({ atWork, reader }: Tracked): string {
  const open = atWork.assignments.filter(({ endedAt }) => endedAt === null);
  const codes = new Set(open.map(({ directorateCode }) => directorateCode));
  return [...codes].map((code) => directorateName(reader, code)).join(', ');
}

function threadLine({ visit }: Tracked, line: ThreadLine): Markup {
  const { language, now } = visit;
  const year = istanbulDay(line.at).slice(0, 4) !== istanbulDay(now).slice(0, 4);
  const when = line.ahead ? formatDay(line.at, language, { year }) : formatDateTime(line.at, language, { year });
  // A promised day that is over lies behind us, and it is said that it was not kept.
  const missed = line.ahead && line.at < now;
  return html`<li${line.ahead && !missed && html` class="ahead"`}>${raw(glyph(line.glyph, { size: 18 }))}<div><time datetime="${line.at.toISOString()}">${when}</time>
<p>${line.before && html`<s>${line.before}</s> `}${missed ? visit.say('thread.promisePassed') : line.sentence}</p>${line.words && html`<p class="words">${line.words}</p>`}</div></li>`;
}

function actions({ visit, key, file }: Tracked): Markup | undefined {
  const { say } = visit;
  const { request } = file;
  if (!isOpen(request.state)) return undefined;
  const asked = request.state === 'waiting-for-citizen';
  const by = toldBy(request);
  const told = by === 'none' ? null : say(by === 'sms' ? 'noNeed.sms' : 'noNeed.email');
  return html`<section class="no-print">
    <p class="actions">
      <a class="button${asked && ' primary'}" href="/t/${key}/ekle">${say(asked ? 'add.answer' : 'add.open')}</a>
      <a class="button" href="/t/${key}/geri-cek">${say('withdraw.open')}</a>
    </p>
    ${told && html`<p class="hint">${told}</p>`}
  </section>`;
}

/** Only what they wrote themselves; their name and phone are not repeated on a page that opens with a link. */
async function ownWords(seen: Tracked): Promise<Markup> {
  const { visit, key, file } = seen;
  const { say, house } = visit;
  const { request, photos, notes } = file;
  const home =
    request.neighbourhoodId === null ? undefined : await neighbourhoodById(house.db, request.neighbourhoodId);
  const place = [home?.fullName, [request.street, request.door].filter(Boolean).join(' '), request.description]
    .filter(Boolean)
    .join(', ');
  const shown = photos.filter(({ citizenSees }) => citizenSees);
  const count = { citizen: 0, staff: 0 };
  return html`<section>
    <h2>${say('yours.title')}</h2>
    <p class="words">${request.text}</p>
    ${notes.filter(({ author }) => author === 'citizen').map(({ text }) => html`<p class="words">${text}</p>`)}
    <dl class="summary plain">
      ${
        topicName(seen) &&
        html`<div>
          <dt>${say('yours.topic')}</dt>
          <dd>${topicName(seen)}</dd>
        </div>`
      }
      ${request.answers.map(
        ({ label, valueLabel }) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${valueLabel}</dd>
          </div>`,
      )}
      ${
        place !== '' &&
        html`<div>
          <dt>${say('yours.place')}</dt>
          <dd>${place}</dd>
        </div>`
      }
    </dl>
    ${
      shown.length > 0 &&
      html`<h3>${say('yours.photos')}</h3>
        <ul class="photos">
          ${shown.map(({ id, sentBy }) => {
            const n = (count[sentBy] += 1);
            const alt = say(sentBy === 'citizen' ? 'yours.photo' : 'ours.photo', { n });
            return html`<li>
              <a href="/t/${key}/foto/${id}"
                ><img src="/t/${key}/foto/${id}" alt="${alt}" loading="lazy" width="128" height="128"
              /></a>
            </li>`;
          })}
        </ul>`
    }
  </section>`;
}

/** In the browser that sent it, as long as its draft lives and nobody has begun: then this page is the confirmation. */
async function justSent({ visit, file }: Tracked): Promise<boolean> {
  // What joins others may find work under way; to its citizen it is new.
  const early = ['received', 'in-review', 'assigned', 'merged'].includes(file.request.state);
  if (!early) return false;
  const own = await findOwnDraft(visit);
  return own?.draft.requestId === file.request.id;
}
