-- Floor 7: reporting. It is the one module that reads what others keep, so these views name the columns it may read and no more:
-- no name, no phone, no text. A column that is not here cannot end up in a figure.

create view report_requests as
  select id, channel, topic_code, neighbourhood_id, citizen_id, state, outcome, received_at, concluded_at
  from service_requests;

create view report_assignments as
  select a.id, r.channel, a.directorate_code, a.state, a.assigned_at, a.ended_at, r.state as request_state
  from assignments a join service_requests r on r.id = a.request_id;

create view report_calls as
  select id, direction, purpose, started_at, answered_at from calls;

-- What the case's row no longer says: that it was concluded once before it was opened again.
create view report_conclusions as
  select id, request_id, at, what, data ->> 'outcome' as outcome
  from request_history where what in ('concluded', 'withdrawn', 'reopened');

create view report_reopenings as
  select request_id, at from request_history where what = 'reopened';

-- Reopenings are few; figures at a past cut-off ask for those after it.
create index request_history_reopened on request_history (at, request_id) where what = 'reopened';
create index calls_unanswered on calls (started_at) where answered_at is null;

-- The replay's own bookmark: which simulated days are played to their end.
create table replay_days (
  plan        text not null,
  day         date not null,
  requests    integer not null,
  calls       integer not null,
  finished_at timestamptz not null,
  primary key (plan, day)
);
