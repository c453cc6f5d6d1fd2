/** Entries as dots on a map, gathered where they lie close together. */
import type { Db } from '../../kernel/db/database.ts';
import { rows, sql } from '../../kernel/db/database.ts';
import type { Wanted } from './entry-store.ts';
import { lateralEntries } from './entry-store.ts';
import type { Stretch } from './stretches.ts';

const COLUMNS = sql.raw('e.request_id, e.due_key, e.latitude, e.longitude, e.neighbourhood_id');

export interface MapAsked {
  stretches: readonly Stretch[];
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
export function heaps(db: Db, wanted: Wanted, { stretches, cell, most }: MapAsked): Promise<Heap[]> {
  return rows<Heap>(
    db,
    sql`with drawn as materialized (
          select f.* from ${lateralEntries(wanted, stretches, COLUMNS)} limit ${most})
        select (array_agg(request_id))[1] as id, count(*) as many, count(due_key) as open,
               avg(latitude) as latitude, avg(longitude) as longitude, neighbourhood_id as "neighbourhoodId"
        from drawn
        group by floor(latitude / ${cell.latitude}), floor(longitude / ${cell.longitude}), neighbourhood_id`,
  );
}
