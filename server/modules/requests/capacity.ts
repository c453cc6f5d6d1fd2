/**
 * In whose place somebody acts. A right is found in one of a person's hats (open-case.ts); where it is an absent colleague's, every line that the
 * act writes into the history of that case says so. Kept by the actor, who is made anew for each call and each held act.
 */
import type { Actor, Hat } from '../../kernel/actor.ts';

const kept = new WeakMap<Actor, Map<string, string>>();

export function noteCapacity(actor: Actor, requestId: string, hat: Hat): void {
  if (actor.kind !== 'staff') return;
  const inPlaceOf = kept.get(actor) ?? new Map<string, string>();
  kept.set(actor, inPlaceOf);
  if (hat.staffId === actor.id) inPlaceOf.delete(requestId);
  else inPlaceOf.set(requestId, hat.staffId);
}

/** Id of the absent person whose right this is; undefined: the actor's own. */
export function inPlaceOf(actor: Actor, requestId: string): string | undefined {
  return kept.get(actor)?.get(requestId);
}
