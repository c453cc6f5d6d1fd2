/** Rows of what law 4982 knows beside the period: extensions and fees. */
import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { ExtensionGround } from './information-requests.ts';

export interface Extension {
  id: string;
  requestId: string;
  clockId: string;
  ground: ExtensionGround;
  reason: string;
  notifiedAt: Date;
  paperNumber: string | null;
}

export async function insertExtension(tx: Tx, extension: Extension): Promise<void> {
  await run(
    tx.db,
    sql`insert into foi_extensions (id, request_id, clock_id, ground, reason, notified_at, paper_number)
        values (${extension.id}, ${extension.requestId}, ${extension.clockId}, ${extension.ground}, ${extension.reason},
                ${extension.notifiedAt}, ${extension.paperNumber})`,
  );
}

export function extensionsOf(db: Db, requestId: string): Promise<Extension[]> {
  return rows<Extension>(
    db,
    sql`select id, request_id as "requestId", clock_id as "clockId", ground, reason, notified_at as "notifiedAt",
               paper_number as "paperNumber"
        from foi_extensions where request_id = ${requestId} order by notified_at`,
  );
}

export interface Fee {
  id: string;
  requestId: string;
  clockId: string;
  amountKurus: number;
  whatFor: string;
  notifiedAt: Date;
  paperNumber: string | null;
  /** 'YYYY-MM-DD'. */
  paidOn: string | null;
  receipt: string | null;
}

export async function insertFee(tx: Tx, fee: Omit<Fee, 'paidOn' | 'receipt'>): Promise<void> {
  await run(
    tx.db,
    sql`insert into foi_fees (id, request_id, clock_id, amount_kurus, what_for, notified_at, paper_number)
        values (${fee.id}, ${fee.requestId}, ${fee.clockId}, ${fee.amountKurus}, ${fee.whatFor}, ${fee.notifiedAt},
                ${fee.paperNumber})`,
  );
}

const feeColumns =
  sql.raw(`id, request_id as "requestId", clock_id as "clockId", amount_kurus as "amountKurus", what_for as "whatFor",
  notified_at as "notifiedAt", paper_number as "paperNumber", paid_on as "paidOn", receipt`);

/** The fee notified last; a request reopened later may have had an earlier one. */
export function latestFeeOf(db: Db, requestId: string): Promise<Fee | undefined> {
  return maybeRow<Fee>(
    db,
    sql`select ${feeColumns} from foi_fees where request_id = ${requestId} order by notified_at desc, id desc limit 1`,
  );
}

export async function writePayment(
  tx: Tx,
  { id, paidOn, receipt }: { id: string; paidOn: string; receipt: string },
): Promise<void> {
  await run(
    tx.db,
    sql`update foi_fees set paid_on = ${paidOn}, receipt = ${receipt}, recorded_at = ${tx.now}
        where id = ${id} and paid_on is null`,
  );
}
