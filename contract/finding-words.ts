/** The name of each kind of finding: the same on the supervisor's page and in a request's history. */
import type { Texts } from '../text/language.ts';
import type { FindingKind } from './oversight.ts';

export const FINDING_WORDS: Record<FindingKind, Texts> = {
  'decision-waits': {
    tr: 'Karar vatandaştan yana, başvuru hâlâ kapalı',
    en: 'Decided for the citizen, and still closed',
  },
  'neighbours-complain': {
    tr: 'Yapıldı denildi, komşular yine yazıyor',
    en: 'Called done, and the neighbours still complain',
  },
  'holder-has-left': { tr: 'Elinde tutan artık çalışmıyor', en: 'Whoever has it works here no more' },
  'citizen-waits': { tr: 'Vatandaş yazdı, kimse bakmadı', en: 'The citizen wrote, and nobody looked' },
  'in-nobodys-hands': { tr: 'Hiçbir müdürlükte değil', en: 'With no directorate' },
  'never-taken': { tr: 'Müdürlük henüz almadı', en: 'Not taken by its directorate' },
  'no-step': { tr: 'Alındı, adım yok', en: 'Taken, and no step since' },
};
