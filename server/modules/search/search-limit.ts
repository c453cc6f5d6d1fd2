/** Nobody types as fast as a program reads a register out. Whoever looks by words is counted: in the box, in the list, in its counts and on its map. */
import type { StaffActor } from '../../kernel/actor.ts';
import type { House } from '../../kernel/house.ts';
import { withinLimit } from '../../kernel/limits.ts';
import { refuse } from '../../kernel/refusals.ts';

const SECONDS = 60;
/** The database is told of so many together, a share of the limit: a write for each would cost as much as the search it counts. */
const TOLD_TOGETHER = 1 / 30;

interface Counted {
  /** Searches of this process that the database has not been told of. */
  untold: number;
  /** The minute in which they were found to be beyond the limit. */
  beyondIn: number | null;
}

const counted = new WeakMap<House, Map<string, Counted>>();

/** Counts a search of this person where words are looked for. Refuses 'too-many-searches'. */
export async function countSearch(house: House, { id }: StaffActor, words = ''): Promise<void> {
  if (words.trim() === '') return;
  const person = countedOf(house, id);
  const now = house.clock.now();
  const minute = Math.floor(now.getTime() / (SECONDS * 1000));
  person.untold += 1;
  const most = house.config.searchesPerMinute;
  if (person.untold >= most * TOLD_TOGETHER) {
    const times = person.untold;
    person.untold = 0;
    const isWithin = await withinLimit(house.db, now, { name: 'search', most, seconds: SECONDS, times }, id);
    person.beyondIn = isWithin ? null : minute;
  }
  if (person.beyondIn === minute) throw refuse('too-many-searches', { seconds: SECONDS });
}

function countedOf(house: House, id: string): Counted {
  const people = counted.get(house) ?? new Map<string, Counted>();
  counted.set(house, people);
  const person = people.get(id) ?? { untold: 0, beyondIn: null };
  people.set(id, person);
  return person;
}
