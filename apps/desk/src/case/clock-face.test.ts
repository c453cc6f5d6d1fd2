import { describe, expect, it } from 'vitest';
import { clockFace, dueGroup } from './clock-face.ts';

const now = new Date('2026-03-16T09:00:00Z');

describe('a clock', () => {
  it('is calm, then soon, then of today, then late, and names its unit', () => {
    const startedAt = '2026-03-10T09:00:00Z';
    const face = (dueAt: string) => clockFace({ startedAt, dueAt }, now, 'tr');
    expect(face('2026-03-23T14:30:00Z')).toEqual({ weight: 'calm', when: '23 Mart Pzt', how: '7 gün kaldı' });
    expect(face('2026-03-17T14:30:00Z')).toMatchObject({ weight: 'soon', how: '1 gün kaldı' });
    expect(face('2026-03-16T14:00:00Z')).toEqual({ weight: 'today', when: 'bugün 17.00', how: '5 s kaldı' });
    expect(face('2026-03-14T08:00:00Z')).toMatchObject({ weight: 'late', how: '2 gün geçti' });
    expect(face('2026-03-16T08:03:18Z')).toMatchObject({ how: '56 dk geçti' });
  });

  it('that counts business days says how many, as long as one has passed or is left', () => {
    const how = (dueAt: string, businessDays: number) => clockFace({ dueAt, businessDays }, now, 'tr').how;
    expect(how('2026-03-23T14:30:00Z', 4)).toBe('4 iş günü kaldı');
    expect(how('2026-03-17T14:30:00Z', 1)).toBe('1 iş günü kaldı');
    expect(how('2026-03-13T14:30:00Z', -1)).toBe('1 iş günü geçti');
    expect(how('2026-03-16T14:00:00Z', 0)).toBe('5 s kaldı');
    expect(how('2026-03-14T14:30:00Z', 0)).toBe('1 gün geçti');
    // It ran out while the list stood open: what the server counted before no longer holds.
    expect(how('2026-03-16T08:00:00Z', 1)).toBe('1 s geçti');
    expect(clockFace({ dueAt: '2026-03-23T14:30:00Z', businessDays: 4 }, now, 'en').how).toBe('4 business days left');
  });

  it('never counts on after its end, and stays late for ever', () => {
    const late = { startedAt: '2026-03-01T09:00:00Z', dueAt: '2026-03-04T09:00:00Z', endedAt: '2026-03-06T10:00:00Z' };
    expect(clockFace({ ...late, endReason: 'answered' }, now, 'tr')).toMatchObject({
      weight: 'kept-late',
      how: '2 gün geç',
    });
    const kept = { ...late, endedAt: '2026-03-01T11:10:00Z', endReason: 'responded' as const };
    expect(clockFace(kept, now, 'tr')).toMatchObject({ weight: 'kept', how: '2 s 10 dk sürdü' });
    expect(clockFace({ ...late, endReason: 'withdrawn' }, now, 'tr')).toMatchObject({
      weight: 'ended',
      how: '2 gün geç',
    });
    const before = { ...kept, endReason: 'extended' as const };
    expect(clockFace(before, now, 'tr')).toMatchObject({ weight: 'ended', how: 'bitti' });
  });
});

describe('a clock that stands still', () => {
  it('is neither late nor near, whatever its day was when it stopped', () => {
    const stopped = { cause: 'waiting-for-citizen', since: '2026-03-12T09:00:00Z' } as const;
    const times = { startedAt: '2026-03-10T09:00:00Z', dueAt: '2026-03-13T14:30:00Z', stopped };
    expect(clockFace(times, now, 'tr')).toEqual({ weight: 'stopped', when: '13 Mart Cum', how: 'durdu' });
  });

  it('without a calendar says that no day can be named', () => {
    expect(clockFace({ dueAt: null }, now, 'tr')).toEqual({ weight: 'calm', when: '–', how: 'gün söylenemiyor' });
  });
});

describe('the groups of the work list', () => {
  it('change at midnight in Istanbul, not in London', () => {
    const evening = new Date('2026-03-16T20:30:00Z'); // 23.30 in Istanbul
    expect(dueGroup('2026-03-16T20:59:00Z', evening)).toBe('today');
    expect(dueGroup('2026-03-16T21:01:00Z', evening)).toBe('week');
    expect(dueGroup('2026-03-22T20:59:00Z', evening)).toBe('week');
    expect(dueGroup('2026-03-22T21:01:00Z', evening)).toBe('later');
    expect(dueGroup('2026-03-16T20:00:00Z', evening)).toBe('overdue');
    expect(dueGroup(null, evening)).toBe('stopped');
  });
});
