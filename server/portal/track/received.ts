import type { Topic } from '../../modules/catalogue/door.ts';
import { opensByNumberAlone } from '../../modules/intake/door.ts';
import { toldBy } from '../../modules/requests/door.ts';
import { formatTrackingNumber } from '../../../text/tracking-number.ts';
import { alsoCall, topicNotesThen } from '../flow/topic-notes.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';
import { receivedInSeason } from '../season-notices.ts';
import type { Say } from '../texts/say.ts';
import { directorateName, promiseLine } from './tracked.ts';
import type { Tracked } from './tracked.ts';

/** The one celebration of the product: the number, the promise, and what happens next. */
export function receivedPanel(seen: Tracked): Markup {
  const { visit, file, topic } = seen;
  const { say } = visit;
  const number = formatTrackingNumber(file.request.trackingNumber);
  return html`<div class="received">
      <h1 tabindex="-1" autofocus>
        <svg class="mark" viewBox="0 0 24 24" width="32" height="32" aria-hidden="true" focusable="false">
          <circle cx="12" cy="12" r="10.5" />
          <path d="M7 12.5l3.5 3.5 6.5-7.5" />
        </svg>
        ${say('received.title')}
      </h1>
      <p class="label" id="no-adi">${say('received.number')}</p>
      <p
        class="display"
        aria-labelledby="no-adi"
        data-copy="${number}"
        data-copy-label="${say('received.copy')}"
        data-copied="${say('received.copied')}"
      >
        ${number}
      </p>
    </div>
    ${promiseLine({ promise: seen.promise, say: seen.visit.say })} ${receivedInSeason(seen.visit, seen.season)}
    <h2>${say('received.next')}</h2>
    <ol class="next">
      <li>${firstStep(seen)}</li>
      <li>${secondStep(say, topic)}</li>
      <li>${lastStep(seen)}</li>
      ${file.history.some(({ what }) => what === 'said-same-as') && html`<li>${say('received.similar')}</li>`}
      ${file.history.some(({ what }) => what === 'said-known-problem') && html`<li>${say('known.received')}</li>`}
    </ol>
    ${topicNotesThen(topic, visit, file.request.receivedAt)} ${alsoCall(topic, visit.language)}
    <p class="hint">${say('received.keep')}</p>
    <form method="post" action="/basvuru/ayni-yer" class="no-print">
      <p class="actions">
        <button type="button" class="button" data-print hidden>${say('received.print')}</button>
        <button class="button">${say('received.samePlace')}</button>
      </p>
    </form>`;
}

function firstStep({ visit, atWork, reader }: Tracked): string {
  const part = atWork.assignments.find(({ endedAt }) => endedAt === null);
  if (!part) return visit.say('received.review');
  const dative = reader.language === 'tr' ? reader.directorates.get(part.directorateCode)?.dative : undefined;
  return visit.say('received.sent', { birim: dative ?? directorateName(reader, part.directorateCode) });
}

function secondStep(say: Say, topic: Topic | null): string {
  if (topic?.endsBy === 'forwarding') return say('received.forward');
  return say(topic?.endsBy === 'work' ? 'received.work' : 'received.answer');
}

function lastStep({ visit, file }: Tracked): string {
  const { request } = file;
  const anonymous = opensByNumberAlone(request) ? 'received.byNone' : 'received.byNoneGuarded';
  const none = request.notifyBy === 'none' ? anonymous : 'received.silent';
  return visit.say(({ sms: 'received.bySms', email: 'received.byEmail', none } as const)[toldBy(request)]);
}
