/**
 * The live stream of the desk (Server-Sent Events): which request something happened to, and what; what other modules have to tell (house.liveNews);
 * and that there is news for the reader themselves. Only of what the reader may read at that moment, and only while the session lives: both are asked again for
 * every batch. When the reader's own rights are others than before (a role was changed, an absence began), it says so, and the desk shows what
 * is left.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { StaffActor } from '../../kernel/actor.ts';
import type { House } from '../../kernel/house.ts';
import { pageRoute } from '../../kernel/http/route.ts';
import { isId } from '../../kernel/ids.ts';
import type { CommittedFact } from '../../kernel/live.ts';
import { watchFacts } from '../../kernel/live.ts';
import { staffGate } from '../staff/door.ts';
import { withinSight } from './listed-store.ts';
import { sightsOf } from './reader.ts';

/** Shorter than the minute after which proxies cut a silent connection. */
const HEARTBEAT_MS = 20_000;
const HEAD = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
};

export const liveRoute = pageRoute({
  method: 'GET',
  path: '/api/v1/live',
  summary: 'What happens to requests the reader may see, and to the reader, as it happens (text/event-stream)',
  who: 'staff',
  handle: ({ house, request, reply }) => stream(house, request, reply),
});

async function stream(house: House, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const out = reply.raw;
  // One batch after the other: a slow look-up must not let a later fact overtake an earlier one.
  let work = Promise.resolve();
  const reader: Reader = { request, out, hats: null };
  const send = (facts: readonly CommittedFact[]) => {
    work = work.then(() => deliver(house, reader, facts)).catch(() => void out.end());
  };
  // Both may happen while the first look at the database still takes its time.
  const endings = [house.wake.on('closing', () => out.end())];
  out.on('close', () => endings.forEach((end) => end()));
  // Before anything is answered: to whoever sees the stream open, all that happens from then on is told.
  const stopWatching = await watchFacts(house, send);
  reply.hijack();
  if (out.writableEnded || out.destroyed) return stopWatching();
  out.writeHead(200, HEAD);
  out.write('retry: 3000\n\n');
  send([]);
  const heartbeat = setInterval(() => send([]), HEARTBEAT_MS);
  endings.push(stopWatching, () => clearInterval(heartbeat));
}

interface Reader {
  request: FastifyRequest;
  out: ServerResponse;
  /** As they were last seen. */
  hats: string | null;
}

async function deliver(house: House, reader: Reader, facts: readonly CommittedFact[]): Promise<void> {
  const { request, out } = reader;
  if (out.writableEnded) return;
  const actor = await staffGate(house, request);
  if (actor?.kind !== 'staff') return void out.end();
  const hats = JSON.stringify(actor.hats);
  if (reader.hats !== null && reader.hats !== hats) out.write('event: rights\ndata: {}\n\n');
  reader.hats = hats;
  if (facts.length === 0) return void out.write(': still here\n\n');
  // What happened to the reader themselves, as a new notice, is theirs without asking.
  const [own, others] = [facts.filter(isAbout(actor)), facts.filter((fact) => !isAbout(actor)(fact))];
  for (const { id, name } of own) out.write(`id: ${id}\nevent: mine\ndata: ${JSON.stringify({ id, fact: name })}\n\n`);
  for (const fact of await readableOf(house, actor, others)) {
    const data = JSON.stringify({ id: fact.id, fact: fact.name, request: fact.subject });
    out.write(`id: ${fact.id}\nevent: fact\ndata: ${data}\n\n`);
  }
  for (const { event, fact } of await newsOf(house, actor, others)) {
    const data = JSON.stringify({ id: fact.id, fact: fact.name, subject: fact.subject });
    out.write(`id: ${fact.id}\nevent: ${event}\ndata: ${data}\n\n`);
  }
}

const isAbout =
  ({ id }: StaffActor) =>
  ({ subject }: CommittedFact) =>
    subject === id;

/** In one statement: a request read before a step and its parts read after it would be a case that never was, hidden from those who see it or shown to others. */
async function readableOf(house: House, actor: StaffActor, facts: readonly CommittedFact[]): Promise<CommittedFact[]> {
  const subjects = [...new Set(facts.map(({ subject }) => subject).filter(isId))];
  const seen = await withinSight(house.db, subjects, sightsOf(actor, 'request-read'));
  return facts.filter(({ subject }) => seen.has(subject));
}

async function newsOf(house: House, actor: StaffActor, facts: readonly CommittedFact[]) {
  const told = house.liveNews.map(async ({ event, facts: names, seenBy }) => {
    const those = facts.filter(({ name }) => names.includes(name));
    if (those.length === 0) return [];
    const seen = await seenBy(house.db, actor, [...new Set(those.map(({ subject }) => subject))]);
    return those.filter(({ subject }) => seen.has(subject)).map((fact) => ({ event, fact }));
  });
  return (await Promise.all(told)).flat();
}
