-- Floor 7: oversight. Nothing is forgotten: running clocks are watched, and who answers for them is told.

-- Like reporting, oversight reads what others keep through views of its own: these name the columns it may read, and no text, name or phone.
create view watched_clocks as
  select c.id, c.request_id, c.purpose, c.rule, c.amount, c.unit, c.due_at, r.topic_code
  from clocks c join service_requests r on r.id = c.request_id
  where c.ended_at is null and c.due_at is not null and c.purpose in ('first-response','conclusion','statutory','partner')
    and r.state not in ('concluded','reopen-requested','withdrawn','cancelled');

-- A municipality's own ladders: for all topics (all), a group (YOL) or one topic (YOL-01). Each version is kept in `revisions`.
create table escalation_ladders (
  scope   text primary key check (scope ~ '^(all|[A-Z]{3}|[A-Z]{3}-[0-9]{2})$'),
  ladder  jsonb not null,
  active  boolean not null default true,
  version integer not null
);

-- What else the municipality has decided about watching: who reads the mayor's list, from when on something counts as stuck.
create table oversight_settings (
  only_one   boolean primary key default true check (only_one),
  definition jsonb not null,
  version    integer not null
);

-- When each running clock is to be looked at again; one that is not in here has not been looked at yet. Drawn from the clocks, safe to empty.
create table escalation_watch (
  request_id uuid not null references service_requests,
  rule       text not null,
  clock_id   uuid not null references clocks,
  -- Null: the top of its ladder is reached.
  look_at    timestamptz,
  primary key (request_id, rule)
);
create index escalation_watch_look on escalation_watch (look_at) where look_at is not null;

-- Each rung of each clock is reached once, whoever looks first.
create table escalations (
  id         uuid primary key,
  clock_id   uuid not null references clocks,
  request_id uuid not null references service_requests,
  rung       text not null,
  raised_at  timestamptz not null,
  -- Nobody was told of this one: a higher rung was reached in the same look, or a clock of the law speaks for the request.
  silent     boolean not null,
  told       uuid[] not null default '{}',
  unique (clock_id, rung)
);
create index escalations_request on escalations (request_id, raised_at);
-- The mayor's list.
create index escalations_mayor on escalations (raised_at desc) where rung like '%:mayors-office';
