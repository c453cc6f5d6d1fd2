import type { AuditEntryShown } from '../../../contract/audit.ts';
import { csvRow } from '../../../text/csv.ts';
import { formatTableDate } from '../../../text/format.ts';
import type { AuditFilter, AuditKey } from '../../kernel/audit/search-store.ts';
import { findEntries } from '../../kernel/audit/search-store.ts';
import type { Db } from '../../kernel/db/database.ts';
import { istanbulTime } from '../calendar/door.ts';
import { named } from './search.ts';

const AT_ONCE = 500;
const MOST = 100_000;
const HEAD = ['Sıra', 'Kayıt', 'Gün', 'Saat', 'Kim', 'Ne yaptı', 'Neye', 'Hangisi', 'Neden', 'Ayrıntı'];

/** The file line by line, page after page, so that its length is nobody's memory. A byte-order mark, because Turkish Excel needs one. */
export async function* linesOf(db: Db, filter: AuditFilter): AsyncGenerator<string> {
  yield `\ufeff${csvRow(HEAD)}`;
  let before: AuditKey | undefined;
  for (let written = 0; written < MOST; written += AT_ONCE) {
    const found = await findEntries(db, filter, { before, limit: AT_ONCE });
    for (const entry of await named(db, found)) yield lineOf(entry);
    before = found.at(-1);
    if (found.length < AT_ONCE) return;
  }
}

function lineOf({ seq, id, at, who, actWords, subjectWords, subjectName, reason, detail }: AuditEntryShown): string {
  const instant = new Date(at);
  return csvRow([
    seq ?? '',
    id,
    formatTableDate(instant, 'tr'),
    `${istanbulTime(instant)}:${String(instant.getUTCSeconds()).padStart(2, '0')}`,
    who.name ?? who.part ?? 'vatandaş',
    actWords.tr,
    subjectWords.tr,
    subjectName ?? '',
    reason ?? '',
    JSON.stringify(detail),
  ]);
}
