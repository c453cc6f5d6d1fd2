/** Entries as dots on a map, gathered where they lie close together. */
import type { Db } from '../../kernel/db/database.ts';
import { rows, sql } from '../../kernel/db/database.ts';
import type { Wanted } from './entry-store.ts';
import { also, stretchRows } from './entry-store.ts';
import type { Stretch } from './stretches.ts';

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

export interface MapAsked {
  stretches: readonly Stretch[];
  box: Box | null;
  /** Height and width of a cell, in degrees. */
  cell: { latitude: number; longitude: number };
  most: number;
}

/** A heap of requests, or one alone; a row without a point counts those that have none, by neighbourhood. */
export interface Heap {
  /** One of them. */
  id: string;
  many: number;
  open: number;
  latitude: number | null;
  longitude: number | null;
  neighbourhoodId: number | null;
}

/**
 * The newest `most` of what matches, in heaps by cell and neighbourhood. Nothing is sorted: within the last stretch that is read it is chance which ones are
 * left out, and whoever looks closer narrows the box and has them all.
 */
export function heaps(db: Db, wanted: Wanted, { stretches, box, cell, most }: MapAsked): Promise<Heap[]> {
  const inBox = box
    ? sql`and e.longitude between ${box.west}::float8 and ${box.east}::float8 and e.latitude between ${box.south}::float8 and ${box.north}::float8`
    : sql``;
  return rows<Heap>(
    db,
    sql`with drawn as materialized (
          select f.* from ${stretchRows(wanted, stretches)}
          cross join lateral (
            select e.request_id, e.due_key, e.latitude, e.longitude, e.neighbourhood_id from search_entries e
            where e.year = s.year and e.terms @@ s.query::tsquery
              and (s."from" is null or e.received_at >= s."from") and (s.before is null or e.received_at < s.before)
              ${inBox} ${also(wanted)}
            -- Kept apart: joined with the stretches, each row would be compared with every stretch.
            offset 0) f
          limit ${most})
        select (array_agg(request_id))[1] as id, count(*) as many, count(due_key) as open,
               avg(latitude) as latitude, avg(longitude) as longitude, neighbourhood_id as "neighbourhoodId"
        from drawn
        group by floor(latitude / ${cell.latitude}), floor(longitude / ${cell.longitude}), neighbourhood_id`,
  );
}
