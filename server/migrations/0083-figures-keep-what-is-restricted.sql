-- So that no figure of a short period says in which neighbourhood, or on which topic, somebody asked for silence.
create or replace view report_requests as
  select id, channel, topic_code, neighbourhood_id, citizen_id, state, outcome, received_at, concluded_at, restricted
  from service_requests;
