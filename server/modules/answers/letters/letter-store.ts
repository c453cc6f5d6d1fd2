import type { Db } from '../../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../../kernel/db/database.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { storedFiles } from '../../../kernel/stored-file-store.ts';
import type { LetterContent } from './letter.ts';

export interface KeptLetter {
  answerId: string;
  requestId: string;
  register: string;
  content: LetterContent;
  madeAt: Date;
  fileId: string | null;
  ebysNumber: string | null;
  /** 'YYYY-MM-DD'. */
  ebysDate: string | null;
}

const columns =
  sql.raw(`answer_id as "answerId", request_id as "requestId", register::text, content, made_at as "madeAt",
  file_id as "fileId", ebys_number as "ebysNumber", ebys_date::text as "ebysDate"`);

/** The first one stays: what was frozen with the answer is not frozen again. */
export async function insertLetter(
  tx: Tx,
  { answerId, requestId, content }: Pick<KeptLetter, 'answerId' | 'requestId' | 'content'>,
): Promise<void> {
  await run(
    tx.db,
    sql`insert into answer_letters (answer_id, request_id, content, made_at)
        values (${answerId}, ${requestId}, ${JSON.stringify(content)}::jsonb, ${tx.now}) on conflict (answer_id) do nothing`,
  );
}

export function lettersOf(db: Db, requestId: string): Promise<KeptLetter[]> {
  return rows<KeptLetter>(
    db,
    sql`select ${columns} from answer_letters where request_id = ${requestId} order by register`,
  );
}

export function letterOfAnswer(db: Db, answerId: string): Promise<KeptLetter | undefined> {
  return maybeRow<KeptLetter>(db, sql`select ${columns} from answer_letters where answer_id = ${answerId}`);
}

/** Whoever drew it first: both drew the same. */
export async function writeLetterFile(
  tx: Tx,
  { answerId, fileId }: { answerId: string; fileId: string },
): Promise<void> {
  await run(
    tx.db,
    sql`update answer_letters set file_id = ${fileId} where answer_id = ${answerId} and file_id is null`,
  );
}

export async function writeEbys(
  tx: Tx,
  { answerId, number, date }: { answerId: string; number: string; date: string },
): Promise<void> {
  await run(
    tx.db,
    sql`update answer_letters set ebys_number = ${number}, ebys_date = ${date}::date where answer_id = ${answerId}`,
  );
}

export async function hashOfLetter(db: Db, letter: KeptLetter): Promise<string | null> {
  if (letter.fileId === null) return null;
  return (await storedFiles(db, [letter.fileId])).get(letter.fileId)?.sha256 ?? null;
}
