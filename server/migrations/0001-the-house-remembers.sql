-- Kernel: facts, audit, revisions, attempt counts, files.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: history is never edited', tg_table_name using errcode = 'restrict_violation';
end $$;

create table facts (
  id      bigint generated always as identity primary key,
  name    text not null,
  subject uuid not null,
  at      timestamptz not null,
  actor   text not null,
  data    jsonb not null
);
create trigger facts_append_only before update or delete on facts for each row execute function refuse_change();

create table audit_entries (
  id           bigint generated always as identity primary key,
  at           timestamptz not null,
  actor        text not null,
  act          text not null,
  subject_kind text not null,
  subject_id   text,
  reason       text,
  detail       jsonb not null default '{}'
);
create index audit_entries_subject on audit_entries (subject_kind, subject_id, id);
create index audit_entries_at on audit_entries (at desc, id desc);
create trigger audit_append_only before update or delete on audit_entries for each row execute function refuse_change();

create table revisions (
  kind            text not null,
  key             text not null,
  version         integer not null check (version > 0),
  body            jsonb not null,
  changed_by      text not null,
  changed_by_name text,
  changed_at      timestamptz not null,
  reason          text,
  primary key (kind, key, version)
);
create trigger revisions_append_only before update or delete on revisions for each row execute function refuse_change();

create table attempt_counts (
  bucket       bytea not null,
  window_start timestamptz not null,
  expires_at   timestamptz not null,
  count        integer not null,
  primary key (bucket, window_start)
);
create index attempt_counts_expiry on attempt_counts (expires_at);

create table stored_files (
  id         uuid primary key,
  sha256     text not null,
  media_type text not null,
  bytes      integer not null check (bytes > 0),
  width      integer,
  height     integer,
  created_at timestamptz not null
);
