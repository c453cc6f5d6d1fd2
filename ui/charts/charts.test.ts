import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barChart } from './bar.ts';
import { flattened } from './frame.ts';
import { lineChart } from './line.ts';
import { rangeChart } from './range.ts';
import { axisTicks, valueClasses } from './scale.ts';
import { sparkLine } from './spark.ts';
import { tileGrid, type Tile } from './tile-grid.ts';

const caption = { id: 'c1', title: 'En çok telefonla başvuruldu' };
const attribute = (tag: string, name: string): number => Number(new RegExp(` ${name}="([^"]+)"`).exec(tag)![1]);
const tags = (svg: string, cssClass: string): string[] =>
  svg.match(new RegExp(`<[a-z]+ class="${cssClass}"[^>]*>`, 'g')) ?? [];
const texts = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]!);

const channels = [
  { label: 'Çağrı merkezi', value: 86_008, accent: true },
  { label: 'CİMER', value: 5_516 },
  { label: 'Bilgi edinme', value: 199 },
];

describe('barChart', () => {
  const svg = barChart({ ...caption, bars: channels, language: 'tr' });
  const widths = tags(svg, 'bar').map((tag) => attribute(tag, 'width'));

  it('draws lengths in proportion, from a common zero', () => {
    expect(widths[1]! / widths[0]!).toBeCloseTo(5_516 / 86_008, 3);
    expect(new Set(tags(svg, 'bar').map((tag) => attribute(tag, 'x'))).size).toBe(1);
  });

  it('shows a small value as a sliver and prints every number in Turkish', () => {
    expect(widths[2]).toBe(1.5);
    expect(texts(svg)).toEqual(expect.arrayContaining(['86.008', '5.516', '199', 'Çağrı merkezi']));
  });

  it('colours one bar and greys the rest', () => {
    expect(tags(svg, 'bar').filter((tag) => tag.includes('--hs-series-1'))).toHaveLength(1);
  });

  it('tells unknown from zero', () => {
    const two = barChart({
      ...caption,
      bars: [
        { label: 'a', value: null },
        { label: 'b', value: 0 },
      ],
      language: 'tr',
    });
    expect(tags(two, 'bar')).toHaveLength(0);
    expect(texts(two)).toEqual(['a', '–', 'b', '0']);
  });

  it('is a picture with a title and a description that hold every number', () => {
    expect(svg).toContain('role="img" aria-labelledby="c1-title c1-desc"');
    expect(svg).toContain('<title id="c1-title">En çok telefonla başvuruldu</title>');
    expect(svg).toContain('Çağrı merkezi: 86.008; CİMER: 5.516; Bilgi edinme: 199');
  });

  it('refuses what has no length', () => {
    for (const value of [-1, Number.NaN, Infinity]) {
      expect(() => barChart({ ...caption, bars: [{ label: 'a', value }], language: 'tr' })).toThrow(RangeError);
    }
  });

  it('stays inside its frame whatever the labels and values', () => {
    const bars = fc.array(fc.record({ label: fc.string(), value: fc.nat(10_000_000) }), { maxLength: 12 });
    fc.assert(
      fc.property(bars, (some) => {
        for (const tag of tags(barChart({ ...caption, bars: some, language: 'en' }), 'bar')) {
          expect(attribute(tag, 'x') + attribute(tag, 'width')).toBeLessThanOrEqual(640);
        }
      }),
    );
  });
});

describe('lineChart', () => {
  const moments = ['Oca', 'Şub', 'Mar'];
  const points = (svg: string): number[][] =>
    tags(svg, 'line').map((tag) => [...tag.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map((match) => Number(match[1])));

  it('puts equal steps at equal heights', () => {
    const svg = lineChart({
      ...caption,
      moments,
      series: [{ label: 'Kayıt', values: [100, 200, 300] }],
      language: 'tr',
    });
    const [first, second, third] = points(svg)[0]!;
    expect(first! - second!).toBeCloseTo(second! - third!, 1);
    expect(texts(svg)).toEqual(expect.arrayContaining(['0', '300', 'Kayıt', 'Oca']));
  });

  it('breaks at what is unknown', () => {
    const svg = lineChart({ ...caption, moments, series: [{ label: 'a', values: [1, null, 3] }], language: 'tr' });
    expect(/ d="(M[^"]*)"[^>]* stroke-width="2.5"/.exec(svg)![1]!.match(/M/g)).toHaveLength(2);
    expect(svg).toContain('Şub –');
  });

  it('tells series apart without colour and names them at their ends', () => {
    const series = ['a', 'b', 'c', 'd'].map((label) => ({ label, values: [5, 5, 5] }));
    const svg = lineChart({ ...caption, moments, series, language: 'tr' });
    expect(new Set(tags(svg, 'line').map((tag) => / stroke-dasharray="([^"]*)"/.exec(tag)?.[1] ?? '')).size).toBe(4);
    const heights = [...svg.matchAll(/y="([\d.]+)"[^>]*font-weight="700">[abcd]</g)].map((match) => Number(match[1]));
    heights.sort((one, other) => one - other);
    expect(heights).toHaveLength(4);
    for (let at = 1; at < 4; at += 1) expect(heights[at]! - heights[at - 1]!).toBeGreaterThanOrEqual(18);
    expect(() => lineChart({ ...caption, moments, series: [...series, series[0]!], language: 'tr' })).toThrow(
      RangeError,
    );
  });
});

describe('tileGrid', () => {
  const tiles: Tile[] = [
    { name: 'Atatürk', shortName: 'Atatürk', value: 7_520, place: { col: 2, row: 1 } },
    { name: 'Finanskent', shortName: 'Finanskent', value: 377, place: { col: 1, row: 1 } },
  ];
  const svg = tileGrid({ ...caption, tiles, unspecified: 5_717, language: 'tr' });

  it('prints each value, the unknown ones outside the grid, and a total that holds both', () => {
    expect(texts(svg)).toEqual(expect.arrayContaining(['7.520', '377', 'belirtilmemiş', '5.717', 'Toplam: 13.614']));
    const lowest = Math.max(...tags(svg, 'tile').map((tag) => attribute(tag, 'y')));
    expect(attribute(tags(svg, 'unspecified')[0]!, 'y')).toBeGreaterThan(lowest + 54);
  });

  it('shades by printed class limits', () => {
    expect(texts(svg)).toEqual(expect.arrayContaining(['0–1.599', '6.400–7.999']));
    expect(tags(svg, 'tile')[0]).toContain('--hs-shade-5');
    expect(tags(svg, 'tile')[1]).toContain('--hs-shade-1');
  });

  it('falls back to the alphabet, the Turkish one, and says that this is no map', () => {
    const names = ['İstiklal', 'Ihlamurkuyu', 'Çakmak', 'Cemil Meriç'];
    const plain = names.map((name) => ({ name, shortName: name.slice(0, 10), value: 1 }));
    const alphabetical = tileGrid({ ...caption, tiles: plain, unspecified: 0, language: 'tr' });
    const order = texts(alphabetical).filter((text) => names.some((name) => name.startsWith(text) && text.length > 3));
    expect(order).toEqual(['Cemil Meri', 'Çakmak', 'Ihlamurkuy', 'İstiklal']);
    expect(texts(alphabetical)).toContain('Alfabetik yerleşim; harita değildir');
  });
});

describe('rangeChart and sparkLine', () => {
  it('put the dot between the ends', () => {
    const rows = [{ label: 'Fen İşleri', low: 1, middle: 2, high: 4 }];
    const svg = rangeChart({ ...caption, rows, print: (days) => `${days} g`, target: { value: 3, label: 'söz 3 g' } });
    const [from, to] = /d="M([\d.]+) [\d.]+H([\d.]+)"/.exec(tags(svg, 'range')[0]!)!.slice(1).map(Number) as [
      number,
      number,
    ];
    const dot = attribute(/<circle[^>]*>/.exec(svg)![0], 'cx');
    expect((dot - from) / (to - from)).toBeCloseTo(1 / 3, 2);
    expect(texts(svg)).toContain('2 g – 4 g');
  });

  it('mark the last value', () => {
    const svg = sparkLine({ ...caption, values: [1, 5, 3], compared: [2, 2, 2] });
    expect(svg).toMatch(/<circle cx="93"/);
    expect(sparkLine({ ...caption, values: [] })).not.toContain('NaN');
  });
});

describe('scales', () => {
  it('are round and reach the largest value', () => {
    expect(axisTicks(86_008)).toEqual([0, 25_000, 50_000, 75_000, 100_000]);
    expect(axisTicks(0)).toEqual([0, 1]);
    expect(valueClasses(7_520, 5).map(({ below }) => below)).toEqual([1_600, 3_200, 4_800, 6_400, 8_000]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (max) => {
        expect(axisTicks(max).at(-1)!).toBeGreaterThanOrEqual(max);
        const classes = valueClasses(max, 5);
        expect(classes.at(-1)!.below).toBeGreaterThan(max);
        for (let at = 1; at < classes.length; at += 1) expect(classes[at]!.from).toBe(classes[at - 1]!.below);
      }),
    );
  });
});

describe('names from outside', () => {
  const hostile = `<script>alert("x")</script>'&\u0000`;
  const named = { id: '"><script>', title: hostile };
  const pictures: [string, string][] = [
    ['bar', barChart({ ...named, bars: [{ label: hostile, value: 3 }], language: 'tr', width: 2_000 })],
    ['line', lineChart({ ...named, moments: [hostile], series: [{ label: hostile, values: [1] }], language: 'tr' })],
    [
      'tiles',
      tileGrid({ ...named, tiles: [{ name: hostile, shortName: hostile, value: 1 }], unspecified: 0, language: 'tr' }),
    ],
    ['range', rangeChart({ ...named, rows: [{ label: hostile, low: 1, middle: 2, high: 3 }], print: () => hostile })],
    ['spark', sparkLine({ ...named, description: hostile, values: [1] })],
  ];

  it.each(pictures)('never become markup in %s', (_name, svg) => {
    expect(svg).not.toMatch(/<script|"x"|\p{Cc}/u);
    expect(svg).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&amp;');
  });

  it.each(pictures)('leave %s a picture that stands without a style sheet', (_name, svg) => {
    expect(flattened(svg)).not.toContain('var(');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
});
