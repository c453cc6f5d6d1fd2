-- Requests: parts that were sent back, newest first in each directorate; asked whenever a person of the solution centre decides about one.
create index assignments_sent_back on assignments (directorate_code, ended_at desc) where state = 'returned';
