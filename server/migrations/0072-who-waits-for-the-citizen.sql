-- Search: the head of every list says how many wait for the citizen; counted with the due dates in one reading.
alter table search_entries add column waits boolean not null default false;
