-- Staff: why somebody is away is health or family more often than not, and nobody needs it to give the work to somebody else.
alter table staff_absences drop column reason;
-- Who is away on a day is asked by the ladder, by routing and by the calendar of a team.
create index staff_absences_days on staff_absences (to_day, from_day) where cancelled_at is null;
