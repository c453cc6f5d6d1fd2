import { describe, expect, it } from 'vitest';
import { wordsOfMail } from './mail-text.ts';

const MAIL = [
  '----_NmP-1-Part_1',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Ba=C5=9Fvurunuzu ald=C4=B1k: http://127.0.0.=',
  '1:4555/t/abc',
  '----_NmP-1-Part_1',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Ba=C5=9Fvurunuz</p>',
  '----_NmP-1-Part_1--',
].join('\r\n');

describe('the words of a mail', () => {
  it('are its plain part, with its letters and without its folded lines', () => {
    expect(wordsOfMail(MAIL)).toBe('Başvurunuzu aldık: http://127.0.0.1:4555/t/abc');
  });

  it('are an SMS as it is', () => {
    expect(wordsOfMail('Basvurunuz alindi. No: 7K4M-P9TR-3HD')).toBe('Basvurunuz alindi. No: 7K4M-P9TR-3HD');
  });
});
