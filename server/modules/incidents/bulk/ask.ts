import type { BulkAct, BulkRows } from '../../../../contract/bulk.ts';
import { MOST_AT_ONCE } from '../../../../contract/bulk.ts';
import type { FilterQuery } from '../../../../contract/finding.ts';
import type { StaffActor } from '../../../kernel/actor.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import type { House } from '../../../kernel/house.ts';
import { askForWork } from '../../../kernel/long-works/ask.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { topicInForce } from '../../catalogue/door.ts';
import { listPage, openList } from '../../search/door.ts';
import { directorateByCode } from '../../staff/door.ts';
import { workOf } from './works.ts';

const PAGE = 500;

/** Refuses 'input-invalid' for what no row could be given, 'bulk-empty', 'bulk-too-many', 'reason-missing'. */
export async function askForBulkAct(
  house: House,
  actor: StaffActor,
  { rows, act }: { rows: BulkRows; act: BulkAct },
): Promise<{ work: string; total: number }> {
  await check(house, act);
  const found = 'ids' in rows ? rows.ids : await allListed(house, actor, rows.filter);
  const subjects = act.act === 'merge' ? found.filter((id) => id !== act.into) : found;
  if (subjects.length === 0) throw refuse('bulk-empty');
  const work = await inTransaction(house, { actor }, (tx) =>
    askForWork(tx, { kind: workOf(act.act), input: act, subjects }),
  );
  return { work, total: subjects.length };
}

/** What would be refused for every row is refused once, with the form still open. */
async function check({ db }: House, act: BulkAct): Promise<void> {
  if (act.act === 'assign' && !(await directorateByCode(db, act.directorate))?.active)
    throw refuse('input-invalid', { field: 'directorate' });
  if (act.act === 'topic' && !(await topicInForce(db, act.topic))?.active)
    throw refuse('input-invalid', { field: 'topic' });
  if (act.act === 'note' && !act.text.trim()) throw refuse('text-empty');
  if ('why' in act && act.act !== 'hand' && !act.why?.trim()) throw refuse('reason-missing', { step: act.act });
}

/** All that the filter lists for this person at this moment, page by page. By receipt: a search by usefulness ends with its best page. */
async function allListed(house: House, actor: StaffActor, query: FilterQuery): Promise<string[]> {
  const list = await openList(house.db, actor, { query, now: house.clock.now() });
  const all: string[] = [];
  let after: string | undefined;
  do {
    const page = await listPage(house.db, list, { limit: PAGE, after, sort: 'newest' });
    all.push(...page.ids);
    if (all.length > MOST_AT_ONCE) throw refuse('bulk-too-many', { most: MOST_AT_ONCE });
    after = page.next ?? undefined;
  } while (after !== undefined);
  return all;
}
