-- Floor 6: incidents. For which expected end the people responsible were told that it has passed: once for each hour that was named.
alter table known_problems add column told_of_end timestamptz;
create index known_problems_end on known_problems (expected_end) where ended_at is null and expected_end is not null;
