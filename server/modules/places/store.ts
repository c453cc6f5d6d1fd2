/** Rows of neighbourhoods and areas; streets have a store of their own beside this one. */
import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, oneRow, rows, run, sql } from '../../kernel/db/database.ts';
import { fold } from '../../../text/turkish.ts';
import type { Area, Neighbourhood, ProfileNeighbourhood } from './neighbourhood.ts';

const NEIGHBOURHOOD = sql`id, name, full_name as "fullName", short_name as "shortName", locative, tile_col as "tileCol",
                          tile_row as "tileRow", latitude, longitude, active, version`;

export function allNeighbourhoods(db: Db): Promise<Neighbourhood[]> {
  return rows<Neighbourhood>(db, sql`select ${NEIGHBOURHOOD} from neighbourhoods`);
}

export function neighbourhoodRow(db: Db, id: number): Promise<Neighbourhood | undefined> {
  return maybeRow<Neighbourhood>(db, sql`select ${NEIGHBOURHOOD} from neighbourhoods where id = ${id}`);
}

/** Gives its id. */
export async function insertNeighbourhood(db: Db, one: Omit<Neighbourhood, 'id' | 'version'>): Promise<number> {
  const row = await oneRow<{ id: number }>(
    db,
    sql`insert into neighbourhoods (name, full_name, name_folded, short_name, locative, tile_col, tile_row, latitude,
                                    longitude, active)
        values (${one.name}, ${one.fullName}, ${fold(one.name)}, ${one.shortName}, ${one.locative}, ${one.tileCol},
                ${one.tileRow}, ${one.latitude}, ${one.longitude}, ${one.active})
        returning id`,
  );
  return row.id;
}

export async function writeNeighbourhood(db: Db, one: Neighbourhood): Promise<void> {
  await run(
    db,
    sql`update neighbourhoods
        set name = ${one.name}, full_name = ${one.fullName}, name_folded = ${fold(one.name)}, short_name = ${one.shortName},
            locative = ${one.locative}, tile_col = ${one.tileCol}, tile_row = ${one.tileRow}, latitude = ${one.latitude},
            longitude = ${one.longitude}, active = ${one.active}, version = ${one.version}
        where id = ${one.id}`,
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

const AREA = sql`code, json_build_object('tr', name, 'en', name_en) as name, shape, active, version,
                 array(select neighbourhood_id from area_neighbourhoods where area_code = code order by neighbourhood_id)::int[]
                   as neighbourhoods`;

export function allAreas(db: Db): Promise<Area[]> {
  return rows<Area>(db, sql`select ${AREA} from areas order by code`);
}

export function areaRow(db: Db, code: string): Promise<Area | undefined> {
  return maybeRow<Area>(db, sql`select ${AREA} from areas where code = ${code}`);
}

export async function writeArea(db: Db, area: Area): Promise<void> {
  const shape = area.shape === null ? null : JSON.stringify(area.shape);
  await run(
    db,
    sql`insert into areas (code, name, name_en, shape, active, version)
        values (${area.code}, ${area.name.tr}, ${area.name.en}, ${shape}::jsonb, ${area.active}, ${area.version})
        on conflict (code) do update
        set name = excluded.name, name_en = excluded.name_en, shape = excluded.shape, active = excluded.active,
            version = excluded.version`,
  );
  await run(db, sql`delete from area_neighbourhoods where area_code = ${area.code}`);
  await run(
    db,
    sql`insert into area_neighbourhoods (area_code, neighbourhood_id)
        select ${area.code}, id from unnest(${area.neighbourhoods}::smallint[]) as id`,
  );
}
