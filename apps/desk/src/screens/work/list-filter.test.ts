import { describe, expect, it } from 'vitest';
import { filterFrom, queryOf, sameFilter, setFacets, withFacet, without } from './list-filter.ts';

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
});
