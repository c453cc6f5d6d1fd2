import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  GatewayUnavailable,
  MalformedPush,
  type OutgoingSms,
  type SendResult,
  type SentSms,
  type SmsGateway,
} from './gateway.ts';
import type { FaultOrder } from './simulator-faults.ts';
import type { Simulator } from './simulator-server.ts';
import { netgsmGateway } from './netgsm.ts';
import { startNetgsmSimulator } from './netgsm-simulator.ts';

let simulator: Simulator;
let gateway: SmsGateway;

const open = (password = 'simulator'): SmsGateway =>
  netgsmGateway({
    baseUrl: simulator.url,
    username: '8500000000',
    password,
    appName: 'hemsehri',
    kurusPerSegment: 10,
    timeoutMs: 400,
    now: () => new Date(),
  });

beforeEach(async () => {
  simulator = await startNetgsmSimulator();
  gateway = open();
});

afterEach(() => simulator.stop());

let next = 0;
const sms = (over: Partial<OutgoingSms> = {}): OutgoingSms => {
  next += 1;
  return { id: `n-${next}`, to: `+9054${String(10_000_000 + next)}`, text: `Basvurunuz alindi ${next}`, ...over };
};
const send = (messages: OutgoingSms[], reference = `r-${messages[0]?.id}`): Promise<SendResult[]> =>
  gateway.send({ reference, senderTitle: 'UMRANIYEBEL', messages });
const sent = (message: OutgoingSms, over: Partial<SentSms> = {}): SentSms => ({
  ...message,
  reference: `r-${message.id}`,
  attemptedAt: new Date(),
  ...over,
});

it('carries our batch reference as referansID and is found by job and number', async () => {
  const [first, second] = [sms(), sms()];
  const results = await send([first, second]);
  expect(results).toMatchObject([{ state: 'accepted' }, { state: 'accepted' }]);
  expect(simulator.log.recent().map(({ reference, to }) => [reference, to])).toEqual([
    [`r-${first.id}`, first.to],
    [`r-${first.id}`, second.to],
  ]);
  const found = await gateway.lookUp(
    [first, second].map((message) => sent(message, { providerId: results[0]?.providerId })),
  );
  expect(found).toMatchObject([
    { id: first.id, state: 'delivered', segments: 1, code: '1' },
    { id: second.id, state: 'delivered' },
  ]);
});

it('sends a second message to the same number only in the next batch', async () => {
  const first = sms();
  expect(await send([first, sms({ to: first.to })])).toMatchObject([
    { state: 'accepted' },
    { state: 'rejected-temporary', code: 'same-number-in-batch' },
  ]);
});

it('is found by referansID and number when the answer was lost, in each alphabet', async () => {
  const [plain, turkish, never] = [sms(), sms({ text: 'Başvurunuz sonuçlandı' }), sms()];
  simulator.faults.order({ fault: 'timeout-after-accept', times: 2 });
  const results = await send([plain, turkish], 'r-lost');
  expect(results.map(({ state }) => state)).toEqual(['unknown', 'unknown']);
  const asked = [plain, turkish, never].map((message) => sent(message, { reference: 'r-lost' }));
  expect((await gateway.lookUp(asked)).map(({ id }) => id).sort()).toEqual([plain.id, turkish.id].sort());
});

it('reads page after page', async () => {
  const batch = Array.from({ length: 250 }, () => sms());
  const [result] = await send(batch, 'r-many');
  const found = await gateway.lookUp(
    batch.map((message) => sent(message, { reference: 'r-many', providerId: result?.providerId })),
  );
  expect(found).toHaveLength(250);
});

it('counts the same words within the hour as sent once', async () => {
  const message = sms();
  await send([message], 'r-a');
  const [again] = await send([message], 'r-b');
  const found = await gateway.lookUp([sent(message, { reference: 'r-b', providerId: again?.providerId })]);
  expect(found).toMatchObject([{ state: 'sent', code: '13', duplicate: true }]);
});

describe('faults', () => {
  const cases: [FaultOrder, object, number][] = [
    [{ fault: 'timeout-before-accept', times: 1 }, { state: 'unknown', code: 'timeout' }, 0],
    [{ fault: 'timeout-after-accept', times: 1 }, { state: 'unknown', code: 'timeout' }, 1],
    [{ fault: 'reset-after-accept', times: 1 }, { state: 'unknown', code: 'connection-lost' }, 1],
    [{ fault: 'server-error', times: 1 }, { state: 'unknown', code: 'server-error' }, 0],
    [{ fault: 'garbage', times: 1 }, { state: 'unknown', code: 'garbled-answer' }, 1],
    [{ fault: 'rate-limit', times: 1 }, { state: 'rejected-temporary', code: '80', retryAfter: 60_000 }, 0],
  ];
  it.each(cases)('%j', async (order, result, accepted) => {
    simulator.faults.order(order);
    expect(await send([sms()])).toMatchObject([result]);
    expect(simulator.log.count()).toBe(accepted);
  });

  it('isolates the message a job is refused for', async () => {
    simulator.faults.order({ fault: 'forbid-text', text: 'YASAK' });
    const results = await send([sms(), sms(), sms({ text: 'YASAK' }), sms()]);
    expect(results.map(({ state, code }) => code ?? state)).toEqual(['accepted', 'accepted', '20', 'accepted']);
  });

  it('reports failures by NetGSM’s status', async () => {
    const [bad, off, poor] = [sms(), sms(), sms()];
    simulator.faults.order({ fault: 'reject-number', numbers: [bad.to.slice(3)] });
    simulator.faults.order({ fault: 'undelivered', numbers: [off.to.slice(3)] });
    const [result] = await send([bad, off], 'r-x');
    simulator.faults.order({ fault: 'out-of-credit', times: 1 });
    const [unpaid] = await send([poor], 'r-y');
    const found = await gateway.lookUp([
      ...[bad, off].map((message) => sent(message, { reference: 'r-x', providerId: result?.providerId })),
      sent(poor, { reference: 'r-y', providerId: unpaid?.providerId }),
    ]);
    expect(found.map(({ state, code }) => [state, code])).toEqual([
      ['failed', '3'],
      ['failed', '12:119'],
      ['failed', '14'],
    ]);
  });

  it('says when the account is refused', async () => {
    gateway = open('other');
    expect(await send([sms()])).toMatchObject([{ state: 'rejected-temporary', code: '30', account: true }]);
    await expect(gateway.lookUp([sent(sms())])).rejects.toThrow(GatewayUnavailable);
  });

  it.each(['server-error', 'garbage', 'rate-limit'] as const)('never guesses absence: %s', async (fault) => {
    simulator.faults.order({ fault, times: 1 });
    await expect(gateway.lookUp([sent(sms())])).rejects.toThrow(GatewayUnavailable);
  });
});

it('has no receipts pushed', () => {
  expect(gateway.pushes).toBe(false);
  expect(() => gateway.parsePush(Buffer.from('[]'))).toThrow(MalformedPush);
});
