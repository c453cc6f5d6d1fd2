import type { Reaction } from '../../kernel/facts.ts';
import { on } from '../../kernel/facts.ts';
import {
  AssignmentAnswered,
  AssignmentReturned,
  RequestCancelled,
  RequestDeemedWithdrawn,
  RequestWithdrawn,
} from '../requests/door.ts';
import { overtakeDrafts } from './actions/mend-draft.ts';

const drops = 'lays drafts of the ended part aside';

export const answerReactions: Reaction[] = [
  on(AssignmentAnswered, drops, (tx, { subject, data: { assignmentId } }) =>
    overtakeDrafts(tx, { requestId: subject, assignmentId }),
  ),
  on(AssignmentReturned, drops, (tx, { subject, data: { assignmentId } }) =>
    overtakeDrafts(tx, { requestId: subject, assignmentId }),
  ),
  on(RequestWithdrawn, drops, (tx, { subject }) => overtakeDrafts(tx, { requestId: subject })),
  on(RequestDeemedWithdrawn, drops, (tx, { subject }) => overtakeDrafts(tx, { requestId: subject })),
  on(RequestCancelled, drops, (tx, { subject }) => overtakeDrafts(tx, { requestId: subject })),
];
