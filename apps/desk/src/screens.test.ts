import { expect, test } from 'vitest';
import { screens } from './screens.ts';

test('no two screens are reached by the same keys, and none by keys that others begin with', () => {
  const keys = screens.flatMap(({ palette }) => palette?.keys ?? []);
  expect([...new Set(keys)]).toEqual(keys);
  for (const one of keys) expect(keys.filter((other) => other.startsWith(`${one} `))).toEqual([]);
});
