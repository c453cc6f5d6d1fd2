import type { Me } from '../../../contract/staff.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db/database.ts';
import { rightsOf } from './policy.ts';
import { preferencesOf, staffMember } from './store.ts';

/** What the screens know about the person who is signed in. */
export async function meOf(db: Db, staffId: string): Promise<Me> {
  const member = await staffMember(db, staffId);
  if (member === undefined) throw new Error('a session names a person who is not there');
  const { id, username, name, role, directorate, mustChangePassword } = member;
  const actor: StaffActor = { kind: 'staff', id, name, role, directorate };
  const preferences = await preferencesOf(db, id);
  return { id, username, name, role, directorate, mustChangePassword, preferences, may: rightsOf(actor) };
}
