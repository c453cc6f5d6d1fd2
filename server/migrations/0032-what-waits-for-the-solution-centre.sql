-- Requests: why a person of the solution centre must look; null: nobody need. Beside the state, because one directorate may be at work while
-- another's part goes round.
alter table service_requests add column triage text check (triage in ('no-directorate', 'returned', 'ping-pong'));
update service_requests r
set triage = case when exists (select from assignments a where a.request_id = r.id and a.state = 'returned')
                  then 'returned' else 'no-directorate' end
where state = 'in-review';
alter table service_requests
  add check (triage is null or state not in ('concluded', 'reopen-requested', 'withdrawn', 'cancelled'));
create index service_requests_triage on service_requests (received_at, id) where triage is not null;
