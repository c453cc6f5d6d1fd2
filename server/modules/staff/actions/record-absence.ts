/** Somebody will be away, and who stands in: that person then has the absent one's post beside their own, on those days only. */
import type { StaffActor } from '../../../kernel/actor.ts';
import { actorKey } from '../../../kernel/actor.ts';
import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import type { Absence } from '../absence-store.ts';
import { absenceForChange, absencesBetween, cancelAbsence, insertAbsence, shortenAbsence } from '../absence-store.ts';
import { isRealDay, dayBefore, todayOf } from '../days.ts';
import { AbsenceEnded, AbsenceRecorded } from '../facts.ts';
import { may } from '../policy.ts';
import { staffById } from '../queries.ts';
import type { StaffMember } from '../staff-member.ts';
import { circleDays } from '../stand-in-circle.ts';

export type GivenAbsence = Omit<Absence, 'id'>;

/** Longer is a change of post, and an administrator makes it. */
const LONGEST_DAYS = 400;

/**
 * @throws input-invalid with the field, absence-overlaps with the days of the other one, stand-in-circle with the days, not-allowed. Nobody makes themselves the
 * delegate of somebody else: rights are lent by whoever has them, or by a third.
 */
export async function recordAbsence(tx: Tx, given: GivenAbsence): Promise<string> {
  const { staffId, from, to, delegateId } = given;
  const person = await staffById(tx.db, staffId);
  if (!person?.active) throw refuse('not-found');
  requireMayRecord(tx, person);
  checkDays(given, todayOf(tx.now));
  await checkDelegate(tx, given);
  // One after the other for the whole house: two who name each other at the same moment would close a circle.
  await takeTurns(tx.db, 'absences');
  const [other] = await absencesBetween(tx.db, { from, to, staffId });
  if (other) throw refuse('absence-overlaps', { from: other.from, to: other.to });
  await checkCircle(tx, given);
  const id = newId(tx.now);
  await insertAbsence(tx.db, { ...given, id, recordedBy: actorKey(tx.actor), now: tx.now });
  await noteInAudit(tx, 'absence-recorded', given);
  tx.record(AbsenceRecorded(id, { staffId, delegateId, from, to }));
  return id;
}

/** One that lies ahead is cancelled; of one that has begun the days that are over stay, for they are why somebody else acted. */
export async function endAbsence(tx: Tx, id: string): Promise<void> {
  const absence = await absenceForChange(tx.db, id);
  const person = absence && (await staffById(tx.db, absence.staffId));
  if (!absence || !person) throw refuse('not-found');
  requireMayRecord(tx, person);
  const today = todayOf(tx.now);
  if (absence.to < today) throw refuse('step-not-allowed', { because: 'over' });
  if (absence.from >= today) await cancelAbsence(tx.db, id, tx.now);
  else await shortenAbsence(tx.db, id, dayBefore(today));
  await noteInAudit(tx, 'absence-ended', absence);
  tx.record(AbsenceEnded(id, { staffId: absence.staffId, delegateId: absence.delegateId }));
}

/** One's own, and those of the people one is responsible for. */
export function mayRecordAbsence(actor: StaffActor, person: Pick<StaffMember, 'id' | 'directorate' | 'unit'>): boolean {
  const { id, directorate, unit } = person;
  const thing = { people: [id], directorates: directorate ? [directorate] : [], units: unit ? [unit] : [] };
  return actor.id === id || may(actor, 'absence-record', thing);
}

function requireMayRecord({ actor }: Tx, person: StaffMember): void {
  if (actor.kind === 'system') return;
  if (actor.kind !== 'staff' || !mayRecordAbsence(actor, person)) throw refuse('not-allowed');
}

function checkDays({ from, to }: GivenAbsence, today: string): void {
  for (const [field, day] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (!isRealDay(day)) throw refuse('date-invalid', { field });
  if (to < from) throw refuse('input-invalid', { field: 'to', problem: 'before-from' });
  if (to < today) throw refuse('input-invalid', { field: 'to', problem: 'over' });
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  if (days > LONGEST_DAYS) throw refuse('input-invalid', { field: 'to', problem: 'too-long' });
}

async function checkDelegate(tx: Tx, { staffId, delegateId }: GivenAbsence): Promise<void> {
  if (delegateId === null) return;
  const delegate = await staffById(tx.db, delegateId);
  if (!delegate?.active || delegateId === staffId) throw refuse('input-invalid', { field: 'delegateId' });
  if (tx.actor.kind === 'staff' && tx.actor.id === delegateId && staffId !== tx.actor.id)
    throw refuse('not-allowed', { because: 'own-gain' });
}

/** Refuses 'stand-in-circle' with the days on which everybody who stands in for everybody would be away. */
export async function checkCircle(tx: Tx, given: GivenAbsence): Promise<void> {
  const { from, to } = given;
  const circle = circleDays(given, await absencesBetween(tx.db, { from, to }));
  if (circle !== null) throw refuse('stand-in-circle', { ...circle });
}

async function noteInAudit(
  tx: Tx,
  act: 'absence-recorded' | 'absence-ended',
  { staffId, from, to, delegateId }: GivenAbsence,
): Promise<void> {
  await audit(tx, { act, subjectKind: 'staff-member', subjectId: staffId, detail: { from, to, delegateId } });
}
