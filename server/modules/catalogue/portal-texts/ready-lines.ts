/** The sentences of the portal that a municipality may word itself, as they are shipped. */
import type { PortalLine } from '../../../../contract/portal-texts.ts';
import type { Texts } from '../../../../text/language.ts';

export const READY_LINES: Record<PortalLine, Texts> = {
  'home.title': { tr: 'Size nasıl yardımcı olabiliriz?', en: 'How can we help you?' },
  'home.hint': {
    tr: 'Örnek: "Sokağımızdaki çöpler üç gündür alınmadı."',
    en: 'Example: "The rubbish in our street has not been collected for three days."',
  },
  'home.call': { tr: 'Telefonla da yazdırabilirsiniz:', en: 'You can also call us:' },
  'home.about': {
    tr: 'Belediyeye istek, şikâyet ve önerinizi yazın, fotoğraf ekleyin, numaranızla izleyin. Adımlar SMS ile bildirilir.',
    en: 'Ask, complain or suggest, add photos, and follow your request with its number. We tell you each step by SMS.',
  },
  'topics.lead': {
    tr: 'Konunuzu bulamazsanız sorun değil: ne olduğunu yazın, konuyu biz belirleriz.',
    en: 'If you cannot find your topic, that is fine: write what happened and we will find it.',
  },
  'what.hint': {
    tr: 'Birkaç cümle yeter. Fotoğrafı biraz sonra ekleyebilirsiniz.',
    en: 'A few sentences are enough. You can add photos in a moment.',
  },
  'contact.why': { tr: 'Yalnızca bu başvuru için kullanırız.', en: 'We use it for this request only.' },
  'contact.noticeLead': {
    tr: 'Bilgilerinizi nasıl kullandığımızı okuyabilirsiniz:',
    en: 'How we use your information:',
  },
  'received.keep': {
    tr: 'Bu sayfanın adresi yalnızca sizde. Yer imlerine ekleyebilirsiniz.',
    en: 'Only you have the address of this page. You can bookmark it.',
  },
  'track.lost': {
    tr: 'Numaranızı bulamıyorsanız size gönderdiğimiz SMS veya e-postaya bakın.',
    en: 'If you cannot find your number, look at the SMS or e-mail we sent you.',
  },
  'satisfied.thanks': {
    tr: 'Memnun olduğunuzu bildirdiniz. Teşekkür ederiz.',
    en: 'You told us that the answer was good. Thank you.',
  },
};
