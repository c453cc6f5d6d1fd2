/** The name of each kind of notice: the same in the bell and in the morning mail. */
import type { Texts } from '../text/language.ts';
import type { NoticeKind } from './notices.ts';

export const NOTICE_WORDS: Record<NoticeKind, Texts> = {
  'handed-to-you': { tr: 'Size verilen iş', en: 'Handed to you' },
  'handed-to-your-unit': { tr: 'Biriminize verilen iş', en: 'Handed to your unit' },
  danger: { tr: 'Can tehlikesi', en: 'A life in danger' },
  'approval-waits': { tr: 'Onayınızı bekleyen yanıt', en: 'Waits for your approval' },
  'draft-sent-back': { tr: 'Geri gelen taslak', en: 'Draft sent back' },
  'citizen-wrote': { tr: 'Vatandaş yazdı', en: 'The citizen wrote' },
  'citizen-silent': { tr: 'Vatandaş sorumuzu yanıtlamadı', en: 'Our question was not answered' },
  reopened: { tr: 'Yeniden açıldı', en: 'Reopened' },
  'reopening-asked': { tr: 'Yeniden açılması istendi', en: 'Asked to be reopened' },
  'decided-for-citizen': { tr: 'Karar vatandaştan yana', en: 'Decided for the citizen' },
  'needs-a-directorate': { tr: 'Müdürlük bekliyor', en: 'Needs a directorate' },
  'goes-round': { tr: 'Müdürlükler arasında dolaşıyor', en: 'Goes round between directorates' },
  'came-back-to-you': { tr: 'Gönderdiğiniz geri geldi', en: 'What you sent came back' },
  escalated: { tr: 'Süresi tehlikede', en: 'Period in danger' },
  'leavers-work': { tr: 'Ayrılan birinin işi', en: 'Work of somebody who left' },
  'planned-work-late': { tr: 'Planlı iş gecikti', en: 'Planned work is late' },
  'planned-job-handed': { tr: 'Size verilen planlı iş', en: 'Planned work handed to you' },
  'planned-job-put-off': { tr: 'Planlı işinizin günü değişti', en: 'Your planned work has another day' },
  'you-stand-in': { tr: 'Yerine bakıyorsunuz', en: 'You stand in' },
  'work-ended': { tr: 'Uzun iş bitti', en: 'Long work ended' },
  'message-given-up': { tr: 'Gönderilemeyen ileti', en: 'Message not delivered' },
  'known-problem-late': { tr: 'Bilinen sorun söylenen saatte bitmedi', en: 'Known problem not over at its hour' },
  'rule-broken': { tr: 'Bozulan yönlendirme kuralı', en: 'Broken routing rule' },
};
