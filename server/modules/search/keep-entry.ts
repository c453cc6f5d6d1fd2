/** Draws the entries of cases from the cases themselves. */
import type { Db } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import { listTopics } from '../catalogue/door.ts';
import { citizenNames } from '../citizens/door.ts';
import { listNeighbourhoods } from '../places/door.ts';
import type { Assignment, ServiceRequest } from '../requests/door.ts';
import {
  assignmentsOf,
  assignmentsOfMany,
  contentsOf,
  isWorkedOn,
  requestById,
  requestsByIds,
} from '../requests/door.ts';
import type { Entry } from './entry-store.ts';
import { writeEntries } from './entry-store.ts';
import type { FoundCase, ReadCase } from './found-case.ts';
import { TERMS_VERSION, termsOf, vocabularyOf } from './terms.ts';
import type { WordKind } from './word-store.ts';
import { insertWords } from './word-store.ts';

/** Of one case as this transaction has left it: what it locked or changed is asked of it, and not of the table. */
export async function keepEntry(tx: Tx, requestId: string): Promise<void> {
  const request = await requestById(tx.db, requestId);
  if (!request) throw new Error('a fact names a request that is not there');
  const read = await withContents(tx.db, [request]);
  await writeAll(tx, withParts(read, await assignmentsOf(tx.db, requestId)));
}

/** Of many, as the tables have them. Those that are gone are left out. */
export async function keepEntries(tx: Tx, ids: readonly string[]): Promise<void> {
  await writeAll(tx, await foundCases(tx.db, ids));
}

async function foundCases(db: Db, ids: readonly string[]): Promise<FoundCase[]> {
  const requests = await requestsByIds(db, ids);
  return withParts(await withContents(db, requests), await assignmentsOfMany(db, ids));
}

/** What can be read of these, for telling where in them something stands. */
export async function casesToRead(db: Db, ids: readonly string[]): Promise<ReadCase[]> {
  return withContents(db, await requestsByIds(db, ids));
}

function withParts(cases: readonly ReadCase[], assignments: readonly Assignment[]): FoundCase[] {
  const parts = Map.groupBy(assignments, ({ requestId }) => requestId);
  return cases.map((each) => ({ ...each, assignments: parts.get(each.request.id) ?? [] }));
}

async function withContents(db: Db, requests: readonly ServiceRequest[]): Promise<ReadCase[]> {
  const named = requests.flatMap(({ citizenId }) => citizenId ?? []);
  const ids = requests.map(({ id }) => id);
  const contents = await contentsOf(db, ids);
  const names = named.length === 0 ? new Map<string, string>() : await citizenNames(db, named);
  const topics = await listTopics(db);
  const neighbourhoods = await listNeighbourhoods(db);
  const topicNames = new Map(topics.map(({ code, name }) => [code, name.tr]));
  const placeNames = new Map(neighbourhoods.map(({ id, name }) => [id, name]));
  const written = new Map(contents.map((each) => [each.requestId, each]));
  return requests.map((request) => ({
    request,
    contents: written.get(request.id)!,
    citizenName: request.citizenId === null ? null : (names.get(request.citizenId) ?? null),
    topicName: request.topicCode === null ? null : (topicNames.get(request.topicCode) ?? null),
    neighbourhood: request.neighbourhoodId === null ? null : (placeNames.get(request.neighbourhoodId) ?? null),
  }));
}

async function writeAll(tx: Tx, found: readonly FoundCase[]): Promise<void> {
  if (found.length === 0) return;
  await writeEntries(tx.db, found.map(entryOf), TERMS_VERSION);
  await learnWords(tx, found);
}

function entryOf(found: FoundCase): Entry {
  const { id, receivedAt, nextDueAt, latitude, longitude, neighbourhoodId, state } = found.request;
  return {
    requestId: id,
    receivedAt,
    dueKey: isWorkedOn(state) ? (nextDueAt ?? 'infinity') : null,
    ...{ latitude, longitude, neighbourhoodId },
    waits: state === 'waiting-for-citizen',
    terms: termsOf(found),
  };
}

/** Words this process has seen in the vocabulary, per database: most words have been said before, and then nothing is written. */
const known = new WeakMap<object, Record<WordKind, Set<string>>>();
const MOST_KNOWN = 100_000;

/** After the vocabulary was emptied. */
export function forgetKnownWords(house: House): void {
  known.delete(house.db);
}

async function learnWords(tx: Tx, found: readonly FoundCase[]): Promise<void> {
  const seen = known.get(tx.house.db) ?? { word: new Set(), name: new Set() };
  known.set(tx.house.db, seen);
  const said = found.map(vocabularyOf);
  const fresh = {
    word: said.flatMap(({ words }) => words).filter((word) => !seen.word.has(word)),
    name: said.flatMap(({ names }) => names).filter((name) => !seen.name.has(name)),
  };
  await insertWords(tx.db, 'word', fresh.word);
  await insertWords(tx.db, 'name', fresh.name);
  tx.afterCommit(() => {
    for (const kind of ['word', 'name'] as const) {
      if (seen[kind].size > MOST_KNOWN) seen[kind].clear();
      for (const word of fresh[kind]) seen[kind].add(word);
    }
  });
}
