/** Rows of known problems, each beside its incident. */
import type { Db } from '../../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../../kernel/db/database.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import type { KnownProblem, Saying } from './known-problem.ts';

type Row = Omit<KnownProblem, 'point'> & { latitude: number | null; longitude: number | null; metres: number | null };

const columns =
  sql.raw(`i.id, i.number, i.lead_id as "leadId", i.title, i.topic_code as "topicCode", i.opened_at as "openedAt",
  i.closed_at as "closedAt", i.closed_how as "closedHow", k.text_tr as tr, k.text_en as en, k.neighbourhoods, k.areas,
  k.latitude, k.longitude, k.metres, k.whereabouts, k.expected_end as "expectedEnd", k.source, k.ended_at as "endedAt", k.version`);

function asKnown({ latitude, longitude, metres, ...row }: Row): KnownProblem {
  const point = latitude === null ? null : { latitude, longitude: longitude!, metres: metres! };
  return { ...row, point };
}

export async function knownProblemById(db: Db, id: string): Promise<KnownProblem | undefined> {
  const row = await maybeRow<Row>(
    db,
    sql`select ${columns} from known_problems k join incidents i on i.id = k.incident_id where k.incident_id = ${id}`,
  );
  return row && asKnown(row);
}

/** Those that are offered now, the newest first. There are as many as a municipality has catastrophes at once. */
export async function knownProblemsInForce(db: Db): Promise<KnownProblem[]> {
  const found = await rows<Row>(
    db,
    sql`select ${columns} from known_problems k join incidents i on i.id = k.incident_id
        where i.closed_at is null and k.ended_at is null order by i.opened_at desc limit ${MOST_AT_ONCE}`,
  );
  return found.map(asKnown);
}

const MOST_AT_ONCE = 200;

/** The latest, whatever became of them. */
export async function latestKnownProblems(db: Db, limit: number): Promise<KnownProblem[]> {
  const found = await rows<Row>(
    db,
    sql`select ${columns} from known_problems k join incidents i on i.id = k.incident_id
        order by (i.closed_at is null and k.ended_at is null) desc, i.opened_at desc limit ${limit}`,
  );
  return found.map(asKnown);
}

/** The one this request leads, while it is offered. */
export async function knownProblemLedBy(db: Db, leadId: string): Promise<KnownProblem | undefined> {
  const row = await maybeRow<Row>(
    db,
    sql`select ${columns} from incidents i join known_problems k on k.incident_id = i.id
        where i.lead_id = ${leadId} and i.closed_at is null and k.ended_at is null`,
  );
  return row && asKnown(row);
}

/** Still open though its hour has passed, and nobody was told of that hour. */
export async function overdueUntold(db: Db, now: Date): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`select k.incident_id as id from known_problems k join incidents i on i.id = k.incident_id
        where k.ended_at is null and i.closed_at is null and k.expected_end <= ${now}
          and k.told_of_end is distinct from k.expected_end order by k.expected_end limit ${MOST_AT_ONCE}`,
  );
  return found.map(({ id }) => id);
}

/** False: somebody was told meanwhile. */
export async function writeToldOfEnd(tx: Tx, id: string, expectedEnd: Date): Promise<boolean> {
  const written = await run(
    tx.db,
    sql`update known_problems set told_of_end = ${expectedEnd}
        where incident_id = ${id} and told_of_end is distinct from ${expectedEnd}`,
  );
  return written === 1;
}

export async function insertKnownProblem(tx: Tx, id: string, saying: Saying): Promise<void> {
  const { tr, en, neighbourhoods, areas, point, whereabouts, expectedEnd, source } = saying;
  await run(
    tx.db,
    sql`insert into known_problems (incident_id, text_tr, text_en, neighbourhoods, areas, latitude, longitude, metres, whereabouts,
                                    expected_end, source)
        values (${id}, ${tr}, ${en}, ${neighbourhoods}::integer[], ${areas}::text[], ${point?.latitude ?? null},
                ${point?.longitude ?? null}, ${point?.metres ?? null}, ${whereabouts}, ${expectedEnd}, ${source})`,
  );
}

export async function writeSaying(tx: Tx, id: string, saying: Saying): Promise<void> {
  const { tr, en, neighbourhoods, areas, point, whereabouts, expectedEnd, source, title, topicCode } = saying;
  await run(
    tx.db,
    sql`update known_problems
        set text_tr = ${tr}, text_en = ${en}, neighbourhoods = ${neighbourhoods}::integer[], areas = ${areas}::text[],
            latitude = ${point?.latitude ?? null}, longitude = ${point?.longitude ?? null}, metres = ${point?.metres ?? null},
            whereabouts = ${whereabouts}, expected_end = ${expectedEnd}, source = ${source}, version = version + 1
        where incident_id = ${id}`,
  );
  await run(
    tx.db,
    sql`update incidents set title = ${title}, topic_code = ${topicCode}, version = version + 1 where id = ${id}`,
  );
}

export async function writeEnded(tx: Tx, id: string, by: string | null): Promise<void> {
  await run(
    tx.db,
    sql`update known_problems set ended_at = ${tx.now}, ended_by = ${by}, version = version + 1 where incident_id = ${id}`,
  );
}

export async function writeOfferedAgain(tx: Tx, id: string): Promise<void> {
  await run(
    tx.db,
    sql`update known_problems set ended_at = null, ended_by = null, version = version + 1 where incident_id = ${id}`,
  );
}
