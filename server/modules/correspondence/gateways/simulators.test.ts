import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SIMULATED_ACCOUNTS, startSimulators, type Simulators } from './simulators.ts';
import { verimorGateway } from './verimor.ts';

let simulators: Simulators;
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'simulators-'));
  simulators = await startSimulators({ dir });
});

afterEach(async () => {
  await simulators.stop();
  await rm(dir, { recursive: true });
});

const control = (path: string, init?: RequestInit): Promise<unknown> =>
  fetch(`${simulators.urls.verimor}/_simulator/${path}`, init).then((response) => response.json());

it('keeps what was accepted for reading, and on disk before the sender has its answer', async () => {
  const gateway = verimorGateway({
    ...SIMULATED_ACCOUNTS.verimor,
    baseUrl: simulators.urls.verimor,
    kurusPerSegment: 12,
    operatorCode: true,
    timeoutMs: 5_000,
    now: () => new Date(),
  });
  const messages = Array.from({ length: 500 }, (_, index) => ({
    id: `m-${index}`,
    to: `+9053${String(20_000_000 + index)}`,
    text: `Basvurunuz alindi ${index}`,
  }));
  for (let batch = 0; batch < 10; batch += 1) {
    const renamed = messages.map((message) => ({
      ...message,
      id: `${batch}-${message.id}`,
      text: `${batch} ${message.text}`,
    }));
    await gateway.send({ reference: `b-${batch}`, senderTitle: 'UMRANIYEBEL', messages: renamed });
  }
  const lines = (await readFile(join(dir, 'verimor-accepted.jsonl'), 'utf8')).trimEnd().split('\n');
  expect(lines).toHaveLength(5_000);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ id: '0-m-0', reference: 'b-0' });
  const kept = (await control('messages')) as { count: number; messages: unknown[] };
  expect(kept.count).toBe(5_000);
  expect(kept.messages).toHaveLength(2_000);
});

it('takes orders for faults over HTTP', async () => {
  const post = (order: unknown): Promise<unknown> => control('faults', { method: 'POST', body: JSON.stringify(order) });
  expect(await post({ fault: 'rate-limit', times: 2 })).toEqual([{ fault: 'rate-limit', times: 2 }]);
  expect(simulators.verimor.faults.strike('rate-limit')).toBeDefined();
  expect(await post({ fault: 'no-such-thing' })).toEqual({ error: 'unknown fault' });
  expect(await control('faults', { method: 'DELETE' })).toEqual([]);
});
