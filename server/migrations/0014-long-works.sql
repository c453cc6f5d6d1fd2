-- Kernel: work that takes longer than an answer may: bulk acts, exports, dry runs. It goes on after a kill where it was.
create table long_works (
  id          uuid primary key,
  kind        text not null,
  input       jsonb not null,
  state       text not null check (state in ('queued','running','stopping','stopped','done','failed')),
  -- Null while nobody knows yet.
  total       integer check (total >= 0),
  done        integer not null default 0 check (done >= 0),
  refused     integer not null default 0 check (refused >= 0),
  cursor      jsonb,
  result      jsonb,
  -- Null: the house itself asked.
  asked_by    uuid references staff_members,
  asked_at    timestamptz not null,
  started_at  timestamptz,
  ended_at    timestamptz,
  -- Whose turn it is: the work that was longest without a step.
  stepped_at  timestamptz,
  claim       uuid,
  lease_until timestamptz,
  -- Faults in a row; why it failed: a refusal's code, or the id under which the fault was logged.
  faults      smallint not null default 0,
  failure    text,
  undo_of     uuid unique references long_works,
  check ((state in ('done','stopped','failed')) = (ended_at is not null))
);
create index long_works_waiting on long_works (stepped_at nulls first, asked_at) where state in ('queued','running','stopping');
create index long_works_asker on long_works (asked_by, asked_at desc) where asked_by is not null;

-- The things a work is done to, fixed when it begins; each ends for itself.
create table long_work_items (
  work_id  uuid not null references long_works on delete cascade,
  position integer not null,
  subject  uuid not null,
  state    text not null check (state in ('waiting','done','refused')),
  refusal  text,
  -- What undoing needs to know.
  undo     jsonb,
  primary key (work_id, position),
  unique (work_id, subject),
  check ((state = 'refused') = (refusal is not null))
);
create index long_work_items_waiting on long_work_items (work_id, position) where state = 'waiting';
