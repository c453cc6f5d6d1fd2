-- Floor 3: requests. One request, several jobs: a part may be a job of its own, with a topic and a period of its own.
alter table assignments
  add column job_topic text references topics,
  add column own_amount integer check (own_amount > 0),
  add column own_unit text check (own_unit in ('minutes','hours','working-hours','calendar-days','business-days')),
  add constraint assignments_own_period_is_whole check ((own_amount is null) = (own_unit is null));
