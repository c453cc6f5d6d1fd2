import { expect, test } from 'vitest';
import type { RefusalError } from '../../kernel/refusals.ts';
import { checkPassword, hashPassword, inventPassword, passwordOpens } from './passwords.ts';

function problem(password: string, username = 'elif'): unknown {
  try {
    checkPassword(password, username);
    return null;
  } catch (error) {
    return (error as RefusalError).details.problem;
  }
}

test.each([
  ['kısa', 'too-short'],
  ['123456789', 'too-short'],
  ['a'.repeat(129), 'too-long'],
  ['elevenchars', 'too-short'],
  ['123456789012', 'too-common'],
  ['210987654321', 'too-common'],
  ['abcdefghijkl', 'too-common'],
  ['aaaaaaaaaaaa', 'too-common'],
  ['Galatasaray1905', 'too-common'],
  ['FENERBAHÇE1907', 'too-common'],
  ['hemsehri-demo', 'too-common'],
  ['benim-elif-kedim', 'holds-username'],
  ['mavi kedi pencerede', null],
  [' başta ve sonda boşluk ', null],
  ['İıŞşĞğÇçÖöÜü', null],
  ['x9'.repeat(64), 'too-common'],
  ['çok uzun bir tekerleme '.repeat(5), null],
])('%j: %s', (password, expected) => {
  expect(problem(password)).toBe(expected);
});

test('nothing is cut, trimmed or case-changed, and NFC and NFD are one password', async () => {
  const password = ` ${'uzun'.repeat(20)} Sonu İ `;
  const hash = await hashPassword(password);
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwordOpens(hash, password)).toBe(true);
  expect(await passwordOpens(hash, password.normalize('NFD'))).toBe(true);
  expect(await passwordOpens(hash, password.trim())).toBe(false);
  expect(await passwordOpens(hash, password.replace('İ', 'i'))).toBe(false);
  expect(await passwordOpens(hash, `${password.slice(0, 72)}`)).toBe(false);
});

test('without a hash nothing opens, also not the decoy’s', async () => {
  expect(await passwordOpens(null, '')).toBe(false);
  expect(await passwordOpens(null, 'mavi kedi pencerede')).toBe(false);
});

test('an invented password may be one and is different each time', () => {
  const invented = Array.from({ length: 100 }, inventPassword);
  expect(new Set(invented).size).toBe(100);
  for (const password of invented) expect(problem(password)).toBeNull();
});
