-- Routing: the municipality's own rules, one ordered set, versioned as a whole. No row: there are none and the floor of the house decides.
create table routing_rules (
  only_one boolean primary key default true check (only_one),
  rules    jsonb not null check (jsonb_typeof(rules) = 'array'),
  version  integer not null
);

-- What is wrong with rules in force, found when it broke: a rule is never switched off in silence.
create table routing_faults (
  rule_id  uuid not null,
  place    text not null,
  problem  text not null,
  named    text not null,
  found_at timestamptz not null,
  primary key (rule_id, place, problem, named)
);
