/** How far we kept our word: one honest line on the front page, and the page it leads to, which says month by month and how it is counted. */
import { formatCount, formatDay, formatMonth, formatPercent } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import type { Route } from '../kernel/http/route.ts';
import { pageRoute } from '../kernel/http/route.ts';
import type { PromiseCount } from '../modules/reporting/door.ts';
import { PROMISE_KEPT, TABLES, promisesKept } from '../modules/reporting/door.ts';
import { istanbulDay } from '../modules/calendar/door.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { sendPage } from './reply.ts';
import type { Visit } from './visit.ts';
import { openVisit } from './visit.ts';

const PATH = '/rakamlar';

export const keptWordRoutes: Route[] = [
  pageRoute({
    method: 'GET',
    path: PATH,
    summary: 'How far promises were kept, month by month',
    who: 'anyone',
    handle: async (context) => {
      const visit = await openVisit(context);
      const { say } = visit;
      const body = html`<h1>${say('kept.title')}</h1>
        <p class="lead">${say('kept.lead')}</p>
        ${await months(visit)}
        <h2>${say('kept.definition')}</h2>
        <p>${PROMISE_KEPT[visit.language]}</p>
        <p class="hint">${sourceOf(visit)}</p>`;
      return sendPage(visit, {
        title: say('kept.title'),
        body,
        back: '/',
        otherLanguage: { href: PATH },
        about: say('kept.lead'),
      });
    },
  }),
];

/** Nothing where nothing was concluded: a new municipality has no word to be held to yet. */
export async function keptWord({ house, say, language }: Visit): Promise<Markup | undefined> {
  const month = (await promisesKept(house.db, house.clock.now())).at(-1)!;
  if (month.concluded === 0) return undefined;
  return html`<p class="kept">
    ${say('kept.concluded')} <b>${formatCount(month.concluded, language)}</b><br />
    ${say('kept.share')} <b>${shareOf(month, language)}</b> · <a href="${PATH}">${say('kept.how')}</a>
  </p>`;
}

async function months({ house, say, language }: Visit): Promise<Markup> {
  const counts = await promisesKept(house.db, house.clock.now());
  const first = counts.findIndex(({ concluded }) => concluded > 0);
  if (first < 0) return html`<p>${say('kept.none')}</p>`;
  const total = counts.reduce((sum, { concluded, promised, kept, keptRevised }) => ({
    month: '',
    concluded: sum.concluded + concluded,
    promised: sum.promised + promised,
    kept: sum.kept + kept,
    keptRevised: sum.keptRevised + keptRevised,
  }));
  return html`<table class="figures">
    <caption>
      ${say('kept.caption')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${say('kept.month')}</th>
        <th scope="col">${say('kept.number')}</th>
        <th scope="col">${say('kept.inTime')}</th>
      </tr>
    </thead>
    <tbody>
      ${counts
        .slice(first)
        .reverse()
        .map((count) => line(formatMonth(count.month, language), count, language))}
    </tbody>
    <tfoot>
      ${line(say('kept.total'), total, language)}
    </tfoot>
  </table>`;
}

function line(name: string, count: PromiseCount, language: Language): Markup {
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${formatCount(count.concluded, language)}</td>
    <td>${shareOf(count, language)}</td>
  </tr>`;
}

function shareOf({ kept, promised }: PromiseCount, language: Language): string {
  return formatPercent(kept, promised, { language });
}

function sourceOf({ say, language, house }: Visit): string {
  const { source, denominator } = TABLES.promises;
  const gun = formatDay(istanbulDay(house.clock.now()), language, { year: true });
  return say('kept.source', { kaynak: source[language], payda: denominator[language], gun });
}
