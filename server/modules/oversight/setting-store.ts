/** Ladders and what else the municipality has decided about watching. */
import type { Ladder, LadderSetting, OversightSettings } from '../../../contract/ladder.ts';
import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../kernel/db/database.ts';

export function allLadders(db: Db): Promise<LadderSetting[]> {
  return rows<LadderSetting>(db, sql`select scope, ladder, active, version from escalation_ladders order by scope`);
}

export function ladderForChange(db: Db, scope: string): Promise<LadderSetting | undefined> {
  return maybeRow<LadderSetting>(
    db,
    sql`select scope, ladder, active, version from escalation_ladders where scope = ${scope} for update`,
  );
}

export async function writeLadder(db: Db, { scope, ladder, active, version }: LadderSetting): Promise<void> {
  await run(
    db,
    sql`insert into escalation_ladders (scope, ladder, active, version)
        values (${scope}, ${JSON.stringify(ladder satisfies Ladder)}::jsonb, ${active}, ${version})
        on conflict (scope) do update set ladder = excluded.ladder, active = excluded.active, version = excluded.version`,
  );
}

export async function oversightSettings(db: Db): Promise<OversightSettings> {
  const row = await maybeRow<{ definition: Omit<OversightSettings, 'version'>; version: number }>(
    db,
    sql`select definition, version from oversight_settings`,
  );
  return row ? { ...row.definition, version: row.version } : { mayorsOffice: [], version: 0 };
}

export async function writeOversightSettings(db: Db, { version, ...definition }: OversightSettings): Promise<void> {
  await run(
    db,
    sql`insert into oversight_settings (definition, version) values (${JSON.stringify(definition)}::jsonb, ${version})
        on conflict (only_one) do update set definition = excluded.definition, version = excluded.version`,
  );
}

export async function mayorsOffice(db: Db): Promise<string[]> {
  return (await oversightSettings(db)).mayorsOffice;
}
