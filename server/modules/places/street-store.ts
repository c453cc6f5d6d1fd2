/** Rows of streets. */
import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, oneRow, rows, run, sql } from '../../kernel/db/database.ts';
import { fold } from '../../../text/turkish.ts';
import type { ProfileNeighbourhood, RegisteredStreet, Street } from './neighbourhood.ts';

const STREET = sql`id, neighbourhood_id as "neighbourhoodId", name, road_authority as "roadAuthority",
                   authority_source as "authoritySource", active, version`;

export interface StreetSearch {
  neighbourhoodId?: number | undefined;
  /** Folded. */
  typed: string;
  limit: number;
}

/** Streets whose name, or a later word of it, begins with what was typed; the former first. */
export function streetsBeginning(db: Db, { neighbourhoodId, typed, limit }: StreetSearch): Promise<Street[]> {
  const here = neighbourhoodId === undefined ? sql`true` : sql`neighbourhood_id = ${neighbourhoodId}`;
  return rows<Street>(
    db,
    sql`select name, neighbourhood_id as "neighbourhoodId"
        from streets
        where active and ${here} and ${beginning(typed)}
        order by name_folded not like ${`${escaped(typed)}%`}, name_folded, neighbourhood_id
        limit ${limit}`,
  );
}

export interface RegisterPage {
  neighbourhoodId?: number | undefined;
  /** Folded. */
  typed?: string | undefined;
  authority?: 'district' | 'metropolitan' | 'unknown' | undefined;
  /** Id of the street after which the page begins. */
  after?: number | undefined;
  limit: number;
}

/** The register in the order of folded names, with streets no longer in use, a page at a time. */
export function streetPage(db: Db, page: RegisterPage): Promise<RegisteredStreet[]> {
  const conditions = [sql`true`];
  if (page.neighbourhoodId !== undefined) conditions.push(sql`neighbourhood_id = ${page.neighbourhoodId}`);
  if (page.typed) conditions.push(beginning(page.typed));
  if (page.authority === 'unknown') conditions.push(sql`road_authority is null`);
  else if (page.authority) conditions.push(sql`road_authority = ${page.authority}`);
  if (page.after !== undefined)
    conditions.push(sql`(name_folded, id) > (select name_folded, id from streets where id = ${page.after})`);
  return rows<RegisteredStreet>(
    db,
    sql`select ${STREET} from streets where ${sql.join(conditions, sql` and `)} order by name_folded, id limit ${page.limit}`,
  );
}

function beginning(typed: string) {
  return sql`(name_folded like ${`${escaped(typed)}%`} or name_folded like ${`% ${escaped(typed)}%`})`;
}

function escaped(typed: string): string {
  return typed.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

export interface AuthorityCounts {
  district: number;
  metropolitan: number;
  unknown: number;
}

export function authorityCounts(db: Db): Promise<AuthorityCounts> {
  return oneRow<AuthorityCounts>(
    db,
    sql`select count(*) filter (where road_authority = 'district') as district,
               count(*) filter (where road_authority = 'metropolitan') as metropolitan,
               count(*) filter (where road_authority is null) as unknown
        from streets where active`,
  );
}

/** Changes whenever any street does: cheap to ask, so that the whole register need not be read to know that it is the same. */
export function registerStamp(db: Db): Promise<{ stamp: string }> {
  return oneRow<{ stamp: string }>(db, sql`select count(*) || ' ' || coalesce(sum(version), 0) as stamp from streets`);
}

export function allStreets(db: Db): Promise<RegisteredStreet[]> {
  return rows<RegisteredStreet>(db, sql`select ${STREET} from streets order by id`);
}

export function streetRow(db: Db, id: number): Promise<RegisteredStreet | undefined> {
  return maybeRow<RegisteredStreet>(db, sql`select ${STREET} from streets where id = ${id}`);
}

/** The same, held until the transaction ends. */
export function streetForChange(db: Db, id: number): Promise<RegisteredStreet | undefined> {
  return maybeRow<RegisteredStreet>(db, sql`select ${STREET} from streets where id = ${id} for update`);
}

/** Undefined when the neighbourhood has a street of that name. */
export async function insertStreet(
  db: Db,
  street: Omit<RegisteredStreet, 'id' | 'version'>,
): Promise<number | undefined> {
  const row = await maybeRow<{ id: number }>(
    db,
    sql`insert into streets (neighbourhood_id, name, name_folded, road_authority, authority_source, active)
        values (${street.neighbourhoodId}, ${street.name}, ${fold(street.name)}, ${street.roadAuthority},
                ${street.authoritySource}, ${street.active})
        on conflict (neighbourhood_id, name) do nothing returning id`,
  );
  return row?.id;
}

export async function writeStreet(db: Db, street: RegisteredStreet): Promise<void> {
  await run(
    db,
    sql`update streets
        set neighbourhood_id = ${street.neighbourhoodId}, name = ${street.name}, name_folded = ${fold(street.name)},
            road_authority = ${street.roadAuthority}, authority_source = ${street.authoritySource}, active = ${street.active},
            version = ${street.version}
        where id = ${street.id}`,
  );
}

/** Whether another street of the neighbourhood has exactly this name. */
export async function isNameTaken(db: Db, { id, neighbourhoodId, name }: RegisteredStreet): Promise<boolean> {
  const row = await oneRow<{ taken: boolean }>(
    db,
    sql`select exists (select from streets where neighbourhood_id = ${neighbourhoodId} and name = ${name} and id <> ${id}) as taken`,
  );
  return row.taken;
}

/** Many at once, from a file: new ones (id 0) are added, the others get their authority. Gives all of them as they stand now. */
export function writeStreets(db: Db, list: readonly RegisteredStreet[]): Promise<RegisteredStreet[]> {
  const records = list.map((street) => ({ ...street, folded: fold(street.name) }));
  return rows<RegisteredStreet>(
    db,
    sql`insert into streets (neighbourhood_id, name, name_folded, road_authority, authority_source, active, version)
        select s."neighbourhoodId", s.name, s.folded, s."roadAuthority", s."authoritySource", s.active, s.version
        from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
          as s("neighbourhoodId" smallint, name text, folded text, "roadAuthority" text, "authoritySource" text,
               active boolean, version integer)
        on conflict (neighbourhood_id, name) do update
        set road_authority = excluded.road_authority, authority_source = excluded.authority_source,
            active = excluded.active, version = excluded.version
        returning ${STREET}`,
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
