-- Reporting: promises are judged by the first day (migration 0090), and by the last one beside it.
create or replace view report_promises as
  select id, state, concluded_at, first_promised_at, promised_at from service_requests;
