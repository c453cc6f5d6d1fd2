import type { HeldActShown } from '../../../contract/requests.ts';
import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';

/** The names stand in the contract, because the desk says each in words. */
export type HeldActName = HeldActShown['act'];

export interface HeldAct {
  id: string;
  requestId: string;
  staffId: string;
  act: HeldActName;
  input: Record<string, unknown>;
  heldAt: Date;
  dueAt: Date;
  state: 'held' | 'done' | 'taken-back' | 'failed';
  refusal: string | null;
}

const columns = sql.raw(`id, request_id as "requestId", staff_id as "staffId", act, input, held_at as "heldAt",
  due_at as "dueAt", state, refusal`);

type NewHeldAct = Omit<HeldAct, 'state' | 'refusal'> & { once: string | null };

/** False: what may be held only once at a time is held already. */
export async function insertHeldAct(tx: Tx, held: NewHeldAct): Promise<boolean> {
  const inserted = await run(
    tx.db,
    sql`insert into held_acts (id, request_id, staff_id, act, input, held_at, due_at, state, once)
        values (${held.id}, ${held.requestId}, ${held.staffId}, ${held.act}, ${JSON.stringify(held.input)}::jsonb,
                ${held.heldAt}, ${held.dueAt}, 'held', ${held.once})
        on conflict (once) where state = 'held' and once is not null do nothing`,
  );
  return inserted > 0;
}

export function heldActById(tx: Tx, id: string): Promise<HeldAct | undefined> {
  return maybeRow<HeldAct>(tx.db, sql`select ${columns} from held_acts where id = ${id} for update`);
}

/** One act whose time has come, locked so that no other worker takes it. */
export function nextDueAct(tx: Tx): Promise<HeldAct | undefined> {
  return maybeRow<HeldAct>(
    tx.db,
    sql`select ${columns} from held_acts where state = 'held' and due_at <= ${tx.now}
        order by due_at limit 1 for update skip locked`,
  );
}

export async function endHeldAct(
  tx: Tx,
  id: string,
  end: { state: 'done' | 'taken-back' | 'failed'; refusal: string | null },
): Promise<void> {
  await run(
    tx.db,
    sql`update held_acts set state = ${end.state}, refusal = ${end.refusal}, ended_at = ${tx.now} where id = ${id}`,
  );
}

/** What is held or came back for this case; the screen shows both. */
export function heldActsOf(db: Db, requestId: string): Promise<HeldAct[]> {
  return rows<HeldAct>(
    db,
    sql`select ${columns} from held_acts where request_id = ${requestId} and state in ('held','failed') order by held_at`,
  );
}
