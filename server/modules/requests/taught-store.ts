/** What requests can teach about words and topics. */
import type { Db } from '../../kernel/db/database.ts';
import { rows, sql } from '../../kernel/db/database.ts';

export interface WordsAndTopic {
  id: string;
  text: string;
  topicCode: string;
}

/** Of these, those that may teach: with a topic, not restricted, no secret identity; whoever wrote in confidence wrote to one office only. */
export function wordsAndTopics(db: Db, ids: readonly string[]): Promise<WordsAndTopic[]> {
  return rows<WordsAndTopic>(
    db,
    sql`select id, text, topic_code as "topicCode" from service_requests
        where id = any(${ids}::uuid[]) and topic_code is not null and not restricted and not identity_secret`,
  );
}
