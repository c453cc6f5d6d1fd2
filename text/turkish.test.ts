import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asciiDigits,
  compare,
  fold,
  initialsMask,
  lower,
  maskEmail,
  maskNationalId,
  maskPhone,
  normaliseInput,
  titleCase,
  upper,
  words,
} from './turkish.ts';

describe('fold', () => {
  test.each([
    ['IĞDIR İstanbul ŞİŞLİ ŞİKÂYET', 'igdir istanbul sisli sikayet'],
    ['Ihlamurkuyu', 'ihlamurkuyu'],
    ['çöp ÇÖP cop', 'cop cop cop'],
    ['I\u0307ZMI\u0307R', 'izmir'], // decomposed İ
    ['i\u0307zmir', 'izmir'], // what plain lower case makes of İ
    ['ÇÖP'.normalize('NFD'), 'cop'],
    ['hâlâ Îmar sükûn', 'hala imar sukun'],
    ['8001/1 Sokak', '8001/1 sokak'],
    ['', ''],
  ])('%j → %j', (text, folded) => expect(fold(text)).toBe(folded));

  test('every spelling of a Turkish word meets its ASCII spelling', () => {
    const letter = fc.constantFrom(...'abcçdefgğhıijklmnoöprsştuüvyzâîû');
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 30 }), (letters) => {
        const text = letters.join('');
        const folded = fold(text);
        expect(folded).toMatch(/^[a-z]*$/);
        expect(fold(upper(text))).toBe(folded);
        expect(fold(text.normalize('NFD'))).toBe(folded);
        expect(fold(folded)).toBe(folded);
      }),
    );
  });
});

test.each([
  ['IĞDIR', 'ığdır'],
  ['İZMİR', 'izmir'],
  ['I\u0307ZMIR', 'izmır'],
])('lower %j → %j', (text, lowered) => expect(lower(text)).toBe(lowered));

test.each([
  ['ılıca izmir', 'ILICA İZMİR'],
  ['ışık', 'IŞIK'],
])('upper %j → %j', (text, raised) => expect(upper(text)).toBe(raised));

test.each([
  ['İNÖNÜ MAHALLESİ', 'İnönü Mahallesi'],
  ['ıhlamurkuyu', 'Ihlamurkuyu'],
  ['istiklal caddesi', 'İstiklal Caddesi'],
  ["FEN İŞLERİ MÜDÜRLÜĞÜ'NE", "Fen İşleri Müdürlüğü'ne"],
  ['II. OSB', 'II. Osb'],
  ['evka-2', 'Evka-2'],
  ['8001/1 SOKAK', '8001/1 Sokak'],
])('titleCase %j → %j', (text, titled) => expect(titleCase(text)).toBe(titled));

test('compare follows the Turkish alphabet', () => {
  const sorted = ['Cumhuriyet', 'Çiğli', 'Huzur', 'Ihlamurkuyu', 'İnkılap', 'Saray', 'Site', 'Şerifali'];
  expect([...sorted].reverse().sort(compare)).toEqual(sorted);
});

test('words are folded, and an apostrophe ends one', () => {
  expect(words("Ihlamurkuyu'nda ÇÖP, alınmıyor!! 3 gündür")).toEqual([
    'ihlamurkuyu',
    'nda',
    'cop',
    'alinmiyor',
    '3',
    'gundur',
  ]);
  expect(words('  \n')).toEqual([]);
});

describe('normaliseInput', () => {
  test.each([
    ['  çok   çukur\tvar ', 'çok çukur var'],
    ['bir\r\niki \n üç\rdört', 'bir\niki\nüç\ndört'],
    ['ço\u0308p'.normalize('NFD'), 'çöp'],
    ['a\u200bb\u0000c\ufeffd\u202ee\u00adf', 'abcdef'],
    ['o\u200b\u0308', 'ö'],
    ['٠١٢ ۳۴۵ ６７', '012 345 67'],
    ['👨‍👩‍👧 tamam', '👨‍👩‍👧 tamam'],
    ['yalnız \ud800 vekil', 'yalnız \ufffd vekil'],
    ["'; DROP TABLE requests; -- <b>İıŞş</b>", "'; DROP TABLE requests; -- <b>İıŞş</b>"],
    [' \n\t ', ''],
  ])('%j → %j', (typed, stored) => expect(normaliseInput(typed)).toBe(stored));

  test('is idempotent and never leaves what the database refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const once = normaliseInput(typed);
        expect(normaliseInput(once)).toBe(once);
        expect(once).not.toContain('\u0000');
        expect(once.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('100 kB are cleaned in milliseconds', () => {
    const started = performance.now();
    normaliseInput('çukur   var \u200b'.repeat(8000));
    normaliseInput(' '.repeat(100_000) + 'x');
    expect(performance.now() - started).toBeLessThan(500);
  });
});

test('asciiDigits', () => expect(asciiDigits('٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０９x')).toBe('0123456789012345678909x'));

test.each([
  ['Emine Yılmaz', 'E••••• Y••••'],
  ['ılgın  işık', 'I••••• İ••••'],
  ['Ali', 'A•••••'],
  ['  ', ''],
])('initialsMask %j → %j', (name, masked) => expect(initialsMask(name)).toBe(masked));

test.each([
  ['+905380114747', '0 538 ••• •• 47'],
  ['0 (538) 011 47 47', '0 538 ••• •• 47'],
  ['00905380114747', '0 538 ••• •• 47'],
  ['+4915123456789', '••• 89'],
  ['153', '153'],
])('maskPhone %j → %j', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

test.each([
  ['12345678950', '123*****950'],
  ['1234567890', '123****890'],
  ['12', '**'],
])('maskNationalId %j → %j', (number, masked) => expect(maskNationalId(number)).toBe(masked));

test.each([
  ['emine@ornek.org', 'e•••@ornek.org'],
  ['@x', '•••'],
  ['adres yok', '•••'],
])('maskEmail %j → %j', (address, masked) => expect(maskEmail(address)).toBe(masked));
