import { defineFact } from '../../kernel/facts.ts';
import type { Rung } from '../requests/door.ts';

/** What has happened to drafts of answers; the subject is the request. */
export const ApprovalAwaited = defineFact<{ draftId: string; rung: Rung; directorate: string; authorId: string }>(
  'approval-awaited',
);
export const DraftSentBack = defineFact<{ draftId: string; holderId: string }>('draft-sent-back');
export const DraftTakenOver = defineFact<{ draftId: string; from: string; to: string }>('draft-taken-over');
