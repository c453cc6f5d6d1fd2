/** From the words of which-staff-are-told.ts to people: who they are today, and in whose place. */
import type { Audience } from '../../../contract/ladder.ts';
import type { Right } from '../../../contract/rights.ts';
import type { Fact } from '../../kernel/facts.ts';
import type { Assignment, ReadableCase } from '../requests/door.ts';
import { thingOf } from '../requests/door.ts';
import { may, scopeOf } from '../staff/door.ts';
import type { Roster, Told } from './who-answers-for-it.ts';
import { whoAnswersFor } from './who-answers-for-it.ts';
import type { StaffAudience } from './staff-telling.ts';

export interface Happening {
  fact: Fact;
  roster: Roster;
  /** Undefined: it is about no request. */
  found: ReadableCase | undefined;
}

/** Whether there can be anybody, told without asking who works here: most parts are handed to nobody when they come in. */
export function isAddressed(audience: StaffAudience, happening: Omit<Happening, 'roster'>): boolean {
  if (audience === 'handed-person') return partOf(happening)?.assigneeId != null;
  if (audience !== 'handed-unit') return true;
  const part = partOf(happening);
  return part?.unitCode != null && part.assigneeId === null;
}

export function findAudience(audience: StaffAudience, happening: Happening): Told[] {
  const found = FINDERS[audience](happening).filter(({ id }) => mayKnow(happening, id));
  // Whom the fact names has left meanwhile: what came back to them comes back to who answers for it now.
  if (found.length > 0 || audience !== 'named' || happening.found === undefined) return found;
  return everyPart(happening, 'holder').filter(({ id }) => mayKnow(happening, id));
}

const FINDERS: Record<StaffAudience, (happening: Happening) => Told[]> = {
  holders: (happening) => everyPart(happening, 'holder'),
  managers: (happening) => everyPart(happening, 'manager'),
  'managers-of-directorate': (happening) => onRung(happening, 'manager'),
  approvers: (happening) => onRung(happening),
  supervisors: (happening) => everyPart(happening, 'supervisor'),
  'handed-person': (happening) => atPart(happening, partOf(happening), 'holder'),
  'handed-unit': (happening) => atPart(happening, partOf(happening), 'unit'),
  'rule-writers': ({ roster }) => withRight(roster, 'routing-change'),
  'message-keepers': ({ roster }) => withRight(roster, 'message-resend'),
  'problem-keepers': (happening) => keepersOf(happening),
  named: ({ fact }) => namedIn(fact),
};

/** The fact names its directorate, and a draft the height at which it waits. */
function onRung({ roster, fact, found }: Happening, height?: Audience): Told[] {
  const { rung, directorate } = fact.data as { rung: Audience; directorate: string };
  const thing = found ? thingOf(found.request, found.assignments) : { directorates: [directorate] };
  return whoAnswersFor(roster, { audience: height ?? rung, where: { directorate, unit: null, person: null }, thing })
    .people;
}

/** For each open part; a request that has none is the solution centre's. */
function everyPart(happening: Happening, audience: Audience): Told[] {
  const open = happening.found?.assignments.filter(({ endedAt }) => endedAt === null) ?? [];
  const told = (open.length === 0 ? [undefined] : open).flatMap((part) => atPart(happening, part, audience));
  return [...new Map(told.map((one) => [one.id, one])).values()];
}

function atPart({ roster, found }: Happening, part: Assignment | undefined, audience: Audience): Told[] {
  const where = {
    directorate: part?.directorateCode ?? null,
    unit: part?.unitCode ?? null,
    person: part?.assigneeId ?? null,
  };
  const thing = found ? thingOf(found.request, found.assignments) : {};
  return whoAnswersFor(roster, { audience, where, thing }).people;
}

/** The part the fact is about. */
function partOf({ fact, found }: Omit<Happening, 'roster'>): Assignment | undefined {
  const { assignmentId } = fact.data as { assignmentId?: string };
  return found?.assignments.find(({ id }) => id === assignmentId);
}

function withRight({ people }: Roster, right: Right): Told[] {
  const may = [...people.values()].filter(({ actor }) => scopeOf(actor, right) === 'all');
  return may.map(({ id }) => ({ id, inPlaceOf: null }));
}

/** Whoever opened it may be of the solution centre; the crew is the directorate's. */
function keepersOf(happening: Happening): Told[] {
  const keepers = [...namedIn(happening.fact), ...onRung(happening, 'manager')];
  return [...new Map(keepers.map((one) => [one.id, one])).values()];
}

interface Naming {
  told?: Told[];
  staffId?: string;
  delegateId?: string | null;
  askedBy?: string | null;
  holderId?: string;
}

/** Those the fact was made for: whom the ladder found, who stands in, who asked, whose act it was. */
function namedIn(fact: Fact): Told[] {
  const { told, delegateId, askedBy, staffId, holderId } = fact.data as Naming;
  if (told) return told;
  // An absence names the absent person too, and it is the delegate who is told.
  if (delegateId !== undefined) return delegateId === null ? [] : [{ id: delegateId, inPlaceOf: staffId ?? null }];
  const id = holderId ?? askedBy ?? staffId;
  return id ? [{ id, inPlaceOf: null }] : [];
}

/** The request may have been kept to others meanwhile, and somebody the fact names may have left. */
function mayKnow({ roster, found }: Happening, id: string): boolean {
  const person = roster.people.get(id);
  if (person === undefined) return false;
  return found === undefined || may(person.actor, 'request-read', thingOf(found.request, found.assignments));
}
