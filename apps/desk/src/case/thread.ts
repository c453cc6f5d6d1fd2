/**
 * The thread (iz) of a case: everything that happened, in order, with three weights. What was said stands in boxes, what staff told
 * each other in tinted notes, what merely happened in grey lines; long runs of lines fold. Pure.
 */
import type { AnswerShown } from '../../../../contract/endings.ts';
import type { HeldActShown, HistoryLine, NoteShown, RequestPage } from '../../../../contract/requests.ts';

export type ThreadItem =
  | { kind: 'citizen'; id: string; at: string; text: string; photos: number; first: boolean }
  | {
      kind: 'told';
      id: string;
      at: string;
      text: string;
      by: string | null;
      what: 'interim' | 'final' | 'question';
      answer: AnswerShown | null;
      inPlaceOf: unknown;
    }
  | {
      kind: 'note';
      id: string;
      at: string;
      text: string;
      by: string | null;
      inPlaceOf: unknown;
      takenBack: NoteShown['takenBack'];
    }
  | { kind: 'event'; id: string; at: string; line: HistoryLine }
  | { kind: 'fold'; id: string; at: string; lines: HistoryLine[] }
  | { kind: 'held'; id: string; at: string; held: HeldActShown };

export type ThreadFilter = 'all' | 'messages' | 'notes' | 'events';

type Case = Pick<RequestPage, 'history' | 'notes' | 'answersGiven' | 'held' | 'text' | 'receivedAt' | 'photos'>;

/** Runs of at least this many grey lines fold, with the last one left standing. */
const FOLD_FROM = 4;

export function threadOf(page: Case, filter: ThreadFilter): ThreadItem[] {
  const items = page.history.map((line) => itemOf(page, line));
  const held = page.held.map((each): ThreadItem => ({
    kind: 'held',
    id: `held-${each.id}`,
    at: each.heldAt,
    held: each,
  }));
  const shown = [...items, ...held].filter((item) => matches(item, filter));
  return filter === 'events' ? shown : folded(shown);
}

function itemOf(page: Case, line: HistoryLine): ThreadItem {
  const id = String(line.id);
  const { at } = line;
  const { inPlaceOf } = line.data;
  if (line.what === 'recorded') {
    const photos = page.photos.filter(({ sentBy, addedAt }) => sentBy === 'citizen' && addedAt <= at).length;
    return { kind: 'citizen', id, at, text: page.text, photos, first: true };
  }
  const note = byId(page.notes, line.data.noteId);
  const answer = byId(page.answersGiven, line.data.answerId);
  if (line.what === 'citizen-wrote') {
    const photos = typeof line.data.photos === 'number' ? line.data.photos : 0;
    return { kind: 'citizen', id, at, text: note?.text ?? '', photos, first: false };
  }
  // Why an answer was not enough is the citizen's own word, and what whoever decides must read.
  if (line.what === 'not-satisfied' && line.why) {
    return { kind: 'citizen', id, at, text: line.why, photos: 0, first: false };
  }
  if (line.what === 'note-added' && note) {
    return { kind: 'note', id, at, text: note.text, by: note.staffId, inPlaceOf, takenBack: note.takenBack };
  }
  if (line.what === 'citizen-asked' && note) {
    return { kind: 'told', id, at, text: note.text, by: note.staffId, what: 'question', answer: null, inPlaceOf };
  }
  if (answer)
    return { kind: 'told', id, at, text: answer.text, by: answer.authorId, what: answer.kind, answer, inPlaceOf };
  return { kind: 'event', id, at, line };
}

function byId<T extends NoteShown | AnswerShown>(list: readonly T[], id: unknown): T | undefined {
  return list.find((each) => each.id === id);
}

function matches(item: ThreadItem, filter: ThreadFilter): boolean {
  if (filter === 'all' || item.kind === 'held') return true;
  if (filter === 'messages') return item.kind === 'citizen' || item.kind === 'told';
  return filter === 'notes' ? item.kind === 'note' : item.kind === 'event';
}

function folded(items: readonly ThreadItem[]): ThreadItem[] {
  const result: ThreadItem[] = [];
  let run: HistoryLine[] = [];
  const endRun = () => {
    const folds = run.length >= FOLD_FROM ? run.slice(0, -1) : [];
    if (folds.length > 0) result.push({ kind: 'fold', id: `fold-${folds[0]!.id}`, at: folds[0]!.at, lines: folds });
    for (const line of run.slice(folds.length)) result.push({ kind: 'event', id: String(line.id), at: line.at, line });
    run = [];
  };
  for (const item of items) {
    if (item.kind === 'event') run.push(item.line);
    else {
      endRun();
      result.push(item);
    }
  }
  endRun();
  return result;
}
