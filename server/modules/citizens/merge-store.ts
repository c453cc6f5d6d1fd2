/** Rows that say which records are of one person, and what was done when they were put together. */
import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { PersonRecord } from './same-person.ts';

export interface StoredPerson extends PersonRecord {
  id: string;
  mergedInto: string | null;
}

const person = sql`c.id, c.kind, c.name, c.merged_into as "mergedInto", encode(c.national_id_index, 'hex') as "nationalIdIndex",
  array(select i.external_id from citizen_identities i join citizens own on own.id = i.citizen_id
        where i.channel = 'phone' and (own.id = c.id or own.merged_into = c.id)) as phones,
  array(select i.external_id from citizen_identities i join citizens own on own.id = i.citizen_id
        where i.channel = 'email' and (own.id = c.id or own.merged_into = c.id)) as emails`;

export function storedPerson(db: Db, id: string): Promise<StoredPerson | undefined> {
  return maybeRow<StoredPerson>(db, sql`select ${person} from citizens c where c.id = ${id}`);
}

/** In one order, so that two who merge the same two wait for each other. */
export function lockPeople(tx: Tx, ids: readonly string[]): Promise<StoredPerson[]> {
  return rows<StoredPerson>(
    tx.db,
    sql`select ${person} from citizens c where c.id = any(${ids}::uuid[]) order by c.id for update of c`,
  );
}

/** Records that share a number, an address or an identity number with this one, and stand for themselves. */
export function peopleSharing(db: Db, { id, phones, emails, nationalIdIndex }: StoredPerson): Promise<StoredPerson[]> {
  return rows<StoredPerson>(
    db,
    sql`select ${person} from citizens c
        where c.merged_into is null and c.id <> ${id} and c.id in (
          select coalesce(own.merged_into, own.id) from citizen_identities i join citizens own on own.id = i.citizen_id
          where (i.channel = 'phone' and i.external_id = any(${phones}::text[]))
             or (i.channel = 'email' and i.external_id = any(${emails}::text[]))
          union
          select coalesce(merged_into, id) from citizens where national_id_index = decode(${nationalIdIndex}, 'hex'))
        order by c.created_at limit 20`,
  );
}

export async function pointTo(tx: Tx, ids: readonly string[], keptId: string | null): Promise<void> {
  await run(tx.db, sql`update citizens set merged_into = ${keptId} where id = any(${ids}::uuid[])`);
}

export async function idsMergedInto(db: Db, id: string): Promise<string[]> {
  const found = await rows<{ id: string }>(db, sql`select id from citizens where merged_into = ${id}`);
  return found.map((each) => each.id);
}

export interface PeopleMerge {
  id: string;
  keptId: string;
  mergedId: string;
  along: string[];
  requests: string[];
  why: string;
  madeAt: Date;
  undoneAt: Date | null;
}

const mergeColumns = sql`id, kept_id as "keptId", merged_id as "mergedId", along, requests, why, made_at as "madeAt",
  undone_at as "undoneAt"`;

export async function insertMerge(
  tx: Tx,
  merge: Omit<PeopleMerge, 'madeAt' | 'undoneAt'> & { by: string | null },
): Promise<void> {
  await run(
    tx.db,
    sql`insert into people_merges (id, kept_id, merged_id, along, requests, why, made_at, made_by)
        values (${merge.id}, ${merge.keptId}, ${merge.mergedId}, ${merge.along}::uuid[], ${merge.requests}::uuid[],
                ${merge.why}, ${tx.now}, ${merge.by})`,
  );
}

export function lockMerge(tx: Tx, id: string): Promise<PeopleMerge | undefined> {
  return maybeRow<PeopleMerge>(tx.db, sql`select ${mergeColumns} from people_merges where id = ${id} for update`);
}

export async function endMerge(tx: Tx, id: string, by: string | null): Promise<void> {
  await run(tx.db, sql`update people_merges set undone_at = ${tx.now}, undone_by = ${by} where id = ${id}`);
}

/** Those in force, the newest first. */
export function mergesInto(db: Db, keptId: string): Promise<PeopleMerge[]> {
  return rows<PeopleMerge>(
    db,
    sql`select ${mergeColumns} from people_merges where kept_id = ${keptId} and undone_at is null order by made_at desc limit 20`,
  );
}
