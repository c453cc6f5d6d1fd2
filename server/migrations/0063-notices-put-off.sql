-- Floor 7: oversight. A notice somebody has put off is in neither bell nor morning mail until then, and rings again by itself.
alter table staff_notices add column snoozed_until timestamptz;
