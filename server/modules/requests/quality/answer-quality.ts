/**
 * HEART FILE. What an answer must be before a citizen reads it. A blocking rule holds the answer back; advice may be overruled with a word that is
 * kept. Blocking is only what a machine can be sure of: a wrong alarm there would keep a good answer from somebody who waits for it.
 */
import type { Texts } from '../../../../text/language.ts';
import type { AssignmentOutcome } from '../outcomes.ts';
import { isLegalKind } from '../legal-basis.ts';
import type { AskedFor } from '../strictest-of-merged.ts';
import { strictest } from '../strictest-of-merged.ts';
import { saysNo } from '../who-approves.ts';
import type { Judged, Read } from './read-answer.ts';
import * as read from './read-answer.ts';

export type { Judged };

export type Weight = 'blocking' | 'advice';

interface Rule {
  weight: Weight;
  /** What of those who follow it holds too; left out: it is about the words alone, or about the answered request. */
  asked?: AskedFor;
  /** The words it stumbles over (none where something is missing); null: nothing to say. */
  finds(answer: Judged, words: Read): readonly string[] | null;
  /** What the writer reads. */
  says: Texts;
  why: string;
}

const MISSING: readonly string[] = [];
const ends = ({ outcome }: Judged, ...outcomes: AssignmentOutcome[]) => outcome !== null && outcomes.includes(outcome);
const found = (words: readonly string[]) => (words.length > 0 ? words : null);
const photo = ({ askings }: Judged) => strictest(askings, 'evidence-photo').evidencePhoto;
const missingIf = (condition: boolean) => (condition ? MISSING : null);

const rules = {
  'formula-only': {
    weight: 'blocking',
    finds: (answer, { content }) =>
      missingIf((ends(answer, 'done', 'information-given') || saysNo(answer.outcome)) && content.length === 0),
    says: {
      tr: 'Yalnızca kalıp sözler var. Ne yapıldığını, nerede ve ne zaman yapıldığını yazın.',
      en: 'Only set phrases. Say what was done, where and when.',
    },
    why: '“Gereği yapılmıştır” tells a citizen nothing; 3071 m.7 wants a reasoned answer on the result.',
  },
  'unfilled-field': {
    weight: 'blocking',
    finds: ({ text }) => found(read.unfilled(text)),
    says: { tr: 'Doldurulmamış bir alan kaldı.', en: 'A field was left unfilled.' },
    why: 'A citizen must never read {{tarih}}.',
  },
  'personal-data': {
    weight: 'blocking',
    finds: ({ text, house }) => found(read.personalData(text, house.phones)),
    says: {
      tr: 'Kimlik numarası, kişisel telefon, e-posta ya da IBAN var. Yanıta yazılmaz.',
      en: 'An identity number, a personal phone or e-mail address, or an IBAN. None of these belongs in an answer.',
    },
    why: 'KVKK 6698 m.4, m.12: answers are read on shared phones and passed on.',
  },
  'forwarded-said-done': {
    weight: 'blocking',
    finds: (answer, { claimsDone, saysForwarded }) =>
      ends(answer, 'done') && claimsDone.length === 0 ? found(saysForwarded) : null,
    says: {
      tr: 'Sonuç “yapıldı”, ama metin yalnızca iletildiğini söylüyor. Sonucu “başka kuruma iletildi” yapın ya da ne yapıldığını yazın.',
      en: 'The outcome is “done”, but the text only says that it was passed on. Change the outcome, or say what was done.',
    },
    why: 'Passing on is not doing: the citizen would go out and find nothing changed.',
  },
  'done-said-forwarded': {
    weight: 'blocking',
    finds: (answer, { claimsDone, saysForwarded }) =>
      ends(answer, 'forwarded') && saysForwarded.length === 0 ? found(claimsDone) : null,
    says: {
      tr: 'Sonuç “iletildi”, ama metin yapıldığını söylüyor.',
      en: 'The outcome is “forwarded”, but the text says that it was done.',
    },
    why: 'Nobody here knows yet whether the other body has done it (3071 m.5).',
  },
  'reason-missing': {
    weight: 'blocking',
    // A reason needs no "because"; but what only says the request over again, and no, is none.
    finds: (answer, { givesReason, addedContent }) =>
      missingIf(saysNo(answer.outcome) && !answer.hasGround && !givesReason && addedContent.length < 3),
    says: { tr: 'Olumsuz yanıtın nedeni yazılmamış.', en: 'An answer that says no must say why.' },
    why: '3071 m.7 and 4982 m.12: an answer that says no gives its reason.',
  },
  'missing-not-said': {
    weight: 'blocking',
    finds: (answer, { saysMissing }) => missingIf(ends(answer, 'information-missing') && !saysMissing),
    says: {
      tr: 'Sonuç “bilgi gelmedi”, ama metin hangi bilginin gelmediğini söylemiyor.',
      en: 'The outcome is “information not received”, but the text does not say what did not come.',
    },
    why: 'Whoever reads it must learn what was missing, or they cannot send it now.',
  },
  'evidence-missing': {
    weight: 'blocking',
    asked: 'evidence-photo',
    finds: (answer) => missingIf(ends(answer, 'done') && photo(answer) === 'required' && answer.photosOfWork === 0),
    says: {
      tr: 'Konu, “yapıldı” demek için vatandaşın göreceği bir fotoğraf istiyor.',
      en: 'Before “done”, the topic wants a photo that the citizen sees.',
    },
    why: 'The topic asks for it: a photo ends the argument whether it was done.',
  },
  'evidence-advised': {
    weight: 'advice',
    asked: 'evidence-photo',
    finds: (answer) => missingIf(ends(answer, 'done') && photo(answer) === 'advised' && answer.photosOfWork === 0),
    says: { tr: 'Yapılan işin bir fotoğrafı iyi olur.', en: 'A photo of the work would help.' },
    why: 'The topic advises it.',
  },
  'too-thin': {
    weight: 'advice',
    finds: (answer, { content }) =>
      missingIf(
        answer.kind === 'final' && !ends(answer, 'duplicate', 'forwarded') && content.length > 0 && content.length < 4,
      ),
    says: {
      tr: 'Çok kısa. Vatandaş ne yapıldığını bu sözlerden anlayabilir mi?',
      en: 'Very short. Can the citizen tell from this what was done?',
    },
    why: 'Generic closing texts are what citizens complain of most; two words more spare a call.',
  },
  'off-topic': {
    weight: 'advice',
    finds: (answer, { content, sharesWithRequest }) =>
      missingIf(answer.kind === 'final' && !ends(answer, 'duplicate') && content.length >= 4 && !sharesWithRequest),
    says: {
      tr: 'Metinde başvurudan hiçbir söz yok. Doğru başvuruyu mu yanıtlıyorsunuz?',
      en: 'The text shares no word with the request. Is it the right one?',
    },
    why: 'An answer addresses what was asked; an answer pasted into the wrong case does not.',
  },
  'no-where-or-when': {
    weight: 'advice',
    finds: (answer, { saysWhere, saysWhen, hasNextStep }) =>
      missingIf(ends(answer, 'done') && !saysWhere && !saysWhen && !hasNextStep),
    says: { tr: 'Nerede ve ne zaman yapıldığı yok.', en: 'It does not say where or when.' },
    why: 'With a place and a day the citizen can check it; without them they must call.',
  },
  shorthand: {
    weight: 'advice',
    finds: ({ text, house }, { jargon }) => found([...read.codes(text, house.directorates), ...jargon]),
    says: {
      tr: 'Kurum içi kısaltma ya da söz var. Vatandaş anlamaz.',
      en: 'Shorthand of the house. A citizen will not understand it.',
    },
    why: 'Acronyms of work logs reach citizens elsewhere every day.',
  },
  'staff-name': {
    weight: 'advice',
    finds: ({ house }, { folded }) => found(read.namesIn(folded, house.staff)),
    says: {
      tr: 'Bir çalışanın adı var. Yanıtı kurum verir.',
      en: 'It names a member of staff. The institution answers.',
    },
    why: 'The institution answers; a name invites a visit at a desk or at home.',
  },
  'wrong-language': {
    weight: 'advice',
    finds: ({ request }, { language }) => missingIf(language !== null && language !== request.language),
    says: {
      tr: 'Yanıt, vatandaşın yazdığı dilde değil.',
      en: 'The answer is not in the language the citizen wrote in.',
    },
    why: 'Whoever wrote in English asked for an answer they can read.',
  },
  'vague-time': {
    weight: 'advice',
    finds: (_answer, { vagueTime, saysWhen }) => (saysWhen ? null : found(vagueTime)),
    says: {
      tr: 'Belirsiz bir süre var. Bir gün yazın ya da ne zaman haber vereceğinizi söyleyin.',
      en: 'A time that says nothing. Name a day, or say when you will write again.',
    },
    why: '“En kısa sürede” is no promise; the citizen asks again after a week.',
  },
  'no-way-on': {
    weight: 'advice',
    asked: 'way-on',
    finds: (answer, { wayOn }) =>
      missingIf(saysNo(answer.outcome) && !isLegalKind(strictest(answer.askings, 'way-on').kind) && !wayOn),
    says: {
      tr: 'Vatandaşın ne yapabileceği yazılmamış.',
      en: 'It does not say what the citizen can do now.',
    },
    why: 'A no without a way on ends in anger; where a law gives remedies they are added by themselves.',
  },
  'others-duty': {
    weight: 'advice',
    asked: 'others-duty',
    finds: (answer) =>
      missingIf(ends(answer, 'done') && strictest(answer.askings, 'others-duty').endsBy === 'forwarding'),
    says: {
      tr: 'Bu konu başka bir kurumun görevi. Gerçekten biz mi yaptık?',
      en: 'This topic is another body’s duty. Did we really do it?',
    },
    why: 'Half of the topics belong to somebody else, and “done” is then mostly “passed on”.',
  },
  'no-next-step': {
    weight: 'advice',
    finds: (answer, { saysWhen, hasNextStep }) => missingIf(answer.kind === 'interim' && !saysWhen && !hasNextStep),
    says: {
      tr: 'Ara yanıt, bundan sonra ne olacağını söylemiyor.',
      en: 'The interim answer does not say what comes next.',
    },
    why: '3071 m.7: the stage reached is told; the citizen wants to know what is next.',
  },
  capitals: {
    weight: 'advice',
    finds: ({ text }) => missingIf(read.isShouted(text)),
    says: { tr: 'Baştan sona büyük harf. Okuması zor.', en: 'All in capitals. Hard to read.' },
    why: 'Capitals read as shouting and hide where a sentence ends.',
  },
} as const satisfies Record<string, Rule>;

export type QualityRule = keyof typeof rules;
export const ANSWER_QUALITY: Readonly<Record<QualityRule, Rule>> = rules;

export interface Finding {
  rule: QualityRule;
  weight: Weight;
  /** The words it is about. */
  words: readonly string[];
  /** Those who follow and ask for it; none: it is about the answered request. */
  by: readonly string[];
}

/** Everything there is to say about an answer, what holds it back first. */
export function judge(answer: Judged): Finding[] {
  const words = read.readAnswer(answer);
  const findings = Object.entries(ANSWER_QUALITY).flatMap(([rule, { weight, asked, finds }]) => {
    const stumbles = finds(answer, words);
    if (stumbles === null) return [];
    const by = asked === undefined ? [] : strictest(answer.askings, asked).by;
    return [{ rule: rule as QualityRule, weight, words: [...new Set(stumbles)], by }];
  });
  return findings.sort((left, right) => Number(left.weight === 'advice') - Number(right.weight === 'advice'));
}
