/** A bench fills tables by the million; with their indexes away meanwhile that takes a third of the time. */
import type pg from 'pg';

/** Drops every index of these tables that no constraint stands on, does the work, and makes them again as they were. */
export async function withoutIndexes(
  client: pg.Client,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const found = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i
     where i.indrelid = any($1::regclass[])
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  );
  for (const { name } of found.rows) await client.query(`drop index ${name}`);
  await work();
  await client.query(`set maintenance_work_mem = '512MB'`);
  // Of a partitioned table the definition says "only": without it the partitions get theirs too.
  for (const { definition } of found.rows) await client.query(definition.replace(' ON ONLY ', ' ON '));
}
