/** Two ways to drive lives: as many at once as there are hands, and so many a second whatever happens to those before. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Desk, Life, StepName } from './life.ts';
import { liveOne, STEPS } from './life.ts';

export interface Loaded {
  seconds: number;
  lives: number;
  errors: string[];
  perSecond: number;
  /** Milliseconds: each step, and the whole life. */
  p50: Record<StepName | 'total', number>;
  p95: Record<StepName | 'total', number>;
  p99: Record<StepName | 'total', number>;
}

let next = 0;

/** `hands` lives at a time for so many seconds. */
export async function withHands(desk: Desk, { hands, seconds }: { hands: number; seconds: number }): Promise<Loaded> {
  const begun = performance.now();
  const tally = makeTally();
  const hand = async () => {
    while (performance.now() - begun < seconds * 1000) await tally.count(liveOne(desk, (next += 1)));
  };
  await Promise.all(Array.from({ length: hands }, hand));
  return tally.sum((performance.now() - begun) / 1000);
}

/** A new life every so many milliseconds: those who come do not wait for the machine to be ready for them. */
export async function withArrivals(
  desk: Desk,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Loaded> {
  const begun = performance.now();
  const tally = makeTally();
  const under: Promise<void>[] = [];
  for (let number = 0; number < perSecond * seconds; number += 1) {
    const wait = begun + (number * 1000) / perSecond - performance.now();
    if (wait > 0) await sleep(wait);
    under.push(tally.count(liveOne(desk, (next += 1))));
  }
  await Promise.all(under);
  return tally.sum((performance.now() - begun) / 1000);
}

function makeTally() {
  const lives: Life[] = [];
  const errors: string[] = [];
  return {
    count: (life: Promise<Life>) =>
      life.then(
        (done) => void lives.push(done),
        (error: unknown) => void errors.push(error instanceof Error ? error.message : String(error)),
      ),
    sum: (seconds: number): Loaded => ({
      ...{ seconds: round(seconds), lives: lives.length, errors: errors.slice(0, 20) },
      perSecond: round(lives.length / seconds),
      ...{ p50: at(lives, 0.5), p95: at(lives, 0.95), p99: at(lives, 0.99) },
    }),
  };
}

function at(lives: readonly Life[], share: number): Record<StepName | 'total', number> {
  return Object.fromEntries(
    [...STEPS, 'total' as const].map((name) => [
      name,
      quantile(
        lives.map((life) => life[name]),
        share,
      ),
    ]),
  ) as Record<StepName | 'total', number>;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

const round = (value: number): number => Math.round(value * 10) / 10;
