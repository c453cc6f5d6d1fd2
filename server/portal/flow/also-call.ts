import type { Language } from '../../../text/language.ts';
import type { Topic } from '../../modules/catalogue/door.ts';
import { phone } from '../layout.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';

/** Whom to call besides: we take the request all the same, but in a need of this kind somebody else may help sooner. */
export function alsoCall(topic: Topic | null | undefined, language: Language): Markup | undefined {
  const numbers = topic?.alsoCall ?? [];
  if (numbers.length === 0) return undefined;
  return html`<div class="notice">
    ${numbers.map((each) => html`<p>${each.when[language]}: ${phone(each.phone, each.phone)}</p>`)}
  </div>`;
}
