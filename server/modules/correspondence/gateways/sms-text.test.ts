import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphabetOf } from './segments.ts';
import { normaliseForSms, toAscii } from './sms-text.ts';

describe('normaliseForSms', () => {
  it.each([
    ['Kâğıthane’de “rögar” kapağı – kırık…', 'Kağıthane\'de "rögar" kapağı - kırık...'],
    ['25\u00a0TL', '25 TL'],
    ['Îsâ, hikâye, ÂLÎ', 'İsa, hikaye, ALİ'],
    ['a\u200bb\ufeffc', 'abc'],
    ['satır\r\nsatır\tsekme', 'satır\nsatır sekme'],
    ['s\u0327i\u0307', 'şi\u0307'],
    ['150 ₺', '150 TL'],
  ])('%j → %j', (text, plain) => expect(normaliseForSms(text)).toBe(plain));

  it('leaves Turkish letters alone', () => {
    expect(normaliseForSms('çÇğĞıIiİöÖşŞüÜ')).toBe('çÇğĞıIiİöÖşŞüÜ');
  });

  it('brings an ordinary Turkish text out of Unicode', () => {
    expect(alphabetOf(normaliseForSms('Kâmil Bey’in başvurusu – “acil”'))).toBe('turkish');
  });
});

describe('toAscii', () => {
  it.each([
    [
      'Ümraniye Belediyesi: çöp konteyneri değiştirildi, İyi günler',
      'Umraniye Belediyesi: cop konteyneri degistirildi, Iyi gunler',
    ],
    ['IŞIK ığıl', 'ISIK igil'],
    ['Îsâ', 'Isa'],
    ['José ß Ø', 'Jose ss O'],
    ['👍', '?'],
    ['مرحبا', '?????'],
  ])('%j → %j', (text, ascii) => expect(toAscii(text)).toBe(ascii));

  it('is ASCII whatever comes in', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => /^[\n\x20-\x7e]*$/.test(toAscii(text))));
  });
});
