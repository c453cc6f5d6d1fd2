import { describe, expect, test } from 'vitest';
import { buffersWithin, memoryHere } from './share-of-memory.ts';

const GB = 1024 ** 3;

describe('the embedded server keeps a quarter of the memory', () => {
  test.each([
    [0.5 * GB, '256MB'],
    [1 * GB, '256MB'],
    [3 * GB, '768MB'],
    [4 * GB, '1024MB'],
    [8 * GB, '2048MB'],
    [64 * GB, '2048MB'],
  ])('of %i bytes %s', (memory, buffers) => {
    expect(buffersWithin(memory)).toBe(buffers);
  });

  test('of what this machine has, which is a number of bytes even where no limit is set', () => {
    expect(memoryHere()).toBeGreaterThan(64 * 1024 ** 2);
    expect(memoryHere()).toBeLessThan(2 ** 50);
  });
});
