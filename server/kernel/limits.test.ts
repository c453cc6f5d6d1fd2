import { expect, test } from 'vitest';
import { emptyHouse } from '../testing/empty-house.ts';
import { oneRow, sql } from './db/database.ts';
import type { Limit } from './limits.ts';
import { addressKey, forgetExpiredCounts, isWithinLimit, withinLimit } from './limits.ts';

const house = await emptyHouse();
const { db } = house;
const limit: Limit = { name: 'test', most: 3, seconds: 60 };
const now = house.clock.now();
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

test('lets through as many as it says, counting the one that asks', async () => {
  const answers = [];
  for (let n = 0; n < 5; n += 1) answers.push(await withinLimit(db, now, limit, 'one'));
  expect(answers).toEqual([true, true, true, false, false]);
});

test('asking without counting leaves the count as it is', async () => {
  await withinLimit(db, now, limit, 'asked');
  for (let n = 0; n < 10; n += 1) expect(await isWithinLimit(db, now, limit, 'asked')).toBe(true);
  await withinLimit(db, now, limit, 'asked');
  await withinLimit(db, now, limit, 'asked');
  expect(await isWithinLimit(db, now, limit, 'asked')).toBe(false);
});

test('begins anew with the next window', async () => {
  for (let n = 0; n < 4; n += 1) await withinLimit(db, now, limit, 'windowed');
  expect(await isWithinLimit(db, later(59.9), limit, 'windowed')).toBe(false);
  expect(await withinLimit(db, later(60), limit, 'windowed')).toBe(true);
});

test('one key’s attempts are not another’s, nor one limit’s another’s', async () => {
  for (let n = 0; n < 4; n += 1) await withinLimit(db, now, limit, 'mine');
  expect(await isWithinLimit(db, now, limit, 'yours')).toBe(true);
  expect(await isWithinLimit(db, now, { ...limit, name: 'other' }, 'mine')).toBe(true);
});

test('many at once together get no more than one after the other', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => withinLimit(db, now, limit, 'crowd')));
  expect(answers.filter(Boolean)).toHaveLength(limit.most);
});

test('keeps no address and no name, and forgets when the window is over', async () => {
  await withinLimit(db, now, limit, '203.0.113.9');
  const stored = await oneRow<{ text: string }>(
    db,
    sql`select string_agg(row_to_json(a)::text, ' ') as text from attempt_counts a`,
  );
  expect(stored.text).not.toContain('203.0.113.9');
  expect(stored.text).not.toContain(Buffer.from('203.0.113.9').toString('hex'));
  await forgetExpiredCounts(db, later(61));
  const left = await oneRow<{ count: number }>(
    db,
    sql`select count(*) from attempt_counts where expires_at < ${later(61)}`,
  );
  expect(left.count).toBe(0);
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
  ['::1', '0:0:0:0'],
])('an address %s is held as %s: an IPv6 household owns its whole /64', (ip, key) => {
  expect(addressKey(ip)).toBe(key);
});
