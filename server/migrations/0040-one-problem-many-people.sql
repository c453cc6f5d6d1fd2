-- Requests: one that is worked on together with another, its lead. Each keeps its number, its clocks, its citizen and its answer.
alter table service_requests
  add column lead_id uuid references service_requests,
  -- What undoing gives back.
  add column state_before_merge text,
  drop constraint service_requests_state_check;
alter table service_requests
  add constraint service_requests_state_check
    check (state in ('received','in-review','assigned','in-progress','waiting-for-citizen','merged','concluded','reopen-requested',
                     'reopened','withdrawn','cancelled')),
  add constraint service_requests_lead_is_another check (lead_id <> id),
  add constraint service_requests_merged_has_a_lead check ((state = 'merged') <= (lead_id is not null)),
  add constraint service_requests_merged_knows_its_state
    check ((state = 'merged') = (state_before_merge is not null)
           and state_before_merge in ('received','in-review','assigned','in-progress','reopened')),
  -- A neighbour must never learn who complained: what is protected stays alone.
  add constraint service_requests_protected_stay_alone check (lead_id is null or not (restricted or identity_secret));
create index service_requests_lead on service_requests (lead_id, received_at) where lead_id is not null;
create index service_requests_merged on service_requests (lead_id) where state = 'merged';

-- A lead follows nobody: else people would be answered by an answer that is itself waiting for another, or for itself.
create function refuse_chain_of_leads() returns trigger language plpgsql as $$
begin
  if exists (select from service_requests where id = new.lead_id and lead_id is not null)
     or exists (select from service_requests where lead_id = new.id) then
    raise exception 'a request that leads others follows none' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger service_requests_no_chain_of_leads before update of lead_id on service_requests
  for each row when (new.lead_id is not null and new.lead_id is distinct from old.lead_id) execute function refuse_chain_of_leads();

alter table assignments
  -- It says only who works on it at the lead, and so may read it here; nobody was ever given it to do.
  add column beside_lead boolean not null default false,
  -- What a part was when it was ended from outside, by a merge or by the end of the whole: undoing gives it back. Null once its answer stands.
  add column state_before text check (state_before in ('offered','accepted','in-progress','on-site')),
  drop constraint assignments_state_check,
  drop constraint assignments_check;
alter table assignments
  add constraint assignments_state_check
    check (state in ('offered','accepted','in-progress','on-site','returned','answered','merged','cancelled')),
  add constraint assignments_ended_when_over check ((state in ('returned','answered','merged','cancelled')) = (ended_at is not null)),
  add constraint assignments_state_before_is_of_the_ended check (state_before is null or state in ('merged','cancelled')),
  add constraint assignments_beside_lead_do_nothing check (not beside_lead or state in ('merged','cancelled'));

-- Figures count what directorates were given to do.
create or replace view report_assignments as
  select a.id, r.channel, a.directorate_code, a.state, a.assigned_at, a.ended_at, r.state as request_state
  from assignments a join service_requests r on r.id = a.request_id
  where not a.beside_lead;

-- Floor 4: incidents. One problem that several people reported.
create table incidents (
  id         uuid primary key,
  number     integer generated always as identity unique,
  -- The request on which the work is done; null: opened ahead of complaints, and nobody has asked yet.
  lead_id    uuid references service_requests,
  title      text not null check (length(title) between 1 and 120),
  topic_code text references topics,
  opened_at  timestamptz not null,
  -- Null: the house itself, because people said that it is the same.
  opened_by  uuid references staff_members,
  closed_at  timestamptz,
  closed_how text check (closed_how in ('concluded','dissolved','joined-another','over')),
  version    integer not null default 1,
  check ((closed_at is null) = (closed_how is null))
);
-- A request leads one incident at a time.
create unique index incidents_lead on incidents (lead_id) where lead_id is not null and closed_how is distinct from 'dissolved'
  and closed_how is distinct from 'joined-another';
create index incidents_open on incidents (opened_at) where closed_at is null;

-- Who belonged to an incident, from when to when; a stay is closed once and never edited.
create table incident_members (
  id          bigint generated always as identity primary key,
  incident_id uuid not null references incidents,
  request_id  uuid not null references service_requests,
  joined_at   timestamptz not null,
  joined_how  text not null check (joined_how in ('first','merged','said-same','followed','late')),
  -- Whoever merged it; null: the house itself.
  joined_by   uuid references staff_members,
  -- The lead with whom it came when two incidents became one: if that one goes, it goes along.
  came_with   uuid references service_requests,
  left_at     timestamptz,
  left_how    text check (left_how in ('released','withdrawn','cancelled','reopened-alone','followed','dissolved')),
  left_by     uuid references staff_members,
  check ((left_at is null) = (left_how is null)),
  check ((joined_how = 'followed') = (came_with is not null))
);
create unique index incident_members_one_at_a_time on incident_members (request_id) where left_at is null;
create index incident_members_incident on incident_members (incident_id, joined_at);
create index incident_members_came_with on incident_members (came_with) where came_with is not null and left_at is null;
