import type { PortalLine } from '../../../contract/portal-texts.ts';
import { PORTAL_LINES } from '../../../contract/portal-texts.ts';
import type { Language } from '../../../text/language.ts';
import type { PortalTexts } from '../../modules/catalogue/door.ts';
import { READY_TEXTS } from '../../modules/catalogue/door.ts';
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

export type TextKey = keyof (typeof texts)['tr'] | PortalLine;
export type Say = (key: TextKey, values?: Record<string, string | number>) => string;

/**
 * The portal's words in one language. Placeholders stand in braces and carry no suffix; the result is plain text, not HTML. Sentences that the
 * municipality words itself come as `own`, and are shipped ones where nobody can be asked for them.
 */
export function sayIn(language: Language, own?: PortalTexts): Say {
  return (key, values = {}) =>
    isOwn(key)
      ? (own?.[key].text ?? READY_TEXTS[key])[language]
      : texts[language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

function isOwn(key: TextKey): key is PortalLine {
  return (PORTAL_LINES as readonly string[]).includes(key);
}

export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(texts.tr, key);
}
