// What happened to a clock, in both languages: that it stood still, gave way, was cut, ended; and what is odd about it.
import type { Language } from '../../../text/language.ts';
import { fillIn } from './clock-texts.ts';

const tr = {
  season: 'Hizmet standardı {name} açıkken geçerli olandır; başvuru o sırada alındı.',
  'stop.waiting-for-citizen': 'Vatandaştan bilgi beklendiği için durdu: {from} – {until}.',
  'stop.fee-notice': 'Ücretin ödenmesi beklendiği için durdu: {from} – {until}.',
  'stop.still-waiting-for-citizen': 'Vatandaştan bilgi bekleniyor, süre duruyor: {from} tarihinden beri.',
  'stop.still-fee-notice': 'Ücretin ödenmesi bekleniyor, süre duruyor: {from} tarihinden beri.',
  'follows.extended': 'Uzatma üzerine, uzatılan sürenin başladığı günden işler.',
  'follows.fee-notice': 'Süre ücret bildirimiyle kesilmişti; ödeme gününün ertesi günü yeniden başlar.',
  'follows.kind-changed': 'Başvurunun yasal dayanağı değişti; süre ilk başvuru gününden sayılır.',
  'follows.interim-answer': 'Kesin olmayan bir yanıt verildi; süre başvuru gününden sayılır.',
  'follows.responded': 'İlk yanıt sayılan kabul geri alındı; süre, ilk işlediği günden sayılır.',
  'follows.promise-moved': 'Önceki sözün yerine geçti; yeni günün verildiği günden sayılır.',

  'ended.responded': 'Bitti: {moment}. Başvuru okundu ve ele alındı.',
  'ended.taken-back': 'Kabul sonradan geri alındı; ilk yanıt sayılmaz.',
  'ended.answered': 'Bitti: {moment}. Kesin yanıt verildi.',
  'ended.forwarded': 'Bitti: {moment}. Görevli kuruma iletildi ve başvurana bildirildi.',
  'ended.withdrawn': 'Bitti: {moment}. Başvuran geri çekti.',
  'ended.deemed-withdrawn': 'Bitti: {moment}. Ücret süresinde ödenmedi; vazgeçilmiş sayıldı (4982 m.11).',
  'ended.cancelled': 'Bitti: {moment}. Kayıt, gerekçesiyle iptal edildi.',
  'ended.extended': 'Bitti: {moment}. Süre, gerekçesiyle uzatıldı ve bildirildi (4982 m.11).',
  'ended.fee-notice': 'Bitti: {moment}. Ücret bildirimi süreyi kesti (4982 m.10–11).',
  'ended.paid': 'Bitti: {moment}. Ücret ödendi.',
  'ended.kind-changed': 'Bitti: {moment}. Yasal dayanak, gerekçesiyle değiştirildi.',
  'ended.topic-changed': 'Bitti: {moment}. Konu düzeltildi; yeni konunun hizmet standardı işler.',
  'ended.promise-moved': 'Bitti: {moment}. Vatandaşa, nedeniyle yeni bir gün verildi.',
  'ended.interim-answer': 'Bitti: {moment}. Kesin olmayan bir yanıt verildi (2577 m.10).',
  'ended.implied-refusal':
    'Süre yanıtsız doldu: {day}. İstek reddedilmiş sayılır; belediye yine yanıt vermekle yükümlüdür.',
  'ended.late': 'Süresinden sonra bitti; geç bitmiş olarak kalır.',

  'odd.standard-longer-than-law': 'Hizmet standardı yasal süreden uzun; verilen söz yasal süreyi geçmez.',
  'odd.nothing-to-count': 'Standart sıfır olarak yazılmış; süre başvuruyla birlikte dolar.',
  'odd.partner-shorter': 'Öteki kurumun süresi bizimkinden kısa; önce o dolar.',
  'odd.moved-since': 'Takvim sonradan değişti: verilen gün {stored}, bugünkü takvime göre {counted}.',
  'odd.no-calendar':
    'Bu sürenin uzandığı yılın tatilleri takvimde yok; gün söylenemiyor. Tatiller girilince hesaplanır.',
} as const;

export type LifeText = keyof typeof tr;

const en: Record<LifeText, string> = {
  season: 'The service standard is the one in force in {name}, in which the request was received.',
  'stop.waiting-for-citizen': 'Stood still while information was awaited from the citizen: {from} – {until}.',
  'stop.fee-notice': 'Stood still while the fee was awaited: {from} – {until}.',
  'stop.still-waiting-for-citizen': 'Information is awaited from the citizen; the clock stands still since {from}.',
  'stop.still-fee-notice': 'The fee is awaited; the clock stands still since {from}.',
  'follows.extended': 'After an extension; it counts from the day on which the extended period began.',
  'follows.fee-notice': 'The period was cut by the notice of a fee; it starts anew on the day after the payment.',
  'follows.kind-changed': 'The legal basis of the request changed; the period counts from the day of the request.',
  'follows.interim-answer': 'An answer that is not final was given; the period counts from the day of the request.',
  'follows.responded':
    'The acceptance that counted as the first response was taken back; the period counts from its first day.',
  'follows.promise-moved':
    'It took the place of the promise before; it counts from the day on which the new one was given.',

  'ended.responded': 'Ended: {moment}. The request was read and taken up.',
  'ended.taken-back': 'The acceptance was taken back afterwards; it counts as no first response.',
  'ended.answered': 'Ended: {moment}. The final answer was given.',
  'ended.forwarded': 'Ended: {moment}. Forwarded to the competent body, and the applicant told.',
  'ended.withdrawn': 'Ended: {moment}. The applicant withdrew it.',
  'ended.deemed-withdrawn': 'Ended: {moment}. The fee was not paid in time; it counts as withdrawn (4982 m.11).',
  'ended.cancelled': 'Ended: {moment}. The record was cancelled, with its reason.',
  'ended.extended': 'Ended: {moment}. The period was extended on a ground, with notice (4982 m.11).',
  'ended.fee-notice': 'Ended: {moment}. The notice of the fee cut the period (4982 m.10–11).',
  'ended.paid': 'Ended: {moment}. The fee was paid.',
  'ended.kind-changed': 'Ended: {moment}. The legal basis was changed, with its reason.',
  'ended.topic-changed': 'Ended: {moment}. The topic was corrected; its own service standard runs.',
  'ended.promise-moved': 'Ended: {moment}. The citizen was given another day, with the reason.',
  'ended.interim-answer': 'Ended: {moment}. An answer that is not final was given (2577 m.10).',
  'ended.implied-refusal':
    'The period ran out without an answer: {day}. The request counts as refused; an answer is owed all the same.',
  'ended.late': 'It ended after its day, and stays late.',

  'odd.standard-longer-than-law':
    'The service standard is longer than the law; the promise never goes beyond the law’s day.',
  'odd.nothing-to-count': 'The standard is written as zero; it is due with the request itself.',
  'odd.partner-shorter': 'The other body’s period is shorter than ours and ends first.',
  'odd.moved-since':
    'The calendar has changed since: the day given is {stored}, by today’s calendar it would be {counted}.',
  'odd.no-calendar':
    'The holidays of a year this period reaches are not in the calendar; no day can be named until they are.',
};

const texts: Record<Language, Record<LifeText, string>> = { tr, en };

export function lifeText(key: LifeText, language: Language, values: Record<string, string> = {}): string {
  return fillIn(texts[language][key], values);
}
