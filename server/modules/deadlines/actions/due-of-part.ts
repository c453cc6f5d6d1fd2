/** The clock of a part that is a job of its own. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { calendarInForce } from '../../calendar/door.ts';
import type { Assignment } from '../../requests/door.ts';
import { assignmentById, setPartDue } from '../../requests/door.ts';
import { clocksOfRequest } from '../store.ts';
import { isRunning } from '../clock.ts';
import { dueOfPart } from '../part-clock.ts';

/** Counted from the day the directorate got it; what has no period of its own is due with the promise, as all parts are. */
export async function giveOwnDue(
  tx: Tx,
  { requestId, assignmentId }: { requestId: string; assignmentId: string },
): Promise<void> {
  const part = await assignmentById(tx.db, assignmentId);
  if (!part || part.ownPeriod === null) return;
  const clocks = (await clocksOfRequest(tx.db, requestId)).filter(isRunning);
  const due = dueOfPart(await calendarInForce(tx.db), { part: part as OwnPart, clocks });
  await setPartDue(tx, assignmentId, due?.dueAt ?? null);
}

type OwnPart = Assignment & { ownPeriod: NonNullable<Assignment['ownPeriod']> };
