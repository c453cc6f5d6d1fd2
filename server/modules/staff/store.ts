import type { Db } from '../../kernel/db/database.ts';
import { among } from '../../kernel/db/hidden.ts';
import { maybeRow, oneRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { StaffMember } from './staff-member.ts';

const MEMBER = sql`id, username, display_name as name, role, role_base as base, directorate_code as directorate,
                   unit_code as unit, looks_after as "looksAfter", active, email, must_change_password as "mustChangePassword", version`;

export interface StaffRecord {
  id: string;
  username: string;
  name: string;
  role: string;
  base: string;
  directorate: string | null;
  unit: string | null;
  looksAfter: string[];
  email: string | null;
  passwordHash: string;
  mustChangePassword: boolean;
  now: Date;
}

/** False when the username is taken. */
export async function insertStaffMember(db: Db, record: StaffRecord): Promise<boolean> {
  const touched = await run(
    db,
    sql`insert into staff_members (id, username, display_name, role, role_base, directorate_code, unit_code, looks_after, email,
                                   password_hash, must_change_password, created_at)
        values (${record.id}, ${record.username}, ${record.name}, ${record.role}, ${record.base}, ${record.directorate},
                ${record.unit}, ${record.looksAfter}, ${record.email}, ${record.passwordHash}, ${record.mustChangePassword}, ${record.now})
        on conflict (username) do nothing`,
  );
  return touched === 1;
}

export function allStaff(db: Db): Promise<StaffMember[]> {
  return rows<StaffMember>(db, sql`select ${MEMBER} from staff_members`);
}

export function staffMember(db: Db, id: string): Promise<StaffMember | undefined> {
  return maybeRow<StaffMember>(db, sql`select ${MEMBER} from staff_members where id = ${id}`);
}

/** Locks the row: two who change the same person take turns. */
export function staffMemberForChange(db: Db, id: string): Promise<StaffMember | undefined> {
  return maybeRow<StaffMember>(db, sql`select ${MEMBER} from staff_members where id = ${id} for update`);
}

export function staffMemberByUsername(db: Db, username: string): Promise<StaffMember | undefined> {
  return maybeRow<StaffMember>(db, sql`select ${MEMBER} from staff_members where username = ${username}`);
}

export interface Credentials extends StaffMember {
  passwordHash: string;
}

export function credentialsOf(db: Db, username: string): Promise<Credentials | undefined> {
  return maybeRow<Credentials>(
    db,
    sql`select ${MEMBER}, password_hash as "passwordHash" from staff_members where username = ${username}`,
  );
}

export function namesOf(db: Db, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return rows(db, sql`select id, display_name as name from staff_members where id = ${among(ids)}`);
}

export async function writeStaffMember(db: Db, member: StaffMember): Promise<StaffMember> {
  return oneRow<StaffMember>(
    db,
    sql`update staff_members
        set display_name = ${member.name}, role = ${member.role}, role_base = ${member.base},
            directorate_code = ${member.directorate}, unit_code = ${member.unit}, looks_after = ${member.looksAfter},
            active = ${member.active}, email = ${member.email}, version = version + 1
        where id = ${member.id}
        returning ${MEMBER}`,
  );
}

export async function writePassword(
  db: Db,
  id: string,
  { hash, mustChange }: { hash: string; mustChange: boolean },
): Promise<void> {
  await run(
    db,
    sql`update staff_members set password_hash = ${hash}, must_change_password = ${mustChange} where id = ${id}`,
  );
}

/** Locks the active administrators, so that two cannot step down at the same moment, and counts those besides this one. */
export async function otherAdministrators(db: Db, id: string): Promise<number> {
  const found = await rows<{ id: string }>(
    db,
    sql`select id from staff_members where role_base = 'administrator' and active order by id for update`,
  );
  return found.filter((one) => one.id !== id).length;
}

export async function preferencesOf(db: Db, id: string): Promise<Record<string, unknown>> {
  const row = await oneRow<{ preferences: Record<string, unknown> }>(
    db,
    sql`select preferences from staff_members where id = ${id}`,
  );
  return row.preferences;
}

export async function writePreferences(db: Db, id: string, preferences: object): Promise<void> {
  await run(db, sql`update staff_members set preferences = ${JSON.stringify(preferences)}::jsonb where id = ${id}`);
}
