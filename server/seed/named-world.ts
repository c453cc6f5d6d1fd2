/**
 * The named world: a handful of invented citizens and what became of their requests, one for every state a screen must show. Tests ask
 * for them by name, and the demo begins with them. They go through the same actions as everybody's.
 */
import type { Actor } from '../kernel/actor.ts';
import { CITIZEN } from '../kernel/actor.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import type { Tx } from '../kernel/db/transaction.ts';
import type { House } from '../kernel/house.ts';
import type { Application } from '../modules/intake/door.ts';
import { NO_PLACE, receiveRequest } from '../modules/intake/door.ts';
import { listNeighbourhoods } from '../modules/places/door.ts';
import {
  answerAssignment,
  askCitizen,
  assignmentsOf,
  returnAssignment,
  saySatisfaction,
  withdrawRequest,
  workOnAssignment,
} from '../modules/requests/door.ts';
import { staffActors } from '../modules/staff/door.ts';
import type { NamedRequest, Step } from './named-requests.ts';
import { NAMED_REQUESTS } from './named-requests.ts';

export type NamedWorld = Record<string, { id: string; trackingNumber: string }>;

/** How their client keys begin. */
export const NAMED_KEY = 'named-';

const HOUR = 3_600_000;

/** Plays all named requests, each begun so many hours before now. Running it again changes nothing: each has its client key. */
export async function seedNamedWorld(house: House): Promise<NamedWorld> {
  const staff = await findStaff(house);
  const neighbourhoods = await listNeighbourhoods(house.db);
  const now = house.clock.now().getTime();
  const world: NamedWorld = {};
  for (const named of NAMED_REQUESTS) {
    const begun = now - named.hoursAgo * HOUR;
    const place = { ...NO_PLACE, ...named.place, neighbourhoodId: placeOf(neighbourhoods, named)?.id ?? null };
    const application: Application = {
      channel: named.channel,
      kind: named.kind ?? 'complaint',
      text: named.text,
      language: named.language ?? 'tr',
      topicCode: named.topic,
      answers: [],
      danger: named.danger ?? false,
      person: named.person,
      place: named.pin ? { ...place, ...pinOf(neighbourhoods, named) } : place,
      fileIds: [],
      clientKey: NAMED_KEY + named.name,
    };
    const actor = named.channel === 'web' ? CITIZEN : staff('agent', null);
    const recorded = await inTransaction(house, { actor, now: new Date(begun) }, (tx) =>
      receiveRequest(tx, application),
    );
    world[named.name] = { id: recorded.id, trackingNumber: recorded.trackingNumber };
    if (recorded.isNew) await playSteps(house, { id: recorded.id, named, begun, staff });
  }
  return world;
}

interface Play {
  id: string;
  named: NamedRequest;
  begun: number;
  staff: FindStaff;
}

async function playSteps(house: House, { id, named, begun, staff }: Play): Promise<void> {
  for (const step of named.steps) {
    const now = new Date(begun + step.after * HOUR);
    const part = (await assignmentsOf(house.db, id)).find((each) => each.endedAt === null);
    const actor = step.do === 'withdraw' || step.do === 'say' ? CITIZEN : staff('clerk', part?.directorateCode ?? null);
    await inTransaction(house, { actor, now }, (tx) => take(tx, { step, requestId: id, assignmentId: part?.id ?? '' }));
  }
}

async function take(
  tx: Tx,
  { step, requestId, assignmentId }: { step: Step; requestId: string; assignmentId: string },
): Promise<void> {
  if (step.do === 'accept' || step.do === 'work' || step.do === 'go-on-site') {
    await workOnAssignment(tx, { assignmentId, step: step.do });
  } else if (step.do === 'return') await returnAssignment(tx, { assignmentId, reason: step.text });
  else if (step.do === 'answer') {
    await answerAssignment(tx, { assignmentId, outcome: step.outcome, text: step.text, forwardedTo: step.to });
  } else if (step.do === 'ask') await askCitizen(tx, { requestId, question: step.text });
  else if (step.do === 'withdraw') await withdrawRequest(tx, { requestId });
  else if (step.do === 'say') await saySatisfaction(tx, { requestId, satisfied: step.satisfied, reason: step.text });
}

type FindStaff = (role: 'agent' | 'clerk', directorate: string | null) => Actor;

async function findStaff(house: House): Promise<FindStaff> {
  const members = await staffActors(house);
  return (role, directorate) => {
    const own = members.find((member) => member.role === role && member.directorate === directorate);
    // Not every directorate has a demo clerk; the supervisor may act for any.
    const found = own ?? members.find((member) => member.role === 'supervisor');
    if (!found) throw new Error('the named world needs the demo staff');
    return found;
  };
}

type Neighbourhoods = Awaited<ReturnType<typeof listNeighbourhoods>>;

/** The same world fits every profile: a request stands in the n-th neighbourhood of the Turkish alphabet. */
function placeOf(neighbourhoods: Neighbourhoods, { nth }: NamedRequest): Neighbourhoods[number] | undefined {
  return nth === null ? undefined : neighbourhoods[nth % neighbourhoods.length];
}

function pinOf(
  neighbourhoods: Neighbourhoods,
  named: NamedRequest,
): { latitude: number | null; longitude: number | null } {
  const at = placeOf(neighbourhoods, named);
  return { latitude: at?.latitude ?? null, longitude: at?.longitude ?? null };
}
