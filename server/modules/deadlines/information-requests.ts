// HEART FILE. What law 4982 knows beside the period for the answer: the closed list of grounds on which it may be lengthened. Pure.
import type { Texts } from '../../../text/language.ts';

export const EXTENSION_GROUNDS = {
  'other-unit': {
    tr: 'Bilgi veya belge kurumun başka bir biriminden sağlanacak',
    en: 'The information must come from another unit of the institution',
    law: '4982 m.11',
  },
  'other-body': {
    tr: 'Başka bir kurumun görüşünün alınması gerekiyor',
    en: 'The opinion of another institution is needed',
    law: '4982 m.11',
  },
  'several-bodies': {
    tr: 'Başvuru birden fazla kurumu ilgilendiriyor',
    en: 'The request concerns several institutions',
    law: '4982 m.11',
  },
} as const satisfies Record<string, Texts & { law: string }>;
export type ExtensionGround = keyof typeof EXTENSION_GROUNDS;
