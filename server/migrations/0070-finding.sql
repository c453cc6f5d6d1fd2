-- Search: what is found by what. Drawn from the cases and made anew from them at any time; nothing is known only here.
--
-- Partitions by the year of receipt: the newest matches are wanted, and a year's index gives them without reading those of all years. Within the
-- current year the weeks among the terms do the same for words that every third request holds (docs/decisions).
create table search_entries (
  request_id  uuid not null references service_requests,
  year        smallint not null,
  received_at timestamptz not null,
  -- When the clock that runs out next is due, 'infinity' where none runs; null: the request has ended.
  due_key     timestamptz,
  latitude    real,
  longitude   real,
  -- Words, facets and who may see it; search/terms.ts says how each is written.
  terms       tsvector not null,
  -- Of terms.ts; an entry of an older one is made anew.
  version     smallint not null,
  primary key (request_id, year)
) partition by range (year);

do $$ begin
  execute 'create table search_entries_before partition of search_entries for values from (minvalue) to (2016)';
  for y in 2016..2035 loop
    execute format('create table search_entries_%s partition of search_entries for values from (%s) to (%s)', y, y, y + 1);
  end loop;
  execute 'create table search_entries_later partition of search_entries for values from (2036) to (maxvalue)';
end $$;

-- A short list of what is not yet in the index proper: it halves what a write costs and is read through in a millisecond.
create index search_entries_terms on search_entries using gin (terms) with (fastupdate = on, gin_pending_list_limit = 256);
create index search_entries_due on search_entries (due_key, request_id) where due_key is not null;

-- Every word that occurs, for finding what a mistyped or half-typed one may have meant. It names no request.
create table search_words (
  kind text not null check (kind in ('word','name')),
  word text collate "C" not null,
  -- The word with each of its letters left out once: two words that differ by one slip share one of these.
  near text[] not null,
  primary key (kind, word)
);
create index search_words_near on search_words using gin (near);

-- What the words of a request were indexed by before.
drop index service_requests_words;
alter table service_requests drop column search_folded;

-- Whether the index is being made is asked with every list.
create index long_works_kind on long_works (kind, asked_at desc);
