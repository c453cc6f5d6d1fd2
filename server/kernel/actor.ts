/**
 * Who acts. Minted only by the gates: the desk's sign-in, the portal's tracking gate, the worker, the command line.
 * Rules ask it what they need; they never look at a request's headers.
 */
export const ROLES = ['agent', 'clerk', 'manager', 'supervisor', 'administrator', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

export interface StaffActor {
  kind: 'staff';
  id: string;
  name: string;
  role: Role;
  /** Code of the directorate this person works for; only clerks and managers have one. */
  directorate: string | null;
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
