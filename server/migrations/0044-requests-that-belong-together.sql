-- Floor 5: incidents. Two requests that have to do with each other; the smaller id stands first, so that a pair is there once.
create table request_links (
  one_id   uuid not null references service_requests,
  other_id uuid not null references service_requests,
  kind     text not null check (kind in ('related','follow-up','same-place')),
  made_at  timestamptz not null,
  made_by  uuid references staff_members,
  primary key (one_id, other_id),
  check (one_id < other_id)
);
create index request_links_other on request_links (other_id);
