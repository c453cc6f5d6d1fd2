import { defineFact } from '../../kernel/facts.ts';
import type { TriageReason } from './goes-round.ts';
import type { Outcome } from './outcomes.ts';
import type { Channel, RequestKind } from './request.ts';

/** What has happened to requests. Ids and codes only: facts are kept for ever and personal data is not. */
export const RequestRecorded = defineFact<{ kind: RequestKind; channel: Channel; topicCode: string | null }>(
  'request-recorded',
);
export const RequestAssigned = defineFact<{ assignmentId: string; directorate: string }>('request-assigned');
export const RequestSentToReview = defineFact<{ why: string; triage: TriageReason }>('request-sent-to-review');
/** It goes round: who sent it back so far, in their order. */
export const PingPongDetected = defineFact<{ returnedBy: string[] }>('ping-pong-detected');
/** `reroute`: whoever corrected it said that the rules shall be asked again. */
export const TopicChanged = defineFact<{ from: string | null; to: string; reroute: boolean }>('topic-changed');
/** Its topic became restricted, is kept to others than before or keeps identities secret, and it with it. */
export const RequestRestricted = defineFact<Record<string, never>>('request-restricted');
export const PlaceChanged = defineFact<{ from: number | null; to: number | null; reroute: boolean }>('place-changed');
/** The legal basis was put right: the duties are others now. Between kinds without a law of their own nothing follows, so none is recorded. */
export const KindChanged = defineFact<{ from: RequestKind; to: RequestKind }>('kind-changed');
export const WorkBegun = defineFact<{ assignmentId: string }>('work-begun');
/** Nobody has taken it after all. Instants in ISO 8601: of the acceptance, and of the first response beside it; null: there is none. */
export const AcceptanceTakenBack = defineFact<{
  assignmentId: string;
  acceptedAt: string;
  respondedAt: string | null;
}>('acceptance-taken-back');
export const AssignmentHanded = defineFact<{ assignmentId: string; assigneeId: string | null }>('assignment-handed');
export const AssignmentReturned = defineFact<{ assignmentId: string; directorate: string }>('assignment-returned');
export const AssignmentAnswered = defineFact<{ assignmentId: string; directorate: string; outcome: Outcome }>(
  'assignment-answered',
);
/** From now on it is worked on together with another. */
export const RequestMerged = defineFact<{ leadId: string }>('request-merged');
/** It stands by itself again. */
export const RequestReleased = defineFact<{ leadId: string }>('request-released');
/** Others follow it from now on, because their lead was taken back. */
export const LeadTaken = defineFact<{ from: string }>('lead-taken');
/** Whoever recorded it said that it is a problem the house knows of: the incident's id. */
export const SaidSame = defineFact<{ as: string }>('said-same');
export const CitizenAsked = defineFact<{ noteId: string }>('citizen-asked');
/** Once, before the last day of our question. */
export const CitizenReminded = defineFact<{ noteId: string }>('citizen-reminded');
/** The last day passed without an answer; beside work-resumed. */
export const QuestionUnanswered = defineFact<{ noteId: string }>('question-unanswered');
/** The citizen answered, the directorate found another way, or the last day passed. */
export const WorkResumed = defineFact<Record<string, never>>('work-resumed');
export const CitizenWrote = defineFact<{ noteId: string | null }>('citizen-wrote');
export const StaffNoted = defineFact<{ noteId: string }>('staff-noted');
export const StaffNoteTakenBack = defineFact<{ noteId: string }>('staff-note-taken-back');
export const InterimAnswerGiven = defineFact<{ answerId: string; assignmentId: string | null }>('interim-answer-given');
export const PhotoChanged = defineFact<{ photoId: string }>('photo-changed');
export const RequestConcluded = defineFact<{ outcome: Outcome; answerId: string | null }>('request-concluded');
export const SatisfactionSaid = defineFact<{ satisfied: boolean }>('satisfaction-said');
export const ReopeningAsked = defineFact<Record<string, never>>('reopening-asked');
export const RequestReopened = defineFact<Record<string, never>>('request-reopened');
export const ReopeningRefused = defineFact<Record<string, never>>('reopening-refused');
export const RequestWithdrawn = defineFact<Record<string, never>>('request-withdrawn');
/** Beside request-withdrawn: somebody of the staff did it because the citizen asked them to. */
export const WithdrawnForCitizen = defineFact<Record<string, never>>('withdrawn-for-citizen');
/** Not by the citizen's word: by the law, because a fee was not paid in time. */
export const RequestDeemedWithdrawn = defineFact<Record<string, never>>('request-deemed-withdrawn');
/** The fee had been paid in time after all. */
export const RequestRevived = defineFact<Record<string, never>>('request-revived');
export const RequestCancelled = defineFact<Record<string, never>>('request-cancelled');
/** What was held for a citizen was refused when its time came, because the case had changed: nothing left the house. */
export const HeldActCameBack = defineFact<{ actId: string; act: string; staffId: string; refusal: string }>(
  'held-act-came-back',
);

/** Said once in a transaction of each case it writes to, whatever it writes: for those who keep something drawn from the whole case. */
export const CaseTouched = defineFact<Record<string, never>>('case-touched', { kept: false });
