/**
 * HEART FILE. The yearly statistic that law 4982 m.30 asks of every institution, and what each of its tables counts. Pure. It counts from the
 * records, so nobody keeps a list beside them; what is not recorded is not counted and not guessed.
 */
import type { Texts } from '../../../text/language.ts';
import type { Outcome } from '../requests/door.ts';
import type { TableWords } from './what-is-counted.ts';

const information: Texts = { tr: 'bilgi edinme başvurusu', en: 'information request' };

export const INFORMATION_TABLES = {
  information: {
    title: { tr: 'Bilgi edinme başvuruları (4982 m.30)', en: 'Information requests (law 4982 m.30)' },
    unit: information,
    definition: {
      tr: 'Dönem içinde her kanaldan alınan, bugünkü türü bilgi edinme olan başvurular ve kesim anındaki sonuçları. İptal edilen (yanlışlıkla açılan) kayıtlar sayılmaz; yeniden açılan başvuru açıktır. Kısmen karşılanan, gizli bölümü ayrılıp kalanı verilendir (m.9). Vazgeçmiş sayılan, ücreti 15 iş günü içinde ödenmeyendir (m.11). Süresi uzatılan ve ücret istenen, satırdakilerin içindedir.',
      en: 'Requests of every channel received in the period whose kind is now an information request, and how they stood at the cut-off. Cancelled (mistaken) records are not counted; a reopened request is open. Granted in part: what is secret was separated and the rest given (m.9). Deemed withdrawn: the fee was not paid within 15 business days (m.11). Extended, and fee asked, are part of their row.',
    },
    denominator: { tr: 'alınan bilgi edinme başvuruları', en: 'information requests received' },
    source: { tr: 'başvuru kayıtları ve geçmişleri', en: 'service requests and their history' },
  },
  'information-grounds': {
    title: { tr: 'Verilmeyen bilgide dayanılan maddeler', en: 'Grounds on which information was refused' },
    unit: information,
    definition: {
      tr: 'Önceki tabloda reddedilen ya da kısmen karşılanan başvurular, son yanıtlarında yazan maddeye göre. Her başvuru bir kez sayılır: yalnız bir maddeye dayanan o maddenin satırında, birkaçına dayanan “birden çok madde” satırındadır; sütun toplamları önceki tablonun sayılarıdır. “Bu maddeyi anan” başka maddelerle birlikte anıldığı başvuruları da sayar, bu yüzden toplanmaz. Gizli başvuruların maddesi yalnız tamamlanmış tam yıllarda yazılır.',
      en: 'Those refused or granted in part of the table before, by the article their last answer names. Each once: with one article in its row, with several in the row “more than one”; the columns add up to the table before. “Naming it” also counts those that name others beside it, and is therefore not added. Of restricted requests the article is told only in whole years that have ended.',
    },
    denominator: null,
    source: { tr: 'yanıtlar', en: 'answers' },
  },
  'information-objections': {
    title: { tr: 'Bilgi Edinme Değerlendirme Kuruluna itirazlar', en: 'Objections to the Information Review Board' },
    unit: { tr: 'itiraz', en: 'objection' },
    definition: {
      tr: 'Dönem içinde bilgi edinme başvuruları için yapılan ve bize bildirilen itirazlar, Kurulun kesim anına kadar verdiği karara göre. Başvuru daha önceki bir dönemde alınmış olabilir. Kabul, bilginin verilmesi gerektiği demektir. “Ret üzerine”, itiraz gününde son yanıtı ret ya da kısmi karşılama olan başvurudur; kalanı yanıtsızlığa ya da başka bir yanıta karşıdır. Yanlış kaydedilen sayılmaz.',
      en: 'Objections for information requests made in the period of which we were told, by what the board had decided at the cut-off. The request may be of an earlier period. Accepted means that the information must be given. “After a refusal”: on the day of the objection its last answer was a refusal or granted in part; the rest is against silence or another answer. What was recorded by mistake is not counted.',
    },
    denominator: { tr: 'dönem içindeki itirazlar', en: 'objections of the period' },
    source: { tr: 'itiraz kayıtları', en: 'recorded objections' },
  },
  'information-court': {
    title: { tr: 'Bilgi edinmede yargıya başvurular', en: 'Information requests taken to court' },
    unit: { tr: 'dava', en: 'action' },
    definition: {
      tr: 'Dönem içinde bilgi edinme başvuruları için idare mahkemesinde açılan ve bize bildirilen davalar, mahkemenin kesim anına kadar verdiği karara göre. Başvuru daha önceki bir dönemde alınmış olabilir. “Ret üzerine” sütunu, yıllık formun başvurusu reddedilenlerden yargıya itiraz edenleridir: dava gününde son yanıtı ret ya da kısmi karşılamadır. Önce Kurula itiraz edip sonra dava açan her iki tabloda da sayılır. Yanlış kaydedilen sayılmaz.',
      en: 'Actions for information requests brought before the administrative court in the period of which we were told, by what the court had decided at the cut-off. The request may be of an earlier period. “After a refusal” is what the yearly form asks, those refused who went to court: on the day of the action the last answer was a refusal or granted in part. Who objected to the board first and sued afterwards is counted in both tables. What was recorded by mistake is not counted.',
    },
    denominator: { tr: 'dönem içindeki davalar', en: 'actions of the period' },
    source: { tr: 'dava kayıtları', en: 'recorded actions' },
  },
  'information-fees': {
    title: { tr: 'Bilgi edinmede istenen ücretler', en: 'Fees asked for information' },
    unit: { tr: 'ücret bildirimi; Türk lirası', en: 'fee notice; Turkish lira' },
    definition: {
      tr: 'Dönem içinde bildirilen erişim ücretleri (m.10) ve kesim anındaki durumları. Ödenen, makbuzu kaydedilendir; süresi geçtikten sonra öğrenilen süresinde ödeme de ödenmiştir.',
      en: 'Access fees (m.10) notified in the period and how they stood at the cut-off. Paid: its receipt was recorded, also where a payment in time was learned of late.',
    },
    denominator: null,
    source: { tr: 'ücret bildirimleri ve makbuzlar', en: 'fee notices and receipts' },
  },
} as const satisfies Record<string, TableWords>;

export type InformationTableKey = keyof typeof INFORMATION_TABLES;

export type InformationEnd =
  'granted' | 'partly-granted' | 'refused' | 'forwarded' | 'other' | 'deemed-withdrawn' | 'withdrawn' | 'open';

/** In the order of m.30: given, given in part, not given; then the ends the law knows beside them. */
export const INFORMATION_ENDS: Readonly<Record<InformationEnd, Texts>> = {
  granted: { tr: 'Olumlu yanıtlanan', en: 'Granted' },
  'partly-granted': { tr: 'Kısmen karşılanan', en: 'Granted in part' },
  refused: { tr: 'Reddedilen', en: 'Refused' },
  forwarded: { tr: 'Görevli kuruma iletilen', en: 'Forwarded to the competent body' },
  other: { tr: 'İncelenemeyen ya da mükerrer', en: 'Not examined, or a duplicate' },
  'deemed-withdrawn': { tr: 'Vazgeçmiş sayılan', en: 'Deemed withdrawn' },
  withdrawn: { tr: 'Geri çekilen', en: 'Withdrawn' },
  open: { tr: 'Kesim anında açık', en: 'Open at the cut-off' },
};

const BY_OUTCOME: Record<Outcome, InformationEnd> = {
  done: 'granted',
  'information-given': 'granted',
  'partly-granted': 'partly-granted',
  refused: 'refused',
  forwarded: 'forwarded',
  'not-examined': 'other',
  // Never of an information request (outcomes.ts); a kind put right afterwards may bring one in.
  'information-missing': 'other',
  duplicate: 'other',
  withdrawn: 'withdrawn',
};

/** The last thing that happened to a request before the cut-off; null: nothing that ends it. */
export interface LastStep {
  what: 'concluded' | 'withdrawn' | 'deemed-withdrawn' | 'reopened' | 'revived' | null;
  outcome: Outcome | null;
}

/** How it stands after that. Null for an end that names no outcome: the sum then does not hold, and says so. */
export function informationEnd({ what, outcome }: LastStep): InformationEnd | null {
  if (what === 'concluded') return outcome === null ? null : BY_OUTCOME[outcome];
  return what === 'withdrawn' || what === 'deemed-withdrawn' ? what : 'open';
}
