import type { Me } from '../../../contract/staff.ts';
import type { House } from '../../kernel/house.ts';
import { actorFrom } from './hats.ts';
import { rightsOf } from './policy.ts';
import { personToday } from './post-store.ts';
import { roleByCode } from './role-queries.ts';
import { preferencesOf, staffMember } from './store.ts';

/** What the screens know about the person who is signed in. */
export async function meOf({ db, clock }: Pick<House, 'db' | 'clock'>, staffId: string): Promise<Me> {
  const [member, today] = await Promise.all([staffMember(db, staffId), personToday(db, staffId, clock.now())]);
  if (member === undefined || today === undefined) throw new Error('a session names a person who is not there');
  const { id, username, name, role, base, directorate, unit, mustChangePassword } = member;
  const { name: tr, nameEn: en } = await roleByCode(db, role);
  return {
    ...{ id, username, name, role, base, directorate, unit, mustChangePassword },
    roleName: { tr, en },
    preferences: await preferencesOf(db, id),
    may: rightsOf(actorFrom(today, today.standsInFor)),
  };
}
