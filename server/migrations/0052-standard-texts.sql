-- Answers that fit many requests. Each version is kept as a revision; a text is closed and never deleted.
create table standard_texts (
  id          uuid primary key,
  title       text not null check (title <> ''),
  -- What it is for; null: any.
  topic_code  text references topics,
  group_code  text references topic_groups,
  kind        text,
  -- 'interim', or how the request ends.
  outcome     text,
  language    text not null check (language in ('tr','en')),
  body        text not null check (body <> ''),
  -- Whose text it is; null: the solution centre's.
  directorate_code text references directorates,
  active      boolean not null default true,
  version     integer not null check (version > 0),
  -- How often it was picked: what is used most stands first.
  uses        integer not null default 0 check (uses >= 0),
  check (topic_code is null or group_code is null)
);
create index standard_texts_language on standard_texts (language) where active;
