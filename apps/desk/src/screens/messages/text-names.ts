import { defineTexts } from '../../kit/texts.ts';

/** What each text of a message is for; the same names in the outbox and where the texts are written. */
export const textNames = defineTexts(
  {
    recorded: 'Başvuru alındı',
    'recorded-without-date': 'Başvuru alındı (gün sözü yok)',
    concluded: 'Sonuçlandı',
    forwarded: 'Başka kuruma iletildi',
    'interim-answer': 'Ara yanıt',
    question: 'Vatandaşa soru',
    reopened: 'Yeniden açıldı',
    'reopening-refused': 'Yeniden açılmadı',
    cancelled: 'İptal edildi',
    'withdrawn-for-you': 'İsteğiyle geri çekildi',
    'promise-moved': 'Yeni gün verildi',
    'period-extended': 'Süre uzatıldı',
    'fee-notified': 'Ücret bildirildi',
    'fee-paid': 'Ücret ödendi, yeni gün',
    'deemed-withdrawn': 'Vazgeçilmiş sayıldı',
    'kind-changed': 'Yasal dayanak değişti',
    announcement: 'Duyuru',
    'foi-form-link': 'Arayana bilgi edinme formu',
    'morning-mail': 'Çalışana sabah e-postası',
  },
  {
    recorded: 'Request received',
    'recorded-without-date': 'Request received (no day promised)',
    concluded: 'Concluded',
    forwarded: 'Forwarded to another body',
    'interim-answer': 'Interim answer',
    question: 'Question to the citizen',
    reopened: 'Reopened',
    'reopening-refused': 'Not reopened',
    cancelled: 'Cancelled',
    'withdrawn-for-you': 'Withdrawn as asked',
    'promise-moved': 'Another day given',
    'period-extended': 'Period extended',
    'fee-notified': 'Fee notified',
    'fee-paid': 'Fee paid, new day',
    'deemed-withdrawn': 'Counted as withdrawn',
    'kind-changed': 'Legal basis changed',
    announcement: 'Announcement',
    'foi-form-link': 'Information request form, to a caller',
    'morning-mail': 'Morning mail to staff',
  },
);

/** The name of a text; one that is newer than this screen is shown by its key. */
export function nameOfText(key: string, language: 'tr' | 'en'): string {
  return Object.hasOwn(textNames.tr, key) ? textNames[language][key as 'recorded'] : key;
}
