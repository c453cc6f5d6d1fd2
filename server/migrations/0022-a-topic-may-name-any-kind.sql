-- Catalogue: a topic may also make its requests a suggestion, thanks or a tip-off, so the field is no longer about laws alone.
update topics
set definition = definition - 'legalKind' || jsonb_build_object('kind', definition -> 'legalKind')
where definition ? 'legalKind';
