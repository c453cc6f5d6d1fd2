/** What the server found wrong in a setting, as a sentence: where, and what is the matter. A code alone helps nobody. */
import { PASSWORD_LENGTH } from '../../../../../contract/password-length.ts';
import { isRefusal } from '../../kit/refusal.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import { usePathWords } from './path-words.ts';

const problems = defineTexts(
  {
    other: 'beklenen biçimde değil',
    'not-in-order': 'aralıklar sırayla değil',
    'text-missing': 'metin eksik',
    empty: 'boş',
    'lead-missing': 'ilk satır başlık olamaz; önce sayfanın özeti yazılır',
    unknown: 'böyle bir kayıt yok',
    'not-of-directorate': 'konunun kendi müdürlüğünden kimse yok; işi yapacak olan göremez',
    'not-of-work': 'bu müdürlükte değil',
    'not-a-day': 'takvimde böyle bir gün yok',
    'no-day-ahead': 'bu ritimde gelecek gün yok',
    prefix: 'müdürlüğün koduyla başlamalı (FEN-YOL gibi)',
    'not-active': 'kapatılmış',
    'wider-when-restricted': 'gizli başvurularda olağandan fazlasına uzanamaz',
    'not-for-this-base': 'temel görevde olmayan bu yetki verilemez',
    'all-or-none': 'ya vardır ya yoktur',
    'wider-than-reading': 'okuyabildiğinden fazlasına uzanamaz',
    'wider-than-listing': 'listeleyebildiğinden fazlasına uzanamaz',
    fixed: 'sonradan değişmez',
    'not-for-this-role': 'bu görevde birim olmaz ya da birim seçilmeli',
    'standard-amount': 'süre sıfır olamaz',
    'standard-order': 'ilk yanıt sonuçtan sonra olamaz',
    'question-twice': 'bu kimlik iki soruda var',
    'choices-missing': 'en az iki seçenek gerekir',
    'choices-not-for-type': 'bu türde seçenek olmaz',
    'choice-twice': 'aynı seçenek iki kez var',
    'condition-unknown-question': 'bağlı olduğu soru yok',
    'condition-not-earlier': 'bağlı olduğu soru daha önce sorulmalı',
    'condition-impossible': 'bağlı olduğu yanıt verilemez',
    'body-missing': 'iletilen konuda kimin görevi olduğu yazılmalı',
    'phone-missing': 'aranacak numara eksik',
    'directorate-twice': 'aynı birim iki kez var',
    'topic-twice': 'aynı konu iki kez var',
    'body-twice': 'aynı kurum iki kez var',
    'topics-in-it': 'bu grupta sunulan konular var; önce onları başka gruba alın ya da kapatın',
    'too-short': 'çok kısa; en az {shortest} karakter',
    'too-long': 'çok uzun',
    'too-common': 'çok bilinen bir parola',
    'holds-username': 'kullanıcı adı parolanın içinde geçiyor',
    'same-as-before': 'öncekiyle aynı',
    'not-a-username': 'küçük harf (a–z), rakam, nokta ve çizgiden oluşmalı',
    'not-a-colour': 'renk değil',
    'unknown-field': 'böyle bir alan yok',
    'suffix-glued': 'alana ek takılmış',
    'glued-before': 'alan sözcüğe bitişik',
    'brace-open': 'ayraç eksik ya da fazla',
    'topic-named': 'konunun adı yazılmış; telefon başkasının elinde olabilir',
    'number-missing': 'başvuru numarası eksik',
    'link-missing': 'bağlantı eksik',
    'partner-amount': 'en az bir gün, en çok kanunun bıraktığı kadar',
  },
  {
    other: 'not in the expected form',
    'not-in-order': 'the spans are not in order',
    'text-missing': 'the text is missing',
    empty: 'empty',
    'lead-missing': 'the first line cannot be a heading; it says what the page is about',
    unknown: 'there is no such record',
    'not-of-directorate': "nobody of the topic's own directorate; who is to do the work could not see it",
    'not-of-work': 'is not of this directorate',
    'not-a-day': 'there is no such day',
    'no-day-ahead': 'no day to come in this rhythm',
    prefix: "must begin with the directorate's code (like FEN-YOL)",
    'not-active': 'closed',
    'wider-when-restricted': 'cannot reach further for restricted requests than for ordinary ones',
    'not-for-this-base': 'its base has it not, so it cannot be given',
    'all-or-none': 'is there or is not',
    'wider-than-reading': 'cannot reach further than reading does',
    'wider-than-listing': 'cannot reach further than listing does',
    fixed: 'does not change later',
    'not-for-this-role': 'this role has no directorate, or needs one',
    'standard-amount': 'the length cannot be zero',
    'standard-order': 'the first answer cannot come after the conclusion',
    'question-twice': 'two questions have this id',
    'choices-missing': 'at least two choices are needed',
    'choices-not-for-type': 'this type has no choices',
    'choice-twice': 'the same choice twice',
    'condition-unknown-question': 'the question it depends on is not there',
    'condition-not-earlier': 'the question it depends on must come earlier',
    'condition-impossible': 'the answer it depends on cannot be given',
    'body-missing': 'a forwarded topic must say whose duty it is',
    'phone-missing': 'the number to call is missing',
    'directorate-twice': 'the same directorate twice',
    'topic-twice': 'the same topic twice',
    'body-twice': 'the same body twice',
    'topics-in-it': 'topics in this group are still offered; put them into another or close them first',
    'too-short': 'too short; at least {shortest} characters',
    'too-long': 'too long',
    'too-common': 'a password everybody knows',
    'holds-username': 'the user name stands in the password',
    'same-as-before': 'the same as before',
    'not-a-username': 'must be small letters (a–z), digits, dots and dashes',
    'not-a-colour': 'not a colour',
    'unknown-field': 'there is no such field',
    'suffix-glued': 'a suffix is glued to a field',
    'glued-before': 'a field touches a word',
    'brace-open': 'a brace is missing or too many',
    'topic-named': 'it says the topic; the phone may be in other hands',
    'number-missing': 'the tracking number is missing',
    'link-missing': 'the link is missing',
    'partner-amount': 'at least a day, at most what the law leaves',
  },
);

interface Fault {
  where?: string;
  field?: string;
  right?: string;
  problem?: string;
}

export function useFaultWords(): (error: Error) => string[] {
  const say = useTexts(problems);
  const wordsOf = usePathWords();
  return (error) =>
    faultsIn(error).map(({ where, field, right, problem = '' }) => {
      // The schema's own check names a place like `/topic/name/tr`, and its sentence is a programmer's.
      const path = (where ?? field ?? right ?? '').replace(/^\/(topic|profile|group)?\/?/, '').replaceAll('/', '.');
      const what = Object.hasOwn(problems.tr, problem) ? say(problem as 'too-short', PASSWORD_LENGTH) : say('other');
      return path === '' ? what : `${wordsOf(path)}: ${what}`;
    });
}

function faultsIn(error: Error): Fault[] {
  if (!isRefusal(error)) return [];
  const {
    faults,
    problems: found,
    fields,
    field,
    problem,
  } = error.details as {
    faults?: unknown[];
    problems?: unknown[];
    fields?: unknown[];
    field?: string;
    problem?: string;
  };
  const list = faults ?? found ?? fields ?? (field === undefined ? [] : [{ field, problem }]);
  return list.filter((fault): fault is Fault => typeof fault === 'object' && fault !== null);
}
