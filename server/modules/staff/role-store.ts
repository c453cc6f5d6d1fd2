import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, oneRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Role } from './role.ts';

const ROLE = sql`code, base, name, name_en as "nameEn", rights, active, version`;

export function allRoles(db: Db): Promise<Role[]> {
  return rows<Role>(db, sql`select ${ROLE} from roles order by rights is not null, code`);
}

export function roleForChange(db: Db, code: string): Promise<Role | undefined> {
  return maybeRow<Role>(db, sql`select ${ROLE} from roles where code = ${code} for update`);
}

export async function writeRole(db: Db, role: Role): Promise<void> {
  await run(
    db,
    sql`insert into roles (code, base, name, name_en, rights, active, version)
        values (${role.code}, ${role.base}, ${role.name}, ${role.nameEn}, ${JSON.stringify(role.rights)}::jsonb,
                ${role.active}, ${role.version})
        on conflict (code) do update
        set name = excluded.name, name_en = excluded.name_en, rights = excluded.rights, active = excluded.active,
            version = excluded.version`,
  );
}

export async function bearersOf(db: Db, code: string): Promise<number> {
  return (await oneRow<{ n: number }>(db, sql`select count(*) as n from staff_members where role = ${code} and active`))
    .n;
}
