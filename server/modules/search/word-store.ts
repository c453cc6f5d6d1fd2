/** The vocabulary: which words occur, so that a slip of the fingers and a half-typed word find what was meant. */
import type { Db } from '../../kernel/db/database.ts';
import { rows, run, sql } from '../../kernel/db/database.ts';
import { slipKeys } from './near-words.ts';

export type WordKind = 'word' | 'name';

/** In one order, so that two transactions that learn the same words wait for each other and never lock each other. */
export async function insertWords(db: Db, kind: WordKind, words: readonly string[]): Promise<void> {
  if (words.length === 0) return;
  const list = [...new Set(words)].sort().map((word) => ({ word, near: slipKeys(word) }));
  await run(
    db,
    sql`insert into search_words (kind, word, near)
        select ${kind}, w.word, array(select jsonb_array_elements_text(w.near))
        from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as w(word text, near jsonb)
        on conflict (kind, word) do nothing`,
  );
}

/** Words that share a key with this one; how near they really are, slipsBetween says. */
export async function wordsNear(db: Db, kind: WordKind, word: string): Promise<string[]> {
  const found = await rows<{ word: string }>(
    db,
    // The planner does not see the keys: for some it would expect so many words that it read the whole vocabulary through.
    sql`select word from search_words where kind = ${kind} and near && (select ${slipKeys(word)}::text[]) limit 400`,
  );
  return found.map((row) => row.word);
}

/** Words that begin so, the shortest first. */
export async function wordsBeginning(db: Db, kind: WordKind, start: string, most: number): Promise<string[]> {
  const found = await rows<{ word: string }>(
    db,
    sql`select word from search_words
        where kind = ${kind} and word >= ${start} and word < ${`${start}\u{10ffff}`}
        order by length(word), word limit ${most}`,
  );
  return found.map((row) => row.word);
}

export async function forgetWords(db: Db): Promise<void> {
  await run(db, sql`delete from search_words`);
}
