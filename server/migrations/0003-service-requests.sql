-- Floor 3: the case file. STORED HERE.

create table service_requests (
  id                   uuid primary key,
  tracking_number      text not null unique check (length(tracking_number) = 11),
  access_token_hash    bytea not null unique,
  kind                 text not null check (kind in ('complaint','request','suggestion','tip-off','thanks','petition','foi','kvkk')),
  channel              text not null check (channel in ('web','phone','desk','email','foi','cimer','acik-kapi','metropolitan',
                                                        'whatsapp','facebook','x','instagram','home-visit','meeting')),
  text                 text not null check (length(text) between 1 and 4000),
  language             text not null check (language in ('tr','en')),
  -- Null until staff have chosen one: a citizen need not know our topics.
  topic_code           text references topics,
  topic_version        integer,
  answers              jsonb not null default '[]',
  citizen_id           uuid references citizens,
  contact_phone        text,
  contact_email        text,
  notify_by            text not null check (notify_by in ('sms','email','none')),
  identity_secret      boolean not null default false,
  restricted           boolean not null default false,
  danger               boolean not null default false,
  neighbourhood_id     smallint references neighbourhoods,
  street               text,
  door                 text,
  place_description    text,
  latitude             double precision check (latitude between 35 and 43),
  longitude            double precision check (longitude between 25 and 46),
  state                text not null check (state in ('received','in-review','assigned','in-progress','waiting-for-citizen',
                                                      'concluded','reopen-requested','reopened','withdrawn','cancelled')),
  outcome              text check (outcome in ('done','refused','information-given','forwarded','not-examined','duplicate','withdrawn')),
  received_at          timestamptz not null,
  recorded_at          timestamptz not null,
  concluded_at         timestamptz,
  first_response_at    timestamptz,
  promised_at          timestamptz,
  next_due_at          timestamptz,
  next_due_kind        text,
  recorded_by          uuid references staff_members,
  client_key           text unique,
  external_number      text,
  search_folded        text not null,
  version              integer not null default 1,
  check ((notify_by = 'sms') <= (contact_phone is not null)),
  check ((notify_by = 'email') <= (contact_email is not null)),
  check ((state in ('concluded','reopen-requested','withdrawn')) = (outcome is not null)),
  check ((outcome is not null) = (concluded_at is not null)),
  check ((topic_code is null) = (topic_version is null)),
  unique (channel, external_number)
);
-- The open ones are few beside all: the work list reads only these.
create index service_requests_open_due on service_requests (next_due_at, id)
  where state not in ('concluded','withdrawn','cancelled');
create index service_requests_received on service_requests (received_at desc, id desc);
create index service_requests_recorded on service_requests (recorded_at desc, id desc);
create index service_requests_near on service_requests (neighbourhood_id, topic_code, received_at desc);
create index service_requests_citizen on service_requests (citizen_id, received_at desc) where citizen_id is not null;
create index service_requests_phone on service_requests (contact_phone, received_at desc) where contact_phone is not null;
create index service_requests_words on service_requests using gin (to_tsvector('simple', search_folded));

create table assignments (
  id               uuid primary key,
  request_id       uuid not null references service_requests,
  directorate_code text not null references directorates,
  state            text not null check (state in ('offered','accepted','in-progress','on-site','returned','answered','cancelled')),
  assignee_id      uuid references staff_members,
  why_here         text not null,
  outcome          text check (outcome in ('done','refused','information-given','forwarded','not-examined','duplicate')),
  assigned_at      timestamptz not null,
  accepted_at      timestamptz,
  ended_at         timestamptz,
  due_at           timestamptz,
  version          integer not null default 1,
  check ((state in ('returned','answered','cancelled')) = (ended_at is not null)),
  check ((state = 'answered') = (outcome is not null))
);
create index assignments_request on assignments (request_id);
create index assignments_open on assignments (directorate_code, due_at, id) where ended_at is null;
create index assignments_assigned on assignments (assigned_at);
-- A directorate has one open part of a request: a second copy would be answered twice.
create unique index assignments_one_open on assignments (request_id, directorate_code) where ended_at is null;

create table request_history (
  id            bigint generated always as identity primary key,
  request_id    uuid not null references service_requests,
  assignment_id uuid references assignments,
  at            timestamptz not null,
  actor_kind    text not null check (actor_kind in ('staff','citizen','system')),
  actor_id      text,
  what          text not null,
  from_value    text,
  to_value      text,
  why           text,
  data          jsonb not null default '{}'
);
create index request_history_request on request_history (request_id, id);
create trigger request_history_append_only before update or delete on request_history for each row execute function refuse_change();

create table request_answers (
  id            uuid primary key,
  request_id    uuid not null references service_requests,
  assignment_id uuid references assignments,
  kind          text not null check (kind in ('interim','final')),
  text          text not null check (length(text) between 1 and 4000),
  outcome       text,
  forwarded_to  text,
  author_id     uuid references staff_members,
  answered_at   timestamptz not null,
  check ((outcome = 'forwarded') <= (forwarded_to is not null))
);
create index request_answers_request on request_answers (request_id);

create table request_notes (
  id         uuid primary key,
  request_id uuid not null references service_requests,
  author     text not null check (author in ('staff','citizen')),
  staff_id   uuid references staff_members,
  text       text not null check (length(text) between 1 and 4000),
  noted_at   timestamptz not null
);
create index request_notes_request on request_notes (request_id);

create table request_photos (
  id         uuid primary key,
  request_id uuid not null references service_requests,
  file_id    uuid not null references stored_files,
  sent_by    text not null check (sent_by in ('citizen','staff')),
  -- A photo of the work done is shown to the citizen only when staff choose so.
  citizen_sees boolean not null,
  added_at   timestamptz not null,
  unique (request_id, file_id)
);

create table request_satisfaction (
  request_id   uuid primary key references service_requests,
  satisfied    boolean not null,
  reason       text,
  said_at      timestamptz not null,
  check (satisfied or reason is not null)
);

-- What will reach a citizen waits here for the seconds in which it can be taken back; then the worker carries it out.
create table held_acts (
  id          uuid primary key,
  request_id  uuid not null references service_requests,
  staff_id    uuid not null references staff_members,
  act         text not null,
  input       jsonb not null,
  held_at     timestamptz not null,
  due_at      timestamptz not null,
  state       text not null check (state in ('held','done','taken-back','failed')),
  ended_at    timestamptz,
  refusal     text,
  check ((state = 'held') = (ended_at is null))
);
create index held_acts_due on held_acts (due_at) where state = 'held';
create index held_acts_request on held_acts (request_id) where state in ('held','failed');

-- A citizen's half-written request: kept on the server so that an empty battery loses nothing. Forgotten after 24 hours.
create table request_drafts (
  id         uuid primary key,
  token_hash bytea not null unique,
  body       jsonb not null,
  request_id uuid references service_requests,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index request_drafts_changed on request_drafts (changed_at);

create table draft_photos (
  id        uuid primary key,
  draft_id  uuid not null references request_drafts on delete cascade,
  file_id   uuid not null references stored_files,
  name      text not null,
  added_at  timestamptz not null
);
create index draft_photos_draft on draft_photos (draft_id);
