import type { Reaction } from '../../kernel/facts.ts';
import { on } from '../../kernel/facts.ts';
import {
  AssignmentAnswered,
  AssignmentReturned,
  InterimAnswerGiven,
  RequestCancelled,
  RequestDeemedWithdrawn,
  RequestConcluded,
  RequestWithdrawn,
} from '../requests/door.ts';
import { overtakeDrafts } from './actions/mend-draft.ts';
import { keepLetters } from './letters/keep-letters.ts';

const drops = 'lays drafts of the ended part aside';

const keeps = 'freezes the official letter of the answer';

export const answerReactions: Reaction[] = [
  on(AssignmentAnswered, keeps, (tx, { subject }) => keepLetters(tx, subject)),
  on(InterimAnswerGiven, keeps, (tx, { subject }) => keepLetters(tx, subject)),
  on(RequestConcluded, keeps, (tx, { subject }) => keepLetters(tx, subject)),
  on(AssignmentAnswered, drops, (tx, { subject, data: { assignmentId } }) =>
    overtakeDrafts(tx, { requestId: subject, assignmentId }),
  ),
  on(InterimAnswerGiven, 'lays the giver’s own unfinished draft of it aside', async (tx, { subject, data }) => {
    const { assignmentId } = data;
    if (assignmentId !== null) await overtakeDrafts(tx, { requestId: subject, assignmentId, only: 'interim-in-hand' });
  }),
  on(AssignmentReturned, drops, (tx, { subject, data: { assignmentId } }) =>
    overtakeDrafts(tx, { requestId: subject, assignmentId }),
  ),
  on(RequestWithdrawn, drops, (tx, { subject }) => overtakeDrafts(tx, { requestId: subject })),
  on(RequestDeemedWithdrawn, drops, (tx, { subject }) => overtakeDrafts(tx, { requestId: subject })),
  on(RequestCancelled, drops, (tx, { subject }) => overtakeDrafts(tx, { requestId: subject })),
];
