/** Sights as SQL over `service_requests r`: the one place where the permission table becomes a condition. */
import type { RawBuilder } from 'kysely';
import type { Scope } from '../../../contract/rights.ts';
import type { Db } from '../../kernel/db/database.ts';
import { oneRow, sql } from '../../kernel/db/database.ts';
import type { Sight } from './reader.ts';

type Condition = RawBuilder<boolean>;

/** True for the requests that at least one of the hats may see. */
export function rightsCondition(sights: readonly Sight[]): Condition {
  if (sights.some(({ ordinary, restricted }) => ordinary === 'all' && restricted === 'all')) return sql`true`;
  const parts = sights.flatMap(seenBy);
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`;
}

function seenBy(sight: Sight): Condition[] {
  const { ordinary, restricted } = sight;
  const [usual, kept] = [within(sight, ordinary), within(sight, restricted)];
  const named = restricted === 'all' ? sql`true` : isNamed(sight);
  // One look at the parts is enough where the restricted reaches as far as the ordinary.
  if (ordinary === restricted && usual) return [sql`(${usual} and (not r.restricted or ${named}))`];
  return [
    ...(usual ? [sql<boolean>`(not r.restricted and ${usual})`] : []),
    ...(kept ? [sql<boolean>`(r.restricted and ${named} and ${kept})`] : []),
  ];
}

/** Null: nothing is within. */
function within({ directorates, unit, staffId }: Sight, scope: Scope): Condition | null {
  if (scope === 'all') return sql`true`;
  if (scope === 'own-directorate' && directorates.length > 0)
    return hasPart(sql`a.directorate_code = any(${directorates})`);
  if (scope === 'own-unit' && unit !== null) return hasPart(sql`a.unit_code = ${unit}`);
  return scope === 'own' ? hasPart(sql`a.assignee_id = ${staffId}::uuid`) : null;
}

/** As thingOf(): a returned part is not theirs any more; a cancelled one only where the whole was ended from outside. */
function hasPart(whose: Condition): Condition {
  return sql`exists (select 1 from assignments a where a.request_id = r.id and ${whose} and a.state <> 'returned'
    and (a.state <> 'cancelled' or r.state in ('withdrawn','cancelled')))`;
}

function isNamed({ directorates, unit }: Sight): Condition {
  const codes = unit === null ? directorates : [...directorates, unit];
  return sql`(r.restricted_to = '{}' or r.restricted_to && ${codes}::text[])`;
}

/** How many open requests these sights hold, and how many of them are restricted. */
export function countSeen(db: Db, sights: readonly Sight[]): Promise<{ open: number; restricted: number }> {
  return oneRow(
    db,
    sql`select count(*) as open, count(*) filter (where r.restricted) as restricted from service_requests r
        where r.state not in ('concluded','withdrawn','cancelled') and ${rightsCondition(sights)}`,
  );
}
