-- Citizens: an identity number that somebody typed proves nothing. Were it unique, a stranger who knows it would be joined
-- to the person it belongs to, or keep that person from using it.
alter table citizens drop constraint citizens_national_id_index_key;
create index citizens_national_id on citizens (national_id_index) where national_id_index is not null;

-- Calendar: the working hours, which a municipality changes like its holidays.
create table working_week (
  only_one   boolean primary key default true check (only_one),
  definition jsonb not null,
  version    integer not null
);

-- Places: `Yeni Mahalle` is its own full name, so it cannot be made from the short one.
alter table neighbourhoods add column full_name text;
update neighbourhoods set full_name = name;
alter table neighbourhoods alter column full_name set not null;
