// Fields in the texts that people write for many others, as `{{no}}`: where they stand, what touches them, and how they are filled. A suffix behind
// a field is right for one value and wrong for the next: "Fen İşleri Müdürlüğü" takes "’ne", İSKİ takes "’ye", and 15.12. takes "’de" where 16.12.
// takes "’da". Which fields a text may have is decided by whoever sends it.

const FIELD = /\{\{\s*([^{}]*?)\s*\}\}/g;
/** A suffix stands directly behind, with or without an apostrophe: letters or digits, and nothing between. */
const GLUED_BEHIND = /^[’'‘`´]?[\p{L}\p{N}]+/u;
const GLUED_BEFORE = /[\p{L}\p{N}’']$/u;

export interface FieldInText {
  name: string;
  /** With its braces. */
  written: string;
  /** What is glued behind it; null: nothing. */
  behind: string | null;
  isGluedBefore: boolean;
}

/** Each time a field is mentioned, in order. */
export function fieldsIn(body: string): FieldInText[] {
  return [...body.matchAll(FIELD)].map((match) => ({
    name: match[1]!,
    written: match[0],
    behind: GLUED_BEHIND.exec(body.slice(match.index + match[0].length))?.[0] ?? null,
    isGluedBefore: GLUED_BEFORE.test(body.slice(0, match.index)),
  }));
}

/** Braces that make no field: what was meant as one would reach the citizen as it was typed. */
export function hasLooseBraces(body: string): boolean {
  return /\{\{|\}\}/.test(body.replace(FIELD, ''));
}

export function fillFields(body: string, valueOf: (name: string) => string): string {
  return body.replace(FIELD, (_whole, name: string) => valueOf(name));
}
