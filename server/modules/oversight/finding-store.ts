/** What the detectors find, and what they have found. */
import type { RawBuilder } from 'kysely';
import type { FindingKind } from '../../../contract/oversight.ts';
import type { Db } from '../../kernel/db/database.ts';
import { rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { Sight } from '../requests/door.ts';
import { rightsCondition } from '../requests/door.ts';

/** Before which instant the last step must lie, for each kind. */
export type Before = (kind: FindingKind) => Date;

export interface Nearness {
  needed: number;
  metres: number;
}

export interface NewFinding {
  requestId: string;
  kind: FindingKind;
  since: Date;
}

/** Gives what was not there before. Writes down all that is true now, and forgets what is not any more. What was dismissed stays so, unless more complain than then. */
export async function writeFindings(tx: Tx, before: Before, near: Nearness): Promise<NewFinding[]> {
  const fresh: NewFinding[] = [];
  for (const found of [...openOnes(before), complainedOf(before, near), notCarriedOut(before)]) {
    const written = await rows<NewFinding & { isNew: boolean }>(
      tx.db,
      sql`insert into findings (request_id, kind, since, again, seen_at)
          select f.id, f.kind, f.since, f.again, ${tx.now} from (${found}) as f
          on conflict (request_id, kind) do update
          set since = excluded.since, again = excluded.again, seen_at = excluded.seen_at,
              dismissed_at = case when excluded.again > findings.again then null else findings.dismissed_at end,
              dismissed_by = case when excluded.again > findings.again then null else findings.dismissed_by end,
              dismissed_why = case when excluded.again > findings.again then null else findings.dismissed_why end
          returning request_id as "requestId", kind, since, xmax = 0 as "isNew"`,
    );
    fresh.push(...written.filter(({ isNew }) => isNew));
  }
  await run(tx.db, sql`delete from findings where seen_at < ${tx.now}`);
  return fresh;
}

/** One reading of the open parts for each rule; of several parts of one request the one that stands longest. */
function openOnes(before: Before): RawBuilder<unknown>[] {
  const found = (kind: FindingKind, since: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
    sql`select r.id, ${sql.lit(kind)} as kind, min(${since}) as since, 0 as again
        from watched_parts r
        left join lateral (select s.at, s.actor_kind from watched_steps s where s.request_id = r.id
                           order by s.id desc limit 1) last on true
        where ${where} group by r.id`;
  const lastStep = sql`coalesce(last.at, r.received_at)`;
  return [
    found(
      'never-taken',
      sql`r.assigned_at`,
      sql`r.part_state = 'offered' and r.assigned_at < ${before('never-taken')}`,
    ),
    found('in-nobodys-hands', lastStep, sql`r.part_id is null and ${lastStep} < ${before('in-nobodys-hands')}`),
    found('holder-has-left', lastStep, sql`r.assignee_id in (select id from watched_leavers)`),
    found(
      'citizen-waits',
      sql`last.at`,
      sql`r.part_id is not null and last.actor_kind = 'citizen' and r.part_state <> 'offered'
      and last.at < ${before('citizen-waits')}`,
    ),
    found(
      'no-step',
      lastStep,
      sql`r.part_state in ('accepted','in-progress','on-site') and last.actor_kind = 'staff'
      and r.state <> 'waiting-for-citizen' and ${lastStep} < ${before('no-step')}`,
    ),
  ];
}

/** Called done, and others wrote of the same topic from the same street or next to it afterwards. */
function complainedOf(before: Before, { needed, metres }: Nearness): RawBuilder<unknown> {
  const degree = sql.lit(111_320);
  const isNear = sql`power((n.latitude - c.latitude) * ${degree}, 2)
    + power((n.longitude - c.longitude) * ${degree} * cos(radians(c.latitude)), 2) <= ${metres * metres}`;
  return sql`select c.id, 'neighbours-complain' as kind, min(n.received_at) as since, count(*)::int as again
    from watched_places c join watched_places n
      on n.neighbourhood_id = c.neighbourhood_id and n.topic_code = c.topic_code and n.id <> c.id
      and n.received_at > c.concluded_at and (n.street = c.street or ${isNear})
    where c.state = 'concluded' and c.outcome = 'done' and c.concluded_at > ${before('neighbours-complain')}
    group by c.id having count(*) >= ${needed}`;
}

/** A decision in the citizen's favour on a request that is closed, and nobody opened it. */
function notCarriedOut(before: Before): RawBuilder<unknown> {
  return sql`select d.request_id as id, 'decision-waits' as kind, min(d.decision_recorded_at) as since, 0 as again
    from watched_decisions d join watched_cases c on c.id = d.request_id
    where d.decision_recorded_at < ${before('decision-waits')} and c.state in ('concluded','reopen-requested','withdrawn')
    group by d.request_id`;
}

export interface FindingRow {
  requestId: string;
  kind: FindingKind;
  since: Date;
  again: number;
}

export function openFindings(db: Db, sights: readonly Sight[], limit: number): Promise<FindingRow[]> {
  return rows<FindingRow>(
    db,
    sql`select f.request_id as "requestId", f.kind, f.since, f.again
        from findings f join lateral (select w.id, w.state, w.restricted, w.restricted_to from watched_cases w
                                      where w.id = f.request_id) r on true
        where f.dismissed_at is null and ${rightsCondition(sights)}
        order by f.since, f.request_id limit ${limit}`,
  );
}

/** False: it is not true any more, or somebody has dismissed it already. */
export async function writeDismissal(
  tx: Tx,
  { requestId, kind, by, reason }: { requestId: string; kind: FindingKind; by: string; reason: string },
): Promise<boolean> {
  const changed = await run(
    tx.db,
    sql`update findings set dismissed_at = ${tx.now}, dismissed_by = ${by}, dismissed_why = ${reason}
        where request_id = ${requestId} and kind = ${kind} and dismissed_at is null`,
  );
  return changed === 1;
}

export interface LoadRow {
  directorate: string;
  personId: string | null;
  open: number;
  overdue: number;
  soon: number;
  untaken: number;
}

const SOON_MS = 7 * 86_400_000;

/** Open parts, counted; each reader's rights narrow what is counted as they narrow the list. */
export function loads(db: Db, sights: readonly Sight[], now: Date): Promise<LoadRow[]> {
  const soon = new Date(now.getTime() + SOON_MS);
  return rows<LoadRow>(
    db,
    sql`select r.directorate_code as directorate, r.assignee_id as "personId", count(*)::int as open,
               (count(*) filter (where r.next_due_at < ${now}))::int as overdue,
               (count(*) filter (where r.next_due_at >= ${now} and r.next_due_at < ${soon}))::int as soon,
               (count(*) filter (where r.part_state = 'offered'))::int as untaken
        from watched_parts r where r.part_id is not null and ${rightsCondition(sights)}
        group by r.directorate_code, r.assignee_id order by r.directorate_code, open desc`,
  );
}
