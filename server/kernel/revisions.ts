import { actorKey } from './actor.ts';
import type { Db } from './db/database.ts';
import { maybeRow, rows, run, sql } from './db/database.ts';
import type { Tx } from './db/transaction.ts';
import { defineFact } from './facts.ts';
import { newId } from './ids.ts';

/**
 * What a municipality may change without a release (topics, texts, directorates, holidays, settings) keeps every version it had,
 * who made it, when and why. A request stores the version that was in force, so that what it promised can always be read again.
 */
export interface Revision<Body = unknown> {
  kind: string;
  key: string;
  version: number;
  body: Body;
  changedBy: string;
  changedByName: string | null;
  changedAt: Date;
  reason: string | null;
}

/**
 * Recorded with every version, so that a module above can look at once at what it built on the setting: a rule that names an area hears
 * that the area was closed. Its subject is the change itself: settings have codes and not ids.
 */
export const SettingChanged = defineFact<{ kind: string; key: string; version: number }>('setting-changed');

/** Appends the next version and returns its number, counting from 1. */
export async function recordRevision(
  tx: Tx,
  change: { kind: string; key: string; body: unknown; reason?: string | undefined },
): Promise<number> {
  const row = await maybeRow<{ version: number }>(
    tx.db,
    sql`insert into revisions (kind, key, version, body, changed_by, changed_by_name, changed_at, reason)
        select ${change.kind}, ${change.key},
               coalesce((select max(version) from revisions where kind = ${change.kind} and key = ${change.key}), 0) + 1,
               ${JSON.stringify(change.body)}::jsonb, ${actorKey(tx.actor)},
               ${tx.actor.kind === 'staff' ? tx.actor.name : null}, ${tx.now}, ${change.reason ?? null}
        returning version`,
  );
  tx.record(SettingChanged(newId(tx.now), { kind: change.kind, key: change.key, version: row!.version }));
  return row!.version;
}

/** The next version of many at once, from a file; told as one change under the key '*'. */
export async function recordRevisions(
  tx: Tx,
  { kind, bodies, reason }: { kind: string; bodies: { key: string; body: unknown }[]; reason: string },
): Promise<void> {
  if (bodies.length === 0) return;
  await run(
    tx.db,
    sql`insert into revisions (kind, key, version, body, changed_by, changed_by_name, changed_at, reason)
        select ${kind}, r.key,
               coalesce((select max(version) from revisions v where v.kind = ${kind} and v.key = r.key), 0) + 1, r.body,
               ${actorKey(tx.actor)}, ${tx.actor.kind === 'staff' ? tx.actor.name : null}, ${tx.now}, ${reason}
        from jsonb_to_recordset(${JSON.stringify(bodies)}::jsonb) as r(key text, body jsonb)`,
  );
  tx.record(SettingChanged(newId(tx.now), { kind, key: '*', version: 0 }));
}

export function revisionsOf<Body>(db: Db, kind: string, key: string): Promise<Revision<Body>[]> {
  return rows<Revision<Body>>(
    db,
    sql`select kind, key, version, body, changed_by as "changedBy", changed_by_name as "changedByName",
               changed_at as "changedAt", reason
        from revisions where kind = ${kind} and key = ${key} order by version desc`,
  );
}

export function revisionAt<Body>(
  db: Db,
  kind: string,
  key: string,
  version: number,
): Promise<Revision<Body> | undefined> {
  return maybeRow<Revision<Body>>(
    db,
    sql`select kind, key, version, body, changed_by as "changedBy", changed_by_name as "changedByName",
               changed_at as "changedAt", reason
        from revisions where kind = ${kind} and key = ${key} and version = ${version}`,
  );
}

/** Of each key the version that was in force at that moment; what was made later is not there. */
export function revisionsInForceAt<Body>(db: Db, kind: string, at: Date): Promise<Revision<Body>[]> {
  return rows<Revision<Body>>(
    db,
    sql`select distinct on (key) kind, key, version, body, changed_by as "changedBy", changed_by_name as "changedByName",
               changed_at as "changedAt", reason
        from revisions where kind = ${kind} and changed_at <= ${at} order by key, version desc`,
  );
}

/** When anything of this kind was last changed; null: there is nothing of it. */
export async function newestChange(db: Db, kind: string): Promise<Date | null> {
  const row = await maybeRow<{ at: Date | null }>(
    db,
    sql`select max(changed_at) as at from revisions where kind = ${kind}`,
  );
  return row?.at ?? null;
}

/** Many first versions at once, for the seed. */
export async function recordFirstRevisions(
  tx: Tx,
  kind: string,
  bodies: { key: string; body: unknown }[],
): Promise<void> {
  await run(
    tx.db,
    sql`insert into revisions (kind, key, version, body, changed_by, changed_at, reason)
        select ${kind}, r.key, 1, r.body, ${actorKey(tx.actor)}, ${tx.now}, 'seed'
        from jsonb_to_recordset(${JSON.stringify(bodies)}::jsonb) as r(key text, body jsonb)
        on conflict do nothing`,
  );
}

/** As the API says it: who, when and why; the actor's key stays inside. */
export function shownRevision({ version, body, changedByName, changedAt, reason }: Revision) {
  return { version, body, changedByName, changedAt: changedAt.toISOString(), reason };
}
