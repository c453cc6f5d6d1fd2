import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CITIZEN } from '../../kernel/actor.ts';
import { rows, sql } from '../../kernel/db/database.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { FurnishedHouse } from '../../testing/furnished-house.ts';
import { furnishedHouse } from '../../testing/furnished-house.ts';
import { NO_PLACE, receiveRequest } from '../intake/door.ts';
import type { Person } from '../intake/door.ts';
import type { Gateways, Simulators } from './door.ts';
import type { SendResult, SmsBatch } from './gateways/gateway.ts';
import {
  SIMULATED_ACCOUNTS,
  askForReceipts,
  gatewaysInUse,
  messagesOfRequest,
  relayRound,
  resend,
  startSimulators,
  takeReceipts,
} from './door.ts';

let world: FurnishedHouse;
let simulators: Simulators;
let gateways: Gateways;

beforeAll(async () => {
  simulators = await startSimulators();
  world = await furnishedHouse();
  const sms = { ...world.house.config.sms, url: simulators.urls.verimor, ...SIMULATED_ACCOUNTS.verimor };
  const config = { ...world.house.config, sms, mail: { url: simulators.urls.smtp, from: null } };
  gateways = gatewaysInUse({
    config,
    senderTitle: 'UMRANIYEBLD',
    sender: { name: 'Ümraniye Belediyesi', address: 'cozum@ornek.example.org' },
    now: () => world.clock.now(),
  });
});
afterAll(() => simulators.stop());
beforeEach(() => void simulators.verimor.faults.clear());

let phones = 100;

async function file(person: Partial<Person> = {}): Promise<string> {
  phones += 1;
  const who: Person = { name: 'Işıl Örnek', phone: `0555 000 ${1000 + phones}`, notifyBy: 'sms', ...person };
  const { id } = await inTransaction(world.house, { actor: CITIZEN }, (tx) =>
    receiveRequest(tx, {
      channel: 'web',
      kind: 'complaint',
      text: 'Çöpler alınmadı',
      language: 'tr',
      topicCode: 'TEM-01',
      answers: [],
      danger: false,
      person: who,
      place: { ...NO_PLACE, neighbourhoodId: 2, description: 'Fırının önü' },
      fileIds: [],
      clientKey: null,
    }),
  );
  return id;
}

const messageOf = async (requestId: string) => (await messagesOfRequest(world.house.db, requestId))[0]!;
const sentWith = (id: string) => simulators.verimor.log.recent().filter((message) => message.id === id);
const rounds = async () => {
  while ((await relayRound(world.house, gateways)).handed > 0);
};

test('a recorded request’s SMS reaches the provider once, with our id as its reference', async () => {
  const message = await messageOf(await file());
  await rounds();
  expect(sentWith(message.id)).toHaveLength(1);
  expect(await messageOf(message.requestId!)).toMatchObject({ state: 'accepted', provider: 'verimor', attempts: 1 });
});

test('receipts come twice and out of order, and the message ends as delivered', async () => {
  const { id, requestId } = await messageOf(await file());
  await rounds();
  const receipt = { id, providerId: 'p1', at: world.clock.now(), code: 'X' };
  await takeReceipts(world.house, 'verimor', [{ ...receipt, state: 'delivered', segments: 1 }]);
  await takeReceipts(world.house, 'verimor', [
    { ...receipt, state: 'sent' },
    { ...receipt, state: 'delivered' },
    { ...receipt, id: 'not-one-of-ours', state: 'failed' },
    // Another system of the same account, or a message from after the backup that was put back.
    { ...receipt, id: '0192f3a4-0000-7000-8000-000000000000', state: 'delivered' },
  ]);
  expect(await messageOf(requestId!)).toMatchObject({ state: 'delivered', segments: 1 });
});

test('an answer that never came is asked about before anything is sent again', async () => {
  const { id, requestId } = await messageOf(await file());
  simulators.verimor.faults.order({ fault: 'reset-after-accept', times: 1 });
  await rounds();
  expect((await messageOf(requestId!)).state).toBe('unknown');
  world.clock.advance(60_000);
  await rounds();
  expect((await messageOf(requestId!)).state).toBe('accepted');
  expect(sentWith(id)).toHaveLength(1);
});

test('a worker that dies after sending leaves a message that is looked up, not sent twice', async () => {
  const { id, requestId } = await messageOf(await file());
  // The worker's claim is committed and the provider has it, but the worker never writes the result.
  const dying = { ...world.house, log: world.house.log };
  const original = gateways.sms!.send.bind(gateways.sms);
  const killed: Gateways = {
    ...gateways,
    sms: {
      ...gateways.sms!,
      send: async (batch) => {
        await original(batch);
        throw new Error('the process dies here');
      },
    },
  };
  await expect(relayRound(dying, killed)).rejects.toThrow('dies here');
  expect((await messageOf(requestId!)).state).toBe('sending');
  world.clock.advance(121_000);
  await rounds();
  expect((await messageOf(requestId!)).state).toBe('accepted');
  expect(sentWith(id)).toHaveLength(1);
});

test('a provider that cannot even be asked leaves the doubt as it was: what it took is not sent again', async () => {
  const { id, requestId } = await messageOf(await file());
  simulators.verimor.faults.order({ fault: 'reset-after-accept', times: 1 });
  await rounds();
  const { reference } = await messageOf(requestId!);
  simulators.verimor.faults.order({ fault: 'server-error', times: 1 });
  world.clock.advance(60_000);
  await rounds();
  expect(await messageOf(requestId!)).toMatchObject({ state: 'unknown', reference });
  world.clock.advance(10 * 60_000);
  await rounds();
  expect((await messageOf(requestId!)).state).toBe('accepted');
  expect(sentWith(id)).toHaveLength(1);
});

test('a worker that dies before it could ask leaves the doubt as it was', async () => {
  const { id, requestId } = await messageOf(await file());
  simulators.verimor.faults.order({ fault: 'reset-after-accept', times: 1 });
  await rounds();
  world.clock.advance(60_000);
  const lookUp = () => Promise.reject(new Error('the process dies here'));
  await expect(relayRound(world.house, { ...gateways, sms: { ...gateways.sms!, lookUp } })).rejects.toThrow(
    'dies here',
  );
  world.clock.advance(121_000);
  await rounds();
  expect((await messageOf(requestId!)).state).toBe('accepted');
  expect(sentWith(id)).toHaveLength(1);
});

test('a worker that was away until its lease ran out writes nothing over the one that took its place', async () => {
  const { id, requestId } = await messageOf(await file());
  const late = async (batch: SmsBatch): Promise<SendResult[]> => {
    world.clock.advance(121_000);
    await rounds();
    return batch.messages.map((message) => ({ id: message.id, state: 'rejected-temporary' }));
  };
  await relayRound(world.house, { ...gateways, sms: { ...gateways.sms!, send: late } });
  expect((await messageOf(requestId!)).state).toBe('accepted');
  expect(sentWith(id)).toHaveLength(1);
});

test('an attempt the provider never got is made anew, under a reference of its own', async () => {
  const { id, requestId } = await messageOf(await file());
  simulators.verimor.faults.order({ fault: 'reset-before-accept', times: 1 });
  await rounds();
  const { reference } = await messageOf(requestId!);
  world.clock.advance(60_000);
  await rounds();
  const message = await messageOf(requestId!);
  expect(message.state).toBe('accepted');
  expect(message.reference).not.toBe(reference);
  expect(sentWith(id).map((sent) => sent.reference)).toEqual([message.reference]);
});

test('what the provider said is written when the database is back', async () => {
  const { id, requestId } = await messageOf(await file());
  const send = async (batch: SmsBatch): Promise<SendResult[]> => {
    const results = await gateways.sms!.send(batch);
    // Every connection is cut while the provider answers.
    await rows(
      world.house.db,
      sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`,
    );
    return results;
  };
  await relayRound(world.house, { ...gateways, sms: { ...gateways.sms!, send } });
  expect((await messageOf(requestId!)).state).toBe('accepted');
  expect(sentWith(id)).toHaveLength(1);
});

test('a text the provider refuses for good ends as a dead letter that a person may send again', async () => {
  const { requestId, id, body } = await messageOf(await file());
  simulators.verimor.faults.order({ fault: 'forbid-text', text: body.slice(0, 40) });
  await rounds();
  expect((await messageOf(requestId!)).state).toBe('dead');
  simulators.verimor.faults.clear();
  const supervisor = await world.as('sibel');
  await inTransaction(world.house, { actor: supervisor }, (tx) =>
    resend(tx, { messageId: id, reason: 'Numara düzeltildi' }),
  );
  await rounds();
  expect((await messageOf(requestId!)).state).toBe('accepted');
});

test('an e-mail goes out in the citizen’s own way, with a stable Message-ID', async () => {
  const requestId = await file({ notifyBy: 'email', email: 'isil@ornek.example.org', phone: undefined });
  await rounds();
  const message = await messageOf(requestId);
  expect(message).toMatchObject({ channel: 'email', state: 'accepted' });
  expect(simulators.smtp.log.recent().filter((mail) => mail.to.includes('isil@ornek.example.org'))).toHaveLength(1);
});

test('two workers at once send each message once', async () => {
  const ids = [];
  for (let n = 0; n < 30; n += 1) ids.push((await messageOf(await file())).id);
  await Promise.all([rounds(), rounds(), rounds()]);
  for (const id of ids) expect(sentWith(id)).toHaveLength(1);
});

test('lost receipts are asked for', async () => {
  const { requestId } = await messageOf(await file());
  await rounds();
  world.clock.advance(30 * 60_000);
  await askForReceipts(world.house, gateways);
  expect(['accepted', 'sent', 'delivered']).toContain((await messageOf(requestId!)).state);
});
