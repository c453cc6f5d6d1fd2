-- The promise a citizen was given first. promised_at follows a corrected topic, a stop or a reopening; whether we keep our word is
-- judged by the day we named at the beginning, so that moving a promise can never make a late answer a timely one.

alter table service_requests add column first_promised_at timestamptz;
update service_requests set first_promised_at = promised_at where promised_at is not null;

-- What reporting may know of promises: days, and nothing else.
create view report_promises as
  select id, state, concluded_at, first_promised_at from service_requests;

-- The portal's front page and the year's figures ask by the month of conclusion.
create index service_requests_concluded on service_requests (concluded_at) where concluded_at is not null;
