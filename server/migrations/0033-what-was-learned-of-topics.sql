-- Catalogue: lessons about topics. Stems only, without order; the text stays with the request and nowhere else. The id names a request of a
-- module above, so there is no foreign key: whoever forgets a request forgets its lesson through the catalogue's door.
create table topic_lessons (
  request_id uuid primary key,
  topic_code text not null references topics,
  stems      text[] not null,
  source     text not null check (source in ('corrected', 'confirmed')),
  -- Held back from learning, by the request's id alone.
  held_back  text check (held_back in ('choose', 'measure')),
  learned_at timestamptz not null
);
create index topic_lessons_newest on topic_lessons (learned_at desc, request_id);

create table topic_trainings (
  id                 uuid primary key,
  trained_at         timestamptz not null,
  lessons            integer not null,
  chosen_on          integer not null,
  measured_on        integer not null,
  weight             real not null check (weight > 0 and weight < 1),
  first_before       real not null,
  first_three_before real not null,
  first_after        real not null,
  first_three_after  real not null,
  taken              boolean not null,
  -- Counts of stems by topic; only of what was taken into use.
  model              jsonb,
  check ((model is null) = (not taken))
);
create index topic_trainings_newest on topic_trainings (trained_at desc);

-- How far the facts have been read for lessons.
create table topic_learning (
  only_one boolean primary key default true check (only_one),
  read_to  bigint not null
);
