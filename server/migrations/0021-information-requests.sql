-- Floor 4: deadlines. What law 4982 knows beside the period: its extension, the fee, objections to the board; and the days settled with partners.

create table foi_extensions (
  id           uuid primary key,
  request_id   uuid not null references service_requests,
  -- The clock that was lengthened: once, and only once.
  clock_id     uuid not null unique references clocks,
  ground       text not null check (ground in ('other-unit','other-body','several-bodies')),
  reason       text not null check (length(reason) between 1 and 4000),
  notified_at  timestamptz not null,
  -- Where no message of ours reaches the citizen: the letter that did.
  paper_number text
);
create index foi_extensions_request on foi_extensions (request_id);

create table foi_fees (
  id           uuid primary key,
  request_id   uuid not null references service_requests,
  -- The citizen's clock: it says whether the fee is still awaited, and until when.
  clock_id     uuid not null unique references clocks,
  amount_kurus integer not null check (amount_kurus > 0),
  what_for     text not null check (length(what_for) between 1 and 4000),
  notified_at  timestamptz not null,
  paper_number text,
  paid_on      date,
  receipt      text,
  recorded_at  timestamptz,
  check ((paid_on is null) = (receipt is null) and (paid_on is null) = (recorded_at is null))
);
create index foi_fees_request on foi_fees (request_id);

create table foi_objections (
  id           uuid primary key,
  request_id   uuid not null references service_requests,
  objected_on  date not null,
  board_number text,
  result       text check (result in ('accepted','partly-accepted','rejected','not-examined')),
  decided_on   date,
  recorded_at  timestamptz not null,
  check ((result is null) = (decided_on is null)),
  check (decided_on >= objected_on)
);
create index foi_objections_request on foi_objections (request_id);
-- One at a time: a second objection is made against a second answer.
create unique index foi_objections_one_open on foi_objections (request_id) where result is null;

-- Which kind of day the clocks of other bodies count; a municipality settles it with them.
create table partner_days (
  only_one   boolean primary key default true check (only_one),
  definition jsonb not null,
  version    integer not null
);
