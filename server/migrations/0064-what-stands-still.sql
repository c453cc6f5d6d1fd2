-- Floor 7: oversight. What it reads of others to see that something stands still: named columns, and no text, name or phone.
create view watched_parts as
  select r.id, r.state, r.restricted, r.restricted_to, r.received_at, r.next_due_at,
         a.id as part_id, a.state as part_state, a.directorate_code, a.assignee_id, a.assigned_at
  from service_requests r left join assignments a on a.request_id = r.id and a.ended_at is null
  where r.state not in ('concluded','reopen-requested','withdrawn','cancelled','merged');

-- What a person did: the program's own lines move nothing.
create view watched_steps as
  select id, request_id, at, actor_kind from request_history where actor_kind <> 'system';

-- Whose rights reach a request is asked of these.
create view watched_cases as select id, state, restricted, restricted_to from service_requests;

create view watched_leavers as select id from staff_members where not active;

-- Kept ones and secret identities stay out: a likeness to them would tell a neighbour's secret.
create view watched_places as
  select id, state, outcome, topic_code, neighbourhood_id, street, latitude, longitude, received_at, concluded_at
  from service_requests
  where not restricted and not identity_secret and state not in ('withdrawn','cancelled');
create index service_requests_done on service_requests (concluded_at) where state = 'concluded' and outcome = 'done';

-- What a detector has found and is still true; drawn from the cases anew every quarter of an hour.
create table findings (
  request_id    uuid not null references service_requests,
  kind          text not null,
  since         timestamptz not null,
  -- How many others complained since.
  again         integer not null default 0,
  seen_at       timestamptz not null,
  -- Somebody has looked and said why it is well as it is; it comes back when it gets worse.
  dismissed_at  timestamptz,
  dismissed_by  uuid references staff_members,
  dismissed_why text check (length(dismissed_why) between 1 and 500),
  primary key (request_id, kind),
  check ((dismissed_at is null) = (dismissed_by is null) and (dismissed_at is null) = (dismissed_why is null))
);
create index findings_open on findings (since) where dismissed_at is null;
