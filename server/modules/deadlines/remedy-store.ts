/** Rows of remedies that were taken: written when we hear of them, decided once, never edited. */
import type { Db } from '../../kernel/db/database.ts';
import { rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { RemedyBody, RemedyResult } from './remedies-taken.ts';

export interface RemedyTaken {
  id: string;
  requestId: string;
  body: RemedyBody;
  /** 'YYYY-MM-DD'. */
  takenOn: string;
  /** The other body's own; null while it is not known. */
  fileNumber: string | null;
  /** Null: not decided yet. */
  result: RemedyResult | null;
  decidedOn: string | null;
  /** When we wrote the decision down. */
  decisionRecordedAt: Date | null;
}

type NewRemedy = Omit<RemedyTaken, 'result' | 'decidedOn' | 'decisionRecordedAt'>;

export async function insertRemedy(tx: Tx, remedy: NewRemedy): Promise<void> {
  await run(
    tx.db,
    sql`insert into remedies_taken (id, request_id, body, taken_on, file_number, recorded_at)
        values (${remedy.id}, ${remedy.requestId}, ${remedy.body}, ${remedy.takenOn}, ${remedy.fileNumber}, ${tx.now})`,
  );
}

export interface Decided {
  id: string;
  result: RemedyResult;
  decidedOn: string;
  fileNumber: string | null;
}

/** A number known before stays. */
export async function writeDecision(tx: Tx, { id, result, decidedOn, fileNumber }: Decided): Promise<void> {
  await run(
    tx.db,
    sql`update remedies_taken set result = ${result}, decided_on = ${decidedOn}, decision_recorded_at = ${tx.now},
               file_number = coalesce(file_number, ${fileNumber})
        where id = ${id} and result is null`,
  );
}

export function remediesTaken(db: Db, requestId: string): Promise<RemedyTaken[]> {
  return rows<RemedyTaken>(
    db,
    sql`select id, request_id as "requestId", body, taken_on as "takenOn", file_number as "fileNumber", result,
               decided_on as "decidedOn", decision_recorded_at as "decisionRecordedAt"
        from remedies_taken where request_id = ${requestId} order by taken_on, id`,
  );
}
