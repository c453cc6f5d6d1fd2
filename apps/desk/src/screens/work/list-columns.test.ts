import { describe, expect, it } from 'vitest';
import { LIST_COLUMNS, MOST_COLUMNS, columnsOf, columnsText, moved } from './list-columns.ts';

describe('the columns of the list', () => {
  it('come in the order chosen, each once, and what this version does not know is left out', () => {
    expect(columnsOf('topic,received,topic,phone,nonsense,number')).toEqual(['topic', 'received', 'number']);
    expect(columnsOf(undefined)).toEqual([]);
    expect(columnsOf(columnsText(LIST_COLUMNS))).toHaveLength(MOST_COLUMNS);
  });

  it('move a place at a time and stop at the ends', () => {
    const columns = ['topic', 'state', 'number'] as const;
    expect(moved(columns, 'state', -1)).toEqual(['state', 'topic', 'number']);
    expect(moved(columns, 'state', 1)).toEqual(['topic', 'number', 'state']);
    expect(moved(columns, 'topic', -1)).toEqual([...columns]);
    expect(moved(columns, 'number', 1)).toEqual([...columns]);
    expect(moved(columns, 'due', 1)).toEqual([...columns]);
  });
});
