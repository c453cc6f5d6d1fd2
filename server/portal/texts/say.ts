import type { Language } from '../../../text/language.ts';
import { flowTexts } from './flow-texts.ts';
import { jobTexts } from './job-texts.ts';
import { knownTexts } from './known-texts.ts';
import { lawTexts } from './law-texts.ts';
import { pageTexts } from './page-texts.ts';
import { trackTexts } from './track-texts.ts';

const texts = {
  tr: { ...pageTexts.tr, ...flowTexts.tr, ...trackTexts.tr, ...lawTexts.tr, ...knownTexts.tr, ...jobTexts.tr },
  en: { ...pageTexts.en, ...flowTexts.en, ...trackTexts.en, ...lawTexts.en, ...knownTexts.en, ...jobTexts.en },
};

export type TextKey = keyof (typeof texts)['tr'];
export type Say = (key: TextKey, values?: Record<string, string | number>) => string;

/** The portal's words in one language. Placeholders stand in braces and carry no suffix; the result is plain text, not HTML. */
export function sayIn(language: Language): Say {
  return (key, values = {}) =>
    texts[language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(texts.tr, key);
}
