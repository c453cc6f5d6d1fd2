/** From whom was chosen to where each thing goes: what the preview shows and the hand-over then does. */
import type { HandOverPreview } from '../../../../contract/hand-over.ts';
import type { House } from '../../../kernel/house.ts';
import { refuse } from '../../../kernel/refusals.ts';
import type { Assignment } from '../../requests/door.ts';
import { assignmentsOfMany, loadOf, requestsByIds, thingOf } from '../../requests/door.ts';
import type { StaffMember } from '../../staff/door.ts';
import { staffById } from '../../staff/door.ts';
import type { NoticeRow } from '../notice-store.ts';
import { rosterOf } from '../roster.ts';
import type { Roster, Told, WhereItLies } from '../who-answers-for-it.ts';
import { whoAnswersFor } from '../who-answers-for-it.ts';
import type { ThingToHandOver } from './hand-over-store.ts';
import type { Held } from './in-hand.ts';
import type { Taken } from './who-takes-over.ts';
import { whoTakesOver } from './who-takes-over.ts';

export interface Plan {
  things: ThingToHandOver[];
  parts: HandOverPreview['parts'];
  /** Id of who gets what follows no part; null: nobody is there. */
  rest: string | null;
}

interface Asked {
  person: StaffMember;
  held: Held;
  /** Ids, in the order in which they were chosen. */
  people: readonly string[];
}

/** @throws input-invalid for somebody who works here no more, or for the person themselves. */
export async function planHandOver(reading: Pick<House, 'db' | 'clock'>, asked: Asked): Promise<Plan> {
  const { person, held, people } = asked;
  const { db } = reading;
  const loads = await loadOf(db, people);
  const chosen = await Promise.all(
    people.map(async (id) => {
      const found = await staffById(db, id);
      if (!found?.active || id === person.id) throw refuse('input-invalid', { field: 'people' });
      return { id, directorate: found.directorate, unit: found.unit, open: loads.get(id) ?? 0 };
    }),
  );
  const taken = whoTakesOver(held.parts, chosen);
  const roster = without(await rosterOf(reading), person.id);
  const rest = people.length === 1 ? people[0]! : managerOf(roster, person);
  const follows = takersOfRequests(held, taken);
  const others = await whoAnswers({ ...reading, roster }, held.notices, follows);
  return {
    rest,
    parts: counted(taken),
    things: [
      ...held.parts.map(({ id }) => ({ subject: id, kind: 'part' as const, to: taken.get(id)!.to })),
      ...held.drafts.map(({ id, assignmentId }) => ({
        subject: id,
        kind: 'draft' as const,
        to: taken.get(assignmentId)?.to ?? rest,
      })),
      ...held.standIns.map(({ id, staffId }) => ({
        ...{ subject: id, kind: 'stand-in' as const },
        // Nobody stands in for themselves.
        to: rest === staffId ? (people.find((one) => one !== staffId) ?? null) : rest,
      })),
      ...held.notices.map(({ id, requestId }) => ({
        subject: id,
        kind: 'notice' as const,
        to: (requestId && (follows.get(requestId) ?? others.get(id))) || rest,
      })),
      ...held.views.map(({ id }) => ({ subject: id, kind: 'view' as const, to: rest })),
    ],
  };
}

function without(roster: Roster, id: string): Roster {
  return { ...roster, people: new Map([...roster.people].filter(([each]) => each !== id)) };
}

function managerOf(roster: Roster, { directorate, unit }: StaffMember): string | null {
  const where: WhereItLies = { directorate, unit, person: null };
  return first(whoAnswersFor(roster, { audience: 'manager', where, thing: thingOfPost(directorate) }).people);
}

const thingOfPost = (directorate: string | null) => ({ directorates: directorate === null ? [] : [directorate] });
const first = (people: readonly Told[]): string | null => people[0]?.id ?? null;

/** Who takes the part a request has in this person's hands. */
function takersOfRequests({ parts }: Held, taken: ReadonlyMap<string, Taken>): Map<string, string> {
  return new Map(
    parts.flatMap(({ id, requestId }): [string, string][] => {
      const to = taken.get(id)!.to;
      return to === null ? [] : [[requestId, to]];
    }),
  );
}

/** For notices about requests whose part goes to nobody in particular, or was not theirs: who answers for it with this person gone. */
async function whoAnswers(
  { db, roster }: Pick<House, 'db'> & { roster: Roster },
  notices: readonly NoticeRow[],
  follows: ReadonlyMap<string, string>,
): Promise<Map<string, string | null>> {
  const about = notices.filter(({ requestId }) => requestId !== null && !follows.has(requestId));
  const ids = [...new Set(about.map(({ requestId }) => requestId!))];
  const [requests, parts] = await Promise.all([requestsByIds(db, ids), assignmentsOfMany(db, ids)]);
  const cases = new Map(requests.map((request) => [request.id, request]));
  return new Map(
    about.map(({ id, requestId }) => {
      const request = cases.get(requestId!);
      const own = parts.filter((part) => part.requestId === requestId);
      if (request === undefined) return [id, null];
      const where = placeOf(own.find(({ endedAt }) => endedAt === null));
      return [id, first(whoAnswersFor(roster, { audience: 'manager', where, thing: thingOf(request, own) }).people)];
    }),
  );
}

function placeOf(part: Assignment | undefined): WhereItLies {
  return { directorate: part?.directorateCode ?? null, unit: part?.unitCode ?? null, person: null };
}

function counted(taken: ReadonlyMap<string, Taken>): HandOverPreview['parts'] {
  const counts = new Map<string, HandOverPreview['parts'][number]>();
  for (const { to, because } of taken.values()) {
    const key = `${to} ${because}`;
    counts.set(key, { to, because, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((left, right) => right.count - left.count);
}
