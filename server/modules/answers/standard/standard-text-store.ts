import type { StandardText } from '../../../../contract/standard-texts.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../../kernel/db/database.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { compare } from '../../../../text/turkish.ts';

const columns = sql.raw(
  'id, title, topic_code as topic, group_code as "group", kind, outcome, language, body, directorate_code as directorate, season_code as season, active, version, uses',
);

/** In Turkish order of their titles. */
export async function allStandardTexts(db: Db): Promise<StandardText[]> {
  const all = await rows<StandardText>(db, sql`select ${columns} from standard_texts order by id`);
  return all.sort((left, right) => compare(left.title, right.title));
}

export function standardTextById(db: Db, id: string): Promise<StandardText | undefined> {
  return maybeRow<StandardText>(db, sql`select ${columns} from standard_texts where id = ${id}`);
}

export interface WhatFor {
  topic: string | null;
  group: string | null;
  kind: string;
  outcome: string;
  language: string;
  /** The season the request came in. */
  season: string | null;
}

/** Those that fit, a season's first, then most used first; of two used as often, the one written for less. */
export function standardTextsFor(
  db: Db,
  { topic, group, kind, outcome, language, season }: WhatFor,
): Promise<StandardText[]> {
  return rows<StandardText>(
    db,
    sql`select ${columns} from standard_texts
        where active and language = ${language}
          and (topic_code is null or topic_code = ${topic}) and (group_code is null or group_code = ${group})
          and (kind is null or kind = ${kind}) and (outcome is null or outcome = ${outcome})
          and (season_code is null or season_code = ${season})
        order by season_code nulls last, uses desc, topic_code nulls last, group_code nulls last, title, id limit 200`,
  );
}

export async function writeStandardText(tx: Tx, text: StandardText): Promise<void> {
  await run(
    tx.db,
    sql`insert into standard_texts (id, title, topic_code, group_code, kind, outcome, language, body, directorate_code, season_code,
                                    active, version)
        values (${text.id}, ${text.title}, ${text.topic}, ${text.group}, ${text.kind}, ${text.outcome}, ${text.language},
          ${text.body}, ${text.directorate}, ${text.season ?? null}, ${text.active}, ${text.version})
        on conflict (id) do update set title = excluded.title, topic_code = excluded.topic_code, group_code = excluded.group_code,
          kind = excluded.kind, outcome = excluded.outcome, language = excluded.language, body = excluded.body,
          directorate_code = excluded.directorate_code,
          season_code = excluded.season_code, active = excluded.active, version = excluded.version`,
  );
}

export async function countUse(tx: Tx, id: string): Promise<void> {
  await run(tx.db, sql`update standard_texts set uses = uses + 1 where id = ${id}`);
}
