/** Everybody who works here today, in memory: the ladder and the notices ask about them for many requests at once. */
import type { House } from '../../kernel/house.ts';
import { istanbulDay } from '../calendar/door.ts';
import { awayOn, listStaff, staffActors } from '../staff/door.ts';
import { mayorsOffice } from './setting-store.ts';
import type { PersonHere, Roster } from './who-answers-for-it.ts';

export async function rosterOf({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<Roster> {
  const [staff, actors, away, office] = await Promise.all([
    listStaff(db),
    staffActors({ db, clock }),
    awayOn(db, istanbulDay(clock.now())),
    mayorsOffice(db),
  ]);
  const actorById = new Map(actors.map((actor) => [actor.id, actor]));
  const people = staff.flatMap(({ id, base, directorate, unit, looksAfter }): [string, PersonHere][] => {
    const actor = actorById.get(id);
    return actor ? [[id, { id, base, directorate, unit, looksAfter, actor }]] : [];
  });
  return { people: new Map(people), away, mayorsOffice: office };
}
