// The number a citizen is given, reads over the phone and types on /takip: ten random characters and one check character.
// It is never sequential to the outside and says nothing about the request. Randomness is handed in, never made here.
import type { Language } from './language.ts';
import { fold } from './turkish.ts';

/**
 * Eight digits and eleven consonants. Left out: 0 O Q, 1 I İ L J, and B S Z G beside 8 5 2 6, because they look alike; U
 * and W beside V; C, which is heard and written as Ç; X, which is no Turkish letter; and the vowels A and E, without which
 * no word can appear. The names of D/T/P/V, M/N and F/H blur on a phone: each is told by its city.
 * Nineteen is prime; the check character's promise rests on that.
 */
export const ALPHABET = '23456789DFHKMNPRTVY';
const N = ALPHABET.length;

const RANDOM_CHARACTERS = 10;
const LENGTH = RANDOM_CHARACTERS + 1;

/** How many random bytes `drawTrackingNumber` asks for: enough for six tries, of which one in eighty fails. */
export const TRACKING_NUMBER_BYTES = 64;

// Three letters a citizen could read as the name of a party or of an armed group on a municipality's letter.
const UNFORTUNATE = ['PKK', 'PYD', 'HDP', 'MHP', 'TKP', 'DHKP'];

// Any constant would do; this one makes 7K4M-P9TR-3HD, the example of our texts, a valid number.
const CONSTANT = 14;

/** A new tracking number (canonical form, no dashes) from random bytes; every allowed number is equally likely. */
export function drawTrackingNumber(random: Uint8Array): string {
  const fair = 256 - (256 % N); // a larger byte would make the first letters likelier
  const characters = [...random].filter((byte) => byte < fair).map((byte) => ALPHABET[byte % N]);
  for (let start = 0; start + RANDOM_CHARACTERS <= characters.length; start += RANDOM_CHARACTERS) {
    const body = characters.slice(start, start + RANDOM_CHARACTERS).join('');
    const number = body + checkCharacter(body);
    if (!UNFORTUNATE.some((word) => number.includes(word))) return number;
  }
  throw new RangeError(`too few random bytes for a tracking number: ${random.length}`);
}

/** Groups of 4, 4 and 3: `7K4M-P9TR-3HD`. */
export function formatTrackingNumber(number: string): string {
  return `${number.slice(0, 4)}-${number.slice(4, 8)}-${number.slice(8)}`;
}

/**
 * What somebody typed → the canonical number, or null. Grouping, case and blanks don't matter. A character outside the
 * alphabet is read as the one it resembles, if exactly one reading has the right check character.
 */
export function parseTrackingNumber(typed: string): string | null {
  if (typed.length > 100) return null; // nobody types that; it spares the work on a pasted page
  const characters = fold(typed).replace(/[^a-z0-9]/g, '');
  if (characters.length !== LENGTH) return null;
  const readings = readingsOf(characters.toUpperCase()).filter(isValid);
  return readings.length === 1 ? readings[0]! : null;
}

/**
 * The check character: Σ weight·value ≡ constant (mod 19), the weights 1 … 11 all different and none a multiple of 19.
 * So one wrong character and any two exchanged characters (not only neighbours) are always found: for a prime modulus
 * neither a difference nor a product of non-zero factors vanishes.
 */
function checkCharacter(body: string): string {
  const wanted = (CONSTANT - weightedSum(body)) % N;
  for (let value = 0; value < N; value++) if ((value * LENGTH - wanted) % N === 0) return ALPHABET[value]!;
  throw new RangeError('unreachable: a prime modulus has an inverse');
}

function isValid(number: string): boolean {
  return (weightedSum(number) - CONSTANT) % N === 0;
}

function weightedSum(characters: string): number {
  let sum = 0;
  for (let place = 0; place < characters.length; place++) sum += (place + 1) * ALPHABET.indexOf(characters[place]!);
  return sum;
}

// What a character outside the alphabet may have been: seen wrongly (0 for D), or heard wrongly (B for P, S for F).
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{ 0: 'D', O: 'D', Q: 'D', 1: '7', I: '7', L: '7', J: '7', B: '8P', S: '5F', Z: '2', G: '6' },
  ...{ U: 'V', W: 'V', X: 'K' },
};

const MOST_FORGIVEN = 2; // every forgiven reading gives pure chance one more try in nineteen

function readingsOf(characters: string): string[] {
  const forgiven = [...characters].filter((character) => !ALPHABET.includes(character)).length;
  if (forgiven > MOST_FORGIVEN) return [];
  return [...characters].reduce<string[]>(
    (readings, character) => {
      const candidates = ALPHABET.includes(character) ? character : (LOOK_ALIKES[character] ?? '');
      return readings.flatMap((reading) => [...candidates].map((candidate) => reading + candidate));
    },
    [''],
  );
}

/**
 * What a number that somebody typed may have been: itself, or every valid number one slip away (one character wrong, missing or too many, two
 * neighbours exchanged). The check character leaves about twenty of some four hundred, so that looking them all up costs nothing.
 */
export function trackingNumbersMeant(typed: string): { exact: string | null; near: string[] } {
  const exact = parseTrackingNumber(typed);
  if (exact !== null) return { exact, near: [] };
  const characters = typed.length > 100 ? '' : fold(typed).replace(/[^a-z0-9]/g, '').toUpperCase(); // prettier-ignore
  if (Math.abs(characters.length - LENGTH) > 1) return { exact, near: [] };
  const near = openReadingsOf(characters).flatMap(oneSlipAway);
  return { exact, near: [...new Set(near)].filter((each) => each.length === LENGTH && isValid(each)) };
}

/** A character that resembles none of ours. */
const UNREADABLE = '?';

/** As readingsOf, but one character may be unreadable: it is the slip then. */
function openReadingsOf(characters: string): string[] {
  const readable = [...characters].map((character) =>
    ALPHABET.includes(character) || LOOK_ALIKES[character] ? character : UNREADABLE,
  );
  if (readable.filter((each) => each === UNREADABLE).length > 1) return [];
  const place = readable.indexOf(UNREADABLE);
  if (place < 0) return readingsOf(characters);
  const around = readingsOf(characters.slice(0, place) + characters.slice(place + 1));
  return around.map((reading) => reading.slice(0, place) + UNREADABLE + reading.slice(place));
}

function oneSlipAway(reading: string): string[] {
  const places = [...reading].map((_, place) => place);
  const unreadable = reading.indexOf(UNREADABLE);
  const [before, after] = [(place: number) => reading.slice(0, place), (place: number) => reading.slice(place)];
  const wrong = places
    .filter((place) => unreadable < 0 || place === unreadable)
    .flatMap((place) => [...ALPHABET].map((other) => before(place) + other + after(place + 1)));
  const tooMany = places.map((place) => before(place) + after(place + 1));
  if (unreadable >= 0) return [...wrong, ...tooMany.filter((each) => !each.includes(UNREADABLE))];
  const missing = [...places, reading.length].flatMap((place) =>
    [...ALPHABET].map((other) => before(place) + other + after(place)),
  );
  const exchanged = places.map((place) => before(place) + after(place).slice(0, 2).split('').reverse().join('') + after(place + 2)); // prettier-ignore
  return [...wrong, ...tooMany, ...missing, ...exchanged];
}

/** The word each character is told by. A municipality may hand in its own table of cities. */
export const SPELLING_CITIES: Readonly<Record<string, string>> = {
  ...{ D: 'Denizli', F: 'Fatsa', H: 'Hatay', K: 'Kars', M: 'Muş', N: 'Niğde', P: 'Polatlı', R: 'Rize', T: 'Tokat' },
  ...{ V: 'Van', Y: 'Yozgat' },
};
const SPELLING_EN: Readonly<Record<string, string>> = {
  ...{ D: 'Delta', F: 'Foxtrot', H: 'Hotel', K: 'Kilo', M: 'Mike', N: 'November', P: 'Papa', R: 'Romeo', T: 'Tango' },
  ...{ V: 'Victor', Y: 'Yankee' },
};
const DIGIT_NAMES: Record<Language, readonly string[]> = {
  tr: ['sıfır', 'bir', 'iki', 'üç', 'dört', 'beş', 'altı', 'yedi', 'sekiz', 'dokuz'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
};

/** What the agent reads aloud: `Yedi, Kars, dört, Muş — Polatlı, dokuz, Tokat, Rize — üç, Hatay, Denizli`. */
export function spellAloud(
  number: string,
  language: Language,
  cities: Readonly<Record<string, string>> = SPELLING_CITIES,
): string {
  const letters = language === 'tr' ? cities : SPELLING_EN;
  const spoken = formatTrackingNumber(number)
    .split('-')
    .map((group) =>
      [...group].map((character) => letters[character] ?? DIGIT_NAMES[language][Number(character)]).join(', '),
    )
    .join(' — ');
  return spoken.charAt(0).toLocaleUpperCase(language) + spoken.slice(1);
}
