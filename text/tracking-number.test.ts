import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ALPHABET,
  drawTrackingNumber,
  formatTrackingNumber,
  parseTrackingNumber,
  trackingNumbersMeant,
  SPELLING_CITIES,
  spellAloud,
  TRACKING_NUMBER_BYTES,
} from './tracking-number.ts';

const randomBytes = fc.uint8Array({ minLength: TRACKING_NUMBER_BYTES, maxLength: TRACKING_NUMBER_BYTES });
const example = '7K4MP9TR3HD';

describe('drawTrackingNumber', () => {
  test('gives eleven characters that read back, grouped or not', () => {
    fc.assert(
      fc.property(randomBytes, (bytes) => {
        const number = drawTrackingNumber(bytes);
        expect(number).toMatch(new RegExp(`^[${ALPHABET}]{11}$`));
        expect(parseTrackingNumber(number)).toBe(number);
        expect(parseTrackingNumber(formatTrackingNumber(number))).toBe(number);
      }),
    );
  });
  test('is unbiased: every character is as likely as another', () => {
    const seen = new Map<string, number>();
    const bytes = Uint8Array.from({ length: 256 }, (_, value) => value);
    for (let turn = 0; turn < 256; turn++) {
      const turned = Uint8Array.from(bytes, (byte) => (byte + turn) % 256);
      const first = drawTrackingNumber(turned)[0]!;
      seen.set(first, (seen.get(first) ?? 0) + 1);
    }
    const counts = [...seen.values()];
    expect(seen.size).toBe(ALPHABET.length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(10); // the refused bytes fall to their followers
  });
  test('passes over what could be read as the name of a party', () => {
    const spell = (text: string) => [...text].map((character) => ALPHABET.indexOf(character));
    const bytes = Uint8Array.from([...spell('2PKK222222'), ...spell('3333333333')]);
    expect(drawTrackingNumber(bytes)).toMatch(/^3{10}/);
  });
  test('refuses to go on without randomness', () =>
    expect(() => drawTrackingNumber(new Uint8Array(9))).toThrow(RangeError));
});

describe('the check character finds', () => {
  const numbers = fc.sample(randomBytes, 200).map((bytes) => drawTrackingNumber(bytes));

  test('every single wrong character', () => {
    for (const number of numbers) {
      for (let place = 0; place < number.length; place++) {
        for (const wrong of ALPHABET) {
          if (wrong === number[place]) continue;
          expect(parseTrackingNumber(number.slice(0, place) + wrong + number.slice(place + 1))).toBeNull();
        }
      }
    }
  });
  test('every exchange of two characters, neighbours or not', () => {
    for (const number of numbers) {
      for (let left = 0; left < number.length; left++) {
        for (let right = left + 1; right < number.length; right++) {
          if (number[left] === number[right]) continue;
          const wrong = [...number];
          [wrong[left], wrong[right]] = [wrong[right]!, wrong[left]!];
          expect(parseTrackingNumber(wrong.join(''))).toBeNull();
        }
      }
    }
  });
  test('and this holds for all numbers: the weights differ and none vanishes modulo the prime 19', () => {
    const weights = Array.from({ length: 11 }, (_, place) => (place + 1) % ALPHABET.length);
    expect(ALPHABET.length).toBe(19);
    expect(new Set(weights).size).toBe(11);
    expect(weights).not.toContain(0);
  });
});

describe('parseTrackingNumber', () => {
  test.each([
    '7K4M-P9TR-3HD',
    '7k4mp9tr3hd',
    ' 7K4M P9TR 3HD ',
    '7K4M–P9TR–3HD',
    'No: 7K4M-P9TR-3HD'.slice(4),
    '7.K.4.M.P.9.T.R.3.H.D',
    '7K4M-P9TR-3H0', // 0 for D
    'IK4M-P9TR-3HD', // I for 7
    'ık4m-p9tr-3ho', // both, and in small Turkish letters
    '7K4M-B9TR-3HD', // P heard as B
  ])('%j is read', (typed) => expect(parseTrackingNumber(typed)).toBe(example));
  test.each([
    '',
    '7K4M-P9TR-3H',
    '7K4M-P9TR-3HDD',
    '7K4M-P9TR-3HK',
    'OK4M-P9TR-3HD',
    '0000-0000-000',
    '<script>',
    'x'.repeat(100_000),
  ])('number %# is no number', (typed) => expect(parseTrackingNumber(typed)).toBeNull());
});

describe('spellAloud', () => {
  test('in Turkish by cities', () =>
    expect(spellAloud(example, 'tr')).toBe('Yedi, Kars, dört, Muş — Polatlı, dokuz, Tokat, Rize — üç, Hatay, Denizli'));
  test('in English', () =>
    expect(spellAloud(example, 'en')).toBe('Seven, Kilo, four, Mike — Papa, nine, Tango, Romeo — three, Hotel, Delta'));
  test('with the cities of a municipality', () =>
    expect(spellAloud(example, 'tr', { ...SPELLING_CITIES, K: 'Kayseri' })).toContain('Kayseri'));
  test('every letter has a city that begins with it', () => {
    for (const letter of ALPHABET.replace(/\d/g, '')) expect(SPELLING_CITIES[letter]?.[0]).toBe(letter);
  });
});

describe('a number with a slip', () => {
  const number = '7K4MP9TR3HD';
  const meant = (typed: string) => trackingNumbersMeant(typed);

  test('is itself when it is right', () => {
    expect(meant('7k4m-p9tr-3hd')).toEqual({ exact: number, near: [] });
  });

  test('is among few others, whatever the slip', () => {
    for (let place = 0; place < number.length; place += 1) {
      const [before, after] = [number.slice(0, place), number.slice(place)];
      const other = after[0] === 'K' ? 'M' : 'K';
      const slips = [before + other + after.slice(1), before + after.slice(1), `${before}Y${after}`];
      if (after.length > 1 && after[0] !== after[1]) slips.push(before + after[1] + after[0] + after.slice(2));
      for (const typed of slips) {
        const { exact, near } = meant(typed);
        if (exact === number) continue; // the slip happened to change nothing
        expect(near, typed).toContain(number);
        expect(near.length).toBeLessThan(60);
      }
    }
  });

  test('may hold one character that is none of ours', () => {
    expect(meant('7K4MP9TE3HD').near).toContain(number);
    expect(meant('7K4MA9TE3HD').near).toEqual([]);
  });

  test('is not looked for in words', () => {
    for (const typed of ['kaldırımlar', 'belediyeye', '', 'x'.repeat(200)]) expect(meant(typed).near).toEqual([]);
  });
});
