// What the law makes of a request, in the citizen's words: fees, extensions, silence, remedies.
const tr = {
  'promise.fee': 'Ücreti ödediğinizde yanıt gününü yeniden söyleyeceğiz.',
  'promise.deemedWithdrawn': 'Ücret süresinde ödenmedi; {gun} günü başvurunuzdan vazgeçmiş sayıldınız.',
  'promise.waiting': 'Sizden yanıt bekliyoruz. Yanıtınız gelince yeni günü söyleyeceğiz.',

  'fee.title': 'Bu bilgi için ücret gerekiyor',
  'fee.amount': 'Tutar: {tutar}',
  'fee.until': 'Son ödeme günü: {gun}. Bu güne kadar ödenmezse başvurunuzdan vazgeçmiş sayılırsınız (4982 m.11).',
  'fee.meanwhile': 'Siz ödeyene kadar yanıt süresi işlemez; ödediğiniz günün ertesi günü baştan başlar.',

  'silence.title': 'Yasal süre yanıtsız doldu',
  'silence.text':
    'Size süresinde yanıt veremedik. {gun} günü bitiminde isteğiniz reddedilmiş sayılır. Başvurunuz kapanmadı; yanıt vermemiz gerekiyor. Beklemek ya da aşağıdaki yollara başvurmak sizin seçiminizdir.',
  'remedies.title': 'Ne yapabilirsiniz?',
  'remedies.lastDay': 'Son gün: {gun}.',
  'answer.grounds': 'Dayandığımız maddeler',

  'thread.kind-changed': 'Başvurunuzun yasal dayanağını değiştirdik: {tur}.',
  'thread.period-extended': 'Yanıt süresini uzattık.',
  'thread.fee-notified': 'Sizden ücret istedik.',
  'thread.fee-paid': 'Ödemenizi aldık.',
  'thread.promise-moved': 'Yanıt günü değişti: {gun}.',
  'thread.refusal-implied': 'Yasal süre yanıtsız doldu.',
  'thread.deemed-withdrawn': 'Ücret süresinde ödenmediği için başvurunuzdan vazgeçmiş sayıldınız.',
  'thread.revived': 'Süresinde ödediğiniz anlaşıldı; başvurunuz sürüyor.',

  'kind.complaint': 'şikâyet',
  'kind.request': 'talep',
  'kind.suggestion': 'öneri',
  'kind.tip-off': 'ihbar',
  'kind.thanks': 'teşekkür',
  'kind.petition': 'dilekçe (3071)',
  'kind.foi': 'bilgi edinme (4982)',
  'kind.kvkk': 'kişisel veri başvurusu (6698)',
} as const;

const en: Record<keyof typeof tr, string> = {
  'promise.fee': 'When you have paid the fee we will name the day of the answer again.',
  'promise.deemedWithdrawn': 'The fee was not paid in time; on {gun} your request counted as withdrawn.',
  'promise.waiting': 'We are waiting for your answer. When it comes we will name the new day.',

  'fee.title': 'This information costs a fee',
  'fee.amount': 'Amount: {tutar}',
  'fee.until': 'Last day of payment: {gun}. If it is not paid by then, your request counts as withdrawn (4982 m.11).',
  'fee.meanwhile': 'Until you pay, the period for the answer does not run; it starts anew on the day after.',

  'silence.title': 'The period of the law ran out unanswered',
  'silence.text':
    'We did not answer you in time. At the end of {gun} your request counts as refused. It is not closed, and we still owe you an answer. You may wait, or take one of the ways below.',
  'remedies.title': 'What can you do?',
  'remedies.lastDay': 'Last day: {gun}.',
  'answer.grounds': 'The articles we rely on',

  'thread.kind-changed': 'We changed the legal basis of your request: {tur}.',
  'thread.period-extended': 'We extended the period for the answer.',
  'thread.fee-notified': 'We asked you for a fee.',
  'thread.fee-paid': 'We received your payment.',
  'thread.promise-moved': 'The day of the answer has changed: {gun}.',
  'thread.refusal-implied': 'The period of the law ran out unanswered.',
  'thread.deemed-withdrawn': 'The fee was not paid in time, so your request counts as withdrawn.',
  'thread.revived': 'It turned out that you had paid in time; your request goes on.',

  'kind.complaint': 'complaint',
  'kind.request': 'request',
  'kind.suggestion': 'suggestion',
  'kind.tip-off': 'tip-off',
  'kind.thanks': 'thanks',
  'kind.petition': 'petition (Law 3071)',
  'kind.foi': 'information request (Law 4982)',
  'kind.kvkk': 'personal data request (Law 6698)',
};

export const lawTexts = { tr, en };
