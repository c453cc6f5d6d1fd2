/**
 * HEART FILE. What each printed figure counts: the unit in words, the records it comes from, which channels belong to which table, the
 * period and the rounding. Pure: no figure may be counted in a way that is not written here (the statistic of law 4982 has its own,
 * what-4982-counts.ts), and none is printed without these words.
 */
import type { Texts } from '../../../text/language.ts';
import { instantAt, isDay, shiftDay } from '../calendar/door.ts';
import type { Channel } from '../requests/door.ts';

/**
 * record: counted in the tables by channel, topic and neighbourhood. social: kept outside them, as the activity report does, and counted
 * as papers sent to directorates. outreach: what was heard at the door and in meetings has chapters of its own, and nobody knows how
 * much of it was also asked by phone: adding it would count the same wish twice.
 */
export type Family = 'record' | 'social' | 'outreach';

interface ChannelRow {
  channel: Channel;
  family: Family;
  label: Texts;
}

/** In the order the activity report prints them; channels it does not know come after those it does. */
export const CHANNEL_ROWS: readonly ChannelRow[] = [
  { channel: 'phone', family: 'record', label: { tr: 'Telefonla açılan kayıt', en: 'Recorded by phone' } },
  { channel: 'email', family: 'record', label: { tr: 'E-posta yoluyla kayıt', en: 'By e-mail' } },
  { channel: 'web', family: 'record', label: { tr: 'Web sitesi yoluyla açılan kayıt', en: 'On the web' } },
  { channel: 'desk', family: 'record', label: { tr: 'Şahsen açılan kayıt', en: 'In person' } },
  {
    channel: 'foi',
    family: 'record',
    label: { tr: 'Bilgi edinme yoluyla gelen başvuru', en: 'Freedom of information' },
  },
  { channel: 'cimer', family: 'record', label: { tr: 'CİMER yoluyla gelen başvuru', en: 'Through CİMER' } },
  { channel: 'acik-kapi', family: 'record', label: { tr: 'Açık Kapı başvurusu', en: 'Through Açık Kapı' } },
  {
    channel: 'metropolitan',
    family: 'record',
    label: { tr: 'Büyükşehir sisteminden açılan kayıt', en: 'From the metropolitan system' },
  },
  { channel: 'whatsapp', family: 'record', label: { tr: 'WhatsApp yoluyla kayıt', en: 'By WhatsApp' } },
  { channel: 'facebook', family: 'social', label: { tr: 'Facebook', en: 'Facebook' } },
  { channel: 'x', family: 'social', label: { tr: 'X (Twitter)', en: 'X (Twitter)' } },
  { channel: 'instagram', family: 'social', label: { tr: 'Instagram', en: 'Instagram' } },
  { channel: 'home-visit', family: 'outreach', label: { tr: 'Hane ziyareti', en: 'Home visit' } },
  { channel: 'meeting', family: 'outreach', label: { tr: 'Toplantı', en: 'Meeting' } },
];

export function channelsOf(family: Family): Channel[] {
  return CHANNEL_ROWS.filter((row) => row.family === family).map(({ channel }) => channel);
}

export const TOP_TOPICS = 10;

export interface TableWords {
  title: Texts;
  unit: Texts;
  definition: Texts;
  denominator: Texts | null;
  source: Texts;
}

const records: Texts = { tr: 'kayıt', en: 'record' };
const recordsTotal: Texts = { tr: 'tablonun toplam kaydı', en: "the table's total of records" };
const requestsSource: Texts = { tr: 'başvuru kayıtları', en: 'service requests' };

/** Whether the municipality keeps its word: what every citizen may read, and the first columns of the table. */
export const PROMISE_KEPT: Texts = {
  tr: 'Her kanaldan, dönem içinde sonuçlanan başvurular, sonuçlandıkları aya göre. Geri çekilen ve iptal edilenler sayılmaz; yeniden açılan başvuru son sonuçlandığı ayda bir kez sayılır. Söz, vatandaşa ilk söylenen son gündür: söz sonradan değişse, başvuru yeniden açılsa ya da beklese de bu gün değişmez. Zamanında, en geç o günün sonunda sonuçlanandır.',
  en: 'Requests of every channel concluded in the period, by the month of their conclusion. Withdrawn and cancelled ones are not counted; a reopened one counts once, in the month of its last conclusion. The promise is the day the citizen was given first: it stays the same if the promise is moved later, or the request waits or is reopened. In time means by the end of that day.',
};

const both = (first: Texts, second: Texts): Texts => ({
  tr: `${first.tr} ${second.tr}`,
  en: `${first.en} ${second.en}`,
});

export const TABLES = {
  calls: {
    title: { tr: 'Çağrılar', en: 'Calls' },
    unit: { tr: 'gelen çağrı', en: 'incoming call' },
    definition: {
      tr: 'Çağrı merkezine gelen her çağrı bir kez sayılır; cevaplanan, bir görevlinin açtığı çağrıdır. Çağrı kayıt değildir: biri hiç kayda dönüşmez, biri birkaç kayıt açtırır; bu yüzden kayıtlarla toplanmaz.',
      en: 'Every incoming call once; answered is one that a person took. A call is no record: one leads to none, another to several; so the two are never added.',
    },
    denominator: { tr: 'gelen çağrı', en: 'incoming calls' },
    source: { tr: 'çağrı kayıtları', en: 'calls' },
  },
  channels: {
    title: { tr: 'Kanala göre kayıt', en: 'Records by channel' },
    unit: records,
    definition: {
      tr: 'Dönem içinde alınan her başvuru, alındığı kanalda bir kez sayılır. Sosyal medya, hane ziyareti ve toplantılar bu tabloda yoktur; iptal edilen (yanlışlıkla açılan) kayıtlar sayılmaz.',
      en: 'Every request received in the period, once, under the channel it came by. Social media, home visits and meetings are not in this table; cancelled (mistaken) records are not counted.',
    },
    denominator: recordsTotal,
    source: requestsSource,
  },
  topics: {
    title: { tr: 'En çok iletilen 10 konu', en: 'Ten most frequent topics' },
    unit: records,
    definition: {
      tr: 'Kanal tablosundaki kayıtlar, bugünkü konularına göre. Eşitlikte Türk alfabesi sırası. İlk ona girmeyen konular ve konusu belirlenmemiş kayıtlar ayrı satırdadır. Gizli konular yalnız tamamlanmış tam yıllarda ve en az 10 kayıtla kendi satırındadır.',
      en: 'The records of the channel table by the topic they now have. Ties in Turkish alphabetical order. The rest, and records without a topic, stand in rows of their own. Restricted topics have theirs only in whole years that have ended, and from 10 records on.',
    },
    denominator: recordsTotal,
    source: requestsSource,
  },
  neighbourhoods: {
    title: { tr: 'Mahalleye göre kayıt', en: 'Records by neighbourhood' },
    unit: records,
    definition: {
      tr: 'Kanal tablosundaki kayıtlar, başvurunun konu ettiği yerin mahallesine göre. Mahallesi bilinmeyenler “belirtilmemiş” satırındadır; toplam kanal tablosunun toplamıdır. Gizli başvurular mahallesine yalnız tamamlanmış tam yıllarda yazılır, öbür dönemlerde bu satırdadır.',
      en: 'The records of the channel table by the neighbourhood they are about. Those without one stand in the row “not given”; the total is the channel table’s. Restricted requests stand under their neighbourhood only in whole years that have ended, otherwise in that row.',
    },
    denominator: recordsTotal,
    source: requestsSource,
  },
  'channels-by-neighbourhood': {
    title: { tr: 'Mahalle ve kanala göre kayıt', en: 'Records by neighbourhood and channel' },
    unit: records,
    definition: {
      tr: 'Önceki iki tablonun kesişimi: satır toplamları mahalle tablosunu, sütun toplamları kanal tablosunu verir.',
      en: 'Where the two tables before meet: its row sums are the neighbourhood table, its column sums the channel table.',
    },
    denominator: null,
    source: requestsSource,
  },
  social: {
    title: { tr: 'Sosyal medya: birimlere iletilen evrak', en: 'Social media: papers sent to directorates' },
    unit: { tr: 'evrak (bir birime iletilen iş)', en: 'assignment (work given to one directorate)' },
    definition: {
      tr: 'Dönem içinde birimlere iletilen evrak, başvurunun geldiği platforma göre. Birimin iade ettiği evrak sayılmaz, yerine iletilen sayılır. Ortalama tamamlanma süresi, kesim anına kadar yanıtlanan evrakta iletilme ile yanıt arasında geçen sürenin gün olarak ortalamasıdır (24 saat 1 gün).',
      en: 'Assignments of the period by the platform their request came by. One that a directorate returned is not counted, the one that followed it is. Mean completion is the mean time from assignment to answer, in days of 24 hours, of those answered before the cut-off.',
    },
    denominator: null,
    source: { tr: 'havale (evrak) kayıtları', en: 'assignments' },
  },
  outcomes: {
    title: { tr: 'Başvuruların durumu', en: 'What became of the requests' },
    unit: { tr: 'başvuru', en: 'request' },
    definition: {
      tr: 'Dönem içinde her kanaldan alınan başvurular ve kesim anındaki durumları: gelen = sonuçlanan + geri çekilen + açık. “Bunun iletileni” sonuçlananların içindedir: görevli kuruma iletilmiş olanlar. Yeniden açılan başvuru açıktır.',
      en: 'Requests received by every channel in the period and how they stood at the cut-off: received = concluded + withdrawn + open. “Of these forwarded” is part of concluded: sent to the competent body. A reopened request is open.',
    },
    denominator: { tr: 'aynı satırın gelen başvurusu', en: "the row's received requests" },
    source: { tr: 'başvuru kayıtları ve geçmişleri', en: 'service requests and their history' },
  },
  promises: {
    title: { tr: 'Tutulan sözler', en: 'Promises kept' },
    unit: { tr: 'başvuru', en: 'request' },
    definition: both(PROMISE_KEPT, {
      tr: '“Son söze göre” sütunları aynı başvuruları, sonuçlandıklarında geçerli olan son güne göre sayar: nedeniyle bildirilen yeni gün, uzatma, vatandaşı bekleme bu günü değiştirir. Belediyenin sözünü tuttuğu birinci sütunlarla ölçülür.',
      en: 'The columns “by the last promise” count the same requests by the day that held when they were concluded: a new day told with its reason, an extension or waiting for the citizen changes it. Whether the municipality keeps its word is judged by the first columns.',
    }),
    denominator: { tr: 'söz verilmiş, sonuçlanan başvurular', en: 'concluded requests with a promise' },
    source: { tr: 'başvuru kayıtları', en: 'service requests' },
  },
  problems: {
    title: { tr: 'Başvuru ve olay', en: 'Requests and problems' },
    unit: { tr: 'başvuru; olay', en: 'request; problem' },
    definition: {
      tr: 'Her kanaldan, dönem içinde alınan başvurular ve kaç ayrı soruna ait oldukları. Birleştirilen başvurular birer başvuru, hepsi birlikte bir olaydır; tek başına olan hem bir başvuru hem bir olaydır. Öteki tablolar başvuru sayar: aynı çukuru bildiren otuz kişi orada otuzdur. Birleştirmenin bugünkü hâli sayılır; geri alınan birleştirme sayılmaz.',
      en: 'Requests received by every channel in the period, and how many problems they are about. Merged requests are a request each and one problem together; one on its own is both. The other tables count requests: thirty people who report one hole are thirty there. Counted as merged today; a merge that was undone is not.',
    },
    denominator: null,
    source: requestsSource,
  },
  applicants: {
    title: { tr: 'Başvuran ve başvuru', en: 'Applicants and applications' },
    unit: { tr: 'kişi; başvuru', en: 'person; request' },
    definition: {
      tr: 'Başvuran, dönem içinde en az bir başvurusu olan farklı kişi ya da kuruluştur; aynı kişi iki kanaldan yazdıysa toplamda bir kez sayılır. Kimliksiz başvuruların kaç kişiden geldiği bilinmez, ayrı sütundadır.',
      en: 'An applicant is a different person or organisation with at least one request in the period; somebody who wrote by two channels counts once in the total. How many people stand behind anonymous requests is unknown; they have a column of their own.',
    },
    denominator: null,
    source: { tr: 'başvuru ve vatandaş kayıtları', en: 'service requests and citizens' },
  },
  remedies: {
    title: { tr: 'Yanıtlarımıza karşı gidilen yollar', en: 'Remedies taken against our answers' },
    unit: { tr: 'itiraz, şikâyet ya da dava', en: 'objection, complaint or action' },
    definition: {
      tr: 'Dönem içinde her türden başvuru için kurullara, mahkemeye ve Kamu Denetçiliği Kurumuna gidildiği bize bildirilenler, kesim anına kadar verilen karara göre. Başvuru daha önceki bir dönemde alınmış olabilir; aynı başvuru için birden çok yola gidilmişse her biri sayılır. Yanlış kaydedilen sayılmaz.',
      en: 'For requests of every kind: what was brought before the boards, the court and the ombudsman in the period and we were told of, by what had been decided at the cut-off. The request may be of an earlier period; where several ways were gone for one request, each counts. What was recorded by mistake is not counted.',
    },
    denominator: null,
    source: { tr: 'itiraz ve dava kayıtları', en: 'recorded objections and actions' },
  },
} as const satisfies Record<string, TableWords>;

export type TableKey = keyof typeof TABLES;

export interface Period {
  /** Calendar days in Istanbul, both within. */
  from: string;
  to: string;
}

/** A request belongs to the day on which the citizen said it (not on which it was typed), by Istanbul's calendar. */
export function periodOf(asked: { year: number } | Period): Period {
  if (!('year' in asked)) return asked;
  return { from: `${asked.year}-01-01`, to: `${asked.year}-12-31` };
}

export function isPeriod({ from, to }: Period): boolean {
  return isDay(from) && isDay(to) && from <= to;
}

/** From the first day's midnight to the midnight after the last: the second instant is no longer within. */
export function instantsOf({ from, to }: Period): { start: Date; end: Date } {
  return { start: instantAt(from, '00:00'), end: instantAt(shiftDay(to, 1), '00:00') };
}

/**
 * Whether restricted requests are counted under their topic and neighbourhood: only in whole calendar years that have ended. Any other two
 * periods can overlap, and what one counts more than the other may be a single person's; whole years never do. Elsewhere these requests are
 * among those without a topic and without a neighbourhood, and every sum stays the same.
 */
export function tellsRestricted(period: Period, cutOff: Date): boolean {
  return period.from.endsWith('-01-01') && period.to.endsWith('-12-31') && cutOff >= instantsOf(period).end;
}

/** A restricted topic has a row of its own from here on; fewer are among the other topics. */
export const FEWEST_OF_RESTRICTED = 10;

/** `2026-03` for each month of which the period holds a day. */
export function monthsOf({ from, to }: Period): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = monthAfter(month)) months.push(month);
  return months;
}

function monthAfter(month: string): string {
  return shiftDay(`${month}-28`, 4).slice(0, 7);
}

/** The twelve calendar months before the one that is running. */
export function lastTwelveMonths(today: string): Period {
  const [year, month] = [Number(today.slice(0, 4)), today.slice(5, 7)];
  return { from: `${year - 1}-${month}-01`, to: shiftDay(`${year}-${month}-01`, -1) };
}

/** Figures of a period that has ended are cut off at its end (31.12. 24.00); of one that is running, now. */
export function usualCutOff(period: Period, now: Date): Date {
  const { end } = instantsOf(period);
  return end < now ? end : now;
}

/** A share in percent with two decimals, half up on whole numbers, as activity reports round; null when there is nothing to divide by. */
export function share(part: number, whole: number): number | null {
  if (whole === 0) return null;
  return Math.floor((part * 20_000 + whole) / (2 * whole)) / 100;
}

/** Days with one decimal, half up; null when nothing was completed. */
export function meanDays(seconds: number, count: number): number | null {
  if (count === 0) return null;
  return Math.floor((seconds / count / 86_400) * 10 + 0.5) / 10;
}
