/** The chain of an answer as it is today, and whether somebody stands on a rung of it. The table is who-approves.ts. */
import type { ReadyRole } from '../../../contract/rights.ts';
import type { Actor, Hat, StaffActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import { refuse } from '../../kernel/refusals.ts';
import { directorateByCode, hatsFor, staffActors } from '../staff/door.ts';
import { askingsOf } from './asked-of-answer.ts';
import { thingOf } from './open-case.ts';
import type { AssignmentOutcome } from './outcomes.ts';
import type { Assignment, ServiceRequest } from './request.ts';
import type { Asking } from './strictest-of-merged.ts';
import { strictest } from './strictest-of-merged.ts';
import type { ChainLink, Rung } from './who-approves.ts';
import { chainFor } from './who-approves.ts';

export interface PartAnswered {
  request: ServiceRequest;
  assignment: Assignment;
  /** Null: an interim answer. */
  outcome: AssignmentOutcome | null;
}

/** A rung of the chain, each reason with those who follow and ask for it; none: the answered request itself does. */
export type LinkAskedFor = Omit<ChainLink, 'why'> & { why: readonly (ChainLink['why'][number] & Pick<Asking, 'by'>)[] };

export async function chainOf(db: Db, { request, assignment, outcome }: PartAnswered): Promise<LinkAskedFor[]> {
  const askings = await askingsOf(db, request);
  const from = { law: strictest(askings, 'law'), topic: strictest(askings, 'approval'), directorate: { by: [] } };
  const chain = chainFor({
    kind: from.law.kind,
    outcome,
    topic: from.topic.approval,
    directorate: (await directorateByCode(db, assignment.directorateCode))?.approval ?? 'none',
  });
  return chain.map(({ rung, why }) => ({ rung, why: why.map((each) => ({ ...each, by: from[each.from].by })) }));
}

type Reading = Pick<House, 'db' | 'clock'>;
type Part = Pick<PartAnswered, 'request' | 'assignment'>;

/**
 * In which capacity the person stands on the rung; undefined: in none. Whoever may approve at all stands on the manager's; on the deputy
 * mayor's only a deputy mayor, or the supervisor where no deputy mayor looks after the directorate: no answer may wait for nobody.
 */
export async function hatOnRung(house: Reading, actor: StaffActor, rung: Rung, part: Part): Promise<Hat | undefined> {
  const hats = hatsFor(actor, 'answer-approve', thingOf(part.request, [part.assignment]));
  if (rung === 'manager') return hats[0];
  const deputy = hats.find(({ base }) => base === 'deputy-mayor');
  if (deputy !== undefined || !hats.some(({ base }) => base === 'supervisor')) return deputy;
  return hatOf(await staffActors(house), { actor, rung, part });
}

interface Standing {
  actor: StaffActor;
  rung: Rung;
  part: Part;
}

function hatOf(people: readonly StaffActor[], { actor, rung, part }: Standing): Hat | undefined {
  const thing = thingOf(part.request, [part.assignment]);
  const hats = hatsFor(actor, 'answer-approve', thing);
  if (rung === 'manager') return hats[0];
  const isDeputy = ({ base }: Hat) => base === 'deputy-mayor';
  const isLookedAfter = people.some((one) => hatsFor(one, 'answer-approve', thing).some(isDeputy));
  return hats.find(isLookedAfter ? isDeputy : ({ base }) => base === 'supervisor');
}

/** Above the manager's rung stand those who may approve in his place, but it is theirs to read only where he is missing. */
const ABOVE: readonly ReadyRole[] = ['deputy-mayor', 'supervisor'];

/** Whose turn it is: of those who stand on the rung today the nearest to the part. */
export function nearestOf(people: readonly StaffActor[], rung: Rung, part: Part): StaffActor[] {
  const standing = people.flatMap((actor) => {
    const hat = hatOf(people, { actor, rung, part });
    return hat === undefined ? [] : [{ actor, distance: ABOVE.indexOf(hat.base) }];
  });
  const nearest = Math.min(...standing.map(({ distance }) => distance));
  return standing.filter(({ distance }) => distance === nearest).map(({ actor }) => actor);
}

/**
 * Whatever the route: an answer leaves the house only by the hand of somebody on the highest rung of its chain. The system carries out what
 * such a person ordered.
 * @throws approval-needed with the rungs
 */
export async function requireApproval(tx: Tx, part: PartAnswered): Promise<void> {
  const chain = await chainOf(tx.db, part);
  const highest = chain.at(-1);
  if (highest === undefined || (await mayGive(tx, tx.actor, { ...part, rung: highest.rung }))) return;
  throw refuse('approval-needed', { rungs: chain.map(({ rung }) => rung) });
}

async function mayGive(tx: Tx, actor: Actor, { rung, ...part }: PartAnswered & { rung: Rung }): Promise<boolean> {
  if (actor.kind !== 'staff') return actor.kind === 'system';
  return (await hatOnRung({ db: tx.db, clock: tx.house.clock }, actor, rung, part)) !== undefined;
}
