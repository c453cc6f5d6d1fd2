-- Answers: a random share of what was concluded is asked of the citizen by telephone: did it really happen?
create table call_back_draws (
  -- The day whose conclusions were drawn from.
  day       date primary key,
  -- What chance was made of: with it and the ids the draw can be repeated by anybody.
  seed      text not null,
  percent   integer not null check (percent between 0 and 100),
  concluded integer not null check (concluded >= 0),
  drawn     integer not null check (drawn between 0 and concluded),
  drawn_at  timestamptz not null
);

create table call_backs (
  id           uuid primary key,
  request_id   uuid not null references service_requests,
  -- Which conclusion: a request that is opened again and concluded again may be drawn again.
  concluded_at timestamptz not null,
  day          date not null references call_back_draws,
  -- How likely it was to be drawn, and what made it likelier.
  chance       real not null check (chance > 0 and chance <= 1),
  because      text[] not null,
  tries        integer not null default 0 check (tries >= 0),
  tried_at     timestamptz,
  -- Null: somebody is still to call.
  result       text check (result in ('true','not-true','unclear','not-reached','too-late')),
  satisfied    boolean,
  note         text not null default '' check (length(note) <= 1000),
  called_by    uuid references staff_members,
  ended_at     timestamptz,
  check ((result is null) = (ended_at is null)),
  check (satisfied is null or result in ('true','not-true','unclear')),
  unique (request_id, concluded_at)
);
create index call_backs_waiting on call_backs (concluded_at, id) where result is null;
create index call_backs_day on call_backs (day);
