/**
 * HEART FILE. What may happen to a draft of an answer: from which state, who may, and why. A draft is its writer's alone until it is submitted;
 * from then on every version stays. Whose approval it needs is the table of requests/who-approves.ts.
 */
import type { AnswerKind, DraftBody } from '../../../contract/answers.ts';
import { refuse } from '../../kernel/refusals.ts';
import type { Rung } from '../requests/door.ts';

export type { AnswerKind, DraftBody };

export type DraftState = 'writing' | 'submitted' | 'sent-back' | 'given' | 'dropped';

export interface Draft {
  id: string;
  requestId: string;
  assignmentId: string;
  directorateCode: string;
  kind: AnswerKind;
  /** Who wrote it: stays the author of the answer. */
  authorId: string;
  /** In whose hands it is while it is being written or mended. */
  holderId: string;
  state: DraftState;
  body: DraftBody;
  version: number;
  rung: Rung | null;
  createdAt: Date;
  changedAt: Date;
  submittedAt: Date | null;
  answerId: string | null;
}

interface Step {
  from: readonly DraftState[];
  /** holder: in whose hands it is · approver: whoever stands on the rung it waits at · colleague: whoever may answer this part. */
  who: 'holder' | 'approver' | 'colleague' | 'house';
  why: string;
}

export const DRAFT_STEPS = {
  submit: {
    from: ['writing', 'sent-back'],
    who: 'holder',
    why: 'Finished: the next rung reads it. What is submitted is a version and stays.',
  },
  approve: {
    from: ['submitted'],
    who: 'approver',
    why: 'Read and found right, perhaps with words of one’s own. On the last rung this is the answer.',
  },
  'send-back': {
    from: ['submitted'],
    who: 'approver',
    why: 'Not yet right: the reason says what is missing, or the writer must guess.',
  },
  'take-back': {
    from: ['submitted'],
    who: 'holder',
    why: 'The writer saw a mistake before anybody else did.',
  },
  'take-over': {
    from: ['sent-back'],
    who: 'colleague',
    why: 'The writer is away; what was sent back must not wait for them. They stay its author.',
  },
  drop: {
    from: ['writing', 'sent-back'],
    who: 'holder',
    why: 'Not needed any more. The versions others have read stay.',
  },
  overtake: {
    from: ['writing', 'submitted', 'sent-back'],
    who: 'house',
    why: 'The part was answered, sent back or ended in another way: nothing is left to draft.',
  },
} as const satisfies Record<string, Step>;
export type DraftStep = keyof typeof DRAFT_STEPS;

export function isPossible(step: DraftStep, { state }: Pick<Draft, 'state'>): boolean {
  return (DRAFT_STEPS[step].from as readonly DraftState[]).includes(state);
}

/**
 * Refuses 'already-approved' to the second of two who decide at the same moment, and 'step-not-allowed' for any other step that is not
 * in the table.
 */
export function checkStep(step: DraftStep, draft: Pick<Draft, 'state'>): void {
  if (isPossible(step, draft)) return;
  if (draft.state === 'given' && DRAFT_STEPS[step].who === 'approver') throw refuse('already-approved');
  throw refuse('step-not-allowed', { step, state: draft.state });
}
