-- Reporting: what law 4982 m.30 asks of every year. Only days, codes and the fee; no name, no text.
create view report_information_requests as
  select r.id, r.state, r.restricted, r.received_at,
         (select min(e.notified_at) from foi_extensions e where e.request_id = r.id) as extended_at,
         (select min(f.notified_at) from foi_fees f where f.request_id = r.id) as fee_at
  from service_requests r where r.kind = 'foi';

-- How each stood at a past cut-off: its row says only how it stands today.
create view report_information_steps as
  select id, request_id, at, what, data ->> 'outcome' as outcome
  from request_history where what in ('concluded', 'withdrawn', 'deemed-withdrawn', 'reopened', 'revived');

create view report_information_grounds as
  select request_id, answered_at, grounds
  from request_answers where kind = 'final' and outcome in ('refused', 'partly-granted');

-- Days that somebody entered count from their midnight in Istanbul, as the days of a period do.
create view report_information_objections as
  select o.request_id, r.state, o.objected_on::timestamp at time zone 'Europe/Istanbul' as objected_at, o.result,
         o.decided_on::timestamp at time zone 'Europe/Istanbul' as decided_at
  from foi_objections o join service_requests r on r.id = o.request_id;

create view report_information_fees as
  select f.request_id, r.state, f.notified_at, f.amount_kurus, f.paid_on::timestamp at time zone 'Europe/Istanbul' as paid_at,
         c.ended_at, c.end_reason
  from foi_fees f join service_requests r on r.id = f.request_id join clocks c on c.id = f.clock_id;

-- Few among all; without it a year's statistic would read every request.
create index service_requests_information on service_requests (received_at) where kind = 'foi';
