/** What is asked, by whom: a mixed set such as a day at the desk has, each class measured for itself. */
import type { Dice } from './sentences.ts';

export type Question = (dice: Dice, known: Known) => string;

/** Of the requests that are there, some to ask after. */
export interface Known {
  numbers: readonly string[];
  phones: readonly string[];
  externals: readonly string[];
  rareWords: readonly string[];
  topics: readonly string[];
}

const RARE = ['kuduz', 'menhol', 'pelet', 'aşure', 'jeneratör', 'trafo', 'kepçe', 'obruk'];
const FREQUENT = ['çöp', 'sokak', 'köpek', 'ekip', 'yol', 'koku', 'günler', 'apartman', 'market'];
const TWO = [
  'çöp alınmadı',
  'yol çukur',
  'kopek saldiri',
  'lamba yanmiyor',
  'agac budama',
  'park temizlik',
  'kötü koku',
  'gece gürültü',
];
const TYPOS = ['copp', 'kaldrim', 'asflat', 'kopkek', 'elekrik', 'konteynr', 'gurultuu', 'belediyye', 'mahale'];
const NAMES = ['emine', 'hatice kurgu', 'zeyn', 'mustafa sözde', 'ışık', 'ramaz', 'şerife misal', 'çiğd'];
const STREETS = ['8001/1', 'yaprak sokak', 'zambak', '8042/3 sokak', 'leylak', 'sümbül caddesi'];

const search = (typed: string) => `/api/v1/search?q=${encodeURIComponent(typed)}`;
const slip = (number: string, dice: Dice) => {
  const place = dice.below(number.length - 1);
  return number.slice(0, place) + number[place + 1] + number[place] + number.slice(place + 2);
};

export const SEARCHES: Record<string, Question> = {
  'rare word': (dice, { rareWords }) => search(dice.chance(0.5) ? dice.pick(RARE) : dice.pick(rareWords)),
  'frequent word': (dice) => search(dice.pick(FREQUENT)),
  'two words': (dice) => search(dice.pick(TWO)),
  typo: (dice) => search(dice.pick(TYPOS)),
  phone: (dice, { phones }) => search(dice.pick(phones).replace('+90', '0')),
  'name fragment': (dice) => search(dice.pick(NAMES)),
  'number with a slip': (dice, { numbers }) => search(slip(dice.pick(numbers), dice)),
  'another number': (dice, { externals }) => search(dice.pick(externals)),
  street: (dice) => search(dice.pick(STREETS)),
  nothing: (dice) => search(`qq${dice.below(1000)}zz`),
};

/** The frequent words one by one: none of them may take long. */
export const WORST: Record<string, Question> = Object.fromEntries(
  [...FREQUENT, 'sokak ekip', 'merhaba', 'gereğini rica', 'bir'].map((word) => [word, () => search(word)]),
);

const CENTRE = { latitude: 41.03, longitude: 29.12 };

/** What a screen of 1,000 × 700 pixels holds at this zoom, somewhere in the district. */
function boxAt(dice: Dice, zoom: number): string {
  const perPixel = 360 / (256 * 2 ** zoom);
  const [latitude, longitude] = [
    CENTRE.latitude + (dice.next() - 0.5) * 0.05,
    CENTRE.longitude + (dice.next() - 0.5) * 0.05,
  ];
  const [half, tall] = [500 * perPixel, 350 * perPixel * 0.777];
  return [longitude - half, latitude - tall, longitude + half, latitude + tall]
    .map((each) => each.toFixed(5))
    .join(',');
}

const list = (query: string) => `/api/v1/requests?limit=25${query === '' ? '' : `&${query}`}`;
const many = (dice: Dice, most: number, limit: number) =>
  Array.from({ length: 1 + dice.below(most) }, () => 1 + dice.below(limit)).join(',');

export const LISTS: Record<string, Question> = {
  'as it opens': () => list(''),
  overdue: () => list('due=overdue'),
  'one neighbourhood': (dice) => list(`neighbourhoods=${1 + dice.below(37)}`),
  'neighbourhoods and topic': (dice, { topics }) =>
    list(`neighbourhoods=${many(dice, 3, 37)}&topics=${dice.pick(topics)}`),
  state: (dice) =>
    list(`states=${dice.pick(['received', 'in-review', 'reopened', 'waiting-for-citizen', 'assigned'])}`),
  'channel and kind': (dice) =>
    list(`channels=${dice.pick(['cimer', 'phone', 'web'])}&kinds=${dice.pick(['complaint', 'tip-off', 'petition'])}`),
  'with photo, danger, returned': (dice) =>
    list(`has=${dice.pick(['photo', 'danger', 'returned', 'nobody', '!photo'])}`),
  'ended, newest': () => list('states=concluded&sort=newest'),
  'ended of one topic': (dice, { topics }) => list(`open=all&topics=${dice.pick(topics)}`),
  'ended as refused there': (dice) => list(`outcomes=refused&neighbourhoods=${1 + dice.below(37)}`),
  'a week long ago': (dice) => {
    const from = new Date(Date.now() - (400 + dice.below(2000)) * 86_400_000);
    const to = new Date(from.getTime() + 7 * 86_400_000);
    return list(`open=all&from=${from.toISOString().slice(0, 10)}&to=${to.toISOString().slice(0, 10)}`);
  },
  'the last month, open': () => list(`from=${new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10)}`),
  'none of these topics': (dice, { topics }) => list(`topics=!${dice.pick(topics)},${dice.pick(topics)}`),
  oldest: () => list('sort=oldest'),
  'what the map shows, near': (dice) => list(`box=${boxAt(dice, 16)}`),
  'what the map shows, far': (dice) => list(`box=${boxAt(dice, 12)}`),
  'what the map shows, ended too': (dice) => list(`box=${boxAt(dice, 14)}&open=all`),
  'words, newest': (dice) => list(`text=${encodeURIComponent(dice.pick(FREQUENT))}&open=all&sort=newest`),
  'words there': (dice) => list(`text=${encodeURIComponent(dice.pick(TWO))}&neighbourhoods=${1 + dice.below(37)}`),
};

export const COUNTS: Record<string, Question> = {
  'as it opens': () => '/api/v1/requests/counts',
  'one neighbourhood': (dice) => `/api/v1/requests/counts?neighbourhoods=${1 + dice.below(37)}`,
  'one topic': (dice, { topics }) => `/api/v1/requests/counts?topics=${dice.pick(topics)}`,
  'a channel': (dice) => `/api/v1/requests/counts?channels=${dice.pick(['cimer', 'phone', 'web', 'desk'])}`,
  'ended too': () => '/api/v1/requests/counts?open=all',
  'what the map shows, near': (dice) => `/api/v1/requests/counts?box=${boxAt(dice, 16)}`,
  'what the map shows, far': (dice) => `/api/v1/requests/counts?box=${boxAt(dice, 12)}`,
};

const map = (dice: Dice, zoom: number, query = '') =>
  `/api/v1/requests/map?zoom=${zoom}&box=${boxAt(dice, zoom)}${query === '' ? '' : `&${query}`}`;

export const MAPS: Record<string, Question> = {
  'the whole, open': () => '/api/v1/requests/map?zoom=12',
  'the whole, ended too': () => '/api/v1/requests/map?zoom=12&open=all',
  'zoom 14': (dice) => map(dice, 14),
  'zoom 14, ended too': (dice) => map(dice, 14, 'open=all'),
  'zoom 16, ended too': (dice) => map(dice, 16, 'open=all'),
  'zoom 18, ended too': (dice) => map(dice, 18, 'open=all'),
  'one topic, all years': (dice, { topics }) => map(dice, 13, `open=all&topics=${dice.pick(topics)}`),
  'one channel, all years': (dice) => map(dice, 13, `open=all&channels=${dice.pick(['phone', 'web'])}`),
  words: (dice) => map(dice, 13, `text=${encodeURIComponent(dice.pick(FREQUENT))}&open=all`),
  overdue: (dice) => map(dice, 13, 'due=overdue'),
};
