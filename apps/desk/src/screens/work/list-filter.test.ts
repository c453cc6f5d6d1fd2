import { describe, expect, it } from 'vitest';
import { filterFields } from '../../../../../contract/finding.ts';
import {
  addressOf,
  codesOf,
  codesText,
  filterFrom,
  isByDue,
  narrowingOf,
  queryOf,
  sameFilter,
  setFacets,
  sortsOf,
  withFacet,
  without,
} from './list-filter.ts';

describe('the filter of the work list', () => {
  it('takes from an address only what is its own', () => {
    expect(filterFrom({ due: 'overdue', topics: 'YOL-01,YOL-04', stray: 'x', text: '' })).toEqual({
      due: 'overdue',
      topics: 'YOL-01,YOL-04',
    });
  });

  it('is the same address in whatever order it was put together', () => {
    const one = withFacet(withFacet({}, 'due', 'today'), 'states', 'assigned');
    const other = withFacet(withFacet({}, 'states', 'assigned'), 'due', 'today');
    expect(JSON.stringify(queryOf(one))).toBe(JSON.stringify(queryOf(other)));
    expect(sameFilter(one, other)).toBe(true);
  });

  it('loses a facet that is emptied', () => {
    expect(withFacet({ due: 'today' }, 'due', '')).toEqual({});
    expect(setFacets(without({ due: 'today', mine: '1' }, 'due'))).toEqual(['mine']);
  });

  it('keeps every facet the server knows, as a saved view needs it', () => {
    const all = Object.fromEntries(Object.keys(filterFields).map((name) => [name, 'x']));
    const saved = new URLSearchParams(addressOf(filterFrom({ ...all, sort: 'newest', columns: 'topic', show: 'map' })));
    expect(Object.fromEntries(saved)).toEqual({ ...all, sort: 'newest', columns: 'topic', show: 'map' });
  });

  it('asks the server for nothing about how it is shown', () => {
    const filter = filterFrom({ topics: 'YOL-01', sort: 'newest', columns: 'topic', show: 'map' });
    expect(queryOf(filter)).toEqual({ topics: 'YOL-01', sort: 'newest' });
    expect(narrowingOf(filter)).toEqual({ topics: 'YOL-01' });
  });

  it('is the same list on the map, and another one with other columns', () => {
    expect(sameFilter({ topics: 'A', show: 'map' }, { topics: 'A' })).toBe(true);
    expect(sameFilter({ topics: 'A', columns: 'topic' }, { topics: 'A' })).toBe(false);
  });

  it('tells any of them from none of them', () => {
    expect(codesOf('!a,b')).toEqual({ none: true, codes: ['a', 'b'] });
    expect(codesText({ none: true, codes: ['a', 'b'] })).toBe('!a,b');
    expect(codesText({ none: true, codes: [] })).toBe('');
  });

  it('is grouped by the clocks only where the server sorts by them', () => {
    expect([{}, { topics: 'A' }, { sort: 'due', text: 'x' }].map(isByDue)).toEqual([true, true, true]);
    const others = [
      { sort: 'newest' },
      { open: 'all' },
      { states: 'assigned' },
      { text: 'çukur' },
      { outcomes: 'done', sort: 'due' },
    ];
    for (const filter of others) expect(isByDue(filter)).toBe(false);
  });

  it('offers the orders the server has for it, and says which one stands', () => {
    expect(sortsOf({})).toEqual({ now: 'due', usual: 'due', offered: ['due', 'newest', 'oldest'] });
    expect(sortsOf({ text: 'çukur' })).toMatchObject({ now: 'useful', offered: ['useful', 'due', 'newest', 'oldest'] });
    expect(sortsOf({ open: 'all', sort: 'due' })).toMatchObject({ now: 'newest', offered: ['newest', 'oldest'] });
    expect(sortsOf({ text: 'çukur', open: 'all', sort: 'oldest' })).toMatchObject({ now: 'oldest', usual: 'useful' });
  });
});
