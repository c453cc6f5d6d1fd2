/**
 * Pushes receipts the way Verimor does: JSON arrays, HTTP 200 expected, three more tries and then never again. Told
 * to, it pushes them twice, out of order, or not at all.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultBook } from './simulator-faults.ts';

/** A function where the receiver's port is known only after the simulator has started. */
export type ReceiptAddress = string | (() => string | undefined);

export interface PushOptions {
  /** The receiver's address, its secret path included; absent: nothing is pushed. */
  to: ReceiptAddress | undefined;
  faults: FaultBook;
  /** From acceptance to the first push. */
  delayMs: number;
  /** Between tries: 5 minutes at the real one. */
  retryMs: number;
}

export interface ReceiptPusher {
  /** Rows are read when they are pushed, so a later state is the one told. */
  add(rows: readonly object[]): void;
  stop(): Promise<void>;
}

const ROWS_PER_PUSH = 200;
const TRIES = 4;
const MOST_RETRIES = 100;
/** Beyond it receipts are lost as they would be at a provider whose receiver is gone; status can still be asked. */
const LONGEST_QUEUE = 100_000;

export function receiptPusher(options: PushOptions): ReceiptPusher {
  const queue: { row: object; due: number }[] = [];
  const stopping = new AbortController();
  const retrying = new Set<Promise<void>>();
  const retry = (body: string): void => {
    if (retrying.size >= MOST_RETRIES) return;
    const attempt = retryLater(body, options, stopping.signal).finally(() => retrying.delete(attempt));
    retrying.add(attempt);
  };
  let running: Promise<void> | null = null;
  return {
    add(rows) {
      if (options.to === undefined || queue.length > LONGEST_QUEUE) return;
      if (options.faults.strike('lost-receipts')) return;
      const due = Date.now() + options.delayMs;
      queue.push(...arrange(rows, options.faults).map((row) => ({ row, due })));
      running ??= drain({ queue, options, signal: stopping.signal, retry }).finally(() => (running = null));
    },
    async stop() {
      stopping.abort();
      await Promise.all([running, ...retrying]);
    },
  };
}

function arrange(rows: readonly object[], faults: FaultBook): object[] {
  const arranged = faults.strike('duplicate-receipts') ? [...rows, ...rows] : [...rows];
  return faults.strike('reordered-receipts') ? arranged.reverse() : arranged;
}

interface Drain {
  queue: { row: object; due: number }[];
  options: PushOptions;
  signal: AbortSignal;
  retry: (body: string) => void;
}

async function drain({ queue, options, signal, retry }: Drain): Promise<void> {
  while (queue.length > 0 && !signal.aborted) {
    await pause(Math.max(0, (queue[0]?.due ?? 0) - Date.now()), signal);
    const now = Date.now();
    const ready = queue.slice(0, ROWS_PER_PUSH).filter(({ due }) => due <= now);
    queue.splice(0, ready.length);
    const body = JSON.stringify(ready.map(({ row }) => row));
    if (!(await post(body, options, signal))) retry(body);
  }
}

/** Apart from the queue: a receiver that is down delays its own receipts, not the ones after them. */
async function retryLater(body: string, options: PushOptions, signal: AbortSignal): Promise<void> {
  for (let tries = 1; tries < TRIES; tries += 1) {
    await pause(options.retryMs, signal);
    if (signal.aborted || (await post(body, options, signal))) return;
  }
}

async function post(body: string, { to }: PushOptions, signal: AbortSignal): Promise<boolean> {
  try {
    const timeout = AbortSignal.any([signal, AbortSignal.timeout(10_000)]);
    const headers = { 'content-type': 'application/json' };
    const address = typeof to === 'function' ? to() : to;
    const response = await fetch(address ?? '', { method: 'POST', headers, body, signal: timeout, redirect: 'manual' });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds > 0) await sleep(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
}
