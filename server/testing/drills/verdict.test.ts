/** A drill that cannot fail proves nothing: each broken promise, made by hand, must be found. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { CITIZEN } from '../../kernel/actor.ts';
import { rows, sql } from '../../kernel/db/database.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { messagesOfRequest } from '../../modules/correspondence/door.ts';
import { NO_PLACE, receiveRequest } from '../../modules/intake/door.ts';
import { furnishedHouse } from '../furnished-house.ts';
import type { Acknowledged, ClientLog } from './citizens.ts';
import { DRILL_KEY } from './citizens.ts';
import { judge } from './verdict.ts';

const { house, databaseUrl } = await furnishedHouse();
const folder = mkdtempSync(join(tmpdir(), 'hemsehri-verdict-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const given = await record('a');
const [message] = await messagesOfRequest(house.db, given.id);
const sent = { id: message!.id };

function record(name: string): Promise<Acknowledged> {
  return inTransaction(house, { actor: CITIZEN }, (tx) =>
    receiveRequest(tx, {
      channel: 'desk',
      kind: 'complaint',
      text: 'Kaldırımda çukur var',
      language: 'tr',
      topicCode: 'YOL-01',
      answers: [],
      danger: false,
      person: { name: 'Deneme Kişi', phone: '0555 100 00 01', notifyBy: 'sms' },
      place: { ...NO_PLACE, neighbourhoodId: 2, description: 'Fırının önü' },
      fileIds: [],
      clientKey: DRILL_KEY + name,
    }),
  );
}

function clientLog(acknowledged: [string, Acknowledged][], alsoAsked: string[] = []): ClientLog {
  const named = acknowledged.map(([name, answer]): [string, Acknowledged] => [DRILL_KEY + name, answer]);
  const asked = new Set([...named.map(([key]) => key), ...alsoAsked.map((name) => DRILL_KEY + name)]);
  return { asked, acknowledged: new Map(named), afterRetry: 0, givenUp: new Set(), failedTries: 0, wrong: [] };
}

async function brokenBy(clients: ClientLog, lines: object[], mostInFlight = 10): Promise<string[]> {
  const providerLog = join(folder, 'log.jsonl');
  writeFileSync(providerLog, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return (await judge({ databaseUrl, providerLog, clients, mostInFlight })).broken;
}

const handOver = (state: string) =>
  rows(house.db, sql`update messages set state = ${state}, lease_until = null where id = ${sent.id}`);

test('nothing is found where nothing is wrong', async () => {
  await handOver('accepted');
  expect(await brokenBy(clientLog([['a', given]]), [sent])).toEqual([]);
});

test('an acknowledged request that is not there, or is another', async () => {
  const lost: Acknowledged = { id: '00000000-0000-7000-8000-000000000000', trackingNumber: '22222222222' };
  expect(
    await brokenBy(
      clientLog([
        ['a', given],
        ['b', lost],
      ]),
      [sent],
    ),
  ).toEqual([expect.stringContaining('kill-drill-b was acknowledged and is there 0 times')]);
  expect(await brokenBy(clientLog([['a', { ...given, trackingNumber: '22222222222' }]]), [sent])).toEqual([
    expect.stringContaining('kill-drill-a was acknowledged and is there 1 times, 0 as it was acknowledged'),
  ]);
});

test('a request nobody asked for', async () => {
  expect(await brokenBy(clientLog([]), [sent])).toEqual(['kill-drill-a is there and nobody asked for it']);
});

test('a message that never left, one nobody owes, and too many that left twice', async () => {
  const clients = clientLog([['a', given]]);
  expect(await brokenBy(clients, [])).toEqual([`message ${sent.id} (accepted) never left`]);
  expect(await brokenBy(clients, [sent, { id: 'stray' }])).toEqual(['message stray left and nobody owes it']);
  expect(await brokenBy(clients, [sent, sent], 0)).toEqual(['1 messages went out twice, of at most 0']);
});

test.each(['dead', 'unknown', 'queued', 'cancelled'])('a message that ended as %s', async (state) => {
  await handOver(state);
  expect(await brokenBy(clientLog([['a', given]]), [sent])).toEqual([`message ${sent.id} ended as ${state}`]);
});

test('a message held past its lease, and half a request', async () => {
  await rows(
    house.db,
    sql`update messages set state = 'sending', lease_until = now() - interval '1 second' where id = ${sent.id}`,
  );
  await rows(house.db, sql`delete from clocks where request_id = ${given.id}`);
  expect(await brokenBy(clientLog([['a', given]]), [sent])).toEqual([
    expect.stringContaining('kill-drill-a is not whole'),
    `message ${sent.id} ended as sending`,
    `message ${sent.id} is held past its lease`,
  ]);
});
