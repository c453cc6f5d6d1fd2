import { describe, expect, test } from 'vitest';
import { canReceiveSms, formatPhone, lastFourDigits, parsePhone } from './phone.ts';

describe('parsePhone reads', () => {
  test.each([
    ['0 538 011 47 47', 'mobile', '+905380114747'],
    ['538 011 47 47', 'mobile', '+905380114747'],
    ['905380114747', 'mobile', '+905380114747'],
    ['0090 538 0114747', 'mobile', '+905380114747'],
    ['+90 (538) 011-47-47', 'mobile', '+905380114747'],
    ['+90 0538 011 47 47', 'mobile', '+905380114747'],
    ['+0538.011.47.47', 'mobile', '+905380114747'],
    ['٠٥٣٨ ٠١١ ٤٧ ٤٧', 'mobile', '+905380114747'],
    ['\u202d0538\u200b0114747\u202c', 'mobile', '+905380114747'],
    ['0538\u00a0011\u00a047\u00a047', 'mobile', '+905380114747'],
    ['0216 443 56 00', 'landline', '+902164435600'],
    ['0(232) 376 85 11', 'landline', '+902323768511'],
    ['444 9 822', 'uan', '+904449822'],
    ['444 35 52', 'uan', '+904443552'],
    ['0850 222 0 444', 'voip', '+908502220444'],
    ['0800 219 91 91', 'uan', '+908002199191'],
    ['153', 'short-code', '153'],
    ['1 1 2', 'short-code', '112'],
    ['+49 1512 3456789', 'foreign', '+4915123456789'],
    ['00 44 7400 123456', 'foreign', '+447400123456'],
  ])('%j as %s %s', (typed, kind, e164) => {
    expect(parsePhone(typed)).toEqual({ ok: true, kind, e164 });
    const again = parsePhone(e164);
    expect(again).toEqual({ ok: true, kind, e164 });
  });
});

describe('parsePhone refuses', () => {
  test.each([
    ['', 'empty'],
    [' - ', 'empty'],
    ['0538 011 47 4', 'too-short'],
    ['538', 'too-short'],
    ['0538 011 47 477', 'too-long'],
    ['0538 011 47 47 (eşim)', 'not-a-number'],
    ['yok', 'not-a-number'],
    ['0138 011 47 47', 'not-a-number'],
    ["0538' OR 1=1", 'not-a-number'],
    ['+49', 'too-short'],
  ])('%j as %s', (typed, reason) => expect(parsePhone(typed)).toEqual({ ok: false, reason }));
});

test.each([
  ['+905380114747', '0 538 011 47 47'],
  ['+902164435600', '0 216 443 56 00'],
  ['+904449822', '444 9 822'],
  ['+904443552', '444 3 552'],
  ['112', '112'],
  ['+4915123456789', '+49 1512 3456789'],
])('formatPhone %s → %s', (e164, printed) => expect(formatPhone(e164)).toBe(printed));

test.each([
  ['+905380114747', true],
  ['+902164435600', false],
  ['+904449822', false],
  ['+4915123456789', false],
  ['112', false],
])('canReceiveSms %s: %s', (e164, may) => expect(canReceiveSms(e164)).toBe(may));

test('lastFourDigits', () => expect(lastFourDigits('+905380114747')).toBe('4747'));
