-- Floors 3 and 7: requests, oversight. A note that was taken back stays where it was written, and says by whom and when it was taken back.
alter table request_notes
  add column taken_back_at timestamptz,
  add column taken_back_by uuid references staff_members,
  add constraint request_notes_taken_back check ((taken_back_at is null) = (taken_back_by is null)),
  -- What a citizen wrote is theirs.
  add constraint request_notes_own_words check (author = 'staff' or taken_back_at is null);

create function refuse_change_of_note() returns trigger language plpgsql as $$
begin
  if old.taken_back_at is null
     and (new.id, new.request_id, new.author, new.text, new.noted_at) = (old.id, old.request_id, old.author, old.text, old.noted_at)
     and new.staff_id is not distinct from old.staff_id then
    return new;
  end if;
  raise exception 'a note is taken back once and never edited' using errcode = 'restrict_violation';
end $$;
create trigger request_notes_taken_back_once before update on request_notes for each row execute function refuse_change_of_note();

-- What a person did and did not take back. Neither an act that was taken back nor the taking back moved anything: whoever waited still waits.
create or replace view watched_steps as
  select h.id, h.request_id, h.at, h.actor_kind from request_history h
  where h.actor_kind <> 'system'
    and h.what not in ('finding-dismissed','handed-over','note-taken-back','acceptance-taken-back')
    and not (h.what = 'note-added' and exists (
      select from request_notes n
      where n.request_id = h.request_id and n.id::text = h.data ->> 'noteId' and n.taken_back_at is not null))
    and not (h.what = 'accepted' and exists (
      select from request_history t
      where t.request_id = h.request_id and t.id > h.id and t.what = 'acceptance-taken-back' and t.assignment_id = h.assignment_id));
