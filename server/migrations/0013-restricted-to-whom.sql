-- Requests: a restricted one names the directorates and units it is kept to; empty: those that have a part of it.
alter table service_requests add column restricted_to text[] not null default '{}';
alter table service_requests add check (restricted or restricted_to = '{}');

-- A part may lie with a unit of the directorate.
alter table assignments add column unit_code text;
alter table assignments add foreign key (unit_code, directorate_code) references units (code, directorate_code);
create index assignments_open_unit on assignments (unit_code, due_at, id) where ended_at is null and unit_code is not null;
create index assignments_open_person on assignments (assignee_id, due_at, id) where ended_at is null and assignee_id is not null;
