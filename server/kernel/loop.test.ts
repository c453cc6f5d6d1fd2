import { expect, test } from 'vitest';
import { emptyHouse } from '../testing/empty-house.ts';
import type { Next } from './loop.ts';
import { startLoop } from './loop.ts';

const house = await emptyHouse();
/** Longer than any test waits: only a call can end it. */
const NEVER_BY_ITSELF = 3_600_000;

/** A loop that does as the list says, round by round, and then finds nothing more. */
function looping(rounds: readonly (() => Next | Promise<Next>)[]) {
  const begun: number[] = [];
  const stop = startLoop(house, {
    name: 'loop-test',
    wokenBy: 'loop-test',
    everyMs: NEVER_BY_ITSELF,
    round: async () => {
      begun.push(performance.now());
      return (await rounds[begun.length - 1]?.()) ?? false;
    },
  });
  return { begun, stop };
}

const call = () => house.wake.call('loop-test');

test('who calls while it waits is heard, and who calls nobody is not', async () => {
  const { begun, stop } = looping([]);
  await expect.poll(() => begun.length).toBe(1);
  call();
  await expect.poll(() => begun.length).toBe(2);
  house.wake.call('something-else');
  await stop();
  expect(begun).toHaveLength(2);
});

test('who calls during a round that finds nothing is not forgotten', async () => {
  const { begun, stop } = looping([
    () => {
      call();
      return false;
    },
  ]);
  await expect.poll(() => begun.length).toBe(2);
  await stop();
});

test('a rest that was asked for is not cut short by a call, and is followed by a round', async () => {
  const { begun, stop } = looping([() => ({ afterMs: 150 })]);
  await expect.poll(() => begun.length).toBe(1);
  call();
  await expect.poll(() => begun.length).toBe(2);
  expect(begun[1]! - begun[0]!).toBeGreaterThan(140);
  await stop();
});

test('a round that fails is a fault in the log and no end of the loop', async () => {
  const { begun, stop } = looping([
    () => {
      throw new Error('the database is away');
    },
  ]);
  await expect.poll(() => begun.length).toBe(1);
  call();
  await expect.poll(() => begun.length).toBe(2);
  await stop();
});

test('a stop ends a rest, and waits for the round under way', async () => {
  let isDone = false;
  const { begun, stop } = looping([
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      isDone = true;
      return { afterMs: NEVER_BY_ITSELF };
    },
  ]);
  await expect.poll(() => begun.length).toBe(1);
  await stop();
  expect(isDone).toBe(true);
});
