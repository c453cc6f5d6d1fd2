import { formatCount, formatDay } from '../../../text/format.ts';
import { whoLooked } from '../../modules/accountability/door.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';
import { noticePath } from '../notices.ts';
import type { Tracked } from './tracked.ts';

/** Who has looked at the file and for what (KVKK 6698 m.10–11): groups and purposes, no names. Closed until somebody wants to know. */
export async function lookersSection({ visit, file }: Tracked): Promise<Markup> {
  const { house, say, language } = visit;
  const { readers, inTheClear, carriers } = await whoLooked(house.db, file.request, language);
  const forwardedTo = new Set(file.answers.flatMap((answer) => answer.forwardedTo ?? []));
  const n = (times: number) => formatCount(times, language);
  return html`<details class="lookers" id="bakanlar">
    <summary class="button">${say('lookers.title')}</summary>
    ${readers.length === 0 && html`<p>${say('lookers.nobody')}</p>`}
    <ul>
      ${readers.map(
        ({ who, times, last }) =>
          html`<li>${say('lookers.reader', { kim: who, n: n(times), gun: formatDay(last, language) })}</li>`,
      )}
      ${inTheClear.map(
        ({ what, why, times }) => html`<li>${say('lookers.clear', { veri: what, n: n(times), neden: why })}</li>`,
      )}
      ${carriers.map((carrier) => html`<li>${say(`lookers.${carrier}`)}</li>`)}
      ${[...forwardedTo].map((kurum) => html`<li>${say('lookers.forwarded', { kurum })}</li>`)}
    </ul>
    <p class="hint">
      ${say('lookers.why')} <a href="${noticePath(file.request.noticeVersion)}">${say('lookers.notice')}</a>
    </p>
  </details>`;
}
