import { defineTexts } from '../../kit/texts.ts';

export const approvalsTexts = defineTexts(
  {
    title: 'Onayımdakiler',
    waiting: 'Onayınızı bekleyen {n} yanıt taslağı var.',
    none: 'Onayınızı bekleyen taslak yok.',
    loading: 'Liste açılıyor…',
    by: '{name} yazdı',
    since: '{time} beri bekliyor',
    'kind.interim': 'Ara yanıt',
    'kind.final': 'Yanıt',
    next: 'Sonraki taslak',
    previous: 'Önceki taslak',
    due: 'son gün {when}',
  },
  {
    title: 'My approvals',
    waiting: 'Drafts that wait for your approval: {n}.',
    none: 'No draft waits for your approval.',
    loading: 'Opening the list…',
    by: 'by {name}',
    since: 'waiting since {time}',
    'kind.interim': 'Interim answer',
    'kind.final': 'Answer',
    next: 'Next draft',
    previous: 'Previous draft',
    due: 'due {when}',
  },
);
