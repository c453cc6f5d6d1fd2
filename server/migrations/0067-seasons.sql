-- Catalogue: a season puts other standards and words in the place of a topic's while it is on. Each version, and each switching, is kept in `revisions`.
create table seasons (
  code       text primary key check (code ~ '^[a-z][a-z0-9-]{1,29}$'),
  definition jsonb not null,
  -- By hand, whatever the day; or by its dates.
  switched   text not null check (switched in ('on','off','dates')),
  active     boolean not null default true,
  version    integer not null
);

-- Answers: a standard text of a season is offered for requests that came in it, in the place of the ordinary one.
alter table standard_texts add column season_code text references seasons;
