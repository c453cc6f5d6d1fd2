import type { Db } from '../../kernel/db/database.ts';
import { rows, run, sql } from '../../kernel/db/database.ts';
import { fold } from '../../../text/turkish.ts';
import type { Neighbourhood, ProfileNeighbourhood, Street } from './neighbourhood.ts';

export function allNeighbourhoods(db: Db): Promise<Neighbourhood[]> {
  return rows<Neighbourhood>(
    db,
    sql`select id, name, full_name as "fullName", short_name as "shortName", locative,
               tile_col as "tileCol", tile_row as "tileRow", latitude, longitude, active
        from neighbourhoods`,
  );
}

export interface StreetSearch {
  neighbourhoodId?: number | undefined;
  /** Folded. */
  typed: string;
  limit: number;
}

/** Streets whose name, or a later word of it, begins with what was typed; the former first. */
export function streetsBeginning(db: Db, { neighbourhoodId, typed, limit }: StreetSearch): Promise<Street[]> {
  const pattern = typed.replace(/[\\%_]/g, (sign) => `\\${sign}`);
  const here = neighbourhoodId === undefined ? sql`true` : sql`neighbourhood_id = ${neighbourhoodId}`;
  return rows<Street>(
    db,
    sql`select name, neighbourhood_id as "neighbourhoodId"
        from streets
        where ${here} and (name_folded like ${`${pattern}%`} or name_folded like ${`% ${pattern}%`})
        order by name_folded not like ${`${pattern}%`}, name_folded, neighbourhood_id
        limit ${limit}`,
  );
}

/** Adds the neighbourhoods that are missing; those that are there stay as the municipality has made them. */
export async function addNeighbourhoods(db: Db, list: ProfileNeighbourhood[]): Promise<void> {
  const records = list.map(({ tile, centre, streets: _, ...names }) => ({
    ...names,
    folded: fold(names.name),
    ...tile,
    ...centre,
  }));
  await run(
    db,
    sql`insert into neighbourhoods (name, full_name, name_folded, short_name, locative, tile_col, tile_row, latitude, longitude)
        select n.name, n."fullName", n.folded, n."shortName", n.locative, n.col, n.row, n.lat, n.lon
        from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
          as n(name text, "fullName" text, folded text, "shortName" text, locative text, col smallint, "row" smallint,
               lat double precision, lon double precision)
        on conflict (name) do nothing`,
  );
}

export async function addStreets(db: Db, list: ProfileNeighbourhood[]): Promise<void> {
  const records = list.flatMap(({ name: neighbourhood, streets }) =>
    streets.names.map((name) => ({ neighbourhood, name, folded: fold(name) })),
  );
  await run(
    db,
    sql`insert into streets (neighbourhood_id, name, name_folded)
        select n.id, s.name, s.folded
        from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as s(neighbourhood text, name text, folded text)
        join neighbourhoods n on n.name = s.neighbourhood
        on conflict (neighbourhood_id, name) do nothing`,
  );
}
