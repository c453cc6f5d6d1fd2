-- Floor 2: citizens. Two records of one person: the second points to the first, so that nothing is thrown away and undoing is exact.
alter table citizens
  add column merged_into uuid references citizens,
  add constraint citizens_merged_into_another check (merged_into <> id);
create index citizens_merged_into on citizens (merged_into) where merged_into is not null;

create table people_merges (
  id        uuid primary key,
  kept_id   uuid not null references citizens,
  merged_id uuid not null references citizens,
  -- Whoever had been merged into the second before, and points to the first now.
  along     uuid[] not null,
  -- The requests that changed hands.
  requests  uuid[] not null,
  why       text not null,
  made_at   timestamptz not null,
  made_by   uuid references staff_members,
  undone_at timestamptz,
  undone_by uuid references staff_members,
  check (kept_id <> merged_id)
);
create index people_merges_kept on people_merges (kept_id, made_at desc);
create unique index people_merges_in_force on people_merges (merged_id) where undone_at is null;
