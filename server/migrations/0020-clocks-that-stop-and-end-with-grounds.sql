-- Floor 4: deadlines. Clocks stop, are cut, give way to others, and end with what stands behind the end.

alter table clocks
  -- Null: it runs, but a year it touches has no holiday rows, and nothing is promised in a year nobody has entered.
  alter column due_at drop not null,
  -- The clock in whose place this one runs: what was lengthened, cut, or of another legal basis.
  add column follows uuid references clocks,
  drop constraint clocks_purpose_check,
  drop constraint clocks_end_reason_check;

update clocks c
set end_reason = case
  when c.end_reason = 'met' and c.purpose = 'first-response' then 'responded'
  when c.end_reason = 'met' and r.outcome = 'forwarded' then 'forwarded'
  when c.end_reason = 'met' then 'answered'
  when c.end_reason = 'cancelled' and r.state <> 'cancelled' then 'topic-changed'
  else c.end_reason end
from service_requests r
where r.id = c.request_id and c.ended_at is not null;

alter table clocks
  add constraint clocks_purpose_check
    check (purpose in ('first-response','conclusion','statutory','partner','silence','citizen')),
  add constraint clocks_end_reason_check
    check (end_reason in ('responded','answered','forwarded','withdrawn','deemed-withdrawn','cancelled','extended','fee-notice','paid',
                          'kind-changed','topic-changed','interim-answer','implied-refusal')),
  -- A clock of the law or of a partner ends by an answer, a forward, a withdrawal or a recorded ground (what-ends-a-clock.ts).
  add constraint clocks_of_the_law_end_with_grounds
    check (purpose not in ('statutory','partner') or end_reason is null
           or end_reason in ('answered','forwarded','withdrawn','deemed-withdrawn','cancelled','extended','fee-notice','kind-changed'));

-- What runs out by itself (silence, an unpaid fee) is looked for by the hour; such clocks are few beside all.
create index clocks_running_out on clocks (due_at) where ended_at is null and purpose in ('silence','citizen');

-- When a clock stood still, and why. Written when it stops, closed when it goes on, never edited.
create table clock_stops (
  id         uuid primary key,
  clock_id   uuid not null references clocks,
  cause      text not null check (cause in ('waiting-for-citizen','fee-notice')),
  started_at timestamptz not null,
  ended_at   timestamptz,
  check (ended_at is null or ended_at >= started_at)
);
create index clock_stops_clock on clock_stops (clock_id);
create unique index clock_stops_one_open on clock_stops (clock_id) where ended_at is null;

create function refuse_change_of_stop() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.ended_at is null and new.ended_at is not null
     and (new.id, new.clock_id, new.cause, new.started_at) = (old.id, old.clock_id, old.cause, old.started_at) then
    return new;
  end if;
  raise exception 'a stop of a clock is closed once and never edited' using errcode = 'restrict_violation';
end $$;
create trigger clock_stops_closed_once before update or delete on clock_stops for each row execute function refuse_change_of_stop();
