-- Floor 7: oversight. What a person did: the program's own lines move nothing, and neither does calling a finding well as it is or giving the work
-- to somebody else. A citizen who waits still waits after both.
create or replace view watched_steps as
  select id, request_id, at, actor_kind from request_history
  where actor_kind <> 'system' and what not in ('finding-dismissed','handed-over');
