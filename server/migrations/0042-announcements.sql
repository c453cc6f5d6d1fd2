-- Floor 5: incidents. One text to all who reported a problem. What was said stays as it was said.
create table announcements (
  id          uuid primary key,
  incident_id uuid not null references incidents,
  text_tr     text not null check (length(text_tr) between 1 and 600),
  -- Null: nobody of them reads English.
  text_en     text check (length(text_en) between 1 and 600),
  made_at     timestamptz not null,
  made_by     uuid not null references staff_members
);
create index announcements_incident on announcements (incident_id, made_at);
