-- Floor 1: places, staff, calendar, citizens. Floor 2: catalogue. What a municipality is, as data it can change.

create table municipality (
  only_one boolean primary key default true check (only_one),
  profile  jsonb not null,
  version  integer not null
);

create table neighbourhoods (
  id         smallint generated always as identity primary key,
  name       text not null unique,
  name_folded text not null,
  short_name text not null,
  locative   text not null,
  tile_col   smallint,
  tile_row   smallint,
  latitude   double precision,
  longitude  double precision,
  active     boolean not null default true,
  unique (tile_col, tile_row)
);

create table streets (
  id               integer generated always as identity primary key,
  neighbourhood_id smallint not null references neighbourhoods,
  name             text not null,
  name_folded      text not null,
  unique (neighbourhood_id, name)
);
create index streets_folded on streets (name_folded text_pattern_ops);

create table directorates (
  code    text primary key check (code ~ '^[A-Z]{2,5}$'),
  name    text not null,
  dative  text not null,
  name_en text not null,
  phone   text,
  active  boolean not null default true,
  version integer not null default 1
);

create table staff_members (
  id                   uuid primary key,
  username             text not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  display_name         text not null,
  role                 text not null check (role in ('agent','clerk','manager','supervisor','administrator','viewer')),
  directorate_code     text references directorates,
  password_hash        text not null,
  must_change_password boolean not null default false,
  active               boolean not null default true,
  preferences          jsonb not null default '{}',
  created_at           timestamptz not null,
  version              integer not null default 1,
  check ((role in ('clerk','manager')) = (directorate_code is not null))
);

create table staff_sessions (
  token_hash   bytea primary key,
  staff_id     uuid not null references staff_members,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null
);
create index staff_sessions_staff on staff_sessions (staff_id);

create table saved_views (
  id         uuid primary key,
  staff_id   uuid not null references staff_members,
  name       text not null check (length(name) between 1 and 60),
  query      text not null,
  position   integer not null default 0,
  created_at timestamptz not null,
  unique (staff_id, name)
);

create table official_holidays (
  day       date not null,
  starts_at time,
  name      text not null,
  name_en   text not null,
  kind      text not null check (kind in ('official','administrative-leave','local-closure')),
  source    text not null,
  confirmed boolean not null,
  version   integer not null default 1,
  -- Two feasts may meet on one day (23 April 2029 is also an eve); the same kind and hour may not stand twice.
  primary key (day, kind, name)
);

create table citizens (
  id                    uuid primary key,
  kind                  text not null check (kind in ('person','organisation')),
  name                  text not null,
  name_folded           text not null,
  language              text not null check (language in ('tr','en')),
  national_id_sealed    bytea,
  national_id_index     bytea unique,
  created_at            timestamptz not null
);

create table citizen_identities (
  channel     text not null check (channel in ('phone','email')),
  external_id text not null,
  citizen_id  uuid not null references citizens,
  created_at  timestamptz not null,
  -- One phone serves several people: the key is the pair with the person.
  primary key (channel, external_id, citizen_id)
);
create index citizen_identities_citizen on citizen_identities (citizen_id);

create table topic_groups (
  code     text primary key,
  name     text not null,
  name_en  text not null,
  icon     text not null,
  position smallint not null
);

create table topics (
  code             text primary key check (code ~ '^[A-Z]{3}-[0-9]{2}$'),
  group_code       text not null references topic_groups,
  name             text not null,
  name_en          text not null,
  directorate_code text not null references directorates,
  definition       jsonb not null,
  active           boolean not null default true,
  version          integer not null
);
create index topics_directorate on topics (directorate_code);
