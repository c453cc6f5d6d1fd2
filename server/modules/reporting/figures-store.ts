/** The counting itself, over the views of reporting's migration. Each statement reads a table once, whatever the number of figures. */
import type { Db } from '../../kernel/db/database.ts';
import { oneRow, rows, sql } from '../../kernel/db/database.ts';
import type { Channel } from '../requests/door.ts';

export interface Window {
  start: Date;
  /** Exclusive. */
  end: Date;
  cutOff: Date;
}

export interface TellingWindow extends Window {
  /** Whether restricted requests stand under their topic and neighbourhood (what-is-counted.ts). */
  tellsRestricted: boolean;
}

export interface RequestCount {
  by: 'topic' | 'place';
  channel: Channel;
  topicCode: string | null;
  neighbourhoodId: number | null;
  received: number;
  concluded: number;
  forwarded: number;
  withdrawn: number;
}

/**
 * How a request stood at the cut-off. Its row says so, unless it was reopened later: then its history does. `distinct on` takes the last
 * thing that happened to each of those few before the cut-off.
 */
const standing = ({ start, end, cutOff, tellsRestricted }: TellingWindow) => sql`
  reopened_later as (
    select distinct on (c.request_id) c.request_id, c.what, c.outcome
    from report_conclusions c
    where c.request_id in (select request_id from report_reopenings where at >= ${cutOff}) and c.at < ${cutOff}
    order by c.request_id, c.id desc
  ),
  standing as (
    select r.channel, case when ${tellsRestricted} or not r.restricted then r.topic_code end as topic_code,
           case when ${tellsRestricted} or not r.restricted then r.neighbourhood_id end as neighbourhood_id,
           case when l.request_id is not null then case l.what when 'withdrawn' then 'withdrawn' when 'concluded' then l.outcome end
                when r.concluded_at < ${cutOff} then r.outcome end as outcome
    from report_requests r left join reopened_later l on l.request_id = r.id
    where r.received_at >= ${start} and r.received_at < ${end} and r.received_at < ${cutOff} and r.state <> 'cancelled'
  )`;

/** Received and how they stand, by channel and topic, and again by channel and neighbourhood. */
export function countRequests(db: Db, window: TellingWindow): Promise<RequestCount[]> {
  return rows<RequestCount>(
    db,
    sql`with ${standing(window)},
        cells as materialized (
          select channel, topic_code, neighbourhood_id, count(*) as received,
                 count(*) filter (where outcome <> 'withdrawn') as concluded,
                 count(*) filter (where outcome = 'forwarded') as forwarded,
                 count(*) filter (where outcome = 'withdrawn') as withdrawn
          from standing group by channel, topic_code, neighbourhood_id
        )
        select 'topic' as by, channel, topic_code as "topicCode", null::smallint as "neighbourhoodId", sum(received) as received,
               sum(concluded) as concluded, sum(forwarded) as forwarded, sum(withdrawn) as withdrawn
        from cells group by channel, topic_code
        union all
        select 'place', channel, null, neighbourhood_id, sum(received), sum(concluded), sum(forwarded), sum(withdrawn)
        from cells group by channel, neighbourhood_id`,
  );
}

export interface ApplicantCount {
  /** Null: over all channels, where somebody who used two counts once. */
  channel: Channel | null;
  applicants: number;
  anonymous: number;
}

export function countApplicants(db: Db, { start, end, cutOff }: Window): Promise<ApplicantCount[]> {
  return rows<ApplicantCount>(
    db,
    sql`with pairs as materialized (
          select channel, citizen_id, count(*) as n from report_requests
          where received_at >= ${start} and received_at < ${end} and received_at < ${cutOff} and state <> 'cancelled'
          group by channel, citizen_id
        )
        select channel, count(citizen_id) as applicants, coalesce(sum(n) filter (where citizen_id is null), 0) as anonymous
        from pairs group by channel
        union all
        select null, (select count(*) from (select citizen_id from pairs where citizen_id is not null group by citizen_id) people),
               coalesce(sum(n) filter (where citizen_id is null), 0)
        from pairs`,
  );
}

export interface AssignmentCount {
  channel: Channel;
  sent: number;
  answered: number;
  /** Sum over the answered ones. */
  seconds: number;
}

export function countAssignments(
  db: Db,
  { start, end, cutOff }: Window,
  channels: readonly Channel[],
): Promise<AssignmentCount[]> {
  return rows<AssignmentCount>(
    db,
    sql`select channel, count(*) as sent,
               count(*) filter (where state = 'answered' and ended_at < ${cutOff}) as answered,
               coalesce(sum(extract(epoch from ended_at - assigned_at)) filter (where state = 'answered' and ended_at < ${cutOff}), 0) as seconds
        from report_assignments
        where assigned_at >= ${start} and assigned_at < ${end} and assigned_at < ${cutOff}
          and channel = any(${channels}) and state <> 'returned' and request_state <> 'cancelled'
          -- Dropped because the topic was wrong; of a withdrawn request it had been sent all the same.
          and (state <> 'cancelled' or request_state = 'withdrawn')
        group by channel`,
  );
}

export interface PromiseCount {
  /** `2026-03`. */
  month: string;
  concluded: number;
  promised: number;
  /** By the first promise. */
  kept: number;
  /** By the promise as it last stood. */
  keptRevised: number;
}

/** By the month of conclusion; months in which nothing was concluded are left out. */
export function countPromises(db: Db, { start, end, cutOff }: Window): Promise<PromiseCount[]> {
  return rows<PromiseCount>(
    db,
    sql`select to_char(concluded_at at time zone 'Europe/Istanbul', 'YYYY-MM') as month, count(*) as concluded,
               count(first_promised_at) as promised, count(*) filter (where concluded_at <= first_promised_at) as kept,
               count(*) filter (where first_promised_at is not null and concluded_at <= promised_at) as "keptRevised"
        from report_promises
        where concluded_at >= ${start} and concluded_at < ${end} and concluded_at < ${cutOff}
          and state not in ('withdrawn', 'cancelled')
        group by 1`,
  );
}

export interface ProblemCount {
  /** Requests that are with no other. */
  alone: number;
  /** Requests of the period that are with others of it, those they follow among them. */
  together: number;
  /** How many problems those are. */
  problems: number;
}

export function countProblems(db: Db, { start, end, cutOff }: Window): Promise<ProblemCount> {
  return oneRow<ProblemCount>(
    db,
    sql`with problems as (
          select count(*) as people, bool_or(follows) as merged from report_problems
          where received_at >= ${start} and received_at < ${end} and received_at < ${cutOff} and state <> 'cancelled'
          group by problem_id
        )
        select coalesce(sum(people) filter (where not merged), 0) as alone,
               coalesce(sum(people) filter (where merged), 0) as together,
               count(*) filter (where merged) as problems
        from problems`,
  );
}

export interface CallCount {
  answered: number;
  unanswered: number;
}

export function countCalls(db: Db, { start, end, cutOff }: Window): Promise<CallCount> {
  return oneRow<CallCount>(
    db,
    sql`select (select count(*) from report_calls where direction = 'in' and answered_at is not null
                  and answered_at >= ${start} and answered_at < ${end} and answered_at < ${cutOff}) as answered,
               (select count(*) from report_calls where direction = 'in' and answered_at is null
                  and started_at >= ${start} and started_at < ${end} and started_at < ${cutOff}) as unanswered`,
  );
}
