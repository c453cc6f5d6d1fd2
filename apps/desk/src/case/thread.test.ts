import { describe, expect, it } from 'vitest';
import type { HistoryLine } from '../../../../contract/requests.ts';
import { threadOf } from './thread.ts';

const line = (id: number, what: string, data: Record<string, unknown> = {}): HistoryLine => ({
  id,
  what,
  data,
  at: `2026-03-13T09:${String(id).padStart(2, '0')}:00Z`,
  assignmentId: null,
  actorKind: 'staff',
  actorId: null,
  fromValue: null,
  toValue: null,
  why: null,
});

const empty = {
  notes: [],
  answersGiven: [],
  held: [],
  photos: [],
  text: 'Kaldırım çökmüş',
  receivedAt: '2026-03-13T09:00:00Z',
};

const stands = { notedAt: '', takenBack: null };

describe('the thread', () => {
  it("begins with the citizen's own words", () => {
    const [first] = threadOf({ ...empty, history: [line(1, 'recorded')] }, 'all');
    expect(first).toMatchObject({ kind: 'citizen', text: 'Kaldırım çökmüş', first: true });
  });

  it('folds a long run of events and leaves the last one standing', () => {
    const history = [line(1, 'recorded'), ...[2, 3, 4, 5, 6].map((id) => line(id, 'assigned'))];
    const items = threadOf({ ...empty, history }, 'all');
    expect(items.map(({ kind }) => kind)).toEqual(['citizen', 'fold', 'event']);
    expect(items[1]).toMatchObject({ lines: [{ id: 2 }, { id: 3 }, { id: 4 }, { id: 5 }] });
  });

  it('keeps what staff told each other apart from what the citizen was told', () => {
    const notes = [
      { id: 'a', author: 'staff' as const, staffId: 's', text: 'Ekip Pazartesi bakacak', ...stands },
      { id: 'b', author: 'staff' as const, staffId: 's', text: 'Kapı numarası nedir?', ...stands },
    ];
    const history = [line(1, 'note-added', { noteId: 'a' }), line(2, 'citizen-asked', { noteId: 'b' })];
    const items = threadOf({ ...empty, notes, history }, 'all');
    expect(items.map(({ kind }) => kind)).toEqual(['note', 'told']);
    expect(threadOf({ ...empty, notes, history }, 'notes')).toHaveLength(1);
    expect(threadOf({ ...empty, notes, history }, 'messages')).toMatchObject([{ what: 'question' }]);
  });

  it('keeps a note that was taken back where it was written, with who took it back', () => {
    const takenBack = { at: '2026-03-13T09:02:00Z', by: 's' };
    const notes = [{ id: 'a', author: 'staff' as const, staffId: 's', text: 'Yanlış kayıt', notedAt: '', takenBack }];
    const history = [line(1, 'note-added', { noteId: 'a' }), line(2, 'note-taken-back', { noteId: 'a' })];
    const items = threadOf({ ...empty, notes, history }, 'all');
    expect(items).toMatchObject([{ kind: 'note', text: 'Yanlış kayıt', takenBack }, { kind: 'event' }]);
  });

  it('says aloud why an answer was not enough', () => {
    const history = [{ ...line(1, 'not-satisfied'), why: 'Ses yine vardı' }, line(2, 'reopening-asked')];
    const [said, asked] = threadOf({ ...empty, history }, 'all');
    expect(said).toMatchObject({ kind: 'citizen', text: 'Ses yine vardı', first: false });
    expect(asked).toMatchObject({ kind: 'event' });
  });
});
