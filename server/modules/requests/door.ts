/** What other modules may know of service requests. */
export * from './request.ts';
export * from './outcomes.ts';
export * from './grounds.ts';
export * from './lifecycle.ts';
export * from './facts.ts';
export { NOT_TOLD, isReachable, toldBy } from './told.ts';
export { recordRequest, accessToken } from './actions/record-request.ts';
export type { RecordedRequest } from './actions/record-request.ts';
export { assignRequest, sendToReview } from './actions/assign-request.ts';
export { acceptAssignment, takeBackAcceptance } from './actions/take-back-acceptance.ts';
export type { Acceptance } from './actions/take-back-acceptance.ts';
export { takeBackAssignment } from './actions/take-back-assignment.ts';
export type { StandingBefore } from './actions/take-back-assignment.ts';
export { dropAssignment, handAssignment, returnAssignment, workOnAssignment } from './actions/work-on-assignment.ts';
export type { HandAssignment, WorkStep } from './actions/work-on-assignment.ts';
export { passOnAssignment } from './actions/pass-on-assignment.ts';
export { answerAssignment, giveInterimAnswer } from './actions/answer-assignment.ts';
export type { AnswerAssignment, GiveInterimAnswer } from './actions/answer-assignment.ts';
export { checkAnswer, judgeAnswer } from './answer-words.ts';
export type { AnswerWords } from './answer-words.ts';
export { ANSWER_QUALITY } from './quality/answer-quality.ts';
export type { Finding, QualityRule } from './quality/answer-quality.ts';
export { chainOf, hatOnRung, nearestOf } from './approval.ts';
export type { PartAnswered } from './approval.ts';
export { RUNGS } from './who-approves.ts';
export type { ChainLink, Rung } from './who-approves.ts';
export { addStaffPhoto, showPhoto } from './actions/add-staff-photo.ts';
export { addFromCitizen, askToReopen, attachPhotos, saySatisfaction, withdrawRequest } from './actions/hear-citizen.ts';
export { addStaffNote } from './actions/add-note.ts';
export { takeBackStaffNote } from './actions/take-back-note.ts';
export { askCitizen } from './actions/ask-citizen.ts';
export { daysOfQuestion, mayReplyUntil } from './last-day.ts';
export { concludedToAskAbout } from './concluded-store.ts';
export type { Concluded } from './concluded-store.ts';
export { lastQuestion } from './question-store.ts';
export type { CitizenQuestion } from './question-store.ts';
export { cancelRequest, refuseReopening, withdrawForCitizen, reopenRequest } from './actions/decide-on-request.ts';
export { changeKind } from './actions/change-kind.ts';
export type { ChangeKind } from './actions/change-kind.ts';
export { resumeWork } from './actions/resume-work.ts';
export { deemWithdrawn, reviveRequest } from './actions/deem-withdrawn.ts';
export * from './legal-basis.ts';
export { changePlace, changeTopic, placeOf, takeFromThoseKeptOut } from './actions/correct-request.ts';
export { goBesideLead, mergeRequest, releaseRequest } from './actions/merge-request.ts';
export { shareBegin, shareConclusion, shareInterim, shareTakenBack } from './actions/share-with-members.ts';
export { rejoinLead, takeLead } from './actions/follow-lead.ts';
export { countMembers, followAnother, leadsAheadOfMembers, membersOf } from './merged-store.ts';
export { revealPersonalData } from './actions/reveal-personal-data.ts';
export { mergePeople, undoMergeOfPeople } from './actions/merge-people.ts';
export { holdAct, takeBack } from './actions/hold-act.ts';
export type { HoldAct } from './actions/hold-act.ts';
export type { HeldAct, HeldActName } from './held-store.ts';
export { directoratesOf, isTheirs, openCase, openCaseOfAssignment, thingOf, whoOf } from './open-case.ts';
export type { OpenCase } from './open-case.ts';
export type { TriageReason } from './goes-round.ts';
export { TRIAGE_REASONS, comesBack } from './goes-round.ts';
export { mayKnowWho } from './present.ts';
export { personWithin } from './kept-to.ts';
export type { PartInHand } from './assignment-store.ts';
export {
  assignmentById,
  assignmentsOf,
  loadOf,
  partsInHandOf,
  writeAssignmentDue as setAssignmentsDue,
  writePartDue as setPartDue,
} from './assignment-store.ts';
export { appendHistory, historyOf } from './history-store.ts';
export {
  lockRequestRow as lockRequest,
  writeLead as setLead,
  writeNow as writeRequestNow,
  requestById,
  writeDue as setDue,
} from './store.ts';
export {
  recordsOtherThan,
  requestByClientKey,
  requestByTokenHash,
  requestByTrackingNumber,
  trackingNumbersOf,
} from './key-store.ts';
export type { DueTimes } from './store.ts';
export { caseFile, caseFileByToken } from './queries.ts';
export type { CaseFile } from './queries.ts';
export { requestsOfPhone, similarNearby } from './near-store.ts';
export { familyOf, isAlike, metresBetween } from './how-alike.ts';
export type { Likeness, Reported } from './how-alike.ts';
export type { RequestInBrief, SimilarRequest, Whereabouts } from './near-store.ts';
export {
  assignmentsOfMany,
  contentsOf,
  countRequests,
  idsRecordedBefore,
  listedRequests,
  lockRequests,
  ordinaryAmong,
  requestsByIds,
  withinSight,
} from './listed-store.ts';
export type { CaseContents, ListedRequest } from './listed-store.ts';
export { iso, namesFor, shownRow, similarShown } from './present-list.ts';
export { marksOfCase, marksOfReader } from './who-sees.ts';
export { answersOf, photoById, photosOf } from './words-store.ts';
export type { RequestPhoto } from './words-store.ts';
export { followQuestions, heldActJob } from './jobs.ts';
export { requestReactions } from './reactions.ts';
export { restrictionWork } from './restriction-work.ts';
export { onceAnswered, requestHeldActs } from './held-acts.ts';
export { actRoute, heldRoute, requireRight } from './act-route.ts';
export { presentHeldAct } from './present.ts';
export { lookAt } from './looks.ts';
export type { CaseLook } from './looks.ts';
export { listRights, mayOn, readableCase, requireOn, sightsOf } from './reader.ts';
export type { ReadableCase, Sight } from './reader.ts';
export { countSeen, rightsCondition } from './sight-store.ts';
export { wordsAndTopics } from './taught-store.ts';
export { answeredAfterReturn, countToRoute, requestsNamed, requestsToRoute } from './routed-store.ts';
export type { RequestNamed } from './routed-store.ts';
export type { RequestToRoute } from './routed-store.ts';
