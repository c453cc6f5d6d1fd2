import { readFileSync, statSync } from 'node:fs';
import subsetFont from 'subset-font';
import { describe, expect, it } from 'vitest';
import { fontMetrics, missingCharacters } from './font-metrics.ts';

const css = readFileSync(new URL('./fonts.css', import.meta.url), 'utf8');
const file = (name: string): URL => new URL(`./fonts/${name}.woff2`, import.meta.url);

/** The characters fonts.css promises the browser for each file: a promise the file can't keep leaves a hole in a word. */
function promised(name: string): string {
  const face = css.slice(css.indexOf(`fonts/${name}.woff2`));
  const ranges = /unicode-range:([^;]+);/.exec(face)![1]!;
  return [...ranges.matchAll(/u\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)]
    .flatMap(([, from, to]) => {
      const [first, last] = [Number.parseInt(from!, 16), Number.parseInt(to ?? from!, 16)];
      return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));
    })
    .join('');
}

const opened = (name: string): Promise<Buffer> =>
  subsetFont(readFileSync(file(name)), promised(name), { targetFormat: 'sfnt' });

describe('the shipped fonts', () => {
  it.each(['text', 'text-tr', 'code'])('%s draws every character it is asked for', async (name) => {
    expect(missingCharacters(await opened(name), promised(name))).toEqual([]);
  });

  it('cover Turkish and English between them', () => {
    const alphabet =
      'abcçdefgğhıijklmnoöprsştuüvyzqwx ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZQWX âîû 0123456789 .,:;!?’“”–—…%()/@';
    const covered = promised('text') + promised('text-tr');
    expect([...alphabet].filter((letter) => !covered.includes(letter))).toEqual([]);
  });

  it('weigh less than 18 kB for text and 5 kB for tracking numbers', () => {
    expect(statSync(file('text')).size + statSync(file('text-tr')).size).toBeLessThan(18_000);
    expect(statSync(file('code')).size).toBeLessThan(5_000);
  });

  it('have the metrics the fallback face was scaled to', async () => {
    const metrics = fontMetrics(await opened('text'), 'başvuru');
    expect(metrics.ascent).toBeCloseTo(0.984, 2);
    expect(metrics.descent).toBeCloseTo(0.316, 2);
  });
});
