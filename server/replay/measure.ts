/** How fast it went: rates and percentiles of the work of a life, and of its recording alone. */
import { availableParallelism, cpus } from 'node:os';
import type { Living } from './play-request.ts';

export interface Measure {
  /** A life that has ended. */
  life(living: Living): void;
  call(): void;
  done(): { lives: number; calls: number };
  result(): MeasuredResult;
}

export interface MeasuredResult {
  seconds: number;
  lifecycles: number;
  calls: number;
  lifecyclesPerSecond: number;
  /** Milliseconds; a life is all its transactions together, a create the recording alone (with its call, when it came by phone). */
  life: Percentiles;
  create: Percentiles;
  machine: { cores: number; processor: string; node: string };
}

interface Percentiles {
  p50: number;
  p95: number;
  p99: number;
}

export function startMeasure(): Measure {
  const begun = performance.now();
  const lives: number[] = [];
  const creates: number[] = [];
  let calls = 0;
  return {
    life({ isWhole, spent, create }) {
      if (!isWhole) return;
      lives.push(spent);
      creates.push(create);
    },
    call: () => void (calls += 1),
    done: () => ({ lives: lives.length, calls }),
    result() {
      const seconds = (performance.now() - begun) / 1000;
      return {
        seconds: round(seconds),
        lifecycles: lives.length,
        calls,
        lifecyclesPerSecond: round(lives.length / seconds),
        life: percentiles(lives),
        create: percentiles(creates),
        machine: { cores: availableParallelism(), processor: cpus()[0]?.model ?? 'unknown', node: process.version },
      };
    },
  };
}

/** Nearest rank. */
export function percentiles(values: readonly number[]): Percentiles {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
