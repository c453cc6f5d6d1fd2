/** What the rest of the house may know of answers on their way. */
export { approveDraft } from './actions/approve-draft.ts';
export { keepDraft } from './actions/keep-draft.ts';
export { dropDraft, sendDraftBack, takeDraftBack, takeDraftOver } from './actions/mend-draft.ts';
export { passOnDraft } from './actions/pass-on-draft.ts';
export { draftsInHandOf } from './draft-store.ts';
export { submitDraft } from './actions/submit-draft.ts';
export type { Draft, DraftState } from './draft.ts';
export { ApprovalAwaited, DraftSentBack, DraftTakenOver } from './facts.ts';
export { citizensCopy, owesLetter } from './letters/keep-letters.ts';
export { letterOfAnswer, lettersOf } from './letters/letter-store.ts';
export { seedStandardTexts } from './standard/save-standard-text.ts';
export { drawSamples } from './sample/draw-sample.ts';
export { recordCall } from './sample/record-call.ts';
export { waitingFor } from './queries.ts';
export { answerHeldActs } from './held-acts.ts';
export { answerReactions } from './reactions.ts';
