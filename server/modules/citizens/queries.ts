// Who wrote to us before. Everything here is personal data: callers check the right to see it, and log a reveal.
import type { Db } from '../../kernel/db/database.ts';
import { isId } from '../../kernel/ids.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { Citizen } from './citizen.ts';
import { peopleSharing, storedPerson } from './merge-store.ts';
import type { WhySame } from './same-person.ts';
import { whySame } from './same-person.ts';
import type { KnownByPhone } from './store.ts';
import { citizenRow, namesOfCitizens, sealedNationalId, withPhone } from './store.ts';

/** Everybody who has used this number, latest first: a phone is not a person. */
export function citizensByPhone(db: Db, e164: string): Promise<KnownByPhone[]> {
  return withPhone(db, e164);
}

export async function citizenById(db: Db, id: string): Promise<Citizen | undefined> {
  return isId(id) ? citizenRow(db, id) : undefined;
}

/** Who may be the same person, and why one thinks so; those that stand for themselves only. */
export async function samePeople(db: Db, id: string): Promise<{ id: string; name: string; why: WhySame[] }[]> {
  const person = await storedPerson(db, id);
  if (!person) return [];
  return (await peopleSharing(db, person))
    .map((other) => ({ id: other.id, name: other.name, why: whySame(person, other) }))
    .filter(({ why }) => why.length > 0);
}

/** Names by id, for the index of what is found by what. */
export function citizenNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  return namesOfCitizens(db, ids);
}

/** The identity number in the clear, or null when none was given. Only for one who may see it, after asking why and logging it. */
export async function nationalIdOf(db: Db, secrets: Secrets, id: string): Promise<string | null> {
  const sealed = await sealedNationalId(db, id);
  return sealed === null ? null : secrets.decrypt(sealed, sealingPlace(id));
}

/** Bound into the ciphertext, so that one moved to another citizen's row does not open. */
export function sealingPlace(citizenId: string): string {
  return `citizens:${citizenId}`;
}
