-- Staff: a role is data, so that a municipality makes its own. Those that come with the house have their rights in policy.ts (null here).
create table roles (
  code    text primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  base    text not null check (base in ('agent','clerk','manager','deputy-mayor','supervisor','administrator','viewer')),
  name    text not null check (length(name) between 1 and 60),
  name_en text not null check (length(name_en) between 1 and 60),
  -- Right → how far, for ordinary and for restricted requests.
  rights  jsonb,
  active  boolean not null default true,
  version integer not null default 1,
  -- A role of the house is its own base and nobody's to change.
  check ((rights is null) = (code = base)),
  unique (code, base)
);
insert into roles (code, base, name, name_en) values
  ('agent', 'agent', 'Çağrı ve masa görevlisi', 'Call and desk agent'),
  ('clerk', 'clerk', 'Müdürlük görevlisi', 'Directorate clerk'),
  ('manager', 'manager', 'Müdür', 'Directorate manager'),
  ('deputy-mayor', 'deputy-mayor', 'Başkan yardımcısı', 'Deputy mayor'),
  ('supervisor', 'supervisor', 'Çözüm Merkezi sorumlusu', 'Solution centre supervisor'),
  ('administrator', 'administrator', 'Sistem yöneticisi', 'Administrator'),
  ('viewer', 'viewer', 'İzleyici', 'Viewer');

-- A team inside a directorate: work can be handed to it, and restricted topics can be kept to it.
create table units (
  code             text primary key check (code ~ '^[A-Z]{2,5}-[A-Z0-9]{1,6}$'),
  directorate_code text not null references directorates,
  name             text not null check (length(name) between 1 and 120),
  name_en          text not null check (length(name_en) between 1 and 120),
  active           boolean not null default true,
  version          integer not null default 1,
  check (starts_with(code, directorate_code || '-')),
  unique (code, directorate_code)
);

alter table staff_members drop constraint staff_members_role_check;
alter table staff_members drop constraint staff_members_check;
alter table staff_members
  add column role_base text,
  add column unit_code text,
  -- Directorates a deputy mayor stands above.
  add column looks_after text[] not null default '{}';
update staff_members set role_base = role;
alter table staff_members
  alter column role_base set not null,
  add foreign key (role, role_base) references roles (code, base),
  add foreign key (unit_code, directorate_code) references units (code, directorate_code),
  add check ((role_base in ('clerk','manager')) = (directorate_code is not null)),
  add check (unit_code is null or directorate_code is not null),
  add check (role_base = 'deputy-mayor' or looks_after = '{}');
create index staff_members_directorate on staff_members (directorate_code) where directorate_code is not null and active;

create extension if not exists btree_gist;

-- Who is away, and who stands in: the delegate then has the absent person's post beside their own.
create table staff_absences (
  id           uuid primary key,
  staff_id     uuid not null references staff_members,
  from_day     date not null,
  to_day       date not null,
  delegate_id  uuid references staff_members,
  reason       text,
  recorded_by  text not null,
  recorded_at  timestamptz not null,
  cancelled_at timestamptz,
  check (from_day <= to_day),
  check (delegate_id <> staff_id),
  exclude using gist (staff_id with =, daterange(from_day, to_day, '[]') with &&) where (cancelled_at is null)
);
create index staff_absences_delegate on staff_absences (delegate_id, from_day, to_day) where cancelled_at is null;
