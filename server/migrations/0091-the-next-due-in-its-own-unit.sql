-- The unit in which the clock that runs out next was set, so that lists can say "3 business days left" where the law counts business days.
alter table service_requests add column next_due_unit text;
update service_requests r set next_due_unit = c.unit
from clocks c
where c.request_id = r.id and c.ended_at is null and c.due_at = r.next_due_at and c.purpose = r.next_due_kind;
