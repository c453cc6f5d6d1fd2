-- Catalogue: the sentences of the portal that a municipality words itself, in both languages at once; each version is kept in `revisions`.
create table portal_texts (
  key     text primary key,
  tr      text not null check (tr <> ''),
  en      text not null check (en <> ''),
  version integer not null check (version > 0)
);

-- Requests: which version of the privacy notice (KVKK 6698 m.10) stood before the citizen when they gave their details; null: none was shown
-- to them on a page of ours, or it was recorded before versions were kept.
alter table service_requests add column notice_version integer check (notice_version > 0);
