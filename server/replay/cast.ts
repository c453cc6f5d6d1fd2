/** Who works in the replayed year: agents, a supervisor, a deputy mayor who signs, and one clerk for each directorate. Invented, and nobody can sign in as them. */
import type { StaffActor } from '../kernel/actor.ts';
import { systemActor } from '../kernel/actor.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import type { House } from '../kernel/house.ts';
import { keptTo, listTopics } from '../modules/catalogue/door.ts';
import type { GivenStaffMember } from '../modules/staff/door.ts';
import {
  addStaffMember,
  inventPassword,
  listDirectorates,
  listStaff,
  listUnits,
  staffActors,
} from '../modules/staff/door.ts';

export interface Cast {
  agents: readonly StaffActor[];
  supervisor: StaffActor;
  /** Stands on the highest rung of every chain: signs what the law wants signed. */
  signer: StaffActor;
  clerk(directorate: string): StaffActor;
}

const AGENTS = 6;

/** Finds them, adding whoever is missing; a password is invented and thrown away. */
export async function callCast(house: House): Promise<Cast> {
  const wanted = await roles(house);
  const there = new Set((await listStaff(house.db)).map(({ username }) => username));
  for (const person of wanted.filter(({ username }) => !there.has(username))) {
    await inTransaction(house, { actor: systemActor('replay') }, (tx) =>
      addStaffMember(tx, { ...person, password: inventPassword(), mustChangePassword: true }),
    );
  }
  const usernames = new Set(wanted.map(({ username }) => username));
  const ids = new Set(
    (await listStaff(house.db)).filter(({ username }) => usernames.has(username)).map(({ id }) => id),
  );
  const actors = (await staffActors(house)).filter(({ id }) => ids.has(id));
  const clerks = new Map(actors.filter(({ role }) => role === 'clerk').map((clerk) => [clerk.directorate!, clerk]));
  return {
    agents: actors.filter(({ role }) => role === 'agent'),
    supervisor: actors.find(({ role }) => role === 'supervisor')!,
    signer: actors.find(({ role }) => role === 'deputy-mayor')!,
    clerk(directorate) {
      const clerk = clerks.get(directorate);
      if (!clerk) throw new Error(`nobody works in the directorate ${directorate}`);
      return clerk;
    },
  };
}

async function roles(house: House): Promise<Omit<GivenStaffMember, 'password'>[]> {
  const directorates = (await listDirectorates(house.db)).filter(({ active }) => active);
  const units = await unitsOfRestrictedTopics(house);
  const agents = Array.from({ length: AGENTS }, (_, at) => ({
    username: `canlandirma-${at + 1}`,
    displayName: `Canlandırma Görevlisi ${at + 1}`,
    role: 'agent' as const,
    directorate: null,
  }));
  const clerks = directorates.map(({ code, name }) => ({
    username: `canlandirma-${code.toLowerCase()}`,
    displayName: `Canlandırma (${name})`,
    role: 'clerk' as const,
    directorate: code,
    unit: units.get(code) ?? null,
  }));
  return [
    ...agents,
    { username: 'canlandirma-sorumlu', displayName: 'Canlandırma Sorumlusu', role: 'supervisor', directorate: null },
    {
      username: 'canlandirma-imza',
      displayName: 'Canlandırma İmza Yetkilisi',
      role: 'deputy-mayor',
      directorate: null,
      looksAfter: directorates.map(({ code }) => code),
    },
    ...clerks,
  ];
}

/** By directorate, the unit its restricted topics are kept to, where they are: one clerk does all its work here. */
async function unitsOfRestrictedTopics({ db }: House): Promise<Map<string, string>> {
  const kept = new Set((await listTopics(db)).flatMap(keptTo));
  const units = (await listUnits(db)).filter(({ code, active }) => active && kept.has(code));
  return new Map(units.map(({ directorate, code }) => [directorate, code]));
}
