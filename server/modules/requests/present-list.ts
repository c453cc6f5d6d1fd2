/** Rows of lists as the API says them, and the words for the codes in them. */
import type { Names, WorkListQuery, WorkListRow as ShownRow } from '../../../contract/requests.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db/database.ts';
import { isId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusals.ts';
import { formatTrackingNumber } from '../../../text/tracking-number.ts';
import { listTopics } from '../catalogue/door.ts';
import { listNeighbourhoods } from '../places/door.ts';
import { listDirectorates, staffNames } from '../staff/door.ts';
import { REQUEST_STATES } from './lifecycle.ts';
import type { RequestState } from './lifecycle.ts';
import { listRights } from './reader.ts';
import { CHANNELS } from './request.ts';
import type { Channel } from './request.ts';
import type { WorkListFilter, WorkListPage, WorkListRow } from './work-list-store.ts';

export const iso = (instant: Date): string => instant.toISOString();
export const isoOrNull = (instant: Date | null): string | null => (instant === null ? null : iso(instant));

const listed = (text: string | undefined): string[] | undefined =>
  text === undefined || text === '' ? undefined : text.split(',');

/** What was asked for, inside what the reader may see. A code nobody knows is left out rather than refused: old links stay good. */
export function filterOf(actor: StaffActor, query: WorkListQuery): WorkListFilter {
  const rights = listRights(actor);
  const states = listed(query.states)?.filter((state): state is RequestState => Object.hasOwn(REQUEST_STATES, state));
  return {
    ...rights,
    directorate: query.directorate,
    states,
    open: query.open !== 'all' && states === undefined,
    due: query.due,
    topics: listed(query.topics),
    neighbourhoods: listed(query.neighbourhoods)
      ?.map(Number)
      .filter((id) => Number.isInteger(id) && id < 32768),
    channels: listed(query.channels)?.filter((one): one is Channel => (CHANNELS as readonly string[]).includes(one)),
    assigneeId: query.mine === '1' ? actor.id : undefined,
    text: query.text,
  };
}

/** One row more than is shown, which tells whether there is a next page. */
export function pageOf(query: WorkListQuery): WorkListPage {
  const { sort = 'due', limit = 50, after } = query;
  return { sort, limit: limit + 1, after: after === undefined ? undefined : readKey(after) };
}

/** Where a page ended: the sort key and the id of its last row. Nothing secret, so it is not sealed. */
export function keyAfter(row: WorkListRow, sort: WorkListPage['sort']): string {
  const at = sort === 'due' ? row.nextDueAt : row.receivedAt;
  return `${at === null ? 'none' : at.getTime()}_${row.id}`;
}

function readKey(written: string): { at: Date | null; id: string } {
  const [at = '', id = ''] = written.split('_');
  const instant = at === 'none' ? null : new Date(Number(at));
  if (!isId(id) || at === '' || (instant !== null && Number.isNaN(instant.getTime()))) {
    throw refuse('input-invalid', { field: 'after' });
  }
  return { at: instant, id };
}

export function shownRow(row: WorkListRow): ShownRow {
  return {
    ...row,
    shownNumber: formatTrackingNumber(row.trackingNumber),
    receivedAt: iso(row.receivedAt),
    nextDueAt: isoOrNull(row.nextDueAt),
    promisedAt: isoOrNull(row.promisedAt),
    concludedAt: isoOrNull(row.concludedAt),
  };
}

export interface Codes {
  topics: Iterable<string | null>;
  directorates: Iterable<string>;
  neighbourhoods: Iterable<number | null>;
  staff: Iterable<string>;
}

/** Words for exactly these codes; one that has no words any more is shown as itself. */
export async function namesFor(db: Db, codes: Codes): Promise<Names> {
  const [topics, directorates, neighbourhoods, staff] = await Promise.all([
    listTopics(db),
    listDirectorates(db),
    listNeighbourhoods(db),
    staffNames(db, codes.staff),
  ]);
  const topicCodes = new Set(codes.topics);
  const directorateCodes = new Set(codes.directorates);
  const neighbourhoodIds = new Set(codes.neighbourhoods);
  return {
    topics: Object.fromEntries(topics.filter(({ code }) => topicCodes.has(code)).map(({ code, name }) => [code, name])),
    directorates: Object.fromEntries(
      directorates
        .filter(({ code }) => directorateCodes.has(code))
        .map(({ code, name, nameEn }) => [code, { tr: name, en: nameEn }]),
    ),
    neighbourhoods: Object.fromEntries(
      neighbourhoods.filter(({ id }) => neighbourhoodIds.has(id)).map(({ id, name }) => [String(id), name]),
    ),
    staff: Object.fromEntries(staff),
  };
}
