/** Nobody types as fast as a program reads a register out. Whoever looks by words is counted: in the box, in the list, in its counts and on its map. */
import type { StaffActor } from '../../kernel/actor.ts';
import type { House } from '../../kernel/house.ts';
import { withinLimit } from '../../kernel/limits.ts';
import { refuse } from '../../kernel/refusals.ts';

const SECONDS = 60;

/** Counts a search of this person where words are looked for. Refuses 'too-many-searches'. */
export async function countSearch({ db, clock, config }: House, actor: StaffActor, words = ''): Promise<void> {
  if (words.trim() === '') return;
  const limit = { name: 'search', most: config.searchesPerMinute, seconds: SECONDS };
  if (!(await withinLimit(db, clock.now(), limit, actor.id))) throw refuse('too-many-searches', { seconds: SECONDS });
}
