/** Invented people and words. Every surname says so, every phone lies in one prefix, every address ends in .invalid (RFC 2606). */
import type { Topic } from '../modules/catalogue/door.ts';
import type { Person } from '../modules/intake/door.ts';
import type { AssignmentOutcome, Channel } from '../modules/requests/door.ts';
import type { Random } from './random.ts';

const FIRST_NAMES = [
  ...[
    'Ayşe',
    'Fatma',
    'Emine',
    'Hatice',
    'Zeynep',
    'Elif',
    'Meryem',
    'Şerife',
    'Sultan',
    'Hanife',
    'Merve',
    'İrem',
    'Gül',
    'Çiğdem',
  ],
  ...[
    'Mehmet',
    'Mustafa',
    'Ahmet',
    'Ali',
    'Hüseyin',
    'Hasan',
    'İbrahim',
    'İsmail',
    'Osman',
    'Yusuf',
    'Murat',
    'Ömer',
    'Ramazan',
    'Işık',
  ],
];
const SURNAMES = ['Örnek', 'Temsili', 'Kurgu', 'Hayali', 'Numune', 'Misal', 'Sözde', 'Uydurma'];

/** Ten million numbers in one prefix, which only the replay uses and which only its own simulator is ever given. */
export function phoneOf(person: number): string {
  return `+90500${String(person).padStart(7, '0')}`;
}

/** How each channel's people can be reached: by SMS, by e-mail, or not by us. */
const REACHED: Record<
  'phone' | 'web' | 'email' | 'foi' | 'social' | 'other',
  readonly (readonly ['sms' | 'email' | 'none', number])[]
> = {
  phone: [
    ['sms', 92],
    ['none', 8],
  ],
  web: [
    ['sms', 74],
    ['email', 22],
    ['none', 4],
  ],
  email: [['email', 100]],
  foi: [
    ['email', 80],
    ['none', 20],
  ],
  social: [
    ['sms', 25],
    ['none', 75],
  ],
  other: [
    ['sms', 85],
    ['none', 15],
  ],
};

function reachedBy(channel: Channel) {
  if (channel === 'phone' || channel === 'web' || channel === 'email' || channel === 'foi') return REACHED[channel];
  return channel === 'facebook' || channel === 'x' || channel === 'instagram' ? REACHED.social : REACHED.other;
}

/** Null: anonymous, where the topic takes it. `population` people share the year's requests, some asking often. */
export function inventPerson(
  draw: Random,
  { channel, topic, population }: { channel: Channel; topic: Topic; population: number },
): Person | null {
  const number = Math.floor(population * draw.next() ** 1.5);
  const notifyBy = draw.weighted(reachedBy(channel));
  const anonymous = draw.chance(0.05);
  if (anonymous && topic.anonymousAllowed && channel !== 'foi') return null;
  const name = `${FIRST_NAMES[number % FIRST_NAMES.length]} ${SURNAMES[Math.floor(number / FIRST_NAMES.length) % SURNAMES.length]}`;
  return {
    name,
    notifyBy,
    ...((notifyBy === 'sms' || channel === 'phone') && { phone: phoneOf(number) }),
    ...(notifyBy === 'email' && { email: `vatandas${number}@ornek.invalid` }),
  };
}

const BEGINNINGS = ['Merhaba,', 'İyi günler,', 'Kolay gelsin,', '', '', 'Sayın yetkili,'];
const ENDINGS = [
  'İlgilenirseniz seviniriz.',
  'Birkaç gündür böyle.',
  'Gereğini rica ederim.',
  'Lütfen bir bakın.',
  'Daha önce de aramıştık.',
  '',
];

/** A citizen's words, made of the everyday words by which the topic is known. */
export function inventText(draw: Random, topic: Topic): string {
  const said = topic.keywords.length > 0 ? draw.pick(topic.keywords) : topic.name.tr;
  return [draw.pick(BEGINNINGS), `${said}.`, draw.pick(ENDINGS)].filter(Boolean).join(' ');
}

const LANDMARKS = [
  'caminin karşısı',
  'okulun yanı',
  'eczanenin önü',
  'durağın arkası',
  'parkın girişi',
  'pazar yerinin köşesi',
  'marketin önü',
];

export function inventLandmark(draw: Random): string {
  return draw.pick(LANDMARKS);
}

const ANSWERS: Record<AssignmentOutcome, readonly string[]> = {
  done: [
    'Ekibimiz sokağınızda çalıştı; bildirdiğiniz yer artık kullanılabilir.',
    'Bildirdiğiniz yere bu sabah ekip gönderildi ve iş bitirildi.',
    'Sokağınıza gelindi, eksik parça takıldı ve denendi.',
  ],
  'partly-granted': ['İstediğiniz belgelerin açıklanabilen bölümü size verildi.'],
  'information-given': ['Sorduğunuz konuda çalışma saatleri ve gereken belgeler telefonla anlatıldı.'],
  forwarded: ['Konu görev alanımızda değil; görevli kuruma ilettik.'],
  refused: ['Yerinde incelendi; imar planına göre burada izin verilemiyor. Kararımıza yargı yolu açıktır.'],
  'not-examined': ['Başvuruda belli bir konu bulunmadığı için incelenemedi (3071 sayılı Kanun, m. 6).'],
  'information-missing': ['Sorduğumuz adres bize ulaşmadığı için yerinde bakamadık; yazarsanız yeniden bakarız.'],
  duplicate: ['Aynı konudaki açık başvurunuz üzerinden işlem yapılıyor.'],
};

export function inventAnswer(draw: Random, outcome: AssignmentOutcome): string {
  return draw.pick(ANSWERS[outcome]);
}
