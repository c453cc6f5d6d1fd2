/** HTML as tagged templates that escape what they are given; `raw` is only for markup made by our own pure drawing functions. */
import { html as template, raw } from 'hono/html';

export type Markup = ReturnType<typeof raw>;
export type Piece = Markup | string | number | null | undefined | false | readonly Piece[];

/** Escapes every value that is not markup already. Nothing, false and null print nothing. */
export function html(strings: TemplateStringsArray, ...values: Piece[]): Markup {
  return template(strings, ...values) as Markup;
}

export { raw };
