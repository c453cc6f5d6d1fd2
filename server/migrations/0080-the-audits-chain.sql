-- Kernel: the audit is sealed into a chain of hashes, so that whoever changes it, even as the owner of the database, is found out.

-- Words that people typed (why they looked) may hold personal data, which KVKK 6698 m.7 may one day want destroyed. So the entry itself keeps
-- only a digest under a key of its own; destroying key and words leaves the chain whole and the words nowhere.
create table audit_words (
  entry_id bigint primary key references audit_entries,
  salt     bytea not null check (octet_length(salt) = 32),
  reason   text not null,
  folded   text not null
);
create index audit_words_folded on audit_words using gin (to_tsvector('simple', folded));

alter table audit_entries add column words_digest bytea check (octet_length(words_digest) = 32);
insert into audit_words (entry_id, salt, reason, folded)
  select id, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), reason,
         lower(translate(reason, 'İIıŞşĞğÜüÖöÇç', 'iiissgguuoocc'))
  from audit_entries where reason is not null;
alter table audit_entries disable trigger audit_append_only;
update audit_entries e set words_digest = sha256(w.salt || convert_to(w.reason, 'UTF8')) from audit_words w where w.entry_id = e.id;
alter table audit_entries enable trigger audit_append_only;
alter table audit_entries drop column reason;

-- Changed never; deleted only as a whole, which is what forgetting is.
create trigger audit_words_unchanged before update on audit_words for each row execute function refuse_change();

-- Entries are written unchained in their own transactions, so that nobody waits for anybody; a sealer puts them into the chain soon after.
create table audit_unsealed (entry_id bigint primary key);
insert into audit_unsealed select id from audit_entries;

create table audit_seals (
  -- Without gaps from 1.
  seq       bigint primary key check (seq > 0),
  entry_id  bigint not null unique references audit_entries,
  sealed_at timestamptz not null,
  -- SHA-256 of the hash before it and of this entry.
  hash      bytea not null check (octet_length(hash) = 32)
);
create trigger audit_seals_append_only before update or delete on audit_seals for each row execute function refuse_change();
create trigger audit_seals_not_emptied before truncate on audit_seals for each statement execute function refuse_change();
create trigger audit_not_emptied before truncate on audit_entries for each statement execute function refuse_change();

-- The audit is searched by who and by what, newest first.
create index audit_entries_actor on audit_entries (actor, at desc, id desc);
create index audit_entries_act on audit_entries (act, at desc, id desc);
