// The sentences of the portal that a municipality words itself, as the API says them.
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { Language } from '../text/language.ts';
import { fillFields } from '../text/merge-fields.ts';
import type { Profile } from './catalogue.ts';
import { oneOf } from './rights.ts';

const strict = { additionalProperties: false };

/** One sentence each, where it stands. In the order of a citizen's way. */
export const PORTAL_LINES = [
  ...(['home.title', 'home.hint', 'home.call', 'home.about', 'topics.lead', 'what.hint'] as const),
  ...(['contact.why', 'contact.noticeLead', 'received.keep', 'track.lost', 'satisfied.thanks'] as const),
] as const;
export type PortalLine = (typeof PORTAL_LINES)[number];

/** Whole pages: a lead, then headings and paragraphs, a line each; a heading begins with `# `. */
export const PORTAL_PAGES = ['privacy-notice', 'access-statement'] as const;
export type PortalPage = (typeof PORTAL_PAGES)[number];

export const PORTAL_TEXT_KEYS = [...PORTAL_LINES, ...PORTAL_PAGES] as const;
export type PortalTextKey = (typeof PORTAL_TEXT_KEYS)[number];

/** What a page may mention as `{{name}}`: it comes from the profile. A single sentence mentions nothing. */
export const PORTAL_FIELDS = ['municipality', 'address', 'email', 'phone'] as const;
export type PortalField = (typeof PORTAL_FIELDS)[number];

/** As it is read: on the portal, and beside the text while it is written. */
export function fillPortalText(
  body: string,
  { name, townHall, email, callCentre }: Pick<Profile, 'name' | 'townHall' | 'email' | 'callCentre'>,
  language: Language,
): string {
  const values: Record<PortalField, string> = {
    ...{ municipality: name[language], address: townHall, email, phone: callCentre.printed },
  };
  return fillFields(body, (field) => (Object.hasOwn(values, field) ? values[field as PortalField] : `{{${field}}}`));
}

const Worded = Type.Object({ tr: Type.String({ maxLength: 12_000 }), en: Type.String({ maxLength: 12_000 }) }, strict);

export const PortalText = Type.Object({
  key: oneOf(PORTAL_TEXT_KEYS),
  text: Worded,
  version: Type.Integer(),
  /** As it is shipped; whoever changed it can go back to it. */
  ready: Worded,
  /** Characters. */
  longest: Type.Integer(),
});
export type PortalText = Static<typeof PortalText>;

/** `version`: the one that was read. */
export const PortalTextChange = Type.Object(
  { text: Worded, version: Type.Integer(), reason: Type.String({ minLength: 1, maxLength: 500 }) },
  strict,
);
export type PortalTextChange = Static<typeof PortalTextChange>;
