// The jobs of a request that several directorates do. Turkish first; a missing English text fails the typecheck.
const tr = {
  'jobs.title': 'Başvurunuz birkaç iş gerektiriyor',
  'jobs.doneTitle': 'Başvurunuz için yapılan işler',
  'jobs.waiting': 'Sırada. En geç {gun} günü bitecek.',
  'jobs.waitingNoDay': 'Sırada.',
  'jobs.atWork': 'Üzerinde çalışılıyor. En geç {gun} günü bitecek.',
  'jobs.atWorkNoDay': 'Üzerinde çalışılıyor.',
  'jobs.late': 'Söylediğimiz günü geçtik ({gun}); üzerinde çalışılıyor.',
  'jobs.standsStill': 'Sizden beklediğimiz bilgi gelince sürecek.',
  'jobs.done': 'Bitti, {gun}.',
  'jobs.ended': '{sonuc}, {gun}.',
  'jobs.hint': 'Hepsi bitince size yanıt vereceğiz.',
} as const;

const en: Record<keyof typeof tr, string> = {
  'jobs.title': 'Your request needs several jobs',
  'jobs.doneTitle': 'The jobs done for your request',
  'jobs.waiting': 'Next in line. It will be finished by {gun}.',
  'jobs.waitingNoDay': 'Next in line.',
  'jobs.atWork': 'Being worked on. It will be finished by {gun}.',
  'jobs.atWorkNoDay': 'Being worked on.',
  'jobs.late': 'We missed the day we named ({gun}); it is being worked on.',
  'jobs.standsStill': 'It goes on when we have what we asked you for.',
  'jobs.done': 'Finished, {gun}.',
  'jobs.ended': '{sonuc}, {gun}.',
  'jobs.hint': 'We will answer you when all of them are finished.',
};

export const jobTexts = { tr, en };
