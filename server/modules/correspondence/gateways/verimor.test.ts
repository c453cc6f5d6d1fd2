import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  GatewayUnavailable,
  MalformedPush,
  type OutgoingSms,
  type Push,
  type SentSms,
  type SmsGateway,
} from './gateway.ts';
import type { FaultOrder } from './simulator-faults.ts';
import type { Simulator } from './simulator-server.ts';
import { verimorGateway, type VerimorConfig } from './verimor.ts';
import { startVerimorSimulator } from './verimor-simulator.ts';

let simulator: Simulator;
let gateway: SmsGateway;
let receiver: Server;
let pushes: Push[];
/** What our webhook answers: 200 once the list is empty. */
let refusals: number[];

const config = (baseUrl: string): VerimorConfig => ({
  baseUrl,
  username: '908500000000',
  password: 'simulator',
  kurusPerSegment: 12,
  operatorCode: true,
  timeoutMs: 400,
  now: () => new Date(),
});

beforeEach(async () => {
  pushes = [];
  refusals = [];
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const refusal = refusals.shift();
    if (refusal === undefined) pushes.push(gateway.parsePush(Buffer.concat(chunks)));
    response.writeHead(refusal ?? 200).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  simulator = await startVerimorSimulator({
    receiptsTo: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/secret`,
    receiptDelayMs: 0,
    receiptRetryMs: 20,
  });
  gateway = verimorGateway(config(simulator.url));
});

afterEach(async () => {
  await simulator.stop();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
});

let next = 0;
const sms = (over: Partial<OutgoingSms> = {}): OutgoingSms => {
  next += 1;
  const id = `m-${next}`;
  return { id, to: `+9053${String(10_000_000 + next)}`, text: `Basvurunuz alindi. No: ${id}`, ...over };
};

const send = (messages: OutgoingSms[], reference = `b-${messages[0]?.id}`): ReturnType<SmsGateway['send']> =>
  gateway.send({ reference, senderTitle: 'UMRANIYEBEL', messages });

const sent = (message: OutgoingSms, reference = `b-${message.id}`): SentSms => ({
  ...message,
  reference,
  attemptedAt: new Date(),
});

async function eventually(check: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !check(); tries += 1) await sleep(10);
  expect(check()).toBe(true);
}

const receipts = (): Push['receipts'] => pushes.flatMap((push) => push.receipts);

describe('sending', () => {
  it('is accepted under our ids, and the receipt brings them back', async () => {
    const [first, second] = [sms(), sms({ text: 'Başvurunuz sonuçlandı' })];
    const results = await send([first, second]);
    expect(results.map(({ id, state }) => [id, state])).toEqual([
      [first.id, 'accepted'],
      [second.id, 'accepted'],
    ]);
    expect(simulator.log.recent().map(({ id, to, text }) => ({ id, to, text }))).toEqual([first, second]);
    await eventually(() => receipts().length === 2);
    expect(receipts()[0]).toMatchObject({ id: first.id, state: 'delivered', segments: 1, code: 'DELIVERED' });
    expect(receipts()[0]?.providerId).toBe(results[0]?.providerId);
  });

  it('holds back what can only be refused, without touching its neighbours', async () => {
    const batch = [
      sms({ to: '+902161234567' }),
      sms({ to: '05321234567' }),
      sms({ text: '  ' }),
      sms({ text: 'a'.repeat(2_000) }),
      sms(),
    ];
    expect((await send(batch)).map(({ state, code }) => code ?? state)).toEqual([
      'not-a-mobile',
      'not-a-mobile',
      'empty-text',
      'text-too-long',
      'accepted',
    ]);
  });

  it('isolates the one message a whole campaign is refused for', async () => {
    simulator.faults.order({ fault: 'forbid-text', text: 'YASAK' });
    const batch = [...Array.from({ length: 9 }, () => sms()), sms({ text: 'YASAK kelime' }), sms()];
    const results = await send(batch);
    expect(results.filter(({ state }) => state === 'accepted')).toHaveLength(10);
    expect(results[9]).toMatchObject({ state: 'rejected-permanent', code: 'FORBIDDEN_MESSAGE' });
    expect(simulator.log.count()).toBe(10);
  });

  it('counts a repeat on the same day as sent once', async () => {
    const message = sms();
    await send([message], 'b-1');
    expect(await send([message], 'b-2')).toMatchObject([
      { state: 'accepted', duplicate: true, code: 'MUKERRER_RAPORLAMA' },
    ]);
    const [, again] = await send([sms(), message], 'b-3');
    expect(again).toMatchObject({ state: 'accepted' });
    await eventually(() => receipts().some(({ duplicate }) => duplicate));
    expect(receipts().find(({ duplicate }) => duplicate)).toMatchObject({ id: message.id, state: 'sent' });
  });

  it('refuses a title no institution could register', async () => {
    const results = await gateway.send({ reference: 'b', senderTitle: 'Ümraniye Bld', messages: [sms()] });
    expect(results).toMatchObject([{ state: 'rejected-temporary', code: 'bad-title', account: true }]);
  });
});

describe('faults', () => {
  const cases: [FaultOrder, object, number][] = [
    [{ fault: 'timeout-before-accept', times: 1 }, { state: 'unknown', code: 'timeout' }, 0],
    [{ fault: 'timeout-after-accept', times: 1 }, { state: 'unknown', code: 'timeout' }, 1],
    [{ fault: 'reset-before-accept', times: 1 }, { state: 'unknown', code: 'connection-lost' }, 0],
    [{ fault: 'reset-after-accept', times: 1 }, { state: 'unknown', code: 'connection-lost' }, 1],
    [{ fault: 'server-error', times: 1 }, { state: 'unknown', code: 'server-error' }, 0],
    [{ fault: 'server-error-after-accept', times: 1 }, { state: 'unknown', code: 'server-error' }, 1],
    [{ fault: 'garbage', times: 1 }, { state: 'unknown', code: 'garbled-answer' }, 1],
    [{ fault: 'huge-answer', times: 1 }, { state: 'unknown', code: 'answer-too-large' }, 1],
    [{ fault: 'slow', times: 1, delayMs: 100 }, { state: 'accepted' }, 1],
    [{ fault: 'slow', times: 1, delayMs: 800 }, { state: 'unknown', code: 'timeout' }, 0],
    [{ fault: 'redirect', times: 1 }, { state: 'rejected-temporary', code: 'redirected' }, 1],
    [{ fault: 'rate-limit', times: 1 }, { state: 'rejected-temporary', code: 'rate-limited', retryAfter: 60_000 }, 0],
    [
      { fault: 'out-of-credit', times: 1 },
      { state: 'rejected-temporary', code: 'INSUFFICIENT_CREDITS', account: true },
      0,
    ],
  ];

  it.each(cases)('%j', async (order, result, accepted) => {
    simulator.faults.order(order);
    const message = sms();
    expect(await send([message])).toMatchObject([{ id: message.id, ...result }]);
    expect(simulator.log.count()).toBe(accepted);
  });

  it('a closed port is certain not to have taken anything', async () => {
    const { url } = simulator;
    await simulator.stop();
    const [result] = await verimorGateway(config(url)).send({
      reference: 'b',
      senderTitle: 'UMRANIYEBEL',
      messages: [sms()],
    });
    expect(result).toMatchObject({ state: 'rejected-temporary', code: 'connection-refused' });
    simulator = await startVerimorSimulator();
  });

  it('a wrong password is the account’s fault', async () => {
    gateway = verimorGateway({ ...config(simulator.url), password: 'other' });
    expect(await send([sms()])).toMatchObject([{ state: 'rejected-temporary', code: '401', account: true }]);
  });
});

describe('lookUp', () => {
  it('finds what a time-out hid, and not what never arrived', async () => {
    const [taken, lost] = [sms(), sms()];
    simulator.faults.order({ fault: 'timeout-after-accept', times: 1 });
    await send([taken]);
    simulator.faults.order({ fault: 'timeout-before-accept', times: 1 });
    await send([lost]);
    expect(await gateway.lookUp([sent(taken), sent(lost)])).toMatchObject([{ id: taken.id, state: 'delivered' }]);
  });

  it('reads more than one answer’s worth, every alphabet of the batch', async () => {
    const batch = Array.from({ length: 230 }, (_, index) =>
      sms(index % 50 === 0 ? { text: `Sokağınız ${index}` } : {}),
    );
    await send(batch, 'b-many');
    const found = await gateway.lookUp(batch.map((message) => sent(message, 'b-many')));
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(batch.map(({ id }) => id)));
  });

  it.each(['server-error', 'garbage', 'rate-limit'] as const)('never guesses absence: %s', async (fault) => {
    simulator.faults.order({ fault, times: 1 });
    await expect(gateway.lookUp([sent(sms())])).rejects.toThrow(GatewayUnavailable);
  });
});

describe('receipts', () => {
  it('are pushed again until taken, three times more', async () => {
    refusals = [500, 503, 500];
    await send([sms()]);
    await eventually(() => receipts().length === 1);
  });

  it('are given up after that, and can still be asked for', async () => {
    refusals = [500, 500, 500, 500];
    const message = sms();
    await send([message]);
    await eventually(() => refusals.length === 0);
    await sleep(60);
    expect(receipts()).toEqual([]);
    expect(await gateway.lookUp([sent(message)])).toHaveLength(1);
  });

  it('come twice, reversed, before the answer, or never', async () => {
    const [first, second] = [sms(), sms()];
    simulator.faults.order({ fault: 'duplicate-receipts', times: 1 });
    simulator.faults.order({ fault: 'reordered-receipts', times: 1 });
    await send([first, second]);
    await eventually(() => receipts().length === 4);
    expect(receipts().map(({ id }) => id)).toEqual([second.id, first.id, second.id, first.id]);

    simulator.faults.order({ fault: 'early-receipts', times: 1 });
    const early = sms();
    const sending = send([early]);
    await eventually(() => receipts().some(({ id }) => id === early.id));
    expect(await sending).toMatchObject([{ state: 'accepted' }]);

    simulator.faults.order({ fault: 'lost-receipts', times: 1 });
    const lost = sms();
    await send([lost]);
    await sleep(60);
    expect(receipts().some(({ id }) => id === lost.id)).toBe(false);
  });

  it('say why a message failed', async () => {
    const [bad, off] = [sms(), sms()];
    simulator.faults.order({ fault: 'reject-number', numbers: [bad.to.slice(1)] });
    simulator.faults.order({ fault: 'undelivered', numbers: [off.to.slice(1)] });
    await send([bad, off]);
    await eventually(() => receipts().length === 2);
    expect(receipts().map(({ state, code }) => [state, code])).toEqual([
      ['failed', 'INVALID_DESTINATION_ADDRESS'],
      ['failed', 'NOT_DELIVERED:27'],
    ]);
  });
});

describe('parsePush', () => {
  const parse = (body: unknown): Push =>
    gateway.parsePush(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)));

  it('reads the sample of the guide, receipts and inbound mixed, times as Turkish clocks show them', () => {
    const push = parse([
      {
        type: 'outbound', campaign_id: 20121, campaign_custom_id: '123456789', message_id: '13582302',
        message_custom_id: '1234', dest: '905319876543', size: 2, international_multiplier: 1, credits: 2,
        status: 'DELIVERED', gsm_error: '0', sent_at: '2015-02-20 16:06:00', done_at: '2026-02-20 16:06:00',
      },
      {
        message_id: 1234, type: 'inbound', received_at: '2017-01-01T09:00:00.000+03:00', network: 'TURKCELL',
        source_addr: '905319876543', destination_addr: '908501234567', keyword: '', content: 'teşekkürler',
      },
    ]); // prettier-ignore
    expect(push).toEqual({
      receipts: [
        {
          id: '1234',
          providerId: '20121',
          state: 'delivered',
          at: new Date('2026-02-20T13:06:00Z'),
          segments: 2,
          code: 'DELIVERED',
        },
      ],
      inbound: [
        {
          providerId: '1234',
          from: '+905319876543',
          to: '908501234567',
          text: 'teşekkürler',
          at: new Date('2017-01-01T06:00:00Z'),
        },
      ],
    });
  });

  it('passes over rows of other systems, and takes a status it does not know', () => {
    const row = { campaign_id: 1, message_id: '2', status: 'DELIVERED', done_at: '2026-02-20 16:06:00' };
    expect(parse([{ ...row, message_custom_id: null }]).receipts).toEqual([]);
    expect(parse([{ ...row, message_custom_id: 'x', status: 'BRAND_NEW' }]).receipts).toMatchObject([
      { state: 'sent', code: 'BRAND_NEW' },
    ]);
  });

  it.each(['', 'null', '{}', '[1]', '[null]', '<html>', '[{"message_custom_id":"x"}]', '[{"type":"inbound"}]'])(
    'refuses %s',
    (body) => expect(() => parse(body)).toThrow(MalformedPush),
  );
});
