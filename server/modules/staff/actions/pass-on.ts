/** What somebody who leaves has beside requests, and how it goes to somebody else: saved views, and posts they stand in for. */
import { audit } from '../../../kernel/audit.ts';
import type { Db } from '../../../kernel/db/database.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import { absenceForChange, standInsOf, writeDelegate } from '../absence-store.ts';
import { todayOf } from '../days.ts';
import { AbsenceEnded, AbsenceRecorded } from '../facts.ts';
import { may } from '../policy.ts';
import { staffById } from '../queries.ts';
import { checkCircle } from './record-absence.ts';
import { giveView, viewById, viewsOwnedBy } from '../view-store.ts';

interface PassOn {
  id: string;
  /** Whose work is handed over: the right is over them, on the way back too, where whoever took it may be of another directorate or of none. */
  leaver: string;
  from: string;
  to: string;
}

interface PassOnStandIn extends Pick<PassOn, 'id' | 'leaver'> {
  /** Null: nobody stood in; when a hand-over is undone. */
  from: string | null;
  /** Null: nobody stands in from now on. */
  to: string | null;
}

/** Absences from today on in which they stand in. */
export function standInsFrom(db: Db, staffId: string, now: Date) {
  return standInsOf(db, staffId, todayOf(now));
}

export { viewsOwnedBy };

const NAME_MOST = 60;

/** Refuses 'not-allowed', 'input-invalid' for somebody who works here no more. False: it is not theirs any more. */
export async function passOnView(tx: Tx, { id, leaver, from, to }: PassOn): Promise<boolean> {
  await check(tx, leaver, to);
  const view = await viewById(tx.db, id);
  if (view === undefined) return false;
  const otherName = `${view.name.slice(0, NAME_MOST - view.ownerName.length - 3)} (${view.ownerName})`.slice(
    0,
    NAME_MOST,
  );
  return giveView(tx.db, { id, from, to, otherName });
}

/**
 * Somebody else stands in, or nobody. Refuses what passOnView refuses, 'stand-in-circle', and 'input-invalid' where that would be the absent
 * person. Nobody gives a post to themselves.
 */
export async function passOnStandIn(tx: Tx, { id, leaver, from, to }: PassOnStandIn): Promise<boolean> {
  await check(tx, leaver, to);
  const absence = await absenceForChange(tx.db, id);
  if (absence === undefined || absence.delegateId !== from) return false;
  if (absence.staffId === to) throw refuse('input-invalid', { field: 'people' });
  if (tx.actor.kind === 'staff' && tx.actor.id === to) throw refuse('not-allowed', { because: 'own-gain' });
  await takeTurns(tx.db, 'absences');
  await checkCircle(tx, { ...absence, delegateId: to });
  await writeDelegate(tx.db, id, to);
  const { staffId, from: first, to: last } = absence;
  await audit(tx, {
    act: 'absence-recorded',
    subjectKind: 'staff-member',
    subjectId: staffId,
    detail: { from: first, to: last, delegateId: to },
  });
  tx.record(AbsenceEnded(id, { staffId, delegateId: from }));
  tx.record(AbsenceRecorded(id, { staffId, delegateId: to, from: first, to: last }));
  return true;
}

async function check(tx: Tx, leaver: string, to: string | null): Promise<void> {
  const owner = await staffById(tx.db, leaver);
  if (owner === undefined) throw refuse('not-found');
  const directorates = owner.directorate === null ? [] : [owner.directorate];
  if (!may(tx.actor, 'hand-over', { people: [leaver], directorates })) throw refuse('not-allowed');
  if (to !== null && !(await staffById(tx.db, to))?.active) throw refuse('input-invalid', { field: 'people' });
}
