/**
 * HEART FILE. Which sentences of the portal a municipality words itself, and what each must be. Its welcome, its examples, how it says where it can
 * be called, its notice under the law on personal data: these are its own. Not here, and so the same everywhere: names of fields and buttons (staff
 * lead people through them on the telephone, and each is tested by name), 112 and whom to call in danger, the promised day and what the law makes of
 * it (they come from the clocks), errors, and what the program itself does with cookies and photos. Name, numbers and opening hours are the profile's.
 * Pure.
 */
import type { PortalTextKey } from '../../../../contract/portal-texts.ts';
import { PORTAL_FIELDS, PORTAL_PAGES } from '../../../../contract/portal-texts.ts';
import type { Texts } from '../../../../text/language.ts';
import { LANGUAGES } from '../../../../text/language.ts';
import { fieldsIn, hasLooseBraces } from '../../../../text/merge-fields.ts';
import { readPlainPage } from '../../../../text/plain-page.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { READY_LINES } from './ready-lines.ts';
import { READY_PAGES } from './ready-pages.ts';

export const READY_TEXTS: Record<PortalTextKey, Texts> = { ...READY_LINES, ...READY_PAGES };

export function isPage(key: PortalTextKey): boolean {
  return (PORTAL_PAGES as readonly string[]).includes(key);
}

/** Characters: a page as long as it needs, a sentence no longer than a phone shows at once. */
export function longestOf(key: PortalTextKey): number {
  return isPage(key) ? 12_000 : 240;
}

export interface PortalTextFault {
  where: `text.${'tr' | 'en'}`;
  problem:
    'text-missing' | 'too-long' | 'lead-missing' | 'unknown-field' | 'suffix-glued' | 'glued-before' | 'brace-open';
}

export function faultsInPortalText(key: PortalTextKey, text: Texts): PortalTextFault[] {
  return LANGUAGES.flatMap((language) =>
    problemsIn(key, text[language]).map((problem) => ({ where: `text.${language}` as const, problem })),
  );
}

function problemsIn(key: PortalTextKey, body: string): PortalTextFault['problem'][] {
  if (body === '') return ['text-missing'];
  const problems = new Set<PortalTextFault['problem']>();
  if (body.length > longestOf(key)) problems.add('too-long');
  // Its first sentence says to people and to search engines what it is about.
  if (isPage(key) && readPlainPage(body).lead === '') problems.add('lead-missing');
  const known: readonly string[] = isPage(key) ? PORTAL_FIELDS : [];
  for (const { name, behind, isGluedBefore } of fieldsIn(body)) {
    if (!known.includes(name)) problems.add('unknown-field');
    else if (behind !== null) problems.add('suffix-glued');
    else if (isGluedBefore) problems.add('glued-before');
  }
  if (hasLooseBraces(body)) problems.add('brace-open');
  return [...problems];
}

/** A sentence is one line, however it was typed; a page keeps its lines. */
export function tidiedPortalText(key: PortalTextKey, text: Texts): Texts {
  const tidy = (typed: string) => (isPage(key) ? normaliseInput(typed) : normaliseInput(typed).replace(/\s+/g, ' '));
  return { tr: tidy(text.tr), en: tidy(text.en) };
}
