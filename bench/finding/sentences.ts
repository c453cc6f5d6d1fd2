/** Sentences such as people really write, for a bench: the everyday sentences we ship, with greetings, places, spellings without Turkish letters. */
import { readFileSync } from 'node:fs';
import { fold } from '../../text/turkish.ts';

/** A small generator that gives the same sequence for the same seed (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }

  /** A place in a list in which the first are much likelier than the last. */
  skewed(limit: number): number {
    return Math.floor(limit * this.next() ** 2.2);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }
}

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8')) as unknown;
const { sentences } = read('everyday-sentences.json') as { sentences: { text: string; topic: string }[] };
const { topics } = read('topics.json') as { topics: { code: string; name: { tr: string }; keywords: string[] }[] };

const said = new Map<string, string[]>(topics.map(({ code, name, keywords }) => [code, [name.tr, ...keywords]]));
for (const { topic, text } of sentences) said.get(topic)?.push(text);

const GREETINGS = ['Merhaba,', 'İyi günler,', 'Kolay gelsin,', 'Sayın yetkili,', '', '', ''];
const MIDDLE = [
  'Birkaç gündür böyle.', 'Daha önce de aramıştık, kimse gelmedi.', 'Çocuklar ve yaşlılar geçemiyor.', 'Komşular da şikâyetçi.',
  'Apartman sakinleri olarak rica ediyoruz.', 'Geceleri uyuyamıyoruz.', 'Kötü koku yapıyor.', 'Araçlar zarar görüyor.', '', '',
]; // prettier-ignore
const ENDINGS = [
  'Gereğini rica ederim.',
  'İlgilenirseniz seviniriz.',
  'Lütfen bir ekip gönderin.',
  'Teşekkürler.',
  '',
  '',
];
const SITES = ['Lale', 'Menekşe', 'Yıldız', 'Çınar', 'Doğa', 'Panorama', 'Akasya', 'Kardelen', 'Mavi', 'Bahçeşehir'];
const LANDMARKS = ['caminin karşısı', 'okulun yanı', 'eczanenin önü', 'durağın arkası', 'parkın girişi', 'pazar yerinin köşesi', 'marketin önü', 'fırının yanı']; // prettier-ignore
const SYLLABLES = [
  'ka',
  'rde',
  'lim',
  'so',
  'yı',
  'ten',
  'mu',
  'dal',
  'bey',
  'gün',
  'taş',
  'öz',
  'kur',
  'şen',
  'ak',
  'ılı',
];

export function sentenceOn(topic: string, dice: Dice): string {
  const core = dice.pick(said.get(topic) ?? ['Konu']);
  const detail = dice.chance(0.25)
    ? `${dice.pick(SITES)} ${1 + dice.below(40)} Sitesi ${dice.pick(['A', 'B', 'C', 'D'])} blok önü.`
    : '';
  // A word that hardly anybody else uses: a shop's name, a person's, a slip of the fingers.
  const rare = dice.chance(0.2)
    ? `${rareWord(dice)} ${dice.pick(['Market', 'Kafe', 'Apartmanı', 'İnşaat'])} yanında.`
    : '';
  const text = [dice.pick(GREETINGS), `${core}.`, dice.pick(MIDDLE), detail, rare, dice.pick(ENDINGS)]
    .filter(Boolean)
    .join(' ');
  // One in five types without Turkish letters.
  return dice.chance(0.2) ? fold(text) : text;
}

export function rareWord(dice: Dice): string {
  const word = Array.from({ length: 3 + dice.below(2) }, () => dice.pick(SYLLABLES)).join('');
  return word[0]!.toLocaleUpperCase('tr') + word.slice(1);
}

export const landmark = (dice: Dice): string => dice.pick(LANDMARKS);

const FIRST = ['Ayşe', 'Fatma', 'Emine', 'Hatice', 'Zeynep', 'Elif', 'Meryem', 'Şerife', 'Sultan', 'Hanife', 'Merve', 'İrem', 'Gül', 'Çiğdem', 'Mehmet', 'Mustafa', 'Ahmet', 'Ali', 'Hüseyin', 'Hasan', 'İbrahim', 'İsmail', 'Osman', 'Yusuf', 'Murat', 'Ömer', 'Ramazan', 'Işık']; // prettier-ignore
const LAST = ['Örnek', 'Temsili', 'Kurgu', 'Hayali', 'Numune', 'Misal', 'Sözde', 'Uydurma'];

/** An invented person's name; every surname says that it is invented, and half of the people have a rare second name. */
export function personName(dice: Dice): string {
  return [dice.pick(FIRST), ...(dice.chance(0.5) ? [rareWord(dice)] : []), dice.pick(LAST)].join(' ');
}
