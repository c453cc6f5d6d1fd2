/** Rows of what staff are told. */
import type { NoticeChoice, NoticeKind } from '../../../contract/notices.ts';
import type { Db } from '../../kernel/db/database.ts';
import { oneRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';

export interface NewNotice {
  id: string;
  staffId: string;
  kind: NoticeKind;
  requestId: string | null;
  assignmentId: string | null;
  subject: string | null;
  data: Record<string, unknown>;
  inPlaceOf: string | null;
  atOnce: boolean;
  dedupeKey: string;
}

/** Gives whom there was something new for. */
export async function insertNotices(tx: Tx, notices: readonly NewNotice[]): Promise<string[]> {
  const written = await rows<{ staffId: string }>(
    tx.db,
    sql`insert into staff_notices (id, staff_id, kind, request_id, assignment_id, subject, data, in_place_of, at_once, told_at, dedupe_key)
        select n.id, n."staffId", n.kind, n."requestId", n."assignmentId", n.subject, n.data, n."inPlaceOf", n."atOnce", ${tx.now},
               n."dedupeKey"
        from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
          as n(id uuid, "staffId" uuid, kind text, "requestId" uuid, "assignmentId" uuid, subject uuid, data jsonb,
               "inPlaceOf" uuid, "atOnce" boolean, "dedupeKey" text)
        on conflict (staff_id, dedupe_key) do nothing
        returning staff_id as "staffId"`,
  );
  return written.map(({ staffId }) => staffId);
}

/** What somebody has chosen for a kind, where it is not the usual. */
export async function choicesFor(
  db: Db,
  staffIds: readonly string[],
  kind: NoticeKind,
): Promise<Map<string, NoticeChoice>> {
  const found = await rows<{ staffId: string; choice: NoticeChoice }>(
    db,
    sql`select staff_id as "staffId", choice from staff_notice_choices where staff_id = any(${staffIds}::uuid[]) and kind = ${kind}`,
  );
  return new Map(found.map(({ staffId, choice }) => [staffId, choice]));
}

export async function choicesOf(db: Db, staffId: string): Promise<Map<string, NoticeChoice>> {
  const found = await rows<{ kind: string; choice: NoticeChoice }>(
    db,
    sql`select kind, choice from staff_notice_choices where staff_id = ${staffId}`,
  );
  return new Map(found.map(({ kind, choice }) => [kind, choice]));
}

export async function writeChoice(
  db: Db,
  { staffId, kind, choice }: { staffId: string; kind: NoticeKind; choice: NoticeChoice },
): Promise<void> {
  await run(
    db,
    sql`insert into staff_notice_choices (staff_id, kind, choice) values (${staffId}, ${kind}, ${choice})
        on conflict (staff_id, kind) do update set choice = excluded.choice`,
  );
}

export interface Settles {
  kinds: readonly NoticeKind[];
  requestId?: string | undefined;
  /** Only of this part; left out, or told of the whole request: all. */
  assignmentId?: string | undefined;
  subject?: string | undefined;
}

/** Nothing is to be done about these any more. Gives whose bell changes. */
export async function settleNotices(tx: Tx, { kinds, requestId, assignmentId, subject }: Settles): Promise<string[]> {
  const about = requestId === undefined ? sql`subject = ${subject}` : sql`request_id = ${requestId}`;
  const part = assignmentId === undefined ? sql`` : sql`and (assignment_id is null or assignment_id = ${assignmentId})`;
  const settled = await rows<{ staffId: string; rang: boolean }>(
    tx.db,
    sql`update staff_notices set settled_at = ${tx.now}
        where ${about} and kind = any(${kinds}) and settled_at is null ${part}
        returning staff_id as "staffId", (at_once and read_at is null) as rang`,
  );
  return settled.filter(({ rang }) => rang).map(({ staffId }) => staffId);
}

export interface NoticeRow {
  id: string;
  kind: NoticeKind;
  requestId: string | null;
  subject: string | null;
  data: Record<string, unknown>;
  inPlaceOf: string | null;
  atOnce: boolean;
  toldAt: Date;
  readAt: Date | null;
  settledAt: Date | null;
  snoozedUntil: Date | null;
}

const NOTICE =
  sql.raw(`id, kind, request_id as "requestId", subject, data, in_place_of as "inPlaceOf", at_once as "atOnce",
  told_at as "toldAt", read_at as "readAt", settled_at as "settledAt",
  snoozed_until as "snoozedUntil"`);

/** Neither read, nor without a point, nor put off. */
const waits = (now: Date) =>
  sql`read_at is null and settled_at is null and (snoozed_until is null or snoozed_until <= ${now})`;

export interface NoticePage {
  staffId: string;
  now: Date;
  all: boolean;
  kind?: NoticeKind | undefined;
  after?: { at: Date; id: string } | undefined;
  limit: number;
}

export function noticesOf(db: Db, { staffId, now, all, kind, after, limit }: NoticePage): Promise<NoticeRow[]> {
  const open = all ? sql`` : sql`and ${waits(now)}`;
  const ofKind = kind === undefined ? sql`` : sql`and kind = ${kind}`;
  const beyond = after ? sql`and (told_at, id) < (${after.at}, ${after.id}::uuid)` : sql``;
  return rows<NoticeRow>(
    db,
    sql`select ${NOTICE} from staff_notices where staff_id = ${staffId} ${open} ${ofKind} ${beyond}
        order by told_at desc, id desc limit ${limit}`,
  );
}

/** What the bell shows; counted no further than `most`. */
export async function unreadCount(
  db: Db,
  { staffId, now, most }: { staffId: string; now: Date; most: number },
): Promise<number> {
  const row = await oneRow<{ n: number }>(
    db,
    sql`select count(*) as n from (select from staff_notices where staff_id = ${staffId} and at_once and ${waits(now)}
          limit ${most}) as counted`,
  );
  return row.n;
}

export interface ReadMark {
  staffId: string;
  ids?: readonly string[] | undefined;
  kind?: NoticeKind | undefined;
  at: Date | null;
}

export async function markRead(db: Db, { staffId, ids, kind, at }: ReadMark): Promise<void> {
  const these = ids === undefined ? sql`` : sql`and id = any(${ids}::uuid[])`;
  const ofKind = kind === undefined ? sql`` : sql`and kind = ${kind}`;
  const change = at === null ? sql`read_at is not null` : sql`read_at is null`;
  await run(
    db,
    sql`update staff_notices set read_at = ${at} where staff_id = ${staffId} and ${change} ${these} ${ofKind}`,
  );
}

/** Puts notices off, or fetches them back (null). What comes back rings, also where it would have waited for the morning mail. */
export async function putOff(
  db: Db,
  { staffId, ids, until }: { staffId: string; ids: readonly string[]; until: Date | null },
): Promise<void> {
  await run(
    db,
    sql`update staff_notices set snoozed_until = ${until}, at_once = true, read_at = null
        where staff_id = ${staffId} and id = any(${ids}::uuid[]) and settled_at is null`,
  );
}

/** A notice is of no use after this; what happened stands in the request's own history. */
export async function forgetNoticesBefore(db: Db, before: Date): Promise<number> {
  return run(db, sql`delete from staff_notices where told_at < ${before}`);
}

/** What somebody was told and has not read, put off or not, where something is still to be done about it. What is only theirs stays theirs. */
export function noticesWaitingFor(db: Db, staffId: string): Promise<NoticeRow[]> {
  return rows<NoticeRow>(
    db,
    sql`select ${NOTICE} from staff_notices
        where staff_id = ${staffId} and read_at is null and settled_at is null
          and kind not in ('work-ended','you-stand-in','handed-to-you') order by told_at, id`,
  );
}

/** Tells somebody else instead; where they were told the same already, it is settled. False: it was read, settled or moved meanwhile. */
export async function giveNotice(tx: Tx, { id, from, to }: { id: string; from: string; to: string }): Promise<boolean> {
  const given = await run(
    tx.db,
    sql`update staff_notices n set staff_id = ${to}, in_place_of = null, snoozed_until = null
        where n.id = ${id} and n.staff_id = ${from} and n.read_at is null and n.settled_at is null
          and not exists (select from staff_notices o where o.staff_id = ${to} and o.dedupe_key = n.dedupe_key)`,
  );
  if (given === 0)
    await run(tx.db, sql`update staff_notices set settled_at = ${tx.now} where id = ${id} and staff_id = ${from}`);
  return given === 1;
}
