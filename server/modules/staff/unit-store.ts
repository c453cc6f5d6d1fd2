import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, oneRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Unit } from './staff-member.ts';

const UNIT = sql`code, directorate_code as directorate, name, name_en as "nameEn", active, version`;

export function allUnits(db: Db): Promise<Unit[]> {
  return rows<Unit>(db, sql`select ${UNIT} from units`);
}

export function unitForChange(db: Db, code: string): Promise<Unit | undefined> {
  return maybeRow<Unit>(db, sql`select ${UNIT} from units where code = ${code} for update`);
}

export async function writeUnit(db: Db, unit: Unit): Promise<void> {
  await run(
    db,
    sql`insert into units (code, directorate_code, name, name_en, active, version)
        values (${unit.code}, ${unit.directorate}, ${unit.name}, ${unit.nameEn}, ${unit.active}, ${unit.version})
        on conflict (code) do update
        set name = excluded.name, name_en = excluded.name_en, active = excluded.active, version = excluded.version`,
  );
}

/** Gives the codes that were not there yet. */
export async function addUnits(
  db: Db,
  list: Pick<Unit, 'code' | 'directorate' | 'name' | 'nameEn'>[],
): Promise<string[]> {
  const added = await rows<{ code: string }>(
    db,
    sql`insert into units (code, directorate_code, name, name_en)
        select u.code, u.directorate, u.name, u."nameEn"
        from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as u(code text, directorate text, name text, "nameEn" text)
        on conflict (code) do nothing returning code`,
  );
  return added.map(({ code }) => code);
}

/** How many people work in it. */
export async function membersOf(db: Db, code: string): Promise<number> {
  return (
    await oneRow<{ n: number }>(db, sql`select count(*) as n from staff_members where unit_code = ${code} and active`)
  ).n;
}
