import { defineFact } from '../../kernel/facts.ts';
import type { Rung } from '../requests/door.ts';
import type { CallBackResult } from './sample/call-back-store.ts';

/** What has happened to drafts of answers; the subject is the request. */
export const ApprovalAwaited = defineFact<{ draftId: string; rung: Rung; directorate: string; authorId: string }>(
  'approval-awaited',
);
export const DraftSentBack = defineFact<{ draftId: string; holderId: string }>('draft-sent-back');
/** A citizen was asked by telephone whether our answer is true. */
export const CallBackMade = defineFact<{ callBackId: string; result: CallBackResult | null }>('call-back-made');
export const DraftTakenOver = defineFact<{ draftId: string; from: string; to: string }>('draft-taken-over');
