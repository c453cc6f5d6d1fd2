-- A saved view may be everybody's of a directorate, or of the whole house. It shares the filter; what it lists each reader's own rights decide.
alter table saved_views add column shared_with text not null default 'nobody'
  check (shared_with in ('nobody', 'directorate', 'everybody'));
alter table saved_views add column directorate_code text references directorates
  check ((directorate_code is not null) = (shared_with = 'directorate'));
create index saved_views_shared on saved_views (shared_with, directorate_code) where shared_with <> 'nobody';
