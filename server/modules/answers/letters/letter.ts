/**
 * HEART FILE. What an official letter says and in which order (Resmî Yazışmalarda Uygulanacak Usul ve Esaslar Hakkında Yönetmelik, RG
 * 10.06.2020/31151): letterhead, number, date, subject, addressee, reference, text, closing, signature, enclosures. Pure; how it is drawn
 * stands in draw-letter.ts. No suffix is glued to a name: sentences are worded so that none is needed.
 */
import type { Language } from '../../../../text/language.ts';
import { formatTableDate } from '../../../../text/format.ts';
import { upper } from '../../../../text/turkish.ts';

/** To whom a letter goes, seen from the house. */
export type Level = 'citizen' | 'below' | 'above' | 'above-and-below';

/** How a letter closes: whoever stands above is submitted to, everybody else is asked. */
export const CLOSING: Readonly<Record<Level, string>> = {
  citizen: 'Bilgilerinizi rica ederim.',
  below: 'Gereğini rica ederim.',
  above: 'Gereğini arz ederim.',
  'above-and-below': 'Gereğini arz ve rica ederim.',
};

export type Signer = 'manager' | 'deputy-mayor' | 'supervisor' | 'other';

/** What is frozen when the answer is given. */
export interface LetterContent {
  municipality: string;
  directorate: string;
  /** Empty: the municipality has entered none. */
  detsis: string;
  filePlan: string;
  /** The day of the answer, `YYYY-MM-DD` in Istanbul. */
  day: string;
  subject: string;
  reference: { day: string; number: string };
  text: string;
  language: Language;
  level: Level;
  signature: { name: string; signer: Signer };
  /** Of the law, where less was given than was asked. Left out of letters that were frozen before these were kept. */
  grounds?: { article: string; text: string }[];
  /** What may be done against it, in the citizen's language, until `lastDay` ('YYYY-MM-DD'; null where no period runs). */
  remedies?: { text: string; law: string; lastDay: string | null }[];
  /** The body it was sent on to, which gets the letter too; null: the citizen alone. */
  forwardedTo?: string | null;
  /** Photos of the work that go with it. */
  photos: number;
  address: string;
  phone: string;
  web: string;
}

export interface Letter {
  head: string[];
  number: string;
  date: string;
  subject: string;
  addressee: string;
  reference: string;
  paragraphs: { text: string; language: Language }[];
  closing: string;
  signature: string[];
  /** Grounds, then remedies; each with its heading. */
  law: { heading: string; lines: string[]; language: Language }[];
  enclosures: string[];
  /** To whom else it goes; empty: to the addressee alone. */
  distribution: string[];
  foot: string[];
}

export function letterOf(
  content: LetterContent,
  { register, addressee }: { register: string; addressee: string },
): Letter {
  const { municipality, directorate, day, reference, text, language, photos } = content;
  return {
    head: ['T.C.', upper(officeOf(municipality)), directorate],
    number: numberOf(content, register),
    date: formatTableDate(day, 'tr'),
    subject: content.subject,
    // A letter that goes to several names them at its end.
    addressee: content.forwardedTo ? DISTRIBUTION : addressee,
    reference: `${formatTableDate(reference.day, 'tr')} tarihli ve ${reference.number} numaralı başvurunuz.`,
    paragraphs: text
      .split(/\n+/)
      .filter((each) => each.trim() !== '')
      .map((each) => ({ text: each.trim(), language })),
    law: [...groundsOf(content), ...remediesOf(content)],
    closing: CLOSING[content.level],
    signature: signatureOf(content),
    enclosures: photos === 0 ? [] : [`Fotoğraf (${photos} adet)`],
    distribution: content.forwardedTo ? [`Gereği: ${content.forwardedTo}`, `Bilgi: ${addressee}`] : [],
    foot: [
      [content.address, content.phone, content.web].filter((part) => part !== '').join(' · '),
      'Bu yazı Çözüm Merkezi kaydından üretilmiştir; 5070 sayılı Kanun anlamında elektronik imza taşımaz.',
    ],
  };
}

export const DISTRIBUTION = 'DAĞITIM YERLERİNE';

const HEADINGS = {
  tr: { grounds: 'Yasal dayanak', remedies: 'Bu yanıta karşı yapabilecekleriniz', lastDay: 'Son gün' },
  en: { grounds: 'Grounds in law', remedies: 'What you can do against this answer', lastDay: 'Last day' },
} as const;

function groundsOf({ grounds = [], language }: LetterContent): Letter['law'] {
  if (grounds.length === 0) return [];
  const lines = grounds.map(({ article, text }) => `${article}: ${text}`);
  return [{ heading: HEADINGS[language].grounds, lines, language }];
}

/** 4982 m.12 and the Constitution m.40 want them in the answer itself. */
function remediesOf({ remedies = [], language }: LetterContent): Letter['law'] {
  if (remedies.length === 0) return [];
  const words = HEADINGS[language];
  const lines = remedies.map(({ text, law, lastDay }) =>
    [text, lastDay && `${words.lastDay}: ${formatTableDate(lastDay, 'tr')}.`, `(${law})`].filter(Boolean).join(' '),
  );
  return [{ heading: words.remedies, lines, language }];
}

/** `E-12345678-622-1047`; without a DETSİS number it is not an electronic document of the state and does not look like one. */
function numberOf({ detsis, filePlan }: LetterContent, register: string): string {
  const parts = detsis === '' ? [filePlan, register] : ['E', detsis, filePlan, register];
  return parts.filter((part) => part !== '').join('-');
}

/** A letter is the office's, not the body's: "Ümraniye Belediyesi" writes as "Ümraniye Belediye Başkanlığı". Other names stay as they are. */
function officeOf(municipality: string): string {
  return municipality.replace(/Belediyesi$/, 'Belediye Başkanlığı');
}

function signatureOf({ signature: { name: plain, signer }, directorate }: LetterContent): string[] {
  const name = surnameInCapitals(plain);
  if (signer === 'deputy-mayor') return [name, 'Belediye Başkanı a.', 'Başkan Yardımcısı'];
  if (signer === 'manager') return [name, titleOf(directorate)];
  return [name, signer === 'supervisor' ? 'Çözüm Merkezi Sorumlusu' : directorate];
}

/** Directorates end in "Müdürlüğü", their heads in "Müdürü"; one that is called otherwise keeps its name. */
function titleOf(directorate: string): string {
  return directorate.replace(/Müdürlüğü$/, 'Müdürü');
}

/** `Sayın Emine ÖRNEK`: the surname in capitals, as letters write it. */
export function salutationOf(name: string | null): string {
  if (name === null) return 'Sayın Başvuru Sahibi';
  return `Sayın ${surnameInCapitals(name)}`;
}

function surnameInCapitals(name: string): string {
  const parts = name.split(/\s+/);
  return [...parts.slice(0, -1), upper(parts.at(-1)!)].join(' ');
}
