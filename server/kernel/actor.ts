/**
 * Who acts. Minted only by the gates: the desk's sign-in, the portal's tracking gate, the worker, the command line.
 * Rules ask it what they need; they never look at a request's headers.
 */
import type { ReadyRole, Rights } from '../../contract/rights.ts';

/** One capacity in which somebody acts: their own post, or the post of an absent person for whom they stand in. */
export interface Hat {
  /** Whose post it is. */
  staffId: string;
  /** Code of the role, and the ready role it is built on. */
  role: string;
  base: ReadyRole;
  rights: Rights;
  /** What "own directorate" means here: where the person works, or those a deputy mayor looks after. */
  directorates: readonly string[];
  unit: string | null;
}

export interface StaffActor {
  kind: 'staff';
  id: string;
  name: string;
  /** Code of the role of the person's own post. */
  role: string;
  /** Code of the directorate this person works for; only clerks and managers have one. */
  directorate: string | null;
  unit: string | null;
  /** The own post first. */
  hats: readonly [Hat, ...Hat[]];
}

export interface CitizenActor {
  kind: 'citizen';
}

export interface SystemActor {
  kind: 'system';
  /** What part of the system, in words: 'routing', 'outbox', 'replay'. */
  name: string;
}

export type Actor = StaffActor | CitizenActor | SystemActor;

export const CITIZEN: CitizenActor = { kind: 'citizen' };

export function systemActor(name: string): SystemActor {
  return { kind: 'system', name };
}

/** How an actor is written into history and logs: never a name, which may change or have to be forgotten. */
export function actorKey(actor: Actor): string {
  if (actor.kind === 'staff') return `staff:${actor.id}`;
  return actor.kind === 'system' ? `system:${actor.name}` : 'citizen';
}
