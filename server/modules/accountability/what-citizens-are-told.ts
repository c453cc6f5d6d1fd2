/**
 * HEART FILE. What a citizen is told, on the page of their request, about those who looked at it. KVKK 6698 m.10 and m.11 owe them the groups who
 * see their data and for what, not the names of staff. Pure: a look of the audit that has no row here is told to nobody, and says why.
 */
import type { RevealField, RevealPurpose } from '../../../contract/request-acts.ts';
import type { Texts } from '../../../text/language.ts';

interface Told {
  /** How it enters the page: as a reading of the file, or as data that was shown in the clear. */
  as: 'reading' | 'in-the-clear' | 'nothing';
  why: string;
}

export const WHAT_IS_TOLD: Record<string, Told> = {
  'request-opened': { as: 'reading', why: 'Who reads a file sees what the citizen wrote.' },
  'photos-opened': { as: 'reading', why: 'A photo shows a home, a street, sometimes a face.' },
  'personal-data-revealed': {
    as: 'in-the-clear',
    why: 'Somebody saw the name or the number itself, and said for what.',
  },
  'caller-looked-up': {
    as: 'nothing',
    why: 'A telephone serves a family: one who opens this page would learn that another of the house has called us.',
  },
  'people-searched': {
    as: 'nothing',
    why: 'As a look-up of a caller: it is about a person and not about this request.',
  },
  'personal-data-exported': {
    as: 'reading',
    why: 'The name stood in a file that somebody made for themselves.',
  },
  'list-exported': {
    as: 'nothing',
    why: 'A list holds thousands; the audit says who made it, and it is told on a request by KVKK m.11.',
  },
};

export const READINGS = Object.keys(WHAT_IS_TOLD).filter((act) => WHAT_IS_TOLD[act]!.as === 'reading');
export const IN_THE_CLEAR = Object.keys(WHAT_IS_TOLD).filter((act) => WHAT_IS_TOLD[act]!.as === 'in-the-clear');

/** Those who serve the whole house, by the kind of their post; a directorate is told by its name. */
export const RECIPIENTS: Record<string, Texts> = {
  agent: { tr: 'Çağrı merkezi ve danışma', en: 'Call centre and counter' },
  supervisor: { tr: 'Çözüm Merkezi', en: 'Solution centre' },
  'deputy-mayor': { tr: 'Başkan yardımcılığı', en: "Deputy mayor's office" },
  manager: { tr: 'Sorumlu müdürlük', en: 'Directorate in charge' },
  clerk: { tr: 'Sorumlu müdürlük', en: 'Directorate in charge' },
  administrator: { tr: 'Sistem yönetimi', en: 'System administration' },
  viewer: { tr: 'İzleme', en: 'Oversight' },
};

/** Of a restricted request no directorate is named: its name alone may say what the request is about to whoever sees the screen. */
export const RECIPIENT_OF_RESTRICTED: Texts = { tr: 'Yetkili birim', en: 'The unit in charge' };

export const FIELDS: Record<RevealField, Texts> = {
  phone: { tr: 'Telefonunuz', en: 'Your phone number' },
  email: { tr: 'E-posta adresiniz', en: 'Your e-mail address' },
  name: { tr: 'Adınız', en: 'Your name' },
  'national-id': { tr: 'T.C. kimlik numaranız', en: 'Your national id number' },
};

export const PURPOSES: Record<RevealPurpose, Texts> = {
  calling: { tr: 'geri arama', en: 'to call you back' },
  called: { tr: 'siz aradınız', en: 'you called' },
  check: { tr: 'kimlik doğrulama', en: 'to check who you are' },
  other: { tr: 'başvurunun yürütülmesi', en: 'to handle the request' },
};
