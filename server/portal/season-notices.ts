/** What the season that is on tells everybody: on the front page, over the topics, and where a request begins. */
import type { InSeason } from '../modules/catalogue/door.ts';
import { seasonsOn } from '../modules/catalogue/door.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import type { Visit } from './visit.ts';

export async function seasonNotices({ house, now, language }: Visit): Promise<Markup> {
  const on = await seasonsOn(house.db, now);
  return html`${on.map(({ name, notice }) => html`<p class="notice"><strong>${name[language]}.</strong> ${notice[language]}</p>`)}`;
}

/** On a request's own page: what was on when it came, and what was told about its topic then. */
export function receivedInSeason({ say, language }: Visit, found: InSeason | null): Markup | false {
  if (found === null) return false;
  const { season, change } = found;
  return html`<p class="notice">
    ${say('season.received', { mevsim: season.name[language] })} ${change.told[language]}
  </p>`;
}
