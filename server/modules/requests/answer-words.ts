/** Whether these words may be an answer: asked when it is given, and already when a draft of it is submitted. */
import type { Db } from '../../kernel/db/database.ts';
import { refuse } from '../../kernel/refusals.ts';
import { normaliseInput } from '../../../text/turkish.ts';
import type { GroundCode } from './grounds.ts';
import { checkGrounds } from './grounds.ts';
import { kindOfAnswer } from './asked-of-answer.ts';
import { countMembers } from './merged-store.ts';
import type { AssignmentOutcome, EndsAsked } from './outcomes.ts';
import { outcomesOf } from './outcomes.ts';
import type { Finding, QualityRule } from './quality/answer-quality.ts';
import { judge } from './quality/answer-quality.ts';
import { gatherFacts } from './quality/gather-facts.ts';
import { lastQuestion } from './question-store.ts';
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
  /**
   * Why it is sent although there is advice against it. Null: nothing was said, and advice holds it back. Left out: advice is not asked; for what the
   * house itself does.
   */
  despite?: string | null | undefined;
}

export interface CheckedAnswer {
  text: string;
  forwardedTo: string | null;
  grounds: GroundCode[];
  /** Advice that was overruled, and with which word; null: there was none. */
  overruled: { rules: QualityRule[]; word: string } | null;
}

/**
 * Gives them as they are kept. Refuses 'answer-missing', 'text-too-long', 'ground-missing', 'input-invalid' for a final answer without an outcome or
 * with one that such a request cannot have, 'answer-not-ready' for what blocks it, 'answer-advised-against' for advice that nobody overruled; the last
 * two name the rules of answer-quality.ts.
 */
export async function checkAnswer(db: Db, given: AnswerWords): Promise<CheckedAnswer> {
  if ((given.kind === 'final') !== (given.outcome !== null)) throw refuse('input-invalid', { field: 'outcome' });
  const text = normaliseInput(given.text);
  if (text === '') throw refuse('answer-missing', { field: 'text' });
  if (text.length > LONGEST_TEXT)
    throw refuse('text-too-long', { over: text.length - LONGEST_TEXT, most: LONGEST_TEXT });
  const forwardedTo = given.outcome === 'forwarded' ? normaliseInput(given.forwardedTo ?? '') : null;
  if (forwardedTo === '') throw refuse('answer-missing', { field: 'forwardedTo' });
  const grounds = await groundsOf(db, given);
  const findings = await judgeAnswer(db, { ...given, text });
  return { text, forwardedTo, grounds, overruled: overrule(findings, given.despite) };
}

async function groundsOf(db: Db, { request, outcome, grounds = [] }: AnswerWords): Promise<GroundCode[]> {
  const { kind } = request;
  if (outcome === null) return [];
  if (!outcomesOf(await endsAsked(db, request, outcome)).includes(outcome))
    throw refuse('input-invalid', { field: 'outcome' });
  // Only there do the grounds of one who follows differ: whoever follows is never under 4982.
  const ofAnswer = outcome === 'not-examined' ? await kindOfAnswer(db, request) : kind;
  return checkGrounds(grounds, { kind: ofAnswer, outcome });
}

const ORDINARY_END = { isUnanswered: false, hasMembers: false };

/** Answering is a hot path: what came of our question is asked only for the end that rests on it. */
async function endsAsked(db: Db, { id, kind }: ServiceRequest, outcome: AssignmentOutcome): Promise<EndsAsked> {
  if (outcome !== 'information-missing') return { kind, ...ORDINARY_END };
  return {
    kind,
    isUnanswered: (await lastQuestion(db, id))?.endedBy === 'unanswered',
    hasMembers: (await countMembers(db, id)) > 0,
  };
}

export async function judgeAnswer(db: Db, { request, kind, outcome, text, grounds }: AnswerWords): Promise<Finding[]> {
  const hasGround = grounds !== undefined && grounds.length > 0;
  return judge(await gatherFacts(db, { request, kind, outcome, text, hasGround }));
}

function overrule(findings: readonly Finding[], despite: string | null | undefined): CheckedAnswer['overruled'] {
  const rulesOf = (weight: Finding['weight']) =>
    findings.filter((each) => each.weight === weight).map(({ rule }) => rule);
  const [blocking, advice] = [rulesOf('blocking'), rulesOf('advice')];
  // Only the rules are named: the words it stumbles over may be somebody's number.
  if (blocking.length > 0) throw refuse('answer-not-ready', { rules: blocking });
  if (despite === undefined || advice.length === 0) return null;
  const word = normaliseInput(despite ?? '');
  if (word === '') throw refuse('answer-advised-against', { rules: advice });
  return { rules: advice, word };
}
