/** Counting for the statistic of law 4982 m.30, over the views of migrations 0024 and 0028. What each means stands in what-4982-counts.ts. */
import type { Db } from '../../kernel/db/database.ts';
import { rows, sql } from '../../kernel/db/database.ts';
import type { RemedyBody, RemedyResult } from '../deadlines/door.ts';
import type { GroundCode } from '../requests/door.ts';
import type { TellingWindow, Window } from './figures-store.ts';
import type { LastStep } from './what-4982-counts.ts';

export interface InformationCount extends LastStep {
  requests: number;
  extended: number;
  withFee: number;
}

export interface GroundCount {
  outcome: 'refused' | 'partly-granted';
  /** Once each; empty: none was written, or it is kept back. */
  grounds: GroundCode[];
  requests: number;
}

/** What citizens did against our answers, of every kind of request. */
export interface RemedyCount {
  body: RemedyBody;
  isInformation: boolean;
  /** The last answer before it was a refusal, or granted in part. */
  afterRefusal: boolean;
  /** Null: it had not been decided. */
  result: Exclude<RemedyResult, 'mistaken'> | null;
  remedies: number;
}

export interface FeeCount {
  how: 'paid' | 'unpaid' | 'dropped' | 'awaited';
  notices: number;
  kurus: number;
}

export interface InformationCounts {
  /** Counted for itself, so that the rows can be held against it. */
  received: number;
  ends: InformationCount[];
  grounds: GroundCount[];
  remedies: RemedyCount[];
  fees: FeeCount[];
}

/** Each of them with the last step before the cut-off, and when its present round began. */
const asked = ({ start, end, cutOff }: Window) => sql`
  asked as (
    select id, restricted, extended_at, fee_at from report_information_requests
    where received_at >= ${start} and received_at < ${end} and received_at < ${cutOff} and state <> 'cancelled'
  ),
  steps as (
    select s.* from report_information_steps s join asked on asked.id = s.request_id where s.at < ${cutOff}
  ),
  last_step as (select distinct on (request_id) request_id, what, outcome from steps order by request_id, id desc)`;

export async function countInformation(db: Db, window: TellingWindow): Promise<InformationCounts> {
  return {
    received: await countReceived(db, window),
    ends: await countEnds(db, window),
    grounds: await countGrounds(db, window),
    remedies: await countRemedies(db, window),
    fees: await countFees(db, window),
  };
}

async function countReceived(db: Db, window: Window): Promise<number> {
  const [counted] = await rows<{ n: number }>(db, sql`with ${asked(window)} select count(*) as n from asked`);
  return counted!.n;
}

function countEnds(db: Db, window: Window): Promise<InformationCount[]> {
  const { cutOff } = window;
  return rows<InformationCount>(
    db,
    sql`with ${asked(window)}
        select l.what, l.outcome, count(*) as requests, count(*) filter (where extended_at < ${cutOff}) as extended,
               count(*) filter (where fee_at < ${cutOff}) as "withFee"
        from asked left join last_step l on l.request_id = asked.id group by l.what, l.outcome`,
  );
}

/** By the answers of the last round: what was answered before a reopening no longer holds. */
function countGrounds(db: Db, window: TellingWindow): Promise<GroundCount[]> {
  const { cutOff, tellsRestricted } = window;
  return rows<GroundCount>(
    db,
    sql`with ${asked(window)},
        named as (
          select l.outcome, case when ${tellsRestricted} or not asked.restricted then array(
              select distinct ground from report_information_grounds g, unnest(g.grounds) ground
              where g.request_id = asked.id and g.answered_at < ${cutOff} and g.answered_at >= coalesce(
                (select max(at) from steps where request_id = asked.id and what in ('reopened', 'revived')), '-infinity')
              order by ground
            ) else '{}' end as grounds
          from asked join last_step l on l.request_id = asked.id
          where l.what = 'concluded' and l.outcome in ('refused', 'partly-granted')
        )
        select outcome, grounds, count(*) as requests from named group by outcome, grounds`,
  );
}

/** An answer of the same day came before: nobody objects to what they have not read. */
function countRemedies(db: Db, { start, end, cutOff }: Window): Promise<RemedyCount[]> {
  return rows<RemedyCount>(
    db,
    sql`select t.body, t.kind = 'foi' as "isInformation",
               coalesce(l.what = 'concluded' and l.outcome in ('refused', 'partly-granted'), false) as "afterRefusal",
               case when t.decided_at < ${cutOff} then t.result end as result, count(*) as remedies
        from report_remedies t
        left join lateral (select s.what, s.outcome from report_information_steps s
                           where s.request_id = t.request_id and s.at < t.taken_at + interval '1 day'
                           order by s.id desc limit 1) l on true
        where t.taken_at >= ${start} and t.taken_at < ${end} and t.taken_at < ${cutOff} and t.state <> 'cancelled'
        group by 1, 2, 3, 4`,
  );
}

function countFees(db: Db, { start, end, cutOff }: Window): Promise<FeeCount[]> {
  return rows<FeeCount>(
    db,
    sql`select case when paid_at < ${cutOff} then 'paid'
                    when ended_at is null or ended_at >= ${cutOff} then 'awaited'
                    when end_reason = 'deemed-withdrawn' then 'unpaid' else 'dropped' end as how,
               count(*) as notices, sum(amount_kurus) as kurus
        from report_information_fees
        where notified_at >= ${start} and notified_at < ${end} and notified_at < ${cutOff} and state <> 'cancelled'
        group by 1`,
  );
}
