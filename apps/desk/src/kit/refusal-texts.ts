/** What a refusal means for the person at the desk: what happened, what is safe, what to do. Never the code alone. */
import { defineTexts, useTexts } from './texts.ts';
import { Refusal } from './refusal.ts';

export const refusalTexts = defineTexts(
  {
    offline: 'Sunucuya ulaşılamıyor. Yazdıklarınız bu bilgisayarda duruyor; bağlantı gelince yeniden deneyin.',
    fault:
      'Bir şey beklendiği gibi gitmedi. Yazdıklarınız duruyor. Yeniden deneyin; olmazsa bu kodla destek isteyin: {fault}',
    away: 'Kayıtlara şu anda ulaşılamıyor. Yazdıklarınız bu bilgisayarda duruyor; birkaç dakika sonra yeniden deneyin.',
    other: 'İstek yerine getirilemedi ({code}). Yazdıklarınız duruyor.',
    'input-invalid': 'Bir alan beklenen biçimde değil. Yazdıklarınızı gözden geçirin.',
    'photo-not-an-image': 'Bu dosya bir fotoğraf değil. JPEG, PNG veya HEIC seçin.',
    'photo-too-big': 'Bu dosya çok büyük. Daha küçük bir dosya seçin.',
    'too-many-photos': 'En çok 5 fotoğraf eklenebilir.',
    'text-empty': 'Metin boş. Önce bir şey yazın.',
    'text-too-long': 'Metin çok uzun: en çok 4.000 karakter olabilir. Yazdıklarınız duruyor.',
    'phone-invalid': 'Bu numara eksik ya da fazla görünüyor.',
    'email-invalid': 'Bu e-posta adresi eksik görünüyor. Örnek: ad@ornek.org',
    'national-id-invalid': 'Bu kimlik numarasında bir rakam yanlış görünüyor.',
    'contact-missing': 'Bir telefon ya da e-posta yazın veya "Ad vermeden" seçin.',
    'place-missing': 'Yeri bulabilmek için mahalle ve bir tarif yazın.',
    'anonymous-not-allowed': 'Bu konuda ad ve iletişim bilgisi gerekir.',
    'kind-not-by-phone': 'Bu başvuru türü telefonla alınamaz; yazılı olması gerekir.',
    'kind-first':
      'Bu konu bir kanun başvurusudur. Önce başvurunun türünü değiştirin: süresi değişir, vatandaşa haber gider. Sonra konuyu seçin.',
    'reason-missing': 'Bu adım için bir gerekçe yazın; geçmişte kalır.',
    'answer-missing': 'Yanıt metni ya da iletildiği kurum eksik.',
    'answer-not-ready': 'Bu metin henüz bir yanıt değil. Altındaki bulguları düzeltin; metniniz duruyor.',
    'answer-advised-against': 'Altındaki uyarılara bakın: metni düzeltin ya da neden böyle gönderdiğinizi yazın.',
    'date-invalid': 'Bu tarih anlaşılamadı. Örnek: 23.03.2026',
    'put-off-same': 'İş zaten o gün. Başka bir gün seçin.',
    'put-off-past': 'O gün geçti. Bugünü ya da sonrasını seçin.',
    'put-off-too-far': 'En çok bir yıl sonrasına alınır. Bu yıl yapılmayacaksa “yapılmadı” deyin.',
    'put-off-outside': 'O gün planın dönemi, mevsimi ya da son günü dışında. İçinden bir gün seçin.',
    'put-off-shut': 'O gün tatil ve bu plan tatilde gelmez. Çalışılan bir gün seçin.',
    'ground-missing': 'Kanun bu yanıt için bir dayanak ister: listeden seçin.',
    'notice-missing': 'Bu vatandaşa ileti gitmiyor. Yazıyla yapılan bildirimin sayısını yazın.',
    'period-not-running': 'Bu adım için işleyen bir süre yok: süre bitmiş, uzatılmış ya da ücret bekleniyor.',
    'notice-too-late': 'Bildirim, yasal sürenin son anından sonra gidecekti. Süre artık uzatılamaz ve kesilemez.',
    'fee-too-late': 'Ödeme son günden sonra yapılmış; başvurudan vazgeçilmiş sayılır.',
    'later-than-law':
      'Bu gün yasal sürenin son gününden sonra. Söz, yasal günü geçemez; bilgi edinmede önce süre uzatılır.',
    'promise-not-later': 'Yeni gün, bugünden ve şimdiki sözden sonra olmalı.',
    'promise-on-day-off': 'O gün çalışılmıyor. Bir iş günü seçin.',
    'law-unknown': 'Bu kanun tanınmıyor.',
    'not-signed-in': 'Oturumunuz kapandı. Yeniden girin; yazdıklarınız bu bilgisayarda duruyor.',
    'sign-in-failed': 'Kullanıcı adı ya da parola uymuyor. İkisini de kontrol edip yeniden deneyin.',
    'not-allowed': 'Bunu yapma yetkiniz yok. Gerekiyorsa yöneticinize bu bağlantıyı gönderin.',
    'cross-site': 'İstek başka bir siteden geldi ve kabul edilmedi. Sayfayı yenileyin.',
    'too-many-attempts': 'Çok sayıda deneme yapıldı. Birkaç dakika sonra yeniden deneyin.',
    'too-many-searches': 'Bir dakika içinde çok fazla arama yaptınız. Bir dakika bekleyip yeniden arayın.',
    'not-found': 'Bu kayıt yok ya da size açık değil.',
    'changed-meanwhile': 'Siz yazarken kayıt değişti. Yazdıklarınız duruyor.',
    'moved-on': 'O arada üzerinde çalışıldı; olduğu gibi kaldı.',
    'dry-run-unseen':
      'Bu kurallar kimi başka yere gönderirdi, bakılmadı. Deneme sonucuna bakın ya da neden bakmadığınızı yazın.',
    'kept-from-them': 'Bu başvuru gizli; seçtiğiniz birim ya da kişi onu göremez. Konunun ayrıldığı birimi seçin.',
    'step-not-allowed': 'Kaydın şu anki durumunda bu adım atılamaz. Kaydı yenileyip bakın.',
    'already-exists': 'Bu zaten var.',
    'absence-overlaps': 'Bu günlerde kayıtlı bir izin zaten var. Önce onu bitirin ya da başka günler seçin.',
    'stand-in-circle':
      'Bu günlerde yerine bakacak kişi de izinde ve onun yerine yine bu kişi bakıyor: işler kimsede kalmaz. Başka birini seçin.',
    'work-in-hand': 'Bu kişinin elinde iş var. Önce işlerini devredin; sonra hesabı kapatın.',
    'nothing-to-hand-over': 'Devredilecek bir şey yok: bu kişinin elinde iş kalmamış.',
    'nobody-takes-it': 'Bunu devralabilecek kimse yok. Birini seçip yeniden devredin.',
    'account-closed': 'Hesabı kapalı birine iş geri verilemez. Önce hesabı açın.',
    'announcement-language': 'Duyuruyu İngilizce okuyacak kişi var. İngilizce metni de yazın.',
    'bulk-empty': 'Seçilen kayıt yok.',
    'bulk-too-many': 'Bir defada en çok 10.000 kayıt. Süzgeci daraltın.',
    'people-differ': 'Kimlik numaraları ya da türleri farklı: bunlar aynı kişi olamaz.',
    'merge-with-itself': 'Bir başvuru kendisiyle birleştirilemez.',
    'merge-protected': 'Gizli konular ve kimliği saklı başvurular birleştirilmez.',
    'merge-own-law':
      'Bilgi edinme ve KVKK başvuruları tek tek yanıtlanır; birleştirilmez. Birleştirilmişse önce ayırın.',
    'merge-ended': 'Birleştirmek istediğiniz baş başvuru sonuçlanmış. Aynı yanıtı verebilirsiniz.',
    'merge-elsewhere': 'Bu başvuru başka bir olayın içinde. Önce oradan ayırın ya da iki olayı birleştirin.',
    'merge-known-problem': 'Bu başvuru, duyurulmuş bir sorunun baş başvurusu. Ötekileri buna birleştirin.',
    'known-problem-over': 'Bu bilinen sorun bu arada sona erdi. Başvuruyu ayrı kaydedin.',
    'merge-at-work':
      'Başka bir müdürlük bu başvuruda çalışmaya başlamış. İşini bitirsin ya da iade etsin, sonra birleştirin.',
    'take-back-too-late': 'Geri almak için geç: gönderildi.',
    'held-already': 'Bu yanıt şu anda başka biri tarafından gönderiliyor. Kaydı yenileyip bakın; metniniz duruyor.',
    'approval-needed': 'Bu yanıt önce onaylanmalı. Onaya gönderin; metniniz duruyor.',
    'approval-not-needed': 'Bu yanıt için sizden başka kimsenin onayı gerekmiyor. Doğrudan gönderebilirsiniz.',
    'already-approved': 'Bu taslağı az önce başka biri onayladı. Yeniden gönderilmedi.',
    'nothing-to-resend': 'Yeniden gönderilecek bir ileti yok.',
    'call-back-over': 'Bu aramanın sonucunu az önce başka biri yazdı.',
    'calendar-year-missing': 'Bu yılın tatilleri takvime girilmemiş; söz verilemiyor. Yönetime bildirin.',
    'setting-broken': 'Ayarlarda bir eksik var. Yönetime bildirin.',
    'too-many-rows': 'Excel bu kadar satırı almaz. CSV seçin ya da listeyi daraltın.',
  },
  {
    offline:
      'The server cannot be reached. What you typed is kept on this computer; try again when the connection is back.',
    fault:
      'Something did not go as expected. What you typed is kept. Try again; if it fails, ask for help with this code: {fault}',
    away: 'The records cannot be reached at the moment. What you typed is kept on this computer; try again in a few minutes.',
    other: 'This could not be done ({code}). What you typed is kept.',
    'input-invalid': 'A field is not in the expected form. Check what you typed.',
    'photo-not-an-image': 'This file is not a photo. Choose JPEG, PNG or HEIC.',
    'photo-too-big': 'This file is too large. Choose a smaller one.',
    'too-many-photos': 'At most 5 photos can be added.',
    'text-empty': 'The text is empty. Write something first.',
    'text-too-long': 'The text is too long: 4,000 characters at most. What you typed is kept.',
    'phone-invalid': 'This number looks too short or too long.',
    'email-invalid': 'This e-mail address looks incomplete. Example: name@example.org',
    'national-id-invalid': 'One digit of this identity number looks wrong.',
    'contact-missing': 'Give a phone number or an e-mail, or choose "Without a name".',
    'place-missing': 'Give a neighbourhood and a description so that the place can be found.',
    'anonymous-not-allowed': 'This topic needs a name and a way to reach the person.',
    'kind-not-by-phone': 'This kind of request cannot be taken by phone; it must be in writing.',
    'kind-first':
      'This topic is a request under a law. Change the kind of the request first: its period changes and the citizen is told. Then choose the topic.',
    'reason-missing': 'Give a reason for this step; it stays in the history.',
    'answer-missing': 'The answer or the name of the other body is missing.',
    'answer-not-ready': 'These words are not an answer yet. Put right what is found below them; your text is kept.',
    'answer-advised-against': 'Look at the advice below: change the text, or say why you send it like this.',
    'date-invalid': 'This date was not understood. Example: 23.03.2026',
    'put-off-same': 'The job is on that day already. Choose another.',
    'put-off-past': 'That day is over. Choose today or a later one.',
    'put-off-too-far': 'It can be put off for a year at most. If it will not be done this year, say “not done”.',
    'put-off-outside': 'That day lies outside the plan’s period, its season or its last day. Choose one within them.',
    'put-off-shut': 'The office is shut that day, and this plan does not come then. Choose a working day.',
    'ground-missing': 'The law wants a ground for this answer: choose one from the list.',
    'notice-missing': 'No message reaches this citizen. Give the number of the letter that notified them.',
    'period-not-running': 'No period runs for this step: it has ended, was extended before, or the fee is awaited.',
    'notice-too-late':
      'The notice would leave after the last moment of the period, which can no longer be extended or cut.',
    'fee-too-late': 'It was paid after the last day; the request counts as withdrawn.',
    'later-than-law':
      'This day is after the last day of the law. No promise goes beyond it; an information request is extended first.',
    'promise-not-later': 'The new day must come after today and after the day promised now.',
    'promise-on-day-off': 'Nobody works on that day. Choose a working day.',
    'law-unknown': 'This law is not known.',
    'not-signed-in': 'You were signed out. Sign in again; what you typed is kept on this computer.',
    'sign-in-failed': 'The user name or the password does not match. Check both and try again.',
    'not-allowed': 'You are not allowed to do this. If you need to, send this link to your manager.',
    'cross-site': 'The request came from another site and was not accepted. Reload the page.',
    'too-many-attempts': 'There were many attempts. Try again in a few minutes.',
    'too-many-searches': 'You have searched too often within a minute. Wait a minute and search again.',
    'not-found': 'This record does not exist or is not open to you.',
    'changed-meanwhile': 'The record changed while you were writing. What you typed is kept.',
    'moved-on': 'It has been worked on since; it stays as it is.',
    'dry-run-unseen':
      'Nobody has looked at what these rules would send elsewhere. Look at the dry run, or say why not.',
    'kept-from-them': 'This request is restricted; whom you chose may not see it. Choose a unit it is kept to.',
    'step-not-allowed': 'This step is not possible in the state the record is in. Refresh it and look again.',
    'already-exists': 'This exists already.',
    'absence-overlaps': 'There is an absence on these days already. End it first, or choose other days.',
    'stand-in-circle':
      'Whoever would stand in is away on these days too, and this person stands in for them: nobody would be left. Choose somebody else.',
    'work-in-hand': 'This person has work in hand. Hand it over first; then close the account.',
    'nothing-to-hand-over': 'There is nothing to hand over: this person has no work in hand any more.',
    'nobody-takes-it': 'Nobody is there who could take it. Choose somebody and hand over again.',
    'account-closed': 'Work cannot be given back to a closed account. Open the account first.',
    'announcement-language': 'Somebody among them reads English. Write the English text too.',
    'bulk-empty': 'No record is chosen.',
    'bulk-too-many': 'At most 10,000 records at once. Narrow the filter.',
    'people-differ': 'Their identity numbers or kinds differ: they cannot be the same person.',
    'merge-with-itself': 'A request cannot be merged with itself.',
    'merge-protected': 'Restricted topics and secret identities are not merged.',
    'merge-own-law':
      'Information and personal-data requests are answered one by one and are not merged. Release it first where it was.',
    'merge-ended': 'The request that would lead has ended. You can give the same answer instead.',
    'merge-elsewhere': 'This request is in another incident. Release it there first, or merge the two incidents.',
    'merge-known-problem':
      'A known problem is being told under this request. Merge the others into it, not it into others.',
    'known-problem-over': 'This known problem is over meanwhile. Save the request by itself.',
    'merge-at-work':
      'Another directorate has begun to work on this request. Let it finish or give it back, then merge.',
    'take-back-too-late': 'Too late to take back: it has been sent.',
    'held-already': 'Somebody else is sending this answer at this moment. Refresh and look; your text is kept.',
    'approval-needed': 'This answer must be approved first. Submit it for approval; your text is kept.',
    'approval-not-needed': 'Nobody but you needs to approve this answer. You can send it directly.',
    'already-approved': 'Somebody else approved this draft a moment ago. It was not sent twice.',
    'nothing-to-resend': 'There is no message to send again.',
    'call-back-over': 'Somebody else recorded the result of this call a moment ago.',
    'calendar-year-missing':
      'The holidays of this year are not in the calendar, so nothing can be promised. Tell administration.',
    'setting-broken': 'A setting is incomplete. Tell administration.',
    'too-many-rows': 'Excel does not take so many rows. Choose CSV or narrow the list.',
  },
);

/** Turns any error into the sentence to show. */
export function useRefusalText(): (error: unknown) => string {
  const say = useTexts(refusalTexts);
  return (error) => {
    if (!(error instanceof Refusal)) return say('fault', { fault: '–' });
    // The database is away, or the proxy does not reach us: nobody need be asked for help, it passes.
    if (error.code === 'fault' && error.status >= 502) return say('away');
    if (error.code === 'fault') return say('fault', { fault: error.fault ?? '–' });
    if (!Object.hasOwn(refusalTexts.tr, error.code)) return say('other', { code: error.code });
    return say(error.code as 'offline');
  };
}
