-- Catalogue: a municipality changes the groups its topics stand in; each version is kept in `revisions`. A group is named by topics, rules and
-- ladders, so it is closed and never deleted.
alter table topic_groups
  add column active boolean not null default true,
  add column version integer not null default 1 check (version > 0);

-- What was stored named a drawing nobody looked up; from here on it is one of the drawings there are.
update topic_groups set icon = case icon
  when 'paw' then 'dog' when 'trash' then 'bin' when 'road' then 'road' when 'trees' then 'trees' when 'shield-check' then 'shield'
  when 'building' then 'crane' when 'heart-handshake' then 'heart' when 'receipt' then 'receipt' when 'building-community' then 'bank'
  else 'question' end;
alter table topic_groups add constraint topic_groups_icon check
  (icon in ('dog','bin','road','trees','shield','crane','heart','receipt','bank','bus','question'));

insert into revisions (kind, key, version, body, changed_by, changed_at, reason)
select 'topic-group', code, 1,
       jsonb_build_object('code', code, 'name', jsonb_build_object('tr', name, 'en', name_en), 'icon', icon, 'position', position, 'active', true),
       'system:seed', now(), 'seed'
from topic_groups;
