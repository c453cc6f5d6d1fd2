-- Oversight: a clock that stands still (we wait for the citizen, or for a fee) is in nobody's delay; it is watched again when it goes on.
create or replace view watched_clocks as
  select c.id, c.request_id, c.purpose, c.rule, c.amount, c.unit, c.due_at, r.topic_code
  from clocks c join service_requests r on r.id = c.request_id
  where c.ended_at is null and c.due_at is not null and c.purpose in ('first-response','conclusion','statutory','partner')
    and r.state not in ('concluded','reopen-requested','withdrawn','cancelled')
    and not exists (select from clock_stops s where s.clock_id = c.id and s.ended_at is null);
