-- Floor 7: reporting. How many people, and how many problems: those who followed a lead reported the problem it was about.
create view report_problems as
  select id, coalesce(lead_id, id) as problem_id, lead_id is not null as follows, state, received_at
  from service_requests;
