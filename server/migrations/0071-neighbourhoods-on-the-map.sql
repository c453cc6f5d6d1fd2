-- Search: the map also counts by neighbourhood, and a number is counted faster than a term is read.
alter table search_entries add column neighbourhood_id smallint;
