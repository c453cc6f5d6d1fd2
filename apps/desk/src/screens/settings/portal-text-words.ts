import type { PortalTextKey } from '../../../../../contract/portal-texts.ts';
import { defineTexts } from '../../kit/texts.ts';

type Named = Record<PortalTextKey, string>;

const tr: Named = {
  'home.title': 'Ana sayfa: karşılama başlığı',
  'home.hint': 'Ana sayfa: yazı kutusunun örneği',
  'home.call': 'Ana sayfa: çağrı merkezi satırı',
  'home.about': 'Arama motorlarındaki tanıtım',
  'topics.lead': 'Konular sayfası: giriş',
  'what.hint': 'Başvuru: ne yazılacağının açıklaması',
  'contact.why': 'Başvuru: telefon ve e-posta neden istenir',
  'contact.noticeLead': 'Başvuru: aydınlatma metninden önceki cümle',
  'received.keep': 'Başvuru alındı: son not',
  'track.lost': 'Başvuru izleme: numarasını bulamayana',
  'satisfied.thanks': 'Memnun olana teşekkür',
  'privacy-notice': 'Aydınlatma metni (KVKK)',
  'access-statement': 'Erişilebilirlik bildirimi',
};
const en: Named = {
  'home.title': 'Front page: words of welcome',
  'home.hint': 'Front page: example of what to write',
  'home.call': 'Front page: line about the call centre',
  'home.about': 'What search engines say of us',
  'topics.lead': 'Topics: opening sentence',
  'what.hint': 'New request: how much to write',
  'contact.why': 'New request: why phone and e-mail are asked for',
  'contact.noticeLead': 'New request: sentence before the privacy notice',
  'received.keep': 'Request received: closing note',
  'track.lost': 'Following a request: for who lost the number',
  'satisfied.thanks': 'Thanks to who is satisfied',
  'privacy-notice': 'Privacy notice (KVKK)',
  'access-statement': 'Accessibility statement',
};

/** Each text of the portal by the place where it stands. */
export const portalTextNames = defineTexts(tr, en);
