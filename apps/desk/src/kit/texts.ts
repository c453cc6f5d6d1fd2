/**
 * Typed dictionaries, one per screen: Turkish is written first, and English must have exactly the same keys, so that a missing text
 * fails the typecheck. Placeholders are `{name}` and typed too. Nothing is glued: a text carries its whole sentence.
 */
import type { Language } from '../../../../text/language.ts';
import { useSettings } from './settings.ts';

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type Values<Text extends string> = [Placeholders<Text>] extends [never]
  ? []
  : [values: Record<Placeholders<Text>, string | number>];

type Dictionary = Readonly<Record<string, string>>;

export interface Texts<Tr extends Dictionary> {
  readonly tr: Tr;
  readonly en: Readonly<Record<keyof Tr, string>>;
}

/** Says one text in the reader's language. */
export type Say<Tr extends Dictionary> = <Key extends keyof Tr & string>(
  key: Key,
  ...values: Values<Tr[Key]>
) => string;

export function defineTexts<const Tr extends Dictionary>(
  tr: Tr,
  en: NoInfer<Readonly<Record<keyof Tr, string>>>,
): Texts<Tr> {
  return { tr, en };
}

export function sayIn<Tr extends Dictionary>(texts: Texts<Tr>, language: Language): Say<Tr> {
  return (key, ...values) => fill(texts[language][key], values[0] ?? {});
}

/** The texts in the language the person chose; changes with it. */
export function useTexts<Tr extends Dictionary>(texts: Texts<Tr>): Say<Tr> {
  return sayIn(texts, useSettings().language);
}

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
