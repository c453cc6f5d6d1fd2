import { describe, expect, test } from 'vitest';
import everyday from '../../../data/everyday-sentences.json' with { type: 'json' };
import catalogue from '../../../data/topics.json' with { type: 'json' };
import { countLessons, lessonStems, readerOf } from './learned-words.ts';
import { buildTopicIndex, suggestTopics } from './suggest-topics.ts';
import { accuracyOf, bestWeight, isBetter, mayBeUsed, useOf } from './topic-accuracy.ts';

const index = buildTopicIndex(catalogue.topics);

function taught(lessons: readonly (readonly [text: string, topic: string])[]) {
  const counted = countLessons();
  for (const [text, topic] of lessons) counted.add({ topic, stems: lessonStems(text) });
  return readerOf(counted.finish(), index.codes);
}

test('a lesson keeps stems, each once, and no sentence', () => {
  expect(lessonStems('Menfezler tıkandı, MENFEZİMİZ taşıyor! Menfezi açın.')).toEqual([
    expect.stringMatching(/^menf/),
    'tika',
    'tasi',
    'acin',
  ]);
  expect(lessonStems('ve çok bir')).toEqual([]);
  expect(lessonStems('a '.repeat(100_000))).toEqual([]);
});

describe('a word the catalogue does not know', () => {
  const others = everyday.sentences.map(({ text, topic }) => [text, topic] as const);
  const lessons = Array.from({ length: 5 }, (_, at) => [`tumbalak ${at} numarada kırık`, 'YOL-06'] as const);
  const learned = { reader: taught([...others, ...lessons]), weight: 0.5 };
  test('suggests the topic it was corrected to, and says by which word', () => {
    expect(suggestTopics(index, 'tumbalağı görün artık').map(({ code }) => code)).not.toContain('YOL-06');
    const [first] = suggestTopics(index, 'tumbalağı görün artık', { learned });
    expect(first).toMatchObject({ code: 'YOL-06', because: ['tumbalagi'] });
  });
  test('that only two people wrote teaches nothing', () => {
    const few = { reader: taught(lessons.slice(0, 2)), weight: 0.5 };
    expect(suggestTopics(index, 'tumbalak', { learned: few })).toEqual(suggestTopics(index, 'tumbalak'));
  });
  test('of no lesson and of no topic suggests nothing', () =>
    expect(suggestTopics(index, 'qqqq wwww', { learned })).toEqual([]));
});

test('the same request is always used for the same, and about one in five is held back', () => {
  const ids = Array.from({ length: 2_000 }, (_, at) => `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`);
  const uses = ids.map(useOf);
  expect(ids.map(useOf)).toEqual(uses);
  const share = (use: string) => uses.filter((each) => each === use).length / ids.length;
  expect(share('learn')).toBeGreaterThan(0.77);
  expect(share('learn')).toBeLessThan(0.83);
  expect(share('choose')).toBeGreaterThan(0.07);
  expect(share('measure')).toBeGreaterThan(0.07);
});

describe('what may be taken into use', () => {
  const accuracy = (firstThree: number, first: number, n = 100) => ({ n, first, firstThree });
  test.each([
    ['better among three', accuracy(0.95, 0.8), accuracy(0.9, 0.85), true],
    ['the same', accuracy(0.9, 0.8), accuracy(0.9, 0.8), true],
    ['worse among three, better first', accuracy(0.89, 0.9), accuracy(0.9, 0.8), false],
    ['the same among three, worse first', accuracy(0.9, 0.7), accuracy(0.9, 0.8), false],
    ['better on too few', accuracy(1, 1, 19), accuracy(0, 0, 19), false],
  ])('%s', (_name, after, before, expected) => expect(mayBeUsed(after, before)).toBe(expected));
  test('better is better among the first three, then first', () => {
    expect(isBetter(accuracy(0.9, 0.8), accuracy(0.9, 0.7))).toBe(true);
    expect(isBetter(accuracy(0.9, 0.8), accuracy(0.9, 0.8))).toBe(false);
  });
});

describe('everyday sentences', () => {
  const of = (...splits: string[]) => everyday.sentences.filter(({ split }) => splits.includes(split));
  test('learned from, they make unseen ones likelier to be understood, in the blink of an eye', async () => {
    const reader = taught(of('tune', 'held-out').map(({ text, topic }) => [text, topic] as const));
    const suggestWith = (weight: number) => (text: string) =>
      suggestTopics(index, text, { learned: { reader, weight } });
    const before = await accuracyOf(of('unseen'), (text) => suggestTopics(index, text));
    const after = await accuracyOf(of('unseen'), suggestWith(0.2));
    expect(after.firstThree).toBeGreaterThanOrEqual(before.firstThree);
    expect(after.first).toBeGreaterThan(before.first);
    const { weight } = await bestWeight(of('unseen'), suggestWith);
    expect(weight).toBeLessThan(0.5);
    const begun = performance.now();
    for (const { text } of everyday.sentences) suggestWith(0.5)(text);
    expect((performance.now() - begun) / everyday.sentences.length).toBeLessThan(5);
  });
});
