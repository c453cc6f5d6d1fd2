import { describe, expect, it } from 'vitest';
import type { FigureTable } from '../../../../../contract/figures.ts';
import { findingOf, picturedRows, printedCell } from './figure-words.ts';

const words = { tr: '', en: '' };
const channels: FigureTable = {
  ...{ key: 'channels', title: words, unit: words, definition: words, denominator: words, source: words },
  columns: [
    { key: 'records', label: words, format: 'count' },
    { key: 'share', label: words, format: 'percent' },
  ],
  rows: [
    { key: 'web', label: words, kind: 'item', cells: [5516, 5.02] },
    { key: 'phone', label: words, kind: 'item', cells: [86008, 78.33] },
    { key: 'none', label: words, kind: 'unspecified', cells: [99999, 1] },
    { key: 'total', label: words, kind: 'total', cells: [109796, 100] },
  ],
};

describe('a figure in words', () => {
  it('speaks of the largest thing listed, never of the sum or of what is not stated', () => {
    expect(findingOf(channels)).toMatchObject({ row: { key: 'phone' }, count: 86008, share: 78.33 });
  });

  it('has no finding where nothing was counted', () => {
    const empty = channels.rows.map((row) => ({ ...row, cells: [0, null] }));
    expect(findingOf({ ...channels, rows: empty })).toBeNull();
  });

  it('draws no sum beside its parts', () => {
    expect(picturedRows(channels).map(({ key }) => key)).toEqual(['web', 'phone', 'none']);
  });

  it.each([
    [86008, 'count', 'tr', '86.008'],
    [78.33, 'percent', 'tr', '%78,33'],
    [78.33, 'percent', 'en', '78.33%'],
    [2.25, 'days', 'tr', '2,3'],
    [125.5, 'money', 'tr', '125,50 TL'],
    [null, 'percent', 'tr', '–'],
  ] as const)('prints %s as %s in %s: %s', (value, format, language, printed) => {
    expect(printedCell(value, format, language)).toBe(printed);
  });
});
