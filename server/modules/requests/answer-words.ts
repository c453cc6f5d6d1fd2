/** Whether these words may be an answer: asked when it is given, and already when a draft of it is submitted. */
import type { Db } from '../../kernel/db/database.ts';
import { refuse } from '../../kernel/refusals.ts';
import { normaliseInput } from '../../../text/turkish.ts';
import type { GroundCode } from './grounds.ts';
import { checkGrounds } from './grounds.ts';
import type { AssignmentOutcome } from './outcomes.ts';
import { outcomesOf } from './outcomes.ts';
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
  /** Codes of grounds.ts. */
  grounds?: readonly string[] | undefined;
}

export interface CheckedAnswer {
  text: string;
  forwardedTo: string | null;
  grounds: GroundCode[];
}

/**
 * Gives them as they are kept. Refuses 'answer-missing', 'text-too-long', 'ground-missing', and 'input-invalid' for a final answer without an outcome or
 * with one that such a request cannot have.
 */
export async function checkAnswer(_db: Db, given: AnswerWords): Promise<CheckedAnswer> {
  if ((given.kind === 'final') !== (given.outcome !== null)) throw refuse('input-invalid', { field: 'outcome' });
  const text = normaliseInput(given.text);
  if (text === '') throw refuse('answer-missing', { field: 'text' });
  if (text.length > LONGEST_TEXT)
    throw refuse('text-too-long', { over: text.length - LONGEST_TEXT, most: LONGEST_TEXT });
  const forwardedTo = given.outcome === 'forwarded' ? normaliseInput(given.forwardedTo ?? '') : null;
  if (forwardedTo === '') throw refuse('answer-missing', { field: 'forwardedTo' });
  return { text, forwardedTo, grounds: groundsOf(given) };
}

function groundsOf({ request: { kind }, outcome, grounds = [] }: AnswerWords): GroundCode[] {
  if (outcome === null) return [];
  if (!outcomesOf(kind).includes(outcome)) throw refuse('input-invalid', { field: 'outcome' });
  return checkGrounds(grounds, { kind, outcome });
}
