/**
 * Decides whether somebody who writes to us is one we know. What people type about themselves is a claim: it may point to a
 * citizen who is there, but never adds a phone or an address to them, or a stranger's call would open their requests.
 */
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { fold, normaliseInput } from '../../../../text/turkish.ts';
import type { GivenCitizen } from '../citizen.ts';
import { sealingPlace } from '../queries.ts';
import type { Identity } from '../store.ts';
import { findOrInsert, writeNationalId } from '../store.ts';

/**
 * Gives the citizen's id. The same strongest identity (phone, else e-mail, else identity number) with the same name in any
 * spelling is the same citizen; another name is another citizen, who may share the phone. Without an identity always a new one.
 * Two statements; a third when an identity number is new for a known citizen.
 */
export async function findOrAddCitizen(tx: Tx, given: GivenCitizen): Promise<string> {
  const { secrets } = tx.house;
  const id = newId(tx.now);
  const name = normaliseInput(given.name);
  const identities = identitiesOf(given);
  const index = given.nationalId === undefined ? null : secrets.blindIndex(given.nationalId);
  const turn = identities[0]?.externalId ?? index?.toString('base64');
  if (turn !== undefined) await takeTurns(tx.db, `citizen ${turn}`);
  const found = await findOrInsert(tx.db, {
    id,
    kind: given.kind,
    name,
    nameFolded: fold(name),
    language: given.language,
    identities,
    nationalIdSealed: given.nationalId === undefined ? null : secrets.encrypt(given.nationalId, sealingPlace(id)),
    nationalIdIndex: index,
    now: tx.now,
  });
  if (given.nationalId !== undefined && index !== null && !found.hasNationalId) {
    await writeNationalId(tx.db, found.id, {
      sealed: secrets.encrypt(given.nationalId, sealingPlace(found.id)),
      index,
    });
  }
  return found.id;
}

/** Strongest first. */
function identitiesOf({ phone, email }: GivenCitizen): Identity[] {
  const list: Identity[] = [];
  if (phone !== undefined) list.push({ channel: 'phone', externalId: phone });
  if (email !== undefined) list.push({ channel: 'email', externalId: asciiLower(email) });
  return list;
}

/** Only A–Z: a mailbox name may be case-sensitive in theory and never is; other letters are left to their owner. */
function asciiLower(address: string): string {
  return address.trim().replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 32));
}
