-- Floor 7: oversight. What staff are told; the bell and the morning mail read these rows. Codes and ids only: the words are the reader's language's.
create table staff_notices (
  id            uuid primary key,
  staff_id      uuid not null references staff_members,
  kind          text not null,
  request_id    uuid references service_requests,
  assignment_id uuid references assignments,
  -- What else it is about: a long work, a message, an absence, a planned work.
  subject       uuid,
  data          jsonb not null default '{}',
  -- In whose place the person is told.
  in_place_of   uuid references staff_members,
  -- The bell rings; false: it waits for the morning mail.
  at_once       boolean not null,
  told_at       timestamptz not null,
  read_at       timestamptz,
  -- No longer true, or nothing to be done any more: somebody has acted.
  settled_at    timestamptz,
  -- One fact owes one person one notice, however often its reaction runs.
  dedupe_key    text not null,
  unique (staff_id, dedupe_key)
);
create index staff_notices_unread on staff_notices (staff_id, told_at desc, id desc)
  where read_at is null and settled_at is null;
create index staff_notices_all on staff_notices (staff_id, told_at desc, id desc);
create index staff_notices_request on staff_notices (request_id) where settled_at is null;
create index staff_notices_subject on staff_notices (subject) where settled_at is null and subject is not null;
create index staff_notices_old on staff_notices (told_at);

-- What somebody wants to know of at once, in the morning, or not at all, where it differs from the house's table.
create table staff_notice_choices (
  staff_id uuid not null references staff_members,
  kind     text not null,
  choice   text not null check (choice in ('at-once','digest','none')),
  primary key (staff_id, kind)
);

-- One mail a morning, whichever worker writes it.
create table staff_digests (
  staff_id   uuid not null references staff_members,
  day        date not null,
  written_at timestamptz not null,
  -- Null: there was nothing to say.
  message_id uuid references messages,
  primary key (staff_id, day)
);

-- Staff: where the morning mail goes; the municipality's address of the person, set by an administrator.
alter table staff_members add column email text check (email ~ '^[^[:space:]@]+@[^[:space:]@]+\.[^[:space:]@]+$' and length(email) <= 254);
