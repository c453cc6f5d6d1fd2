/**
 * Work that takes longer than an answer may. It shows how far it is, can be stopped and gone on with, survives a kill, and what it did to each
 * thing can be read and, where its kind knows how, undone. The two kinds of it are declared through kinds.ts.
 */
export type WorkState = 'queued' | 'running' | 'stopping' | 'stopped' | 'done' | 'failed';

export interface LongWork<Input = unknown, Cursor = unknown> {
  id: string;
  kind: string;
  input: Input;
  state: WorkState;
  /** Null while nobody knows yet. */
  total: number | null;
  done: number;
  refused: number;
  cursor: Cursor | null;
  result: Record<string, unknown> | null;
  /** Null: the house itself. */
  askedBy: string | null;
  askedAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  /** Why it failed: a refusal's code, or the id under which the fault was logged. */
  failure: string | null;
  undoOf: string | null;
  /** Null: nobody has undone it. */
  undoneBy: string | null;
}

export interface Step<Cursor> {
  /** Where to go on; null: it is finished. */
  cursor: Cursor | null;
  /** How many things this step did. */
  done: number;
  /** How many there will be, once known. */
  total?: number;
  /** What is there so far; replaces what was there. */
  result?: Record<string, unknown>;
}
