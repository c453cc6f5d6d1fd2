import { expect, test } from 'vitest';
import { RIGHTS } from '../../../../../contract/rights.ts';
import { RIGHT_GROUPS } from './right-texts.ts';

test('every right stands in one group of the roles screen', () => {
  const grouped: string[] = Object.values(RIGHT_GROUPS).flat();
  expect(grouped.toSorted()).toEqual([...RIGHTS].sort());
});
