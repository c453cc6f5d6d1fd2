import type { Season } from '../../../../contract/seasons.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../../kernel/db/database.ts';
import type { SeasonKept } from './season-in-force.ts';
import { wholeSeason } from './season-in-force.ts';

type SeasonRow = Pick<Season, 'code' | 'switched' | 'active' | 'version'> & {
  definition: Omit<SeasonKept, 'code' | 'switched' | 'active' | 'version'>;
};

export async function allSeasons(db: Db): Promise<Season[]> {
  const found = await rows<SeasonRow>(db, sql`select code, definition, switched, active, version from seasons`);
  return found.map(seasonOfRow);
}

export async function seasonRow(db: Db, code: string): Promise<Season | undefined> {
  const row = await maybeRow<SeasonRow>(
    db,
    sql`select code, definition, switched, active, version from seasons where code = ${code}`,
  );
  return row && seasonOfRow(row);
}

function seasonOfRow({ definition, ...columns }: SeasonRow): Season {
  return wholeSeason({ ...columns, ...definition });
}

export async function writeSeason(db: Db, { code, switched, active, version, ...definition }: Season): Promise<void> {
  await run(
    db,
    sql`insert into seasons (code, definition, switched, active, version)
        values (${code}, ${JSON.stringify(definition)}::jsonb, ${switched}, ${active}, ${version})
        on conflict (code) do update
        set definition = excluded.definition, switched = excluded.switched, active = excluded.active, version = excluded.version`,
  );
}
