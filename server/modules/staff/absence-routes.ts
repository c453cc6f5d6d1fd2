/** Who is away and who stands in, over the API. Why somebody is away is asked nowhere. */
import { Type } from 'typebox';
import type { Absence as AbsenceShown, AbsenceWarning } from '../../../contract/absences.ts';
import { Absence, Absences, AbsenceQuery, Colleague, NewAbsence } from '../../../contract/absences.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db/database.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import type { Route } from '../../kernel/http/route.ts';
import { isId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusals.ts';
import type { NamedAbsence } from './absence-store.ts';
import { absencesBetween, awayOn } from './absence-store.ts';
import { endAbsence, mayRecordAbsence, recordAbsence } from './actions/record-absence.ts';
import { isRealDay, todayOf } from './days.ts';
import { listStaff } from './queries.ts';
import { listRoles } from './role-queries.ts';
import type { StandIn } from './stand-in.ts';
import { standInFor } from './stand-in.ts';

export const absenceRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/colleagues',
    summary: 'Everybody who works here now, by name, for handing work over and for standing in',
    who: 'staff',
    response: Type.Array(Colleague),
    handle: ({ house, actor }) => colleagues(house, staffOf(actor)),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/absences',
    summary: 'Who of the own directorate, or of those one is responsible for, is away on these days, and who stands in',
    who: 'staff',
    query: AbsenceQuery,
    response: Absences,
    async handle({ house, actor, query }) {
      if (!isRealDay(query.from) || !isRealDay(query.to)) throw refuse('date-invalid');
      const absences = await shownAbsences(house.db, staffOf(actor), query);
      return { today: todayOf(house.clock.now()), absences };
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/absences',
    summary: 'Records that oneself, or somebody one is responsible for, will be away, and who stands in',
    who: 'staff',
    body: NewAbsence,
    response: Absence,
    async handle({ house, actor, body }) {
      const id = await inTransaction(house, { actor }, (tx) => recordAbsence(tx, body));
      return (await shownAbsences(house.db, staffOf(actor), body)).find((one) => one.id === id)!;
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/absences/:id/end',
    summary: 'Cancels an absence that lies ahead, or ends one that has begun, today',
    who: 'staff',
    params: Type.Object({ id: Type.String() }),
    response: Type.Object({ done: Type.Boolean() }),
    async handle({ house, actor, params }) {
      if (!isId(params.id)) throw refuse('not-found');
      await inTransaction(house, { actor }, (tx) => endAbsence(tx, params.id));
      return { done: true };
    },
  }),
];

async function colleagues({ db, clock }: House, actor: StaffActor): Promise<Colleague[]> {
  const [staff, roles, away] = await Promise.all([listStaff(db), listRoles(db), awayOn(db, todayOf(clock.now()))]);
  const nameOf = new Map(staff.map(({ id, name }) => [id, name]));
  const names = new Map(roles.map(({ code, name, nameEn }) => [code, { tr: name, en: nameEn }]));
  return staff
    .filter(({ active }) => active)
    .map((person) => ({
      id: person.id,
      name: person.name,
      roleName: names.get(person.role) ?? { tr: person.role, en: person.role },
      directorate: person.directorate,
      unit: person.unit,
      away: awayShown(standInFor(person.id, away), nameOf),
      mayRecordAbsence: mayRecordAbsence(actor, person),
    }));
}

function awayShown(standIn: StandIn, nameOf: ReadonlyMap<string, string>): Colleague['away'] {
  if (standIn.who === 'themselves') return null;
  return { until: standIn.until, standIn: standIn.who === 'nobody' ? null : (nameOf.get(standIn.id) ?? null) };
}

async function shownAbsences(db: Db, actor: StaffActor, days: { from: string; to: string }): Promise<AbsenceShown[]> {
  const all = await absencesBetween(db, days);
  const ownDirectorates = actor.hats.flatMap(({ directorates }) => directorates);
  return all.flatMap((absence) => {
    const { unit, ...one } = absence;
    const mayEnd = mayRecordAbsence(actor, { id: one.staffId, directorate: one.directorate, unit });
    const isNear = one.delegateId === actor.id || ownDirectorates.some((code) => code === one.directorate);
    return mayEnd || isNear ? [{ ...one, mayEnd, warning: warningOf(absence, all) }] : [];
  });
}

/** Who should stand in is away on some of the same days, perhaps because the two stand in for each other. */
function warningOf(one: NamedAbsence, all: readonly NamedAbsence[]): AbsenceWarning | null {
  if (one.delegateId === null) return 'no-delegate';
  const clash = all.find(({ staffId, from, to }) => staffId === one.delegateId && from <= one.to && to >= one.from);
  if (clash === undefined) return null;
  return clash.delegateId === one.staffId ? 'circle' : 'delegate-away';
}
