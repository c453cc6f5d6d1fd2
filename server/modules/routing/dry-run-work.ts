/** The dry run as a long work: it shows how far it is, can be stopped, and survives a kill. It tells its asker no more than the asker may see. */
import type { DryRunResult } from '../../../contract/routing.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { LongWork, Step } from '../../kernel/long-works/long-work.ts';
import { askForWork } from '../../kernel/long-works/ask.ts';
import { stepWork } from '../../kernel/long-works/kinds.ts';
import { refuse } from '../../kernel/refusals.ts';
import { listTopics } from '../catalogue/door.ts';
import type { RequestToRoute } from '../requests/door.ts';
import { countToRoute, listRights, requestsToRoute } from '../requests/door.ts';
import { may, scopeOf, seesRestricted } from '../staff/door.ts';
import type { Asked, Tally } from './dry-run.ts';
import { NOTHING_ASKED, tallied } from './dry-run.ts';
import type { Lookups } from './gather-facts.ts';
import { factsOf, lookupsFor } from './gather-facts.ts';
import type { PreparedRules } from './prepared-rules.ts';
import { prepareRules } from './prepared-rules.ts';
import { currentReferences } from './queries.ts';
import type { Rule, RoutingFacts, RuleSet } from './rule.ts';
import { digestOf } from './rule-digest.ts';
import { faultsInRules } from './rule-faults.ts';
import { ruleSetRow } from './store.ts';
import { whoHandlesIt } from './who-handles-it.ts';

export const DRY_RUN = 'routing-dry-run';

export interface DryRunInput {
  rules: readonly Rule[];
  digest: string;
  /** The rules in force when it was asked for: what "elsewhere" is measured against. */
  before: RuleSet;
  from: string;
  to: string;
}

interface Cursor {
  after: { receivedAt: string; id: string } | null;
  milliseconds: number;
}

const YEAR_MS = 366 * 86_400_000;
const BATCH = 2_000;

/** Asks for a dry run over the last year's requests. Refuses 'input-invalid' for rules that could not be saved either. */
export async function askDryRun(tx: Tx, rules: readonly Rule[]): Promise<string> {
  if (!may(tx.actor, 'routing-change')) throw refuse('not-allowed');
  const faults = faultsInRules(rules, await currentReferences(tx.db));
  if (faults.length > 0) throw refuse('input-invalid', { faults });
  // What arrived at this very instant belongs to it.
  const period = { from: new Date(tx.now.getTime() - YEAR_MS), to: new Date(tx.now.getTime() + 1) };
  const input: DryRunInput = {
    ...{ rules, digest: digestOf(rules), before: await ruleSetRow(tx.db) },
    ...{ from: period.from.toISOString(), to: period.to.toISOString() },
  };
  const total = await countToRoute(tx.db, period, mayKnowRestricted(tx.actor));
  return askForWork(tx, { kind: DRY_RUN, input, total });
}

export const dryRunWork = stepWork<DryRunInput, Cursor>({ kind: DRY_RUN, step });

async function step(tx: Tx, { input, cursor, result }: LongWork<DryRunInput, Cursor>): Promise<Step<Cursor>> {
  const begun = performance.now();
  const known = await currentReferences(tx.db);
  const [before, after] = [prepareRules(input.before, known), prepareRules({ rules: input.rules, version: 0 }, known)];
  const batch = await requestsToRoute(tx.db, {
    ...{ from: new Date(input.from), to: new Date(input.to), after: cursor?.after ?? null, limit: BATCH },
    sights: readerOf(tx.actor),
    withRestricted: mayKnowRestricted(tx.actor),
    withText: before.needs.words || after.needs.words,
  });
  const lookups = await lookupsFor(tx.db, eitherNeeds(before, after));
  const topics = new Map((await listTopics(tx.db)).map((topic) => [topic.code, topic]));
  const asked = batch.map((request) =>
    ask(request, topics.get(request.topicCode ?? '') ?? null, { before, after, lookups }),
  );
  const tally = tallied((result as Tally | null) ?? NOTHING_ASKED, asked);
  const milliseconds = (cursor?.milliseconds ?? 0) + performance.now() - begun;
  const last = batch.at(-1);
  return {
    cursor: last === undefined || batch.length < BATCH ? null : { after: placeOf(last), milliseconds },
    done: batch.length,
    result: { ...tally, from: input.from, to: input.to, milliseconds: Math.round(milliseconds) } satisfies DryRunResult,
  };
}

function ask(
  request: RequestToRoute,
  topic: RoutingFacts['topic'],
  { before, after, lookups }: { before: PreparedRules; after: PreparedRules; lookups: Lookups },
): Asked {
  return {
    ...{ id: request.id, topic: topic?.code ?? null, readable: request.readable },
    before: whoHandlesIt(factsOf(request, topic, { ...lookups, rules: before }), before),
    after: whoHandlesIt(factsOf(request, topic, { ...lookups, rules: after }), after),
  };
}

function eitherNeeds({ needs: left }: PreparedRules, { needs: right }: PreparedRules): PreparedRules['needs'] {
  return {
    areas: left.areas || right.areas,
    road: left.road || right.road,
    hours: left.hours || right.hours,
    words: left.words || right.words,
  };
}

/** Instants are this program's own, to the millisecond; the id tells apart those of one instant. */
function placeOf({ receivedAt, id }: RequestToRoute): NonNullable<Cursor['after']> {
  return { receivedAt: receivedAt.toISOString(), id };
}

function mayKnowRestricted(actor: Actor): boolean {
  return actor.kind === 'staff' && seesRestricted(actor);
}

/** Null: an administrator changes rules and opens no request. */
function readerOf(actor: Actor) {
  if (actor.kind !== 'staff' || scopeOf(actor, 'request-read') === 'none') return null;
  return listRights(actor, 'request-read').sights;
}
