import type { HeldActKind } from '../../kernel/house.ts';
import { onceAnswered } from '../requests/door.ts';
import type { ApproveDraft } from './actions/approve-draft.ts';
import { approveDraft } from './actions/approve-draft.ts';

/** The approval on the last rung is the answer: it waits its seconds like one, and shuts out whoever would answer the same part meanwhile. */
export const answerHeldActs: HeldActKind[] = [
  {
    name: 'approve-answer',
    once: onceAnswered,
    // The input was checked by the route that held it and is kept as it was given.
    run: (tx, input) => approveDraft(tx, { ...(input as unknown as ApproveDraft), mayGive: true }),
  },
];
