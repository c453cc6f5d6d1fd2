// Who works here, and in which directorates.
import type { StaffActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db/database.ts';
import type { House } from '../../kernel/house.ts';
import { isId } from '../../kernel/ids.ts';
import { remembered } from '../../kernel/remembered.ts';
import type { Language } from '../../../text/language.ts';
import { compare } from '../../../text/turkish.ts';
import { allDirectorates } from './directorate-store.ts';
import type { Post } from './hats.ts';
import { actorFrom } from './hats.ts';
import { everybodyToday, personToday } from './post-store.ts';
import type { Directorate, StaffMember, Unit } from './staff-member.ts';
import { allStaff, namesOf, preferencesOf, staffMember } from './store.ts';
import { allUnits } from './unit-store.ts';

export const rememberedDirectorates = remembered(async (db) => {
  const list = await allDirectorates(db);
  return list.sort((left, right) => compare(left.name, right.name));
});

/** All directorates in Turkish order, with those no longer active. */
export function listDirectorates(db: Db): Promise<Directorate[]> {
  return rememberedDirectorates.get(db);
}

export async function directorateByCode(db: Db, code: string): Promise<Directorate | undefined> {
  return (await listDirectorates(db)).find((one) => one.code === code);
}

export const rememberedUnits = remembered(async (db) => {
  const list = await allUnits(db);
  return list.sort((left, right) => compare(left.name, right.name));
});

/** All units in Turkish order, with those no longer active. */
export function listUnits(db: Db): Promise<Unit[]> {
  return rememberedUnits.get(db);
}

export async function unitByCode(db: Db, code: string): Promise<Unit | undefined> {
  return (await listUnits(db)).find((one) => one.code === code);
}

/** Everybody, active first, in Turkish order of their names. */
export async function listStaff(db: Db): Promise<StaffMember[]> {
  const list = await allStaff(db);
  return list.sort(
    (left, right) =>
      Number(right.active) - Number(left.active) ||
      compare(left.name, right.name) ||
      compare(left.username, right.username),
  );
}

export async function staffById(db: Db, id: string): Promise<StaffMember | undefined> {
  return isId(id) ? staffMember(db, id) : undefined;
}

export const rememberedNames = remembered(async (db) => (await allStaff(db)).map(({ name }) => name));

/** Everybody's name, also of those who left: for finding a name where none should stand. */
export function namesOfStaff(db: Db): Promise<string[]> {
  return rememberedNames.get(db);
}

/** Who somebody is now, to act in their name later; null when they may no longer act at all. */
export async function staffActorById(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  id: string,
): Promise<StaffActor | null> {
  const person = isId(id) ? await personToday(db, id, clock.now()) : undefined;
  return person?.active ? actorFrom(person, person.standsInFor) : null;
}

/** A person in their own post, now and as they would be under another role. Null: nobody of that id is there. */
export async function staffActorUnder(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  id: string,
  role: Pick<Post, 'role' | 'base' | 'rights'>,
): Promise<{ now: StaffActor; then: StaffActor } | null> {
  const person = isId(id) ? await personToday(db, id, clock.now()) : undefined;
  return person?.active ? { now: actorFrom(person), then: actorFrom({ ...person, ...role }) } : null;
}

/** Everybody who may sign in, as whom they act today. */
export async function staffActors({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<StaffActor[]> {
  return (await everybodyToday(db, clock.now())).map((person) => actorFrom(person, person.standsInFor));
}

/** Names for a history; an id nobody has is left out. */
export async function staffNames(db: Db, ids: Iterable<string>): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter(isId);
  if (wanted.length === 0) return new Map();
  return new Map((await namesOf(db, wanted)).map(({ id, name }) => [id, name]));
}

/** The language they have chosen for the desk; mail comes in it too. */
export async function languageOfStaff(db: Db, id: string): Promise<Language> {
  const { language } = await preferencesOf(db, id);
  return language === 'en' ? 'en' : 'tr';
}
