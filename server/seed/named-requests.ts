/** Whom the named world knows: invented people (surname Örnek), phones of a range kept for it, and the story of each request. */
import type { Person } from '../modules/intake/door.ts';
import type { AssignmentOutcome, Channel, RequestKind } from '../modules/requests/door.ts';

export type Step =
  | { after: number; do: 'accept' | 'work' | 'go-on-site' }
  | { after: number; do: 'return' | 'ask'; text: string }
  | { after: number; do: 'answer'; outcome: AssignmentOutcome; text: string; to?: string }
  | { after: number; do: 'withdraw' }
  | { after: number; do: 'say'; satisfied: boolean; text?: string };

export interface NamedRequest {
  name: string;
  hoursAgo: number;
  channel: Channel;
  kind?: RequestKind;
  language?: 'tr' | 'en';
  topic: string | null;
  text: string;
  person: Person | null;
  /** Which neighbourhood in Turkish order; null: said nowhere. */
  nth: number | null;
  pin?: boolean;
  place?: { street?: string; door?: string; description?: string };
  danger?: boolean;
  steps: Step[];
}

const emine: Person = { name: 'Emine Örnek', phone: '0555 000 00 47', notifyBy: 'sms' };
const hasan: Person = { name: 'Hasan Örnek', phone: '0555 000 00 47', notifyBy: 'sms' };
const isil: Person = { name: 'Işıl İnci Örnek', phone: '0555 000 01 12', notifyBy: 'sms' };
const seref: Person = { name: 'Şeref Çağlar Örnek-Gökğöz', email: 'seref@ornek.example.org', notifyBy: 'email' };
const kaan: Person = { name: 'Kaan Örnek', phone: '0555 000 02 34', notifyBy: 'sms' };
const grace: Person = { name: 'Grace Ornek', phone: '0555 000 03 56', notifyBy: 'sms' };

export const NAMED_REQUESTS: readonly NamedRequest[] = [
  {
    name: 'broken-pavement',
    hoursAgo: 70,
    channel: 'web',
    topic: 'YOL-04',
    text: 'Sokağımızdaki kaldırım çökmüş, bebek arabası geçmiyor. Yaşlılar yola iniyor.',
    person: emine,
    nth: 3,
    pin: true,
    place: { street: 'Söyleşi Sokak', door: '12', description: 'Sağlık ocağının karşısı' },
    steps: [
      { after: 1, do: 'accept' },
      { after: 26, do: 'work' },
    ],
  },
  {
    name: 'uncollected-rubbish',
    hoursAgo: 60,
    channel: 'phone',
    topic: 'TEM-01',
    text: 'Çöpler üç gündür alınmadı, koku yapıyor.',
    person: hasan,
    nth: 5,
    place: { street: 'Petrol Yolu Caddesi', description: 'Fırının önü' },
    steps: [
      { after: 1, do: 'accept' },
      {
        after: 9,
        do: 'answer',
        outcome: 'done',
        text: 'Çöpler bugün öğleden sonra toplandı; toplama saatleri değiştirildi.',
      },
      { after: 20, do: 'say', satisfied: true },
    ],
  },
  {
    name: 'open-manhole',
    hoursAgo: 30,
    channel: 'phone',
    topic: 'YOL-02',
    text: 'Yol çökmüş, büyük bir çukur var, araba düştü. Çocuklar geçiyor.',
    person: isil,
    nth: 3,
    pin: true,
    danger: true,
    place: { street: 'Söyleşi Sokak', description: 'Okulun önü' },
    steps: [{ after: 1, do: 'accept' }],
  },
  {
    name: 'promise-broken',
    hoursAgo: 140,
    channel: 'phone',
    topic: 'YOL-01',
    text: 'Asfalt kazıldı, kapatılmadı; toz ve çamurdan geçilmiyor.',
    person: kaan,
    nth: 6,
    place: { street: 'Menekşe Sokak', description: 'Okulun arka kapısı' },
    steps: [{ after: 30, do: 'accept' }],
  },
  {
    name: 'tree-on-wire',
    hoursAgo: 40,
    channel: 'web',
    topic: 'PRK-02',
    kind: 'request',
    text: 'Ağaç dalları elektrik teline değiyor, budanmasını rica ediyorum.',
    person: seref,
    nth: 8,
    place: { description: 'Muhtarlığın arkasındaki park' },
    steps: [
      { after: 2, do: 'accept' },
      {
        after: 20,
        do: 'ask',
        text: 'Ağaç sitenizin bahçesinde mi, yoksa sokakta mı? Yazarsanız ekip ona göre gelecek.',
      },
    ],
  },
  {
    name: 'dark-street',
    hoursAgo: 90,
    channel: 'web',
    topic: 'YOL-16',
    text: 'Sokak lambası iki haftadır yanmıyor, akşamları çok karanlık.',
    person: kaan,
    nth: 12,
    place: { street: 'Lale Sokak', description: '14 numaranın önündeki direk' },
    steps: [
      { after: 1, do: 'accept' },
      {
        after: 2,
        do: 'answer',
        outcome: 'forwarded',
        text: 'Sokak aydınlatması elektrik dağıtım şirketinin görevidir. Başvurunuzu şirkete ilettik; 186 numarasından da izleyebilirsiniz.',
        to: 'Elektrik dağıtım şirketi (186)',
      },
    ],
  },
  {
    name: 'noise-again',
    hoursAgo: 200,
    channel: 'web',
    topic: 'TEM-10',
    text: 'Alt kattaki işyeri gece yarısına kadar yüksek sesle müzik çalıyor.',
    person: isil,
    nth: 1,
    place: { description: 'Meydandaki kafe' },
    steps: [
      { after: 3, do: 'accept' },
      { after: 60, do: 'answer', outcome: 'done', text: 'İşyeri denetlendi ve uyarıldı.' },
      { after: 110, do: 'say', satisfied: false, text: 'Ses dün gece yine vardı.' },
    ],
  },
  {
    name: 'no-topic-chosen',
    hoursAgo: 5,
    channel: 'web',
    topic: null,
    kind: 'suggestion',
    text: 'Mahallemize küçük bir kütüphane köşesi kurulabilir mi? Eski kitaplarımızı bağışlamak istiyoruz.',
    person: emine,
    nth: 20,
    steps: [],
  },
  {
    name: 'injured-dog',
    hoursAgo: 1,
    channel: 'phone',
    topic: 'HAY-01',
    text: 'Parkta bacağı kırık bir köpek var, yerinden kalkamıyor.',
    person: kaan,
    nth: 9,
    pin: true,
    place: { description: 'Büyük parkın süs havuzu' },
    steps: [],
  },
  {
    name: 'rubble-withdrawn',
    hoursAgo: 26,
    channel: 'desk',
    topic: 'TEM-02',
    kind: 'request',
    text: 'Tadilattan çıkan on çuval molozun alınmasını istiyorum.',
    person: hasan,
    nth: 14,
    place: { street: 'Sümbül Caddesi', door: '8/3' },
    steps: [{ after: 5, do: 'withdraw' }],
  },
  {
    name: 'anonymous-pothole',
    hoursAgo: 12,
    channel: 'web',
    topic: 'YOL-01',
    text: 'Caddede derin bir çukur var, motosikletler düşüyor.',
    person: null,
    nth: 3,
    place: { street: 'Söyleşi Sokak', description: 'Kavşaktan sonra' },
    steps: [],
  },
  {
    name: 'in-english',
    hoursAgo: 8,
    channel: 'web',
    language: 'en',
    topic: 'PRK-01',
    text: 'The swing in the playground is broken and has sharp edges.',
    person: grace,
    nth: 17,
    place: { description: 'The playground behind the mosque' },
    steps: [{ after: 2, do: 'accept' }],
  },
  {
    name: 'refused-park',
    hoursAgo: 300,
    channel: 'desk',
    topic: 'PRK-09',
    kind: 'request',
    text: 'Boş arsaya park yapılmasını istiyoruz.',
    person: seref,
    nth: 22,
    place: { description: 'Caminin yanındaki arsa' },
    steps: [
      { after: 30, do: 'accept' },
      {
        after: 120,
        do: 'answer',
        outcome: 'refused',
        text: 'Arsa özel mülk olduğu ve imar planında konut alanı kaldığı için park yapamıyoruz. Plan değişikliği için belediye meclisine dilekçe verebilirsiniz.',
      },
    ],
  },
];
