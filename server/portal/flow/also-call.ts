import type { Language } from '../../../text/language.ts';
import type { Topic } from '../../modules/catalogue/door.ts';
import { phone } from '../layout.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';

type Call = NonNullable<Topic['alsoCall']>[number];

/** Whom to call besides: we take the request all the same, but in a need of this kind somebody else may help sooner. */
export function alsoCall(topic: Topic | null | undefined, language: Language): Markup | undefined {
  const numbers = topic?.alsoCall ?? [];
  return numbers.length > 0 ? html`<div class="notice">${lines(numbers, language)}</div>` : undefined;
}

/** The same where 112 is said already. */
export function otherNumbers(topic: Topic | null, language: Language): Markup {
  const others = (topic?.alsoCall ?? []).filter((each) => each.phone !== '112');
  return html`${lines(others, language)}`;
}

function lines(numbers: readonly Call[], language: Language): Markup[] {
  return numbers.map((each) => html`<p>${each.when[language]}: ${phone(each.phone, each.phone)}</p>`);
}
