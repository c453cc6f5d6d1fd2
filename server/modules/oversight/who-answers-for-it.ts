/**
 * HEART FILE. Who answers for a part of a request today, at each height of the ladder: never nobody. Whoever is away is answered for by who stands
 * in; a post nobody holds, or whose holder may not see this request, passes to the next height, and that is said. Pure.
 */
import type { Audience } from '../../../contract/ladder.ts';
import type { ReadyRole } from '../../../contract/rights.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { AwayToday, Thing } from '../staff/door.ts';
import { may, standInFor } from '../staff/door.ts';

/** `directorate`: everybody who works there, where no manager is in the system; `administrator`: the last who is always there. */
export type Height = Audience | 'directorate' | 'administrator';

/** To whom it passes when a height has nobody, in this order. Work passes to those who can do it, blame only upward. */
const PASSES_TO: Record<Audience, readonly Height[]> = {
  holder: ['holder', 'unit', 'manager', 'directorate', 'deputy-mayor', 'supervisor', 'administrator'],
  unit: ['unit', 'manager', 'directorate', 'deputy-mayor', 'supervisor', 'administrator'],
  manager: ['manager', 'deputy-mayor', 'supervisor', 'administrator'],
  'deputy-mayor': ['deputy-mayor', 'supervisor', 'administrator'],
  supervisor: ['supervisor', 'administrator'],
  'mayors-office': ['mayors-office', 'supervisor', 'administrator'],
};

export type Because =
  /** It is handed to no person, or lies with no unit. */
  | 'not-handed'
  /** Nobody has that post. */
  | 'no-such-post'
  /** Who has it is away and nobody stands in, or those who do cover for one another. */
  | 'away'
  /** The request is kept to others. */
  | 'may-not-see';

export interface Passed {
  height: Height;
  because: Because;
}

export interface Told {
  id: string;
  /** In whose place; null: in their own. */
  inPlaceOf: string | null;
}

export interface Answers {
  height: Height;
  people: Told[];
  /** The heights that had nobody, and why. */
  passed: Passed[];
}

/** Where a part of a request lies; with no directorate it waits at the solution centre. */
export interface WhereItLies {
  directorate: string | null;
  unit: string | null;
  person: string | null;
}

export interface PersonHere {
  id: string;
  base: ReadyRole;
  directorate: string | null;
  unit: string | null;
  looksAfter: readonly string[];
  /** As whom they may act today. */
  actor: StaffActor;
}

export interface Roster {
  people: ReadonlyMap<string, PersonHere>;
  away: AwayToday;
  /** Ids of those who read the mayor's list. */
  mayorsOffice: readonly string[];
}

/** @param thing what the permission table asks about the request: only those who may read it are told of it. */
export function whoAnswersFor(
  roster: Roster,
  { audience, where, thing }: { audience: Audience; where: WhereItLies; thing: Thing },
): Answers {
  const passed: Passed[] = [];
  for (const height of PASSES_TO[where.directorate === null ? atTheCentre(audience) : audience]) {
    const found = at(height, roster, where);
    if (typeof found === 'string') passed.push({ height, because: found });
    else if (height === 'administrator') return { height, people: found, passed };
    else {
      const people = found.filter(({ id }) => may(roster.people.get(id)!.actor, 'request-read', thing));
      if (people.length > 0) return { height, people, passed };
      passed.push({ height, because: 'may-not-see' });
    }
  }
  return { height: 'administrator', people: [], passed };
}

/** What no directorate has is the solution centre's: its supervisor is holder and manager at once. */
function atTheCentre(audience: Audience): Audience {
  return audience === 'mayors-office' ? audience : 'supervisor';
}

function at(height: Height, roster: Roster, where: WhereItLies): Told[] | Because {
  const posts = postsAt(height, roster, where);
  if (posts === null) return 'not-handed';
  if (posts.length === 0) return 'no-such-post';
  const there = posts.flatMap((id) => whoIsThere(roster, id));
  return there.length === 0 ? 'away' : [...new Map(there.map((one) => [one.id, one])).values()];
}

/** Null: it is not handed to anybody at that height. */
function postsAt(height: Height, roster: Roster, { directorate, unit, person }: WhereItLies): string[] | null {
  const those = (is: (one: PersonHere) => boolean) => [...roster.people.values()].filter(is).map(({ id }) => id);
  const worksThere = ({ base }: PersonHere) => base === 'clerk' || base === 'manager';
  if (height === 'holder') return person === null ? null : [person].filter((id) => roster.people.has(id));
  if (height === 'unit') return unit === null ? null : those((one) => one.unit === unit && worksThere(one));
  if (height === 'manager') return those((one) => one.base === 'manager' && one.directorate === directorate);
  if (height === 'directorate') return those((one) => one.directorate === directorate && worksThere(one));
  if (height === 'deputy-mayor')
    return those(({ base, looksAfter }) => base === 'deputy-mayor' && looksAfter.includes(directorate ?? ''));
  if (height === 'mayors-office') return roster.mayorsOffice.filter((id) => roster.people.has(id));
  return those(({ base }) => base === height);
}

function whoIsThere({ people, away }: Roster, id: string): Told[] {
  const standIn = standInFor(id, away);
  if (standIn.who === 'themselves') return [{ id, inPlaceOf: null }];
  if (standIn.who === 'nobody' || !people.has(standIn.id)) return [];
  return [{ id: standIn.id, inPlaceOf: id }];
}
