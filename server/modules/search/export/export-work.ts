/**
 * A list as a file: a long work that reads some hundred rows at a time, so that writers never wait for it. Newest first by day of receipt, which
 * never changes: each request is exported once, as it is when it is read, whatever happens to it or around it meanwhile.
 */
import type { ColumnName } from '../../../../contract/export-columns.ts';
import { EXPORT_COLUMNS, PERSONAL_COLUMNS, USUAL_COLUMNS } from '../../../../contract/export-columns.ts';
import type { ExportQuery } from '../../../../contract/exports.ts';
import { audit } from '../../../kernel/audit.ts';
import type { StaffActor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { askForWork } from '../../../kernel/long-works/ask.ts';
import { stepWork } from '../../../kernel/long-works/kinds.ts';
import type { LongWork, Step } from '../../../kernel/long-works/long-work.ts';
import { withinLimit } from '../../../kernel/limits.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { listRights } from '../../requests/door.ts';
import { countAll } from '../entry-store.ts';
import type { OpenList } from '../list.ts';
import { listPage, narrowed, openList } from '../list.ts';
import type { Cell } from './columns.ts';
import { COLUMNS, columnsOf } from './columns.ts';
import { writeAt } from './files.ts';
import type { FormatName, Growing } from './formats.ts';
import { FORMATS } from './formats.ts';
import { exportRows } from './rows.ts';
import { MOST_ROWS } from './sheet.ts';

export const EXPORT_KIND = 'list-export';
const AT_ONCE = 200;

interface Input extends Omit<ExportQuery, 'columns' | 'reason'> {
  columns: ColumnName[];
  /** What came after the asking is not part of the list that was asked for. */
  until: string;
}

interface Cursor {
  after: string | null;
  file: Growing;
}

const AN_HOUR = { name: EXPORT_KIND, most: 20, seconds: 3600 };

/** Asks for it. Refuses 'reason-missing', 'not-allowed' for personal data without the right to it, 'too-many-attempts'. */
export async function askForExport(tx: Tx, { columns, reason, ...query }: ExportQuery): Promise<string> {
  const asker = askerOf(tx);
  const why = normaliseInput(reason);
  if (why === '') throw refuse('reason-missing', { step: EXPORT_KIND });
  if (query.personal) listRights(asker, 'reveal-personal-data');
  if (!(await withinLimit(tx.db, tx.now, AN_HOUR, asker.id))) throw refuse('too-many-attempts');
  const wanted = columnsOf(columns ?? []);
  const input: Input = {
    ...query,
    columns: wanted.length > 0 ? wanted : [...USUAL_COLUMNS],
    until: tx.now.toISOString(),
  };
  // Refused now rather than by a worker an hour later.
  await openExport(tx, input);
  const id = await askForWork(tx, { kind: EXPORT_KIND, input });
  const { format, personal } = query;
  await audit(tx, {
    act: 'list-export-asked',
    subjectKind: 'export',
    subjectId: id,
    reason: why,
    detail: { format, personal, ...told(query) },
  });
  return id;
}

/** What was asked for, in codes: words that were looked for may be somebody's name, and an audit entry is for ever. */
function told({ filter }: Pick<ExportQuery, 'filter'>): Record<string, unknown> {
  const { text, citizen, ...codes } = filter;
  return { filter: codes, byWords: text !== undefined, ofCitizen: citizen !== undefined };
}

export const exportWork = stepWork<Input, Cursor>({ kind: EXPORT_KIND, step });

async function step(tx: Tx, work: LongWork<Input, Cursor>): Promise<Step<Cursor>> {
  const { cursor, input, id } = work;
  const list = await openExport(tx, input);
  if (cursor === null) return begin(tx, { id, input, list });
  const page = await listPage(tx.db, list, { sort: 'newest', after: cursor.after ?? undefined, limit: AT_ONCE });
  const { rows, names, inClear } = await exportRows(tx.db, askerOf(tx), {
    ids: page.ids,
    reader: list.reader,
    personal: input.personal,
  });
  const words = { language: input.language, names };
  const cells = rows.map((row) => input.columns.map((name): Cell => COLUMNS[name].cell(row, words)));
  const piece = formatOf(input).rows(cursor.file, cells);
  await writeAt(tx.house, id, { at: cursor.file.length, bytes: piece.bytes });
  if (input.columns.some((name) => PERSONAL_COLUMNS.includes(name))) await noteInClear(tx, id, inClear);
  if (page.next === null) return finish(tx, { id, input, file: piece.after, done: rows.length });
  return { cursor: { after: page.next, file: piece.after }, done: rows.length };
}

interface Begun {
  id: string;
  input: Input;
  list: OpenList;
}

async function begin(tx: Tx, { id, input, list }: Begun): Promise<Step<Cursor>> {
  const total = list.wanted === null ? 0 : await countAll(tx.db, list.wanted);
  if (input.format === 'xlsx' && total > MOST_ROWS) throw refuse('too-many-rows', { most: MOST_ROWS });
  const piece = formatOf(input).begin(headsOf(input));
  await writeAt(tx.house, id, { at: 0, bytes: piece.bytes });
  return { cursor: { after: null, file: piece.after }, done: 0, total };
}

async function finish(
  tx: Tx,
  { id, input, file, done }: { id: string; input: Input; file: Growing; done: number },
): Promise<Step<Cursor>> {
  const bytes = formatOf(input).end(file, headsOf(input));
  await writeAt(tx.house, id, { at: file.length, bytes });
  const { format, personal } = input;
  const { rows } = file;
  await audit(tx, { act: 'list-exported', subjectKind: 'export', subjectId: id, detail: { format, personal, rows } });
  return { cursor: null, done, result: { format, rows, bytes: file.length + bytes.length } };
}

/** Who reads a name in a file has read it as much as on a screen; each case says so. */
async function noteInClear(tx: Tx, work: string, requests: readonly string[]): Promise<void> {
  for (const subjectId of requests)
    await audit(tx, { act: 'personal-data-exported', subjectKind: 'request', subjectId, detail: { export: work } });
}

/** The list as the asker may export it now: rights that went since are gone here too. */
async function openExport(tx: Tx, { filter, until }: Input): Promise<OpenList> {
  const asker = askerOf(tx);
  const now = new Date(until);
  const list = await openList(tx.db, asker, { query: filter, now });
  return narrowed(list, { sights: listRights(asker, 'list-export').sights, until: now });
}

function askerOf({ actor }: Tx): StaffActor {
  if (actor.kind !== 'staff') throw new Error('a list is exported for somebody');
  return actor;
}

const formatOf = ({ format }: { format: FormatName }) => FORMATS[format];

function headsOf({ columns, language }: Input) {
  return columns.map((name) => ({ label: EXPORT_COLUMNS[name][language], width: COLUMNS[name].width }));
}
