-- Requests: a question to the citizen has a last day, one reminder, and an end.
create table citizen_questions (
  id          uuid primary key,
  request_id  uuid not null references service_requests,
  -- The question's words.
  note_id     uuid not null unique references request_notes,
  asked_at    timestamptz not null,
  -- The citizen's until its midnight.
  last_day    date not null,
  -- Null: the period is too short for one, or no message of ours reaches them.
  remind_on   date check (remind_on < last_day),
  reminded_at timestamptz,
  ended_at    timestamptz,
  -- As requests/asking.ts names it.
  ended_by    text check (ended_by in ('answered','went-on','unanswered','answered-late','case-ended')),
  check ((ended_at is null) = (ended_by is null)),
  check (reminded_at is null or remind_on is not null)
);
-- What work waits for is asked once.
create unique index citizen_questions_open on citizen_questions (request_id) where ended_at is null;
create index citizen_questions_request on citizen_questions (request_id, asked_at);
create index citizen_questions_remind on citizen_questions (remind_on) where ended_at is null and reminded_at is null;
create index citizen_questions_over on citizen_questions (last_day) where ended_at is null;

-- Questions that are open already had no last day: they get the usual ten from today.
insert into citizen_questions (id, request_id, note_id, asked_at, last_day, remind_on)
select gen_random_uuid(), r.id, asked.note_id, asked.at, today.day + 10,
       case when r.notify_by = 'none' or r.channel = 'cimer' or (r.restricted and r.danger) then null else today.day + 7 end
from service_requests r
cross join (select (now() at time zone 'Europe/Istanbul')::date as day) today
cross join lateral (
  select (h.data ->> 'noteId')::uuid as note_id, h.at from request_history h
  where h.request_id = r.id and h.what = 'citizen-asked' order by h.id desc limit 1) asked
where r.state = 'waiting-for-citizen' and exists (select from request_notes n where n.id = asked.note_id);

-- An end that says so: what was asked for did not come.
alter table service_requests drop constraint service_requests_outcome_check;
alter table service_requests add constraint service_requests_outcome_check
  check (outcome in ('done','information-given','partly-granted','forwarded','refused','not-examined','information-missing','duplicate','withdrawn'));
alter table assignments drop constraint assignments_outcome_check;
alter table assignments add constraint assignments_outcome_check
  check (outcome in ('done','information-given','partly-granted','forwarded','refused','not-examined','information-missing','duplicate'));
alter table request_answers drop constraint request_answers_outcome_check;
alter table request_answers add constraint request_answers_outcome_check
  check (outcome in ('done','information-given','partly-granted','forwarded','refused','not-examined','information-missing','duplicate'));
