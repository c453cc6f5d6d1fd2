/**
 * Sign-in. Unknown name, wrong password, closed account and locked out give the same answer after the same work: one argon2id
 * verification and one audit row. Attempts are counted before they are judged, so that a thousand at once are a thousand.
 */
import { systemActor } from '../../../kernel/actor.ts';
import { audit } from '../../../kernel/audit.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import type { House } from '../../../kernel/house.ts';
import { hashToken } from '../../../kernel/ids.ts';
import type { Limit } from '../../../kernel/limits.ts';
import { addressKey, withinLimit } from '../../../kernel/limits.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { passwordOpens } from '../passwords.ts';
import { beginSession } from '../sessions.ts';
import { deleteSession } from '../session-store.ts';
import { canonicalUsername } from '../staff-member.ts';
import { credentialsOf } from '../store.ts';

/** A lock ends by itself, or anybody could lock a colleague out for good. */
const PER_NAME: Limit = { name: 'sign-in-name', most: 10, seconds: 900 };
/** A whole office may sit behind one address and begin its shift together. */
const PER_ADDRESS: Limit = { name: 'sign-in-address', most: 200, seconds: 900 };

export interface SignIn {
  username: string;
  password: string;
  address: string;
  /** A session the browser still holds: it ends, so that nobody works on in another's name. */
  oldToken: string | null;
}

/** Gives the new session's token. @throws sign-in-failed, and nothing more about why. */
export async function signIn(house: House, given: SignIn): Promise<string> {
  const username = canonicalUsername(given.username);
  const locked = await isLocked(house, username, given.address);
  const found = await credentialsOf(house.db, username);
  const hash = found?.active && !locked ? found.passwordHash : null;
  const opens = await passwordOpens(hash, given.password);
  const token = await inTransaction(house, { actor: systemActor('sign-in') }, async (tx) => {
    const act = opens ? 'signed-in' : 'sign-in-failed';
    // Never what was typed as the name: people type their password there.
    await audit(tx, { act, subjectKind: 'staff-member', subjectId: found?.id, detail: { locked } });
    if (!opens || found === undefined) return null;
    if (given.oldToken !== null) await deleteSession(tx.db, hashToken(given.oldToken));
    return beginSession(tx, found.id);
  });
  if (token === null) throw refuse('sign-in-failed');
  return token;
}

async function isLocked(house: House, username: string, address: string): Promise<boolean> {
  const now = house.clock.now();
  const nameMay = await withinLimit(house.db, now, PER_NAME, username);
  const addressMay = await withinLimit(house.db, now, PER_ADDRESS, addressKey(address));
  return !nameMay || !addressMay;
}
