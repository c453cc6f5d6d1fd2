import type { Actor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusals.ts';
import { may } from '../staff/door.ts';

/** Refuses 'not-allowed' for whoever may not say what the municipality's places are. */
export function mayChangePlaces(actor: Actor): void {
  // Whoever writes the rules of routing also says what they are about.
  if (!may(actor, 'settings-change') && !may(actor, 'routing-change')) throw refuse('not-allowed');
}
