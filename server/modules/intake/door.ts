/** The one way in, and what a form needs to ask before it. */
export { NO_PLACE } from './application.ts';
export type { Application, Person } from './application.ts';
export { checkEmail, checkPerson, checkPhone, checkPlace, checkText } from './checks.ts';
export { receiveRequest } from './receive-request.ts';
export {
  addPhotoToDraft,
  forgetOldDrafts,
  keepDraft,
  markDraftSent,
  openDraft,
  removePhotoFromDraft,
  startDraft,
} from './actions/keep-draft.ts';
export type { Draft, DraftBody, DraftPhoto, TypedContact, TypedPlace } from './draft.ts';
export { DRAFT_HOURS, MOST_PHOTOS, emptyDraftBody, placeOf } from './draft.ts';
export type { ReadyPhoto } from './photos.ts';
export { MOST_PHOTO_BYTES, keepPhotos, readyPhoto } from './photos.ts';
export type { TrackingQuestion } from './track.ts';
export { caseByKey, keyToRequest, opensByNumberAlone } from './track.ts';
export { applicationFrom } from './given-request.ts';
export { presentRecorded } from './present.ts';
export { intakeRoutes } from './routes.ts';
