-- Floor 7: oversight. Whose work went on to whom, by whom and why; a long work does it, thing by thing.
create table hand_overs (
  id       uuid primary key,
  staff_id uuid not null references staff_members,
  work_id  uuid not null unique references long_works,
  asked_by uuid not null references staff_members,
  asked_at timestamptz not null,
  why      text not null check (length(why) between 1 and 500)
);
create index hand_overs_staff on hand_overs (staff_id, asked_at desc);

-- Fixed when it is asked for, so that it goes where the preview said.
create table hand_over_things (
  hand_over_id uuid not null references hand_overs,
  subject      uuid not null,
  kind         text not null check (kind in ('part','draft','stand-in','notice','view')),
  -- Null: nobody in particular; a part goes back to its unit or directorate.
  to_staff     uuid references staff_members,
  primary key (hand_over_id, subject)
);

-- Requests: an open part is in nobody's hands or in those of somebody who works here. Looked at when the transaction ends, so that two who close
-- an account and hand work to it at the same moment cannot both succeed.
create function refuse_hands_of_a_leaver() returns trigger language plpgsql as $$
begin
  if exists (select from assignments a join staff_members s on s.id = a.assignee_id
             where a.id = new.id and a.ended_at is null and not s.active) then
    raise exception 'assignment % is in the hands of somebody who works here no more', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger assignments_given_to_who_works_here after insert on assignments
  deferrable initially deferred for each row when (new.assignee_id is not null) execute function refuse_hands_of_a_leaver();
create constraint trigger assignments_handed_to_who_works_here after update on assignments
  deferrable initially deferred for each row
  when (new.assignee_id is not null and new.assignee_id is distinct from old.assignee_id) execute function refuse_hands_of_a_leaver();

-- Answers: what somebody has in hand is asked when they leave.
create index answer_drafts_holder on answer_drafts (holder_id) where state in ('writing','submitted','sent-back');
