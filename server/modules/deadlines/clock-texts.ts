// The words of the clocks in both languages: their names, their laws, and one sentence for each thing a day can be.
// A missing English text fails the typecheck. Placeholders stand in braces and never carry a suffix.
import type { Language } from '../../../text/language.ts';

const tr = {
  'clock.foi': 'Bilgi edinme başvurusu',
  'clock.foi-extended': 'Bilgi edinme başvurusu, uzatılmış süre',
  'clock.foi-fee': 'Bilgi edinme ücretinin ödenmesi',
  'clock.foi-objection': 'Bilgi Edinme Değerlendirme Kuruluna itiraz',
  'clock.foi-silence': 'Bilgi edinme başvurusunda zımni ret',
  'clock.foi-silence-extended': 'Uzatılmış sürenin sonunda zımni ret',
  'clock.interim-wait': 'Kesin yanıtı bekleme süresi',
  'clock.kvkk-silence': 'KVKK başvurusunda yanıtsızlık',
  'clock.kvkk-complaint': 'Kişisel Verileri Koruma Kuruluna şikâyet',
  'clock.kvkk-complaint-latest': 'Kişisel Verileri Koruma Kuruluna şikâyette son gün',
  'clock.court': 'İdare mahkemesinde dava',
  'clock.court-decision': 'Mahkeme kararının yerine getirilmesi',
  'clock.kvkk-decision': 'Kişisel Verileri Koruma Kurulu kararının yerine getirilmesi',
  'clock.ombudsman-decision': 'Kamu Denetçiliği Kurumu tavsiyesine yanıt',
  'clock.petition': 'Dilekçe',
  'clock.thirty-day-cap': 'En geç yanıt süresi',
  'clock.admin-silence': 'Zımni ret',
  'clock.kvkk': 'Kişisel veri başvurusu (KVKK)',
  'clock.cimer': 'CİMER başvurusu',
  'clock.cimer-foi': 'CİMER bilgi edinme başvurusu',
  'clock.acik-kapi': 'Açık Kapı başvurusu',
  'clock.first-response': 'İlk yanıt',
  'clock.conclusion': 'Sonuçlandırma',
  'clock.revised-promise': 'Yenilenen söz',

  'law.4982': '4982 sayılı Bilgi Edinme Hakkı Kanunu',
  'law.3071': '3071 sayılı Dilekçe Hakkının Kullanılmasına Dair Kanun',
  'law.2577': '2577 sayılı İdari Yargılama Usulü Kanunu',
  'law.6698': '6698 sayılı Kişisel Verilerin Korunması Kanunu',
  'law.6328': '6328 sayılı Kamu Denetçiliği Kurumu Kanunu',
  'law.cimer': 'CİMER Yönetmeliği',
  'law.acik-kapi': 'İçişleri Bakanlığının Açık Kapı uygulaması',
  'law.standard': 'Hizmet standartları tablosu',

  'unit.minutes': '{n} dakika',
  'unit.hours': '{n} saat',
  'unit.working-hours': '{n} mesai saati',
  'unit.calendar-days': '{n} gün',
  'unit.business-days': '{n} iş günü',
  'unit.months': '{n} ay',
  'unit.one-calendar-day': '1 gün',
  'unit.one-business-day': '1 iş günü',

  'starts.received': 'Süre, başvurunun kuruma ulaştığı günün ertesi günü başlar.',
  'starts.received-clock': 'Süre, başvurunun alındığı anda başlar.',
  'starts.fee-notice': 'Süre, ücretin bildirildiği günün ertesi günü başlar.',
  'starts.answer-notice': 'Süre, yanıtın bildirildiği günün ertesi günü başlar.',
  'starts.decision-notice': 'Süre, kararın bildirildiği günün ertesi günü başlar.',

  'note.foi-extended':
    'Süre yalnız bilgi başka bir birimden sağlanacaksa, başka bir kurumun görüşü gerekiyorsa ya da konu birden çok kurumu ilgilendiriyorsa uzatılır. Uzatma, gerekçesiyle birlikte ilk 15 iş günü dolmadan yazılı bildirilir.',
  'note.foi-fee': 'Ücret bildirimi, yanıt süresini keser.',
  'note.petition': 'Ara yanıt süreyi sona erdirmez; sonuç ayrıca bildirilir.',
  'note.thirty-day-cap':
    'İmzasız başvuru kanunen dilekçe sayılmaz; yine de kimse dilekçe verenden daha uzun bekletilmez.',
  'note.foi-silence-extended': 'Uzatma bildirildiği için, bildirilen güne kadar idare yanıtsız kalmış sayılmaz.',
  'note.interim-wait':
    'Verilen yanıt kesin değil: başvuran bunu ret sayabilir ya da kesin yanıtı bekleyebilir; bekleme başvurudan başlayarak dört ayı geçemez.',
  'note.admin-silence': 'Süre, 7331 sayılı Kanunla 60 günden 30 güne indirilmiştir.',
  'note.acik-kapi': 'Kimi yerde 7 gün, kimi yerde 7 iş günü yazar; ayarlanmadıkça daha kısa olan süre uygulanır.',

  'silence.refused':
    'Bu güne kadar kesin yanıt verilmezse istek reddedilmiş sayılır; dava süresi o günden işler (2577 m.10).',
  'silence.refused-then-board':
    'Yanıt verilmezse istek reddedilmiş sayılır (2577 m.10); 15 gün içinde Bilgi Edinme Değerlendirme Kuruluna itiraz edilebilir (4982 m.13).',
  'silence.board-complaint':
    'Süresinde yanıt verilmezse başvuru tarihinden itibaren 60 gün içinde Kişisel Verileri Koruma Kuruluna şikâyet edilebilir (6698 m.14).',
  'silence.withdrawn': 'Ücret bu süre içinde ödenmezse başvurudan vazgeçilmiş sayılır.',
  'silence.right-lost': 'Bu süre geçince itiraz hakkı düşer.',

  'day.received': 'başlangıç günü: sayılmaz',
  'day.working-day': 'sayılır',
  'day.half-day': 'sayılır: yarım gün ({names})',
  'day.closure-counts': 'sayılır: {names} resmî tatil değildir',
  'day.weekend-counts': 'sayılır: hafta sonu da süreye dahildir',
  'day.holiday-counts': 'sayılır: tatil de süreye dahildir ({names})',
  'day.weekend': 'sayılmaz: hafta sonu',
  'day.weekend-holiday': 'sayılmaz: hafta sonu ({names})',
  'day.holiday': 'sayılmaz: {names}',
  'day.closure': 'sayılmaz: kurum kapalı ({names})',
  'day.stopped-waiting-for-citizen': 'sayılmaz: vatandaştan bilgi bekleniyordu',
  'day.stopped-fee-notice': 'sayılmaz: ücretin ödenmesi bekleniyordu',
  'day.partly-stopped': '{duration}; kalan zamanda süre durmuştu',
  'day.moved-end': 'son gün tatile rastladığından süre bu günün bitimine uzar (2577 m.8)',
  'day.moved-end-own': 'son gün kapalı olduğundan süre bu günün bitimine uzar',
  'day.clock-time': '{duration} (gece, gündüz, tatil sayılır)',
  'day.working-time': 'mesai içinde {duration}',
  'day.no-working-time': 'mesai yok',
  'day.no-working-time-named': 'mesai yok: {names}',

  'due.at': 'Son an: {moment}',
  'warning.half-day-end': 'Son gün yarım gündür: {time} sonrasına bırakmayın.',
  'warning.closed-on-due-day': 'Son gün kurum kapalı: {names}. Kanuni süre uzamaz; önceden tamamlayın.',
  'warning.holidays-unconfirmed':
    'Bu süreyi etkileyen bayram günleri hesaplanmıştır, henüz ilan edilmemiştir: tarih değişebilir.',
  'warning.year-incomplete': 'Takvimde bu yılın tatilleri eksik görünüyor: tarih daha geç olabilir.',
} as const;

export type ClockText = keyof typeof tr;

const en: Record<ClockText, string> = {
  'clock.foi': 'Freedom of information request',
  'clock.foi-extended': 'Freedom of information request, extended',
  'clock.foi-fee': 'Payment of the information fee',
  'clock.foi-objection': 'Objection to the Information Review Board',
  'clock.foi-silence': 'Implied refusal of an information request',
  'clock.foi-silence-extended': 'Implied refusal at the end of the extended period',
  'clock.interim-wait': 'Waiting for the final answer',
  'clock.kvkk-silence': 'No answer to a personal data request',
  'clock.kvkk-complaint': 'Complaint to the Personal Data Protection Board',
  'clock.kvkk-complaint-latest': 'Last day for the Personal Data Protection Board',
  'clock.court': 'Action at the administrative court',
  'clock.court-decision': 'Carrying out a court decision',
  'clock.kvkk-decision': 'Carrying out a decision of the Personal Data Protection Board',
  'clock.ombudsman-decision': 'Answering a recommendation of the Ombudsman',
  'clock.petition': 'Petition',
  'clock.thirty-day-cap': 'Latest answer',
  'clock.admin-silence': 'Implied refusal',
  'clock.kvkk': 'Personal data request (KVKK)',
  'clock.cimer': 'CİMER request',
  'clock.cimer-foi': 'CİMER information request',
  'clock.acik-kapi': 'Açık Kapı request',
  'clock.first-response': 'First response',
  'clock.conclusion': 'Conclusion',
  'clock.revised-promise': 'Revised promise',

  'law.4982': 'Law 4982 on the Right to Information',
  'law.3071': 'Law 3071 on the Right of Petition',
  'law.2577': 'Law 2577 on Administrative Procedure',
  'law.6698': 'Law 6698 on the Protection of Personal Data',
  'law.6328': 'Law 6328 on the Ombudsman Institution',
  'law.cimer': 'CİMER Regulation',
  'law.acik-kapi': 'Açık Kapı practice of the Ministry of Interior',
  'law.standard': 'Published service standards',

  'unit.minutes': '{n} min',
  'unit.hours': '{n} h',
  'unit.working-hours': '{n} h of working time',
  'unit.calendar-days': '{n} calendar days',
  'unit.business-days': '{n} business days',
  'unit.months': '{n} months',
  'unit.one-calendar-day': '1 calendar day',
  'unit.one-business-day': '1 business day',

  'starts.received': 'The period starts the day after the request reaches the municipality.',
  'starts.received-clock': 'The period starts the moment the request is received.',
  'starts.fee-notice': 'The period starts the day after the fee is notified.',
  'starts.answer-notice': 'The period starts the day after the answer is notified.',
  'starts.decision-notice': 'The period starts the day after the decision is notified.',

  'note.foi-extended':
    'Extended only if another unit must supply the information, another body must be asked, or several bodies are concerned. The extension and its reason are notified in writing before the first 15 business days end.',
  'note.foi-fee': 'The fee notice cuts the period for the answer.',
  'note.petition': 'An interim answer does not end it; the result is notified separately.',
  'note.thirty-day-cap':
    'Without a signature it is no petition in law, yet nobody is kept waiting longer than a petitioner.',
  'note.foi-silence-extended': 'An extension was announced: until its end the municipality is not silent.',
  'note.interim-wait':
    'The answer given is not final: the applicant may take it for a refusal or wait for the final one, at most four months from the request.',
  'note.admin-silence': 'Law 7331 shortened it from 60 days to 30.',
  'note.acik-kapi': 'Some places write 7 days, others 7 business days; unless configured, the shorter period holds.',

  'silence.refused':
    'Without a final answer by this day the request counts as refused; the time to go to court runs from that day (2577 m.10).',
  'silence.refused-then-board':
    'Without an answer it counts as refused (2577 m.10); within 15 days the Information Review Board can be asked (4982 m.13).',
  'silence.board-complaint':
    'Without an answer in time the Personal Data Protection Board can be asked within 60 days of the request (6698 m.14).',
  'silence.withdrawn': 'If the fee is not paid within this period, the request counts as withdrawn.',
  'silence.right-lost': 'After this period the right to object is lost.',

  'day.received': 'day of the start: not counted',
  'day.working-day': 'counted',
  'day.half-day': 'counted: half day ({names})',
  'day.closure-counts': 'counted: {names} is no official holiday',
  'day.weekend-counts': 'counted: weekends belong to the period',
  'day.holiday-counts': 'counted: holidays belong to the period ({names})',
  'day.weekend': 'not counted: weekend',
  'day.weekend-holiday': 'not counted: weekend ({names})',
  'day.holiday': 'not counted: {names}',
  'day.closure': 'not counted: office closed ({names})',
  'day.stopped-waiting-for-citizen': 'not counted: waiting for information from the citizen',
  'day.stopped-fee-notice': 'not counted: waiting for the payment of the fee',
  'day.partly-stopped': '{duration}; the clock stood still for the rest',
  'day.moved-end': 'the last day was a holiday, so the period runs to the end of this day (2577 m.8)',
  'day.moved-end-own': 'the office was closed on the last day, so the period runs to the end of this day',
  'day.clock-time': '{duration} (nights, weekends and holidays count)',
  'day.working-time': '{duration} of working time',
  'day.no-working-time': 'no working time',
  'day.no-working-time-named': 'no working time: {names}',

  'due.at': 'Due: {moment}',
  'warning.half-day-end': 'The last day is a half day: do not leave it until after {time}.',
  'warning.closed-on-due-day':
    'The office is closed on the last day: {names}. The legal period is not extended; finish earlier.',
  'warning.holidays-unconfirmed':
    'Feast days that touch this period are computed and not yet announced: the date may change.',
  'warning.year-incomplete': 'The holidays of this year look incomplete in the table: the date may be later.',
};

const texts: Record<Language, Record<ClockText, string>> = { tr, en };

export function clockText(key: ClockText, language: Language, values: Record<string, string> = {}): string {
  return fillIn(texts[language][key], values);
}

export function fillIn(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

/** True when there is a sentence of that name: not every clock has a note, and not every silence a consequence. */
export function isClockText(key: string): key is ClockText {
  return key in tr;
}
