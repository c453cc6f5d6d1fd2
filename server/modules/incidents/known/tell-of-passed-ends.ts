/** A named hour passes while the water still does not run: those who answer for it are told once, to name another or to end it. */
import { systemActor } from '../../../kernel/actor.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import type { House } from '../../../kernel/house.ts';
import { topicInForce } from '../../catalogue/door.ts';
import { ExpectedEndPassed } from '../facts.ts';
import { incidentById } from '../store.ts';
import { isInForce, isOverdue } from './known-problem.ts';
import { knownProblemById, overdueUntold, writeToldOfEnd } from './known-store.ts';
import { turnsOf } from './open-known-problem.ts';

/** Each in a transaction of its own. Gives of how many was told. */
export async function tellOfPassedEnds(house: House): Promise<number> {
  const overdue = await overdueUntold(house.db, house.clock.now());
  for (const id of overdue) await inTransaction(house, { actor: systemActor('timetable') }, (tx) => tell(tx, id));
  return overdue.length;
}

async function tell(tx: Tx, id: string): Promise<void> {
  // Whoever names another hour or ends it at this moment goes first.
  await takeTurns(tx.db, turnsOf(id));
  const known = await knownProblemById(tx.db, id);
  if (known === undefined || !isInForce(known) || !isOverdue(known, tx.now)) return;
  const { number, topicCode } = known;
  const expectedEnd = known.expectedEnd!;
  if (!(await writeToldOfEnd(tx, id, expectedEnd))) return;
  const [topic, incident] = [await topicInForce(tx.db, topicCode), await incidentById(tx.db, id)];
  const directorate = topic?.directorate ?? '';
  const staffId = incident?.openedBy ?? null;
  tx.record(ExpectedEndPassed(id, { number, expectedEnd: expectedEnd.toISOString(), directorate, staffId }));
}
