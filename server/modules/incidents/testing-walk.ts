/**
 * For tests that let people walk through cases in any order: a witness in the database that saw every change of state, and who may see a case, said
 * again in plain words and not by the tables of the house.
 */
import type { StaffActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db/database.ts';
import { rows, run, sql } from '../../kernel/db/database.ts';
import type { House } from '../../kernel/house.ts';
import type { Assignment, ServiceRequest } from '../requests/door.ts';
import {
  ASSIGNMENT_STEPS,
  REQUEST_STEPS,
  assignmentsOf,
  listRights,
  readableCase,
  requestById,
  withinSight,
} from '../requests/door.ts';
import { listPage, openList } from '../search/door.ts';
import { presentTogether } from './present.ts';

/** Writes down every change of a request's or a part's state, whoever made it and by whatever statement. */
export async function watchStates(db: Db): Promise<void> {
  await run(db, sql`create table seen_changes (of_what text, old_state text, new_state text)`);
  await run(
    db,
    sql`create function write_seen_change() returns trigger language plpgsql as $$
        begin insert into seen_changes values (tg_table_name, old.state, new.state); return null; end $$`,
  );
  await run(
    db,
    sql`create trigger seen after update of state on service_requests
        for each row when (old.state is distinct from new.state) execute function write_seen_change()`,
  );
  // A part beside the lead is nobody's work: it says only who reads, and the database keeps it to two states.
  await run(
    db,
    sql`create trigger seen after update of state on assignments
        for each row when (old.state is distinct from new.state and not new.beside_lead) execute function write_seen_change()`,
  );
}

/** What a step that gives back "as before" may give back. */
const BEFORE: Record<string, readonly string[]> = {
  service_requests: ['received', 'in-review', 'assigned', 'in-progress', 'reopened'],
  assignments: ['offered', 'accepted', 'in-progress', 'on-site'],
};

/** Changes that no step of the tables makes. */
export async function forbiddenChanges(db: Db): Promise<string[]> {
  const seen = await rows<{ of: string; from: string; to: string }>(
    db,
    sql`select distinct of_what as of, old_state as from, new_state as to from seen_changes`,
  );
  return seen.flatMap(({ of, from, to }) => {
    const steps = Object.values<{ from: readonly string[]; to: string }>(
      of === 'assignments' ? ASSIGNMENT_STEPS : REQUEST_STEPS,
    );
    const isStep = steps.some(
      (step) => step.from.includes(from) && (step.to === to || (step.to === 'as-before' && BEFORE[of]!.includes(to))),
    );
    return isStep ? [] : [`${of}: ${from} → ${to}`];
  });
}

/** The supervisor sees everything, an agent all that is not restricted, a directorate what it has a part of. */
function mustSee(reader: StaffActor, request: ServiceRequest, parts: readonly Assignment[]): boolean {
  if (reader.role === 'supervisor') return true;
  if (reader.role === 'agent') return !request.restricted;
  const isOver = request.state === 'withdrawn' || request.state === 'cancelled';
  const hasPart = parts.some(
    ({ directorateCode, state }) =>
      directorateCode === reader.directorate && state !== 'returned' && (state !== 'cancelled' || isOver),
  );
  const named = request.restrictedTo.length === 0 || request.restrictedTo.includes(reader.directorate!);
  return hasPart && (!request.restricted || named);
}

/** Where page, list, search index or the look at an incident show somebody what is not theirs, or keep from them what is. */
export async function wronglySeen(house: House, reader: StaffActor, ids: readonly string[]): Promise<string[]> {
  const { db, clock } = house;
  const list = await openList(db, reader, { query: { open: 'all' }, now: clock.now() });
  const listed = new Set((await listPage(db, list, { limit: 1_000, sort: 'newest' })).ids);
  const within = await withinSight(db, [...ids], listRights(reader, 'request-read').sights);
  const wrong: string[] = [];
  for (const id of ids) {
    const [request, parts] = [(await requestById(db, id))!, await assignmentsOf(db, id)];
    const must = mustSee(reader, request, parts);
    const found = await readableCase(db, reader, id).catch(() => null);
    const sees = { page: found !== null, sight: within.has(id), list: listed.has(id) };
    for (const [where, isThere] of Object.entries(sees))
      if (isThere !== must)
        wrong.push(
          `${reader.name}, ${where}: ${request.state} ${isThere ? 'shown' : 'kept away'}; ${parts.map((part) => `${part.directorateCode} ${part.state}`).join(', ')}`,
        );
    if (found === null) continue;
    const { members, lead } = await presentTogether(db, reader, found);
    for (const other of [...members, ...(lead ? [lead] : [])])
      if (!(await readableCase(db, reader, other.id).catch(() => null)))
        wrong.push(`${reader.name}, incident: ${other.state} shown`);
  }
  return wrong;
}
