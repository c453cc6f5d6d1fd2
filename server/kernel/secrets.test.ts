import { expect, test } from 'vitest';
import { makeSecrets, sameText } from './secrets.ts';

const secrets = makeSecrets('one secret of one installation, long enough');
const others = makeSecrets('the secret of another installation, as long');
const NUMBER = '10000000146';

test('what was sealed opens again, at its place only', () => {
  const sealed = secrets.encrypt('Işıl Şimşek 🚧', 'citizens/1');
  expect(secrets.decrypt(sealed, 'citizens/1')).toBe('Işıl Şimşek 🚧');
  expect(() => secrets.decrypt(sealed, 'citizens/2')).toThrow();
  expect(() => others.decrypt(sealed, 'citizens/1')).toThrow();
});

test('a sealed value that was tampered with does not open', () => {
  const sealed = secrets.encrypt(NUMBER, 'citizens/1');
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    expect(() => secrets.decrypt(changed, 'citizens/1')).toThrow();
  }
  expect(() => secrets.decrypt(sealed.subarray(0, 20), 'citizens/1')).toThrow();
});

test('the same value sealed twice looks different, and is found by the same index', () => {
  expect(secrets.encrypt(NUMBER, 'a').equals(secrets.encrypt(NUMBER, 'a'))).toBe(false);
  expect(secrets.blindIndex(NUMBER)).toEqual(secrets.blindIndex(NUMBER));
  expect(secrets.blindIndex(NUMBER)).not.toEqual(others.blindIndex(NUMBER));
  expect(secrets.blindIndex(NUMBER).toString()).not.toContain(NUMBER);
});

test('a signed value comes back; a changed or foreign one does not', () => {
  const signed = secrets.sign('draft.7');
  expect(secrets.unsign(signed)).toBe('draft.7');
  expect(secrets.unsign(signed.replace('draft.7', 'draft.8'))).toBeNull();
  expect(secrets.unsign(others.sign('draft.7'))).toBeNull();
  for (const nonsense of ['', '.', 'draft', '.mac', 'draft.', `${signed}x`]) {
    expect(secrets.unsign(nonsense)).toBeNull();
  }
});

test('the key of a link is 128 bits, the same for the same request, and unlike any other', () => {
  const key = secrets.accessToken('request-1');
  expect(key).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(secrets.accessToken('request-1')).toBe(key);
  const keys = new Set(Array.from({ length: 1000 }, (_, n) => secrets.accessToken(`request-${n}`)));
  expect(keys.size).toBe(1000);
  expect(others.accessToken('request-1')).not.toBe(key);
});

test('texts are compared whole, also when their lengths differ', () => {
  expect(sameText('1234', '1234')).toBe(true);
  expect(sameText('1234', '1235')).toBe(false);
  expect(sameText('1234', '123')).toBe(false);
  // As many characters, another number of bytes.
  expect(sameText('ı', 'i')).toBe(false);
});
