import { expect, test } from 'vitest';
import { readText } from './read-text.ts';

test('a file of an older Turkish Excel is read with its letters', async () => {
  const old = new Uint8Array([0xde, 0x65, 0x72, 0x69, 0x66, 0x61, 0x6c, 0x69, 0x20, 0xdd, 0xf0, 0xfd]);
  expect(await readText(new Blob([old]))).toBe('Şerifali İğı');
  expect(await readText(new Blob(['Şerifali İğı']))).toBe('Şerifali İğı');
});
