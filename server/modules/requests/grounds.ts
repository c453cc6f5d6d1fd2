/**
 * HEART FILE. On which grounds the law lets us give less than was asked: the articles of 4982 for information that is refused, held back in part
 * or not examined, and 3071 m.6 for a petition that is not examined. Closed lists: what is not here is no ground.
 */
import type { Texts } from '../../../text/language.ts';
import { refuse } from '../../kernel/refusals.ts';
import type { AssignmentOutcome } from './outcomes.ts';
import type { RequestKind } from '../../../contract/requests.ts';

interface Ground extends Texts {
  /** Law and article, as an answer cites it. */
  article: string;
}

const foi = {
  '4982-7': {
    article: '4982 m.7',
    tr: 'Ayrı veya özel bir çalışma, araştırma, inceleme ya da analiz gerektiriyor',
    en: 'It would need separate work, research or analysis',
  },
  '4982-8': { article: '4982 m.8', tr: 'Yayımlanmış veya kamuya açıklanmış', en: 'Already published' },
  '4982-15': { article: '4982 m.15', tr: 'Yargı denetimi dışında kalan işlem', en: 'An act outside judicial review' },
  '4982-16': { article: '4982 m.16', tr: 'Devlet sırrı', en: 'State secret' },
  '4982-17': { article: '4982 m.17', tr: 'Ülkenin ekonomik çıkarları', en: 'Economic interests of the country' },
  '4982-18': { article: '4982 m.18', tr: 'İstihbarata ilişkin', en: 'Intelligence' },
  '4982-19': { article: '4982 m.19', tr: 'İdarî soruşturma', en: 'Administrative investigation' },
  '4982-20': {
    article: '4982 m.20',
    tr: 'Adlî soruşturma ve kovuşturma',
    en: 'Criminal investigation and prosecution',
  },
  '4982-21': { article: '4982 m.21', tr: 'Özel hayatın gizliliği', en: 'Private life' },
  '4982-22': { article: '4982 m.22', tr: 'Haberleşmenin gizliliği', en: 'Secrecy of communication' },
  '4982-23': { article: '4982 m.23', tr: 'Ticarî sır', en: 'Trade secret' },
  '4982-24': { article: '4982 m.24', tr: 'Fikir ve sanat eserleri', en: 'Works under copyright' },
  '4982-25': { article: '4982 m.25', tr: 'Kurum içi düzenleme', en: 'Internal rules of the institution' },
  '4982-26': { article: '4982 m.26', tr: 'Kurum içi görüş, bilgi notu ve tavsiye', en: 'Internal opinions and notes' },
  '4982-27': { article: '4982 m.27', tr: 'Tavsiye ve mütalaa talebi', en: 'A request for advice or an opinion' },
} as const satisfies Record<string, Ground>;

/** What m.4 and m.6 ask of whoever asks; without it there is nothing to refuse yet. */
const foiForm = {
  '4982-4': {
    article: '4982 m.4',
    tr: 'Başvuran yabancı; bu bilgi için kanundaki koşullar yok (karşılıklılık, kendisiyle ilgili olma)',
    en: 'A foreigner, and what the law asks of them is not met (reciprocity, information about themselves)',
  },
  '4982-6': {
    article: '4982 m.6',
    tr: 'Ad, soyad, imza ya da adres eksik; ya da hangi bilginin istendiği açık değil',
    en: 'Name, signature or address is missing, or it is not clear which information is asked for',
  },
} as const satisfies Record<string, Ground>;

const petition = {
  '3071-6a': { article: '3071 m.6/a', tr: 'Belli bir konuyu içermiyor', en: 'It has no definite subject' },
  '3071-6b': { article: '3071 m.6/b', tr: 'Yargı mercilerinin görevine giriyor', en: 'It is a matter of the courts' },
  '3071-6c': {
    article: '3071 m.6/c',
    tr: 'Ad, soyad, imza ya da adres eksik',
    en: 'Name, signature or address is missing',
  },
} as const satisfies Record<string, Ground>;

export const GROUNDS = { ...foi, ...foiForm, ...petition };
export type GroundCode = keyof typeof GROUNDS;

export interface GroundsAsked {
  codes: readonly GroundCode[];
  /** Without one of them the answer is not given. */
  required: boolean;
}

const NONE: GroundsAsked = { codes: [], required: false };
const codesOf = (list: Partial<Record<GroundCode, Ground>>) => Object.keys(list) as GroundCode[];

/** Which grounds such an answer may name, and whether it must. */
export function groundsFor(kind: RequestKind, outcome: AssignmentOutcome): GroundsAsked {
  const holdsBack = outcome === 'refused' || outcome === 'partly-granted';
  if (kind === 'foi' && holdsBack) return { codes: codesOf(foi), required: true };
  // Else a refusal that no article allows could go out under the name of something that was not looked at.
  if (kind === 'foi') return outcome === 'not-examined' ? { codes: codesOf(foiForm), required: true } : NONE;
  // A complaint that is no petition may be left unexamined on the same grounds, and says so where it can.
  return outcome === 'not-examined' ? { codes: codesOf(petition), required: kind === 'petition' } : NONE;
}

/** Of those given, the ones that such an answer may name: for looking at one that is still being written; a missing one is said when it is sent. */
export function groundsNamed(
  given: readonly string[],
  { kind, outcome }: { kind: RequestKind; outcome: AssignmentOutcome | null },
): GroundCode[] {
  return outcome === null ? [] : groundsFor(kind, outcome).codes.filter((code) => given.includes(code));
}

/** Refuses 'ground-missing', and 'input-invalid' for one that is no ground of such an answer. Gives them once each, in the law's order. */
export function checkGrounds(
  given: readonly string[],
  { kind, outcome }: { kind: RequestKind; outcome: AssignmentOutcome },
): GroundCode[] {
  const { codes, required } = groundsFor(kind, outcome);
  const unknown = given.find((code) => !codes.some((known) => known === code));
  if (unknown !== undefined) throw refuse('input-invalid', { field: 'grounds', ground: unknown });
  if (required && given.length === 0) throw refuse('ground-missing', { field: 'grounds' });
  return codes.filter((code) => given.includes(code));
}
