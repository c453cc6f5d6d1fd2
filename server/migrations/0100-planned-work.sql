-- Planned work: what the municipality does by itself, by a plan. None of it is a request: it has no tracking number, no legal clock, and is counted
-- in no figure of requests.
create table work_plans (
  id               uuid primary key,
  directorate_code text not null references directorates,
  -- As it was written; every version of it is kept in `revisions`.
  definition       jsonb not null,
  -- Jobs are made up to this day: what was missed while no worker ran is made when one runs again.
  made_to          date not null,
  version          integer not null
);
create index work_plans_directorate on work_plans (directorate_code);

create table planned_jobs (
  id               uuid primary key,
  plan_id          uuid not null references work_plans,
  -- The version of the plan it was last made by; the words are copied, so that what is over stays as it was.
  plan_version     integer not null,
  day              date not null,
  -- The day the rhythm names, where a holiday moved it.
  moved_from       date check (moved_from < day),
  -- Neither: the whole municipality.
  neighbourhood_id smallint references neighbourhoods,
  area_code        text references areas,
  title            text not null check (length(title) between 1 and 80),
  todo             text not null check (length(todo) between 1 and 500),
  topic_code       text not null references topics,
  street           text check (length(street) between 1 and 160),
  directorate_code text not null references directorates,
  unit_code        text,
  assignee_id      uuid references staff_members,
  -- Somebody handed it by hand: a changed plan leaves that.
  handed           boolean not null default false,
  state            text not null default 'due' check (state in ('due','done','skipped','taken-back')),
  ended_at         timestamptz,
  ended_by         uuid references staff_members,
  note             text check (length(note) between 1 and 500),
  told_late_at     timestamptz,
  check (num_nonnulls(neighbourhood_id, area_code) <= 1),
  check ((state in ('done','skipped')) = (ended_at is not null) and (ended_at is null) = (ended_by is null)),
  check (state <> 'skipped' or note is not null),
  foreign key (unit_code, directorate_code) references units (code, directorate_code),
  -- Once for each plan, day and place, whoever makes them and however often.
  unique nulls not distinct (plan_id, day, neighbourhood_id, area_code)
);
create index planned_jobs_due on planned_jobs (day, id) where state = 'due';
create index planned_jobs_ended on planned_jobs (ended_at) where ended_at is not null;
create index planned_jobs_topic on planned_jobs (topic_code, day) where state in ('due','done');
create index planned_jobs_person on planned_jobs (assignee_id) where state = 'due' and assignee_id is not null;

create table planned_job_steps (
  id         bigint generated always as identity primary key,
  job_id     uuid not null references planned_jobs,
  at         timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff','system')),
  actor_id   text,
  what       text not null check (what in ('made','changed','taken-back','made-again','handed','done','skipped','undone')),
  to_person  uuid references staff_members,
  why        text
);
create index planned_job_steps_job on planned_job_steps (job_id, id);
create trigger planned_job_steps_append_only before update or delete on planned_job_steps for each row execute function refuse_change();
