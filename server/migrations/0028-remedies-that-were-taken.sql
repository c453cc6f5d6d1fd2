-- Floor 4: deadlines. What a citizen did against our answer or silence: not only the Information Review Board, also the court, the ombudsman and the
-- data board. Several may go on side by side, one of each at a time.
create table remedies_taken (
  id                  uuid primary key,
  request_id          uuid not null references service_requests,
  body                text not null check (body in ('foi-board','court','ombudsman','kvkk-board')),
  taken_on            date not null,
  -- The other body's own number of the file.
  file_number         text check (length(file_number) between 1 and 100),
  recorded_at         timestamptz not null,
  result              text check (result in ('accepted','partly-accepted','rejected','not-examined','mistaken')),
  decided_on          date,
  decision_recorded_at timestamptz,
  check ((result is null) = (decided_on is null) and (result is null) = (decision_recorded_at is null)),
  check (decided_on >= taken_on)
);
create index remedies_taken_request on remedies_taken (request_id);
create unique index remedies_taken_one_open on remedies_taken (request_id, body) where result is null;

insert into remedies_taken (id, request_id, body, taken_on, file_number, recorded_at, result, decided_on, decision_recorded_at)
  select id, request_id, 'foi-board', objected_on, nullif(left(board_number, 100), ''), recorded_at, result, decided_on,
         case when result is not null then greatest(recorded_at, decided_on::timestamp at time zone 'Europe/Istanbul') end
  from foi_objections;
drop view report_information_objections;
drop table foi_objections;

-- The decision is written once; what was recorded is never edited. Only a number that was not known may still come.
create function refuse_change_of_remedy() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.result is null and new.result is not null
     and (new.id, new.request_id, new.body, new.taken_on, new.recorded_at)
       = (old.id, old.request_id, old.body, old.taken_on, old.recorded_at)
     and (old.file_number is null or new.file_number = old.file_number) then
    return new;
  end if;
  raise exception 'a remedy that was taken is decided once and never edited' using errcode = 'restrict_violation';
end $$;
create trigger remedies_taken_decided_once before update or delete on remedies_taken
  for each row execute function refuse_change_of_remedy();

-- Reporting: days that somebody entered count from their midnight in Istanbul, as the days of a period do.
create view report_remedies as
  select t.request_id, r.kind, r.state, t.body, t.taken_on::timestamp at time zone 'Europe/Istanbul' as taken_at, t.result,
         t.decided_on::timestamp at time zone 'Europe/Istanbul' as decided_at
  from remedies_taken t join service_requests r on r.id = t.request_id
  where t.result is distinct from 'mistaken';

-- Oversight: decisions in the citizen's favour after which nothing was opened or answered.
create view watched_decisions as
  select t.request_id, t.decision_recorded_at
  from remedies_taken t
  where t.result in ('accepted','partly-accepted')
    and not exists (select 1 from request_history h
                    where h.request_id = t.request_id and h.what in ('reopened','concluded') and h.at >= t.decision_recorded_at);
