/** What the law makes of the request for its citizen: a fee that is awaited, silence that counts as refusal, and what may be done until when. */
import { formatDay, formatMoney } from '../../../text/format.ts';
import type { Remedy } from '../../modules/deadlines/door.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';
import type { Tracked } from './tracked.ts';

/** Nothing where the law says nothing. */
export function lawSection({ visit, outlook }: Tracked): Markup {
  const { say, language } = visit;
  const { fee, refusedBySilence } = outlook;
  const day = (at: Date) => formatDay(at, language, { year: true });
  return html`${
    fee &&
    html`<section class="answer">
      <h2>${say('fee.title')}</h2>
      <p>${say('fee.amount', { tutar: formatMoney(fee.amountKurus, language) })}</p>
      <p class="words">${fee.whatFor}</p>
      ${fee.dueAt && html`<p>${say('fee.until', { gun: day(fee.dueAt) })}</p>`}
      <p class="hint">${say('fee.meanwhile')}</p>
    </section>`
  }
  ${
    refusedBySilence &&
    html`<section class="answer">
      <h2>${say('silence.title')}</h2>
      <p>${say('silence.text', { gun: day(refusedBySilence) })}</p>
    </section>`
  }
  ${remedies(outlook.remedies, visit)}`;
}

function remedies(list: readonly Remedy[], { say, language }: Tracked['visit']): Markup | undefined {
  if (list.length === 0) return undefined;
  return html`<section>
    <h2>${say('remedies.title')}</h2>
    <ul>
      ${list.map(
        ({ text, law, lastDay }) =>
          html`<li>
            ${text[language]}
            ${lastDay && html`<strong>${say('remedies.lastDay', { gun: formatDay(lastDay, language, { year: true }) })}</strong>`}
            <span class="hint">${law}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}
