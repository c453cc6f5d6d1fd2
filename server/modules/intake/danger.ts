/**
 * HEART FILE. Words after which a citizen is told to call 112 before going on. It never refuses anything: a false alarm costs one tap,
 * a missed one may cost a life. Words are folded, so that CAPITALS, suffixes and missing Turkish letters meet.
 */
import { words } from '../../../text/turkish.ts';

/** Stems; whatever follows them is a suffix. */
const STEMS = ['yangin', 'goctu', 'gocuk', 'goculu', 'mahsur', 'silah', 'patlama', 'patladi', 'dogalgaz', 'zehirlen', 'bicakl', 'yanan'];
/** `gaz` as a whole word or with a case ending; never `gazete`, nor the neighbourhood and street name Gazi. */
const GAS = /^gaz(a|da|dan|in|lar|lari)?$/;
const COLLAPSED = /^(coktu|cokuyor|cokecek|yikildi|yikiliyor)/;
const BUILDING = /^(bina|apartman|ev|evi|evin|duvar|iskele|vinc|balkon|cati|tavan|insaat|istinat|yol|asfalt)/;
const INJURED = /^yaral(i|ilar|anan|andi|anma)/;
// An injured animal has its own topic and is no call for 112.
const ANIMAL = /^(hayvan|kedi|kopek|kus|marti|guvercin|leylek|kaplumbaga|yavru|at|esek)/;
const ELECTRIC = /^elektri/;
const CABLE = /^(kablo|tel|hat|direk|carp)/;
const HANGING = /^(kop|sark|acik|carp|yerde|kivilcim|deg)/;

/** Whether the text may speak of danger to life. */
export function soundsDangerous(text: string): boolean {
  const said = words(text);
  const any = (pattern: RegExp) => said.some((word) => pattern.test(word));
  if (said.some((word) => STEMS.some((stem) => word.startsWith(stem))) || any(GAS)) return true;
  if (any(INJURED) && !any(ANIMAL)) return true;
  if (any(COLLAPSED) && any(BUILDING)) return true;
  return any(ELECTRIC) && any(CABLE) && any(HANGING);
}
