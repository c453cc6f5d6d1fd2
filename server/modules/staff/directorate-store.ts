import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Directorate } from './staff-member.ts';

const DIRECTORATE = sql`code, name, dative, name_en as "nameEn", phone, approval, active, version`;

export function allDirectorates(db: Db): Promise<Directorate[]> {
  return rows<Directorate>(db, sql`select ${DIRECTORATE} from directorates`);
}

export function directorateForChange(db: Db, code: string): Promise<Directorate | undefined> {
  return maybeRow<Directorate>(db, sql`select ${DIRECTORATE} from directorates where code = ${code} for update`);
}

export async function writeDirectorate(db: Db, directorate: Directorate): Promise<void> {
  await run(
    db,
    sql`insert into directorates (code, name, dative, name_en, phone, approval, active, version)
        values (${directorate.code}, ${directorate.name}, ${directorate.dative}, ${directorate.nameEn}, ${directorate.phone},
                ${directorate.approval ?? 'none'}, ${directorate.active}, ${directorate.version})
        on conflict (code) do update
        set name = excluded.name, dative = excluded.dative, name_en = excluded.name_en, phone = excluded.phone,
            approval = excluded.approval,
            active = excluded.active, version = excluded.version`,
  );
}

/** Gives the codes that were not there yet. */
export async function addDirectorates(db: Db, list: Omit<Directorate, 'active' | 'version'>[]): Promise<string[]> {
  const added = await rows<{ code: string }>(
    db,
    sql`insert into directorates (code, name, dative, name_en, phone)
        select d.code, d.name, d.dative, d."nameEn", d.phone
        from jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
          as d(code text, name text, dative text, "nameEn" text, phone text)
        on conflict (code) do nothing
        returning code`,
  );
  return added.map(({ code }) => code);
}
