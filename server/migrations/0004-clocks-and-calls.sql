-- Floor 4: deadlines. Floor 5: calls.

create table clocks (
  id            uuid primary key,
  request_id    uuid not null references service_requests,
  purpose       text not null check (purpose in ('first-response','conclusion','statutory','partner')),
  -- Which rule of which-clocks.ts, and the law and article it stands on, as they were when it started.
  rule          text not null,
  legal_basis   text not null,
  amount        integer not null,
  unit          text not null,
  started_at    timestamptz not null,
  due_at        timestamptz not null,
  ended_at      timestamptz,
  end_reason    text check (end_reason in ('met','withdrawn','cancelled')),
  check ((ended_at is null) = (end_reason is null))
);
-- One running clock of a kind: a reopened request starts new ones, the old stay as they ended.
create unique index clocks_one_running on clocks (request_id, rule) where ended_at is null;
create index clocks_request on clocks (request_id);

create table calls (
  id          uuid primary key,
  direction   text not null check (direction in ('in','out')),
  phone       text,
  staff_id    uuid references staff_members,
  started_at  timestamptz not null,
  answered_at timestamptz,
  ended_at    timestamptz,
  purpose     text check (purpose in ('request','status','information','debt','wrong-number','silent','other')),
  note        text,
  client_key  text unique,
  check (ended_at is null or ended_at >= started_at),
  check (answered_at is null or answered_at >= started_at)
);
create index calls_answered on calls (answered_at) where answered_at is not null;
create index calls_phone on calls (phone, started_at desc) where phone is not null;

create table call_requests (
  call_id    uuid not null references calls,
  request_id uuid not null references service_requests,
  primary key (call_id, request_id)
);
create index call_requests_request on call_requests (request_id);
