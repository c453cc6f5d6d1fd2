/** The work list: open requests or assignments by filter, sorted by the clock that will hurt next, paged by key and never by offset. */
import type { Db } from '../../kernel/db/database.ts';
import { oneRow, rows, sql } from '../../kernel/db/database.ts';
import { words } from '../../../text/turkish.ts';
import { instantAt, istanbulDay, shiftDay } from '../calendar/door.ts';
import type { RequestState } from './lifecycle.ts';
import { OPEN_STATES } from './lifecycle.ts';
import type { Outcome } from './outcomes.ts';
import type { Sight } from './reader.ts';
import { seesAllRestricted } from './reader.ts';
import type { Channel, RequestKind } from './request.ts';
import { rightsCondition } from './sight-store.ts';

export interface WorkListFilter {
  /** What the reader may see; set by listRights and not the reader's to leave out. */
  sights: readonly Sight[];
  /** Only what this directorate has a part of. */
  directorate?: string | undefined;
  states?: RequestState[] | undefined;
  open?: boolean | undefined;
  due?: 'overdue' | 'today' | 'week' | 'none' | undefined;
  topics?: string[] | undefined;
  neighbourhoods?: number[] | undefined;
  channels?: Channel[] | undefined;
  assigneeId?: string | undefined;
  /** Folded words; each must begin a word of the request. */
  text?: string | undefined;
  phone?: string | undefined;
  citizenId?: string | undefined;
  receivedFrom?: Date | undefined;
  receivedTo?: Date | undefined;
}

export type WorkListSort = 'due' | 'newest' | 'oldest';

export interface WorkListPage {
  sort: WorkListSort;
  limit: number;
  after?: { at: Date | null; id: string } | undefined;
}

export interface WorkListRow {
  id: string;
  trackingNumber: string;
  text: string;
  kind: RequestKind;
  channel: Channel;
  state: RequestState;
  outcome: Outcome | null;
  topicCode: string | null;
  neighbourhoodId: number | null;
  street: string | null;
  danger: boolean;
  receivedAt: Date;
  nextDueAt: Date | null;
  nextDueKind: string | null;
  promisedAt: Date | null;
  concludedAt: Date | null;
  directorates: string[];
  assigneeIds: string[];
  photos: number;
}

export function workList(
  db: Db,
  filter: WorkListFilter,
  { now, page }: { now: Date; page: WorkListPage },
): Promise<WorkListRow[]> {
  const key = SORT_KEYS[page.sort];
  return rows<WorkListRow>(
    db,
    sql`with page as (
          select r.*, ${key.expression} as sort_key from service_requests r
          where ${conditions(filter, now)} ${afterKey(page)}
          order by ${key.expression} ${key.direction}, r.id ${key.direction}
          limit ${page.limit})
        select id, tracking_number as "trackingNumber", left(text, 280) as text, kind, channel, state, outcome,
               topic_code as "topicCode", neighbourhood_id as "neighbourhoodId", street, danger,
               received_at as "receivedAt", next_due_at as "nextDueAt", next_due_kind as "nextDueKind",
               promised_at as "promisedAt", concluded_at as "concludedAt",
               coalesce((select array_agg(distinct a.directorate_code) from assignments a
                         where a.request_id = page.id and a.state not in ('returned','cancelled')), '{}') as directorates,
               coalesce((select array_agg(distinct a.assignee_id) from assignments a
                         where a.request_id = page.id and a.assignee_id is not null and a.ended_at is null), '{}') as "assigneeIds",
               (select count(*) from request_photos p where p.request_id = page.id) as photos
        from page order by sort_key ${key.direction}, id ${key.direction}`,
  );
}

// A request without a clock comes after all that have one: 'infinity' keeps the key comparable.
const SORT_KEYS = {
  due: { expression: sql`coalesce(r.next_due_at, 'infinity'::timestamptz)`, direction: sql`asc` },
  newest: { expression: sql`r.received_at`, direction: sql`desc` },
  oldest: { expression: sql`r.received_at`, direction: sql`asc` },
} as const;

function afterKey({ sort, after }: WorkListPage) {
  if (!after) return sql``;
  const { expression } = SORT_KEYS[sort];
  const at = after.at === null ? sql`'infinity'::timestamptz` : sql`${after.at}::timestamptz`;
  return sort === 'newest'
    ? sql`and (${expression}, r.id) < (${at}, ${after.id}::uuid)`
    : sql`and (${expression}, r.id) > (${at}, ${after.id}::uuid)`;
}

export interface WorkListCounts {
  overdue: number;
  today: number;
  week: number;
  waiting: number;
  open: number;
}

/**
 * Only open requests are counted: they are few beside all, and an index holds them. Each number is the length of the list with the
 * filter of the same name.
 */
export function workListCounts(db: Db, filter: WorkListFilter, now: Date): Promise<WorkListCounts> {
  const { endOfToday, endOfWeek } = nextMidnights(now);
  return oneRow<WorkListCounts>(
    db,
    sql`select count(*) filter (where r.next_due_at < ${now}) as overdue,
               count(*) filter (where r.next_due_at >= ${now} and r.next_due_at < ${endOfToday}) as today,
               count(*) filter (where r.next_due_at >= ${endOfToday} and r.next_due_at < ${endOfWeek}) as week,
               count(*) filter (where r.state = 'waiting-for-citizen') as waiting,
               count(*) as open
        from service_requests r where ${conditions({ ...filter, open: true }, now)}`,
  );
}

function conditions(filter: WorkListFilter, now: Date) {
  const all = [rightsCondition(filter.sights), ...dueConditions(filter, now)];
  if (filter.directorate) all.push(hasPartOf(filter.directorate));
  if (filter.open) all.push(sql`r.state not in ('concluded','withdrawn','cancelled')`);
  if (filter.states?.length) all.push(sql`r.state = any(${filter.states})`);
  if (filter.topics?.length) all.push(sql`r.topic_code = any(${filter.topics})`);
  if (filter.neighbourhoods?.length) all.push(sql`r.neighbourhood_id = any(${filter.neighbourhoods}::smallint[])`);
  if (filter.channels?.length) all.push(sql`r.channel = any(${filter.channels})`);
  if (filter.phone) all.push(sql`r.contact_phone = ${filter.phone}`);
  if (filter.citizenId) all.push(sql`r.citizen_id = ${filter.citizenId}::uuid`);
  if (filter.receivedFrom) all.push(sql`r.received_at >= ${filter.receivedFrom}`);
  if (filter.receivedTo) all.push(sql`r.received_at < ${filter.receivedTo}`);
  if (filter.assigneeId) {
    all.push(sql`exists (select 1 from assignments a where a.request_id = r.id and a.assignee_id = ${filter.assigneeId}::uuid
                         and a.ended_at is null)`);
  }
  const wanted = filter.text ? words(filter.text) : [];
  if (wanted.length > 0) {
    const query = wanted.map((word) => `'${word}':*`).join(' & ');
    all.push(sql`to_tsvector('simple', r.search_folded) @@ to_tsquery('simple', ${query})`);
  }
  // Found by person, a complaint with a secret identity would tell who made it.
  if ((filter.phone || filter.citizenId) && !seesAllRestricted(filter.sights)) all.push(sql`not r.identity_secret`);
  return sql.join(all, sql` and `);
}

function hasPartOf(directorate: string) {
  return sql`exists (select 1 from assignments a where a.request_id = r.id and a.directorate_code = ${directorate}
                     and a.state not in ('returned','cancelled'))`;
}

function dueConditions({ due }: WorkListFilter, now: Date) {
  const { endOfToday, endOfWeek } = nextMidnights(now);
  if (due === 'overdue') return [sql`r.next_due_at < ${now}`];
  if (due === 'today') return [sql`r.next_due_at >= ${now} and r.next_due_at < ${endOfToday}`];
  if (due === 'week') return [sql`r.next_due_at >= ${endOfToday} and r.next_due_at < ${endOfWeek}`];
  return due === 'none' ? [sql`r.next_due_at is null`] : [];
}

/** "Today" ends at midnight in Istanbul; "this week" is the six days after it. */
function nextMidnights(now: Date): { endOfToday: Date; endOfWeek: Date } {
  const today = istanbulDay(now);
  return { endOfToday: instantAt(shiftDay(today, 1), '00:00'), endOfWeek: instantAt(shiftDay(today, 7), '00:00') };
}

export const OPEN_REQUEST_STATES = OPEN_STATES;
