import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkNationalId, checkTaxNumber, checkTaxpayer, nationalIdChecks, taxNumberCheck } from './identity.ts';

describe('checkNationalId', () => {
  test.each(['11111111110', '12345678950', '98765432150', '10000000146', '10000000078'])('%s is a citizen', (number) =>
    expect(checkNationalId(number)).toEqual({ ok: true, kind: 'citizen', number }),
  );
  test.each(['99000000042', '99123456740', '99999999990'])('%s is a foreigner', (number) =>
    expect(checkNationalId(number)).toEqual({ ok: true, kind: 'foreigner', number }),
  );
  test.each([
    ['12345678901', { ok: false, reason: 'checksum' }],
    ['11111111111', { ok: false, reason: 'checksum' }],
    ['01234567890', { ok: false, reason: 'leading-zero' }],
    ['1234567895', { ok: false, reason: 'length', expected: 11, count: 10 }],
    ['', { ok: false, reason: 'length', expected: 11, count: 0 }],
    ['1234567895O', { ok: false, reason: 'not-digits' }],
  ])('%j is refused', (typed, refusal) => expect(checkNationalId(typed)).toEqual(refusal));
  test.each(['123 456 789 50', '١٢٣٤٥٦٧٨٩٥٠', '123\u200b45678950'])('%j is read', (typed) =>
    expect(checkNationalId(typed)).toMatchObject({ ok: true, number: '12345678950' }),
  );
});

describe('checkTaxNumber', () => {
  test.each(['1234567890', '1111111114', '9999999994', '9876543217'])('%s is right', (number) =>
    expect(checkTaxNumber(number)).toEqual({ ok: true, kind: 'organisation', number }),
  );
  test('1234567891 is not', () => expect(checkTaxNumber('1234567891')).toEqual({ ok: false, reason: 'checksum' }));
  test('a sole trader has eleven digits', () => {
    expect(checkTaxpayer('12345678950')).toMatchObject({ ok: true, kind: 'citizen' });
    expect(checkTaxpayer('1234567890')).toMatchObject({ ok: true, kind: 'organisation' });
  });
});

describe('for every number', () => {
  const nine = fc.stringMatching(/^[1-9]\d{8}$/);
  test('a TCKN with one digit wrong is never accepted, and a right one is even', () => {
    fc.assert(
      fc.property(nine, fc.nat(10), fc.integer({ min: 1, max: 9 }), (start, place, change) => {
        const number = start + nationalIdChecks(start);
        expect(checkNationalId(number).ok).toBe(true);
        expect(Number(number) % 2).toBe(0);
        const wrong = [...number];
        wrong[place] = String((Number(wrong[place]) + change) % 10);
        expect(checkNationalId(wrong.join('')).ok).toBe(false);
      }),
    );
  });
  test('exactly one check digit of a VKN is right', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}$/), (start) => {
        const right = [...'0123456789'].filter((digit) => checkTaxNumber(start + digit).ok);
        expect(right).toEqual([taxNumberCheck(start)]);
      }),
    );
  });
});
