/** After the drill: what the citizens hold in hands, what the database has and what the provider got must tell one story. */
import { readFile } from 'node:fs/promises';
import { onServer } from '../test-server.ts';
import type { ClientLog } from './citizens.ts';
import { DRILL_KEY } from './citizens.ts';

export interface Found {
  recorded: number;
  /** Recorded although the citizen never heard: the answer was lost, not the request. */
  recordedUnheard: number;
  messages: number;
  /** Asked about at the provider instead of being sent blindly again. */
  lookedUp: number;
  /** Handed over more than once; of these the provider itself held back `blocked`. */
  handedOverTwice: number;
  blocked: number;
}

export interface Verdict {
  found: Found;
  /** One sentence for each promise that was broken; empty is the only good answer. */
  broken: string[];
}

interface Evidence {
  databaseUrl: string;
  /** The provider's own log, one line for each message it accepted. */
  providerLog: string;
  clients: ClientLog;
  /** As many may have been in flight at the kills. */
  mostInFlight: number;
}

export async function judge({ databaseUrl, providerLog, clients, mostInFlight }: Evidence): Promise<Verdict> {
  const kept = await readDatabase(databaseUrl);
  const accepted = await readProviderLog(providerLog);
  const again = [...accepted].filter(([, lines]) => lines.length > 1);
  const found: Found = {
    recorded: kept.requests.length,
    recordedUnheard: kept.requests.filter(({ clientKey }) => !clients.acknowledged.has(clientKey)).length,
    messages: kept.messages.filter(({ isOurs }) => isOurs).length,
    lookedUp: kept.lookedUp,
    handedOverTwice: again.length,
    blocked: again.filter(([, lines]) => lines.filter(({ duplicate }) => !duplicate).length <= 1).length,
  };
  const broken = [
    ...clients.wrong,
    ...acknowledgedProblems(kept.requests, clients),
    ...caseProblems(kept.requests),
    ...messageProblems(kept.messages, accepted),
    ...(again.length > mostInFlight ? [`${again.length} messages went out twice, of at most ${mostInFlight}`] : []),
  ];
  return { found, broken };
}

interface KeptRequest {
  clientKey: string;
  id: string;
  trackingNumber: string;
  /** How many first lines of history, facts of recording, assignments, running clocks and owed messages it has. */
  beginnings: number;
  facts: number;
  assignments: number;
  clocks: number;
  owed: number;
}

interface KeptMessage {
  id: string;
  state: string;
  isOverdue: boolean;
  /** The demo's own are told by day only, so some of them may wait. */
  isOurs: boolean;
}

async function readDatabase(url: string) {
  return onServer(url, async (client) => {
    const requests = await client.query<KeptRequest>(
      `select r.client_key as "clientKey", r.id, r.tracking_number as "trackingNumber",
         (select count(*)::int from request_history h where h.request_id = r.id and h.what = 'recorded') as beginnings,
         (select count(*)::int from facts f where f.subject = r.id and f.name = 'request-recorded') as facts,
         (select count(*)::int from assignments a where a.request_id = r.id) as assignments,
         (select count(*)::int from clocks c where c.request_id = r.id and c.ended_at is null) as clocks,
         (select count(*)::int from messages m where m.request_id = r.id and m.text_key like 'recorded%') as owed
       from service_requests r where starts_with(r.client_key, $1)`,
      [DRILL_KEY],
    );
    const messages = await client.query<KeptMessage>(
      `select m.id, m.state, coalesce(m.lease_until < now(), false) as "isOverdue",
         coalesce(starts_with(r.client_key, $1), false) as "isOurs"
       from messages m join service_requests r on r.id = m.request_id where m.channel = 'sms'`,
      [DRILL_KEY],
    );
    const lookedUp = await client.query<{ count: number }>(
      `select count(*)::int as count from delivery_attempts where what = 'looked-up'`,
    );
    return { requests: requests.rows, messages: messages.rows, lookedUp: lookedUp.rows[0]!.count };
  });
}

interface AcceptedLine {
  id: string;
  duplicate?: boolean;
}

async function readProviderLog(file: string): Promise<Map<string, AcceptedLine[]>> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return Map.groupBy(
    lines.map((line) => JSON.parse(line) as AcceptedLine),
    ({ id }) => id,
  );
}

function acknowledgedProblems(requests: KeptRequest[], { acknowledged, asked }: ClientLog): string[] {
  const byKey = Map.groupBy(requests, ({ clientKey }) => clientKey);
  const problems: string[] = [];
  for (const [clientKey, given] of acknowledged) {
    const rows = byKey.get(clientKey) ?? [];
    const same = rows.filter(({ id, trackingNumber }) => id === given.id && trackingNumber === given.trackingNumber);
    if (rows.length !== 1 || same.length !== 1)
      problems.push(
        `${clientKey} was acknowledged and is there ${rows.length} times, ${same.length} as it was acknowledged`,
      );
  }
  for (const [clientKey, rows] of byKey) {
    if (rows.length > 1) problems.push(`${clientKey} is there ${rows.length} times`);
    if (!asked.has(clientKey)) problems.push(`${clientKey} is there and nobody asked for it`);
  }
  return problems;
}

/** All of a request or none of it: whatever was killed, no half is left. */
function caseProblems(requests: KeptRequest[]): string[] {
  return requests
    .filter(({ beginnings, facts, assignments, clocks, owed }) => {
      return beginnings !== 1 || facts !== 1 || assignments !== 1 || clocks < 1 || owed !== 1;
    })
    .map(({ clientKey, beginnings, facts, assignments, clocks, owed }) => {
      const counts = { beginnings, facts, assignments, clocks, owed };
      return `${clientKey} is not whole: ${JSON.stringify(counts)}`;
    });
}

const HANDED_OVER = ['accepted', 'sent', 'delivered'];

function messageProblems(messages: KeptMessage[], accepted: Map<string, AcceptedLine[]>): string[] {
  const known = new Set(messages.map(({ id }) => id));
  const owed = messages.filter(({ isOurs }) => isOurs);
  return [
    ...owed.filter(({ id }) => !accepted.has(id)).map(({ id, state }) => `message ${id} (${state}) never left`),
    ...owed
      .filter(({ state }) => !HANDED_OVER.includes(state))
      .map(({ id, state }) => `message ${id} ended as ${state}`),
    ...messages.filter(({ isOverdue }) => isOverdue).map(({ id }) => `message ${id} is held past its lease`),
    ...[...accepted.keys()].filter((id) => !known.has(id)).map((id) => `message ${id} left and nobody owes it`),
  ];
}
