-- Floor 4: answers. Drafts that others approve before a citizen reads them.

create table answer_drafts (
  id            uuid primary key,
  request_id    uuid not null references service_requests,
  assignment_id uuid not null references assignments,
  -- Whose part it is, so that the list of waiting approvals need not read the case files of the whole house.
  directorate_code text not null references directorates,
  kind          text not null check (kind in ('interim','final')),
  -- Who wrote it: stays the author of the answer, whoever mends or approves it.
  author_id     uuid not null references staff_members,
  -- In whose hands it is while it is being written or mended.
  holder_id     uuid not null references staff_members,
  state         text not null check (state in ('writing','submitted','sent-back','given','dropped')),
  -- As it was last typed: kept on the server every few seconds, shown to nobody but its holder until it is submitted.
  body          jsonb not null,
  -- The newest version others have seen; 0: none has been submitted.
  version       integer not null default 0 check (version >= 0),
  -- Whose approval it awaits.
  rung          text check (rung in ('manager','deputy-mayor')),
  created_at    timestamptz not null,
  changed_at    timestamptz not null,
  submitted_at  timestamptz,
  answer_id     uuid references request_answers,
  check ((state = 'submitted') = (rung is not null)),
  check ((state = 'given') = (answer_id is not null)),
  check (state in ('writing','dropped') or version > 0)
);
-- One at a time waits for approval: two would be two answers to one question.
create unique index answer_drafts_one_submitted on answer_drafts (assignment_id, kind) where state = 'submitted';
create unique index answer_drafts_one_in_hand on answer_drafts (assignment_id, kind, holder_id) where state in ('writing','sent-back');
create index answer_drafts_waiting on answer_drafts (directorate_code, submitted_at) where state = 'submitted';
create index answer_drafts_request on answer_drafts (request_id);

create table answer_draft_versions (
  draft_id   uuid not null references answer_drafts,
  version    integer not null check (version > 0),
  body       jsonb not null,
  edited_by  uuid not null references staff_members,
  edited_at  timestamptz not null,
  primary key (draft_id, version)
);
create trigger answer_draft_versions_append_only before update or delete on answer_draft_versions
  for each row execute function refuse_change();

create table answer_draft_steps (
  id         bigint generated always as identity primary key,
  draft_id   uuid not null references answer_drafts,
  at         timestamptz not null,
  -- Null: the house itself.
  staff_id   uuid references staff_members,
  -- Whose post it was done in, where somebody stood in for another.
  post_of    uuid references staff_members,
  what       text not null check (what in ('submitted','approved','sent-back','edited','taken-over','taken-back','given','dropped')),
  rung       text check (rung in ('manager','deputy-mayor')),
  version    integer not null,
  why        text,
  check ((what = 'sent-back') <= (why is not null))
);
create index answer_draft_steps_draft on answer_draft_steps (draft_id, id);
create trigger answer_draft_steps_append_only before update or delete on answer_draft_steps
  for each row execute function refuse_change();

-- Requests: what may be held only once at a time. An answer and the approval of a draft of the same part are the same thing twice.
alter table held_acts add column once text;
create unique index held_acts_once on held_acts (once) where state = 'held' and once is not null;

-- Staff: a directorate may want its manager, or its deputy mayor, to read every answer.
alter table directorates add column approval text not null default 'none' check (approval in ('none','manager','deputy-mayor'));
