// Words in a citizen's text that may mean danger to a human life, so that the page says "call 112 first". It never blocks
// and may be wrong to the careful side; but an alarm at every injured cat would teach people to pass over it.
import { words } from '../../../text/turkish.ts';

/** What was found, as the words the page shows; empty when nothing. Typing without Turkish letters and suffixes don't matter. */
export function dangerWords(text: string): string[] {
  const tokens = words(text.slice(0, 4000));
  return DANGERS.filter((danger) => tokens.some((_, place) => means(danger, tokens, place))).map(
    (danger) => danger.shown,
  );
}

interface Danger {
  shown: string;
  /** The folded word with the suffixes it may carry. */
  word: RegExp;
  /** At least one of these must stand near; a word that is harmless by itself. */
  near?: RegExp;
  /** If one of these stands beside it, it is something else. */
  not?: RegExp;
  /** Said of an animal, it is work for the veterinary team and no matter for 112. */
  unlessAnimal?: true;
}

const LEAK = /^(kok|kac|siz|patla|zehir|sars|dol)/;
const LINE = /^(kablo|tel$|tel[ielu]|hat$|hatt|trafo)/;
const LOOSE = /^(kop|sark|dus|yerde|yere|acik|kivil|carp|devril|ak[ii]m)/;

const DANGERS: readonly Danger[] = [
  { shown: 'gaz', word: /^gaz(da|dan|in|la|lar|a)?$/, not: /^(dogal|kaz|biber|fatura|mustafa|osman)/ },
  { shown: 'gaz kokusu', word: /^(dogal)?gaz(i|in|dan|a)?$|^lpg|^tup(ten|un|u)?$/, near: LEAK },
  {
    shown: 'yangın',
    word: /^yangin(i|in|da|dan|a|lar|imiz)?$|^yanginda/,
    not: /^(merdiven|tup|alarm|dolab|kapi|sondurme)/,
  },
  { shown: 'alev', word: /^alev(ler|i|lendi|den)?$|^alevler/ },
  {
    shown: 'patlama',
    word: /^patla(di|ma|mis|yacak|masi)$/,
    near: /^(gaz|dogalgaz|tup|trafo|kazan|bomba|lpg|elektrik)/,
  },
  { shown: 'çöktü', word: /^cok(tu|mus|mustu|mek|me|mesi|uyo|uyor|ecek|uk|en)$/, not: /^(diz|kaldirim|bordur|parke)/ },
  { shown: 'göçük', word: /^gocu[kg]|^goc(tu|mus|uyor|me|mesi)$|^enkaz/ },
  { shown: 'elektrik kablosu', word: /^elektri[kg]/, near: LINE },
  { shown: 'elektrik çarpması', word: /^elektri[kg]|^akim/, near: /^carp/ },
  { shown: 'kopuk kablo', word: LINE, near: LOOSE },
  { shown: 'yaralı', word: /^yaral(i|isi|ilar|imiz|andi|anmis|anan|ayan|adi|anma|aniyor)/, unlessAnimal: true },
  { shown: 'kan kaybı', word: /^kan(i|lar|iyor|amasi)?$/, near: /^kaybe|^kayb|^icinde|^durm/, unlessAnimal: true },
  { shown: 'mahsur', word: /^mahsur/, unlessAnimal: true },
  { shown: 'boğulma', word: /^bogul(du|uyor|mus|acak|ma|an)/, unlessAnimal: true },
  { shown: 'altında kaldı', word: /^altinda$/, near: /^(insan|cocu|adam|kadin|isci|kisi)/ },
  { shown: 'silah', word: /^silah(i|la|li|lar|lari|larla|lilar|in)?$|^tabanca|^tufek/ },
  {
    shown: 'bıçak',
    word: /^bica[kg](la|li|lar|i|ladi|landi|liyor)?$/,
    near: /^(cek|sapla|tehdit|saldir|var|kavga|biri|adam)/,
  },
  { shown: 'intihar', word: /^intihar/ },
  { shown: 'ölümle tehdit', word: /^oldur(ecek|uyor|cek)|^olumle/ },
];

const ANIMAL =
  /^(hayvan|kope[kg]|it(ler)?$|kedi|kus(u|lar)?$|marti|guvercin|serce|leylek|yavru|esek|at(i|lar)?$|inek|koyun|kirpi|tilki|kaplumbaga)/;
const HUMAN =
  /^(insan|adam|kadin|cocu[kg](?!park)|kisi|isci|bebe[kg]|anne|baba|komsu|arkadas|yasli|kiz|ogl|oglan|kardes|esim|vatandas|surucu|yaya|ogrenci|biri)/;

function means(danger: Danger, tokens: readonly string[], place: number): boolean {
  if (!danger.word.test(tokens[place]!)) return false;
  const beside = (reach: number) =>
    tokens.slice(Math.max(0, place - reach), place + reach + 1).filter((_, i) => i !== Math.min(place, reach));
  if (danger.not && beside(2).some((word) => danger.not!.test(word))) return false;
  if (danger.near && !beside(3).some((word) => danger.near!.test(word))) return false;
  return !(
    danger.unlessAnimal &&
    beside(5).some((word) => ANIMAL.test(word)) &&
    !beside(2).some((word) => HUMAN.test(word))
  );
}
