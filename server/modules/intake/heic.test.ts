import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { emptyHouse } from '../../testing/empty-house.ts';
import { decodeHeic } from './heic.ts';
import { readyPhoto } from './photos.ts';

const { files } = await emptyHouse();
/** 96 by 64 points, the left half red and the right half blue. */
const photo = await readFile(new URL('./two-halves.heic', import.meta.url));

test('a photo of an iPhone becomes a picture of ours', async () => {
  const ready = await readyPhoto(files, photo);
  expect(ready).toMatchObject({ mediaType: 'image/jpeg', width: 96, height: 64 });
  const { data } = await sharp(await files.get(ready.sha256))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number) => [...data.subarray((32 * 96 + x) * 3, (32 * 96 + x) * 3 + 3)];
  expect(at(10)[0]).toBeGreaterThan(150);
  expect(at(86)[2]).toBeGreaterThan(150);
});

test.each([
  ['cut off', photo.subarray(0, photo.length - 60)],
  ['only its first bytes', photo.subarray(0, 24)],
  ['full of something else', Buffer.concat([photo.subarray(0, 40), Buffer.alloc(4_000, 7)])],
])('one that is %s is refused with what to do instead', async (_, broken) => {
  await expect(readyPhoto(files, broken)).rejects.toMatchObject({
    code: 'photo-not-an-image',
    details: { heic: true },
  });
});

test('one that claims more points than any phone has is refused before they are made', async () => {
  const claim = Buffer.from(photo);
  const size = claim.indexOf('ispe') + 8;
  claim.writeUInt32BE(20_000, size);
  claim.writeUInt32BE(20_000, size + 4);
  const before = process.memoryUsage().rss;
  await expect(readyPhoto(files, claim)).rejects.toMatchObject({ code: expect.stringMatching(/^photo-/) });
  expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
});

test('several at once come one after the other, and a broken one does not hold up the rest', async () => {
  const answers = await Promise.all([photo, photo.subarray(0, 24), photo].map(decodeHeic));
  expect(answers.map((answer) => 'data' in answer)).toEqual([true, false, true]);
});

test('more than a few at once are told to come again, so that a flood of them fills no memory', async () => {
  const broken = photo.subarray(0, 24);
  const answers = await Promise.all(Array.from({ length: 10 }, () => decodeHeic(broken)));
  expect(answers.filter((answer) => 'failed' in answer && answer.failed === 'busy')).toHaveLength(2);
  expect('data' in (await decodeHeic(photo))).toBe(true);
});
