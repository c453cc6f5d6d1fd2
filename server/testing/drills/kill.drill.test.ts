import { expect, test } from 'vitest';
import { randomFrom } from './random.ts';
import { runKillDrill, tableOf } from './kill-drill.ts';

/** Few, to keep the daily run short; `npm run bench -- drill` does twenty. */
const kills = Number(process.env.HEMSEHRI_DRILL_KILLS ?? 6);
const seed = Number(process.env.HEMSEHRI_DRILL_SEED ?? Math.floor(Math.random() * 2 ** 31));

test(`after ${kills} kills everything acknowledged is there once, and everything owed was told`, async () => {
  const report = await runKillDrill({ kills, seed, say: () => undefined });
  console.log(tableOf(report));
  expect(report.broken).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(20);
  // A drill in which nobody was disturbed has drilled nothing.
  expect(report.failedTries).toBeGreaterThan(0);
}, 600_000);

test('the same seed chooses the same moments', () => {
  const draw = (from: number) => {
    const random = randomFrom(from);
    return Array.from({ length: 5 }, () => random.between(300, 2_500));
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(draw(7).every((value) => value >= 300 && value < 2_500)).toBe(true);
});
