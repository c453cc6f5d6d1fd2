/** The languages every text of the product exists in; a text that lacks one fails the typecheck. Turkish is the first. */
export type Language = 'tr' | 'en';

/** One text in every language. */
export type Texts = Readonly<Record<Language, string>>;

export const LANGUAGES: readonly Language[] = ['tr', 'en'];
