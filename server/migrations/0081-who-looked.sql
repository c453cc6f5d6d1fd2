-- Kernel: who has just looked at what. Opening the same file again within the half hour is the same look and is written down once.
-- Not logged: should the server crash, some looks are written down twice, and none is lost.
create unlogged table recent_looks (
  half_hour timestamptz not null,
  staff_id  uuid not null,
  act       text not null,
  subject   text not null,
  primary key (half_hour, staff_id, act, subject)
);

-- What a citizen is told of who looked, and the first look of a file's life, by what it was about.
drop index audit_entries_subject;
create index audit_entries_subject on audit_entries (subject_kind, subject_id, at desc, id desc);
