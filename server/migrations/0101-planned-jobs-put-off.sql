-- A planned job may be put off: its plan's day stays what it is known by, so that the plan makes it once and no more; `due_day` is when it is to be done.
alter table planned_jobs
  add column put_off_to date check (put_off_to <> day),
  add column due_day    date not null generated always as (coalesce(put_off_to, day)) stored;

drop index planned_jobs_due;
drop index planned_jobs_topic;
create index planned_jobs_due on planned_jobs (due_day, id) where state = 'due';
create index planned_jobs_topic on planned_jobs (topic_code, due_day) where state in ('due','done');

alter table planned_job_steps
  drop constraint planned_job_steps_what_check,
  add constraint planned_job_steps_what_check
    check (what in ('made','changed','taken-back','made-again','handed','done','skipped','undone','put-off','put-back')),
  add column from_day date,
  add column to_day   date,
  add check ((what in ('put-off','put-back')) = (from_day is not null) and (from_day is null) = (to_day is null)),
  add check (from_day <> to_day),
  add check (what <> 'put-off' or why is not null);
