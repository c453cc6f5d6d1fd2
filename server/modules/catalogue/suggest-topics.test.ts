import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import everyday from '../../../data/everyday-sentences.json' with { type: 'json' };
import catalogue from '../../../data/topics.json' with { type: 'json' };
import { buildTopicIndex, suggestTopics } from './suggest-topics.ts';
import { stemsOf } from './turkish-stems.ts';

const index = buildTopicIndex(catalogue.topics);
const codesFor = (text: string) => suggestTopics(index, text).map(({ code }) => code);

function rightInFirst(split: string, places: number): number {
  const sentences = everyday.sentences.filter((sentence) => sentence.split === split);
  const right = sentences.filter(({ text, topic }) => codesFor(text).slice(0, places).includes(topic));
  return right.length / sentences.length;
}

describe('everyday sentences', () => {
  test('there are enough of them, and every topic is said in both halves', () => {
    expect(everyday.sentences.length).toBeGreaterThanOrEqual(200);
    expect(new Set(everyday.sentences.map(({ text }) => text)).size).toBe(everyday.sentences.length);
    for (const split of ['tune', 'held-out', 'unseen']) {
      const said = new Set(everyday.sentences.filter((sentence) => sentence.split === split).map(({ topic }) => topic));
      expect(catalogue.topics.filter(({ code }) => !said.has(code))).toEqual([]);
    }
  });
  test.each(['held-out', 'unseen'])('the right topic is among the first three in nine of ten (%s)', (split) =>
    expect(rightInFirst(split, 3)).toBeGreaterThanOrEqual(0.9),
  );
  test('and is the first in eight of ten', () => expect(rightInFirst('unseen', 1)).toBeGreaterThanOrEqual(0.8));
});

describe('suggestTopics', () => {
  test.each([
    ['yol cokmus araba dustu', 'YOL-02'],
    ['YOL ÇÖKMÜŞ ARABA DÜŞTÜ', 'YOL-02'],
    ['yol c\u0327o\u0308kmu\u0308s\u0327 araba du\u0308s\u0327tu\u0308', 'YOL-02'], // decomposed
    ['ÇÖPLERİMİZ TOPLANMIYOR', 'TEM-01'],
    ['copp toplanmiyo', 'TEM-01'],
    ['sokak lanbasi yanmiyor', 'YOL-16'],
    ['rogar kapgi yok', 'YOL-06'],
    ['kopeek isirdi', 'HAY-03'],
    ['IHLAMUR AĞACI BUDANSIN', 'PRK-02'],
    ['I\u0307skan belgesi', 'IMR-07'],
  ])('%j → %s first', (text, code) => expect(codesFor(text)[0]).toBe(code));

  test('says why, in the words of the catalogue', () => {
    const [first] = suggestTopics(index, 'moloz aldırmak istiyorum');
    expect(first).toMatchObject({ code: 'TEM-02' });
    expect(first!.because).toContain('moloz aldırmak');
  });
  test.each(['', '   ', '.,;!?', 'merhaba iyi günler', '😀😀', 'qqqq wwww', '<script></script>'])(
    '%j suggests nothing',
    (text) => expect(codesFor(text)).toEqual([]),
  );
  test('gives as many as asked', () => {
    expect(suggestTopics(index, 'park', { limit: 1 })).toHaveLength(1);
    expect(suggestTopics(index, 'park ağaç çöp yol köpek', { limit: 5 })).toHaveLength(5);
  });
  test('is deterministic and takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(suggestTopics(index, text)).toEqual(suggestTopics(buildOnce(), text));
      }),
      { numRuns: 100 },
    );
  });
  test('answers an everyday sentence in under 5 ms, 100 kB without a stall', () => {
    const started = performance.now();
    for (const { text } of everyday.sentences) suggestTopics(index, text);
    expect((performance.now() - started) / everyday.sentences.length).toBeLessThan(5);
    const long = performance.now();
    suggestTopics(index, 'sokağımızdaki köpekler çöpleri dağıtıyor '.repeat(2500));
    expect(performance.now() - long).toBeLessThan(200);
  });
});

let second: ReturnType<typeof buildTopicIndex> | undefined;
function buildOnce() {
  return (second ??= buildTopicIndex(catalogue.topics));
}

test.each([
  ['copleri', 'cop'],
  ['kopegi', 'kopek'],
  ['agacimizin', 'agac'],
  ['toplanmiyor', 'toplan'],
  ['mahallemizde', 'mahalle'],
  ['budanmasini', 'budan'],
])('%s comes from %s', (word, stem) => expect(stemsOf(word)).toContain(stem));
test.each([
  ['kaldirimda', 'kaldir'],
  ['lambasi', 'lam'],
  ['kapisi', 'kap'],
])('%s does not come from %s', (word, stem) => expect(stemsOf(word)).not.toContain(stem));
