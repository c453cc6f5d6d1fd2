-- Floor 5: incidents. A problem the house knew of before anybody complained: where it is, what is said of it, and until when. It is an incident
-- without a lead until somebody asks; the first who does leads it.
create table known_problems (
  incident_id    uuid primary key references incidents,
  -- Said to citizens in the portal and read to callers.
  text_tr        text not null check (length(text_tr) between 1 and 300),
  -- Null: English readers are shown the Turkish text.
  text_en        text check (length(text_en) between 1 and 300),
  -- Being in any of them is enough; none of all three: the whole municipality.
  neighbourhoods integer[] not null default '{}',
  areas          text[] not null default '{}',
  latitude       double precision,
  longitude      double precision,
  metres         integer check (metres between 10 and 20000),
  -- Streets, or whatever people call the place.
  whereabouts    text check (length(whereabouts) between 1 and 160),
  -- Null: nobody can say yet.
  expected_end   timestamptz,
  -- Who told us: the crew, the water authority. Never shown outside.
  source         text check (length(source) between 1 and 120),
  -- Since then it is offered to nobody any more; those who follow its lead are told the end as ever.
  ended_at       timestamptz,
  ended_by       uuid references staff_members,
  version        integer not null default 1,
  check ((latitude is null) = (longitude is null) and (latitude is null) = (metres is null)),
  check (ended_by is null or ended_at is not null)
);
