import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, run, sql } from '../../kernel/db/database.ts';
import type { PersonInPost, Post } from './hats.ts';
import { personColumns, standsInForAt } from './post-store.ts';

export interface SessionRow extends PersonInPost {
  standsInFor: Post[];
  active: boolean;
  mustChangePassword: boolean;
  lastSeenAt: Date;
  expiresAt: Date;
}

/** The session with its owner as they are now: a changed role or a deactivation holds from the next call on. */
export function sessionRow(db: Db, tokenHash: Buffer, now: Date): Promise<SessionRow | undefined> {
  return maybeRow<SessionRow>(
    db,
    sql`select ${personColumns}, ${standsInForAt(now)} as "standsInFor", m.active,
               m.must_change_password as "mustChangePassword", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt"
        from staff_sessions s join staff_members m on m.id = s.staff_id join roles r on r.code = m.role
        where s.token_hash = ${tokenHash}`,
  );
}

export interface NewSession {
  tokenHash: Buffer;
  staffId: string;
  now: Date;
  expiresAt: Date;
}

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  await run(
    db,
    sql`insert into staff_sessions (token_hash, staff_id, created_at, last_seen_at, expires_at)
        values (${session.tokenHash}, ${session.staffId}, ${session.now}, ${session.now}, ${session.expiresAt})`,
  );
}

export async function touchSession(db: Db, tokenHash: Buffer, now: Date): Promise<void> {
  await run(
    db,
    sql`update staff_sessions set last_seen_at = ${now} where token_hash = ${tokenHash} and last_seen_at < ${now}`,
  );
}

/** Gives the owner's id, or undefined when there was no such session. */
export async function deleteSession(db: Db, tokenHash: Buffer): Promise<string | undefined> {
  const row = await maybeRow<{ staffId: string }>(
    db,
    sql`delete from staff_sessions where token_hash = ${tokenHash} returning staff_id as "staffId"`,
  );
  return row?.staffId;
}

export async function deleteSessionsOf(db: Db, staffId: string): Promise<number> {
  return run(db, sql`delete from staff_sessions where staff_id = ${staffId}`);
}

export async function deleteEndedSessionsOf(
  db: Db,
  staffId: string,
  ended: { now: Date; idleSince: Date },
): Promise<void> {
  await run(
    db,
    sql`delete from staff_sessions
        where staff_id = ${staffId} and (expires_at <= ${ended.now} or last_seen_at <= ${ended.idleSince})`,
  );
}
