/** Whether these words may be an answer: asked when it is given, and already when a draft of it is submitted. */
import type { Db } from '../../kernel/db/database.ts';
import { refuse } from '../../kernel/refusals.ts';
import { normaliseInput } from '../../../text/turkish.ts';
import type { AssignmentOutcome } from './outcomes.ts';
import type { Answer, Assignment, ServiceRequest } from './request.ts';
import { LONGEST_TEXT } from './request.ts';

export interface AnswerWords {
  request: ServiceRequest;
  assignment: Assignment;
  kind: Answer['kind'];
  /** Null: an interim answer. */
  outcome: AssignmentOutcome | null;
  text: string;
  forwardedTo?: string | null | undefined;
}

export interface CheckedAnswer {
  text: string;
  forwardedTo: string | null;
}

/** Gives them as they are kept. Refuses 'answer-missing', 'text-too-long', and 'input-invalid' for a final answer without an outcome. */
export async function checkAnswer(_db: Db, given: AnswerWords): Promise<CheckedAnswer> {
  if ((given.kind === 'final') !== (given.outcome !== null)) throw refuse('input-invalid', { field: 'outcome' });
  const text = normaliseInput(given.text);
  if (text === '') throw refuse('answer-missing', { field: 'text' });
  if (text.length > LONGEST_TEXT)
    throw refuse('text-too-long', { over: text.length - LONGEST_TEXT, most: LONGEST_TEXT });
  const forwardedTo = given.outcome === 'forwarded' ? normaliseInput(given.forwardedTo ?? '') : null;
  if (forwardedTo === '') throw refuse('answer-missing', { field: 'forwardedTo' });
  return { text, forwardedTo };
}
