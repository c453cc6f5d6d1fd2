/** Rows of citizen_questions. */
import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { QuestionEnd } from './asking.ts';

export interface CitizenQuestion {
  id: string;
  requestId: string;
  noteId: string;
  askedAt: Date;
  /** 'YYYY-MM-DD', the citizen's until its midnight. */
  lastDay: string;
  remindOn: string | null;
  remindedAt: Date | null;
  endedAt: Date | null;
  endedBy: QuestionEnd | null;
}

const columns = sql.raw(`id, request_id as "requestId", note_id as "noteId", asked_at as "askedAt",
  last_day::text as "lastDay", remind_on::text as "remindOn", reminded_at as "remindedAt", ended_at as "endedAt", ended_by as "endedBy"`);

export async function insertQuestion(
  tx: Tx,
  asked: Pick<CitizenQuestion, 'id' | 'requestId' | 'noteId' | 'lastDay' | 'remindOn'>,
): Promise<void> {
  await run(
    tx.db,
    sql`insert into citizen_questions (id, request_id, note_id, asked_at, last_day, remind_on)
        values (${asked.id}, ${asked.requestId}, ${asked.noteId}, ${tx.now}, ${asked.lastDay}::date, ${asked.remindOn}::date)`,
  );
}

/** The last one that was asked, open or ended. */
export function lastQuestion(db: Db, requestId: string): Promise<CitizenQuestion | undefined> {
  return maybeRow<CitizenQuestion>(
    db,
    sql`select ${columns} from citizen_questions where request_id = ${requestId} order by asked_at desc, id desc limit 1`,
  );
}

/** Ends the open one, if there is one. */
export async function endQuestion(tx: Tx, requestId: string, endedBy: QuestionEnd): Promise<void> {
  await run(
    tx.db,
    sql`update citizen_questions set ended_at = ${tx.now}, ended_by = ${endedBy}
        where request_id = ${requestId} and ended_at is null`,
  );
}

/** What ended for want of an answer has one after all. */
export async function markAnsweredLate(tx: Tx, requestId: string): Promise<void> {
  await run(
    tx.db,
    sql`update citizen_questions set ended_by = 'answered-late'
        where request_id = ${requestId} and ended_by = 'unanswered'`,
  );
}

export async function markReminded(tx: Tx, id: string): Promise<void> {
  await run(tx.db, sql`update citizen_questions set reminded_at = ${tx.now} where id = ${id}`);
}

/** Open ones of which something is owed on that day, by id after the last of the round before. */
export function questionsOwed(
  db: Db,
  { today, after, limit }: { today: string; after: string; limit: number },
): Promise<Pick<CitizenQuestion, 'id' | 'requestId'>[]> {
  return rows<Pick<CitizenQuestion, 'id' | 'requestId'>>(
    db,
    sql`select id, request_id as "requestId" from citizen_questions
        where ended_at is null and id::text > ${after}
          and (last_day < ${today}::date or (reminded_at is null and remind_on <= ${today}::date and last_day > ${today}::date))
        order by id::text limit ${limit}`,
  );
}
