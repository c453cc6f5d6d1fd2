/** Finding entries of the audit: newest first, a page at a time by key, each condition with an index that is already in that order. */
import type { Db } from '../db/database.ts';
import { maybeRow, rows, sql } from '../db/database.ts';
import type { AuditAct, AuditSubject } from './acts.ts';

export interface AuditFilter {
  /** A key as actors are written, or the beginning of several. */
  actor?: { key: string } | { begins: string } | undefined;
  acts?: readonly AuditAct[] | undefined;
  /** Ids or codes of what it was done to. */
  subjects?: readonly string[] | undefined;
  from?: Date | undefined;
  /** Exclusive. */
  to?: Date | undefined;
  /** Folded words; each must begin a word of the reason. */
  words?: readonly string[] | undefined;
}

export interface AuditKey {
  at: Date;
  id: number;
}

export interface FoundEntry extends AuditKey {
  actor: string;
  act: AuditAct;
  subjectKind: AuditSubject;
  subjectId: string | null;
  reason: string | null;
  hasWords: boolean;
  detail: Record<string, unknown>;
  seq: number | null;
}

export function findEntries(
  db: Db,
  filter: AuditFilter,
  { before, limit }: { before?: AuditKey | undefined; limit: number },
): Promise<FoundEntry[]> {
  // The page is chosen first: reasons and seals are looked up for what is shown and no more.
  return rows<FoundEntry>(
    db,
    sql`with page as materialized (
          select e.* from audit_entries e where ${conditions(filter, before)} order by e.at desc, e.id desc limit ${limit})
        select e.id, e.at, e.actor, e.act, e.subject_kind as "subjectKind", e.subject_id as "subjectId", w.reason,
               e.words_digest is not null as "hasWords", e.detail, s.seq
        from page e left join audit_words w on w.entry_id = e.id left join audit_seals s on s.entry_id = e.id
        order by e.at desc, e.id desc`,
  );
}

function conditions({ actor, acts, subjects, from, to, words = [] }: AuditFilter, before: AuditKey | undefined) {
  const all = [sql`true`];
  if (actor) all.push('key' in actor ? sql`e.actor = ${actor.key}` : sql`starts_with(e.actor, ${actor.begins})`);
  if (acts) all.push(acts.length === 1 ? sql`e.act = ${acts[0]!}` : sql`e.act = any(${acts}::text[])`);
  if (subjects) all.push(sql`e.subject_id = any(${subjects}::text[])`);
  if (from) all.push(sql`e.at >= ${from}`);
  if (to) all.push(sql`e.at < ${to}`);
  if (before) all.push(sql`(e.at, e.id) < (${before.at}::timestamptz, ${before.id}::bigint)`);
  if (words.length > 0) {
    const query = words.map((word) => `'${word}':*`).join(' & ');
    all.push(sql`e.id in (select w.entry_id from audit_words w
      where to_tsvector('simple', w.folded) @@ to_tsquery('simple', ${query}))`);
  }
  return sql.join(all, sql` and `);
}

/** The newest entry of an act, for saying when something last happened. */
export function newestOf(db: Db, act: AuditAct): Promise<(AuditKey & { detail: Record<string, unknown> }) | undefined> {
  return maybeRow(
    db,
    sql`select id, at, detail from audit_entries where act = ${act} order by at desc, id desc limit 1`,
  );
}

/** How many wait for the sealer; beyond a thousand it does not matter how many. */
export async function waitingForSeal(db: Db): Promise<number> {
  const found = await rows(db, sql`select from audit_unsealed limit 1001`);
  return found.length;
}
