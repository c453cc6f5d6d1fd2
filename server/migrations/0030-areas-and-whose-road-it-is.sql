-- Places: what a municipality says of its neighbourhoods and streets can be changed, and every version is kept.
alter table neighbourhoods add column version integer not null default 1;

alter table streets
  -- Whose road it is stands in a decision of the metropolitan council (5216 m.7) and cannot be told from the name; null: nobody has said.
  add column road_authority   text check (road_authority in ('district', 'metropolitan')),
  add column authority_source text,
  add column active           boolean not null default true,
  add column version          integer not null default 1,
  add constraint streets_authority_has_a_source check ((road_authority is null) = (authority_source is null));

-- A part of the municipality that rules and lists can name: some neighbourhoods, a shape, or both. Never deleted, because what was
-- decided under it names it; one no longer used is not active.
create table areas (
  code    text primary key check (code ~ '^[A-Z][A-Z0-9-]{1,15}$'),
  name    text not null check (length(name) between 1 and 80),
  name_en text not null check (length(name_en) between 1 and 80),
  -- GeoJSON (RFC 7946), Polygon or MultiPolygon.
  shape   jsonb check (shape ->> 'type' in ('Polygon', 'MultiPolygon')),
  active  boolean not null default true,
  version integer not null
);

create table area_neighbourhoods (
  area_code        text not null references areas,
  neighbourhood_id smallint not null references neighbourhoods,
  primary key (area_code, neighbourhood_id)
);
