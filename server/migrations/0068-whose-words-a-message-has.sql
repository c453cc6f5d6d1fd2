-- Correspondence: a season may have words of its own for telling the number. Then text_version is the season's version, and not the text's.
alter table messages add column season_code text references seasons;
