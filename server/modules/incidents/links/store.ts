import type { LinkKind } from '../../../../contract/links.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { rows, run, sql } from '../../../kernel/db/database.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';

export interface Link {
  otherId: string;
  kind: LinkKind;
}

/** False: the two are linked already. */
export async function insertLink(
  tx: Tx,
  { pair, kind, by }: { pair: readonly [string, string]; kind: LinkKind; by: string | null },
): Promise<boolean> {
  const [one, other] = inOrder(pair);
  const inserted = await run(
    tx.db,
    sql`insert into request_links (one_id, other_id, kind, made_at, made_by)
        values (${one}, ${other}, ${kind}, ${tx.now}, ${by}) on conflict do nothing`,
  );
  return inserted > 0;
}

/** False: there was none. */
export async function deleteLink(tx: Tx, pair: readonly [string, string]): Promise<boolean> {
  const [one, other] = inOrder(pair);
  return (await run(tx.db, sql`delete from request_links where one_id = ${one} and other_id = ${other}`)) > 0;
}

export function linksOf(db: Db, requestId: string): Promise<Link[]> {
  return rows<Link>(
    db,
    sql`select case when one_id = ${requestId} then other_id else one_id end as "otherId", kind from request_links
        where one_id = ${requestId} or other_id = ${requestId} order by made_at desc limit 100`,
  );
}

function inOrder([one, other]: readonly [string, string]): readonly [string, string] {
  return one < other ? [one, other] : [other, one];
}
