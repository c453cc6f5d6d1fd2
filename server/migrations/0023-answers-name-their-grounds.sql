-- Requests: an answer may grant a part, and what it does not grant names its ground in law (requests/grounds.ts).
alter table service_requests drop constraint service_requests_outcome_check;
alter table service_requests add constraint service_requests_outcome_check
  check (outcome in ('done','information-given','partly-granted','forwarded','refused','not-examined','duplicate','withdrawn'));
alter table assignments drop constraint assignments_outcome_check;
alter table assignments add constraint assignments_outcome_check
  check (outcome in ('done','information-given','partly-granted','forwarded','refused','not-examined','duplicate'));

alter table request_answers
  add column grounds text[] not null default '{}',
  add constraint request_answers_outcome_check
    check (outcome in ('done','information-given','partly-granted','forwarded','refused','not-examined','duplicate')),
  add constraint request_answers_grounds_check
    check (grounds <@ array['4982-7','4982-8','4982-15','4982-16','4982-17','4982-18','4982-19','4982-20','4982-21','4982-22',
                            '4982-23','4982-24','4982-25','4982-26','4982-27','3071-6a','3071-6b','3071-6c']),
  -- A ground says why something was not given: there is none where all was.
  add constraint request_answers_grounds_of_refusals
    check (grounds = '{}' or outcome in ('partly-granted','refused','not-examined'));
