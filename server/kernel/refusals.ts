/**
 * A refusal is an expected "no" with a code from a closed list: the caller can read it, translate it and act on it.
 * Anything else that is thrown is a fault: it is logged with an id and answered with that id only.
 */
export const REFUSALS = {
  // the request as sent cannot be understood or is incomplete
  'input-invalid': 400,
  'photo-not-an-image': 400,
  'photo-too-big': 413,
  'too-many-photos': 400,
  'text-empty': 400,
  'text-too-long': 400,
  'phone-invalid': 400,
  'email-invalid': 400,
  'national-id-invalid': 400,
  'contact-missing': 400,
  'place-missing': 400,
  'anonymous-not-allowed': 400,
  'kind-not-by-phone': 400,
  // the topic is a procedure of a law, and the request is not one under it
  'kind-first': 409,
  'reason-missing': 400,
  'answer-missing': 400,
  // the words are not yet an answer; the rules of requests/quality/answer-quality.ts say why
  'answer-not-ready': 422,
  'answer-advised-against': 422,
  'date-invalid': 400,
  // a planned job cannot be put off to that day; why stands in planned-work/put-off.ts
  'put-off-same': 400,
  'put-off-past': 400,
  'put-off-too-far': 400,
  'put-off-outside': 400,
  'put-off-shut': 400,
  'law-unknown': 400,
  'ground-missing': 400,
  'notice-missing': 400,
  // who you are, what you may
  'not-signed-in': 401,
  'sign-in-failed': 401,
  'not-allowed': 403,
  'cross-site': 403,
  'too-many-attempts': 429,
  'too-many-searches': 429,
  // what is there, and how it stands
  'not-found': 404,
  'changed-meanwhile': 409,
  // what would be undone has been worked on since
  'moved-on': 409,
  'dry-run-unseen': 409,
  'step-not-allowed': 409,
  'kept-from-them': 409,
  'already-exists': 409,
  'absence-overlaps': 409,
  'stand-in-circle': 409,
  // an account that has work in hand, and what goes on to nobody
  'work-in-hand': 409,
  'nothing-to-hand-over': 409,
  'nobody-takes-it': 409,
  'account-closed': 409,
  'take-back-too-late': 409,
  // the same thing is on its way out already, by somebody else's hand
  'held-already': 409,
  // an answer that others must read first
  'approval-needed': 409,
  'approval-not-needed': 409,
  'already-approved': 409,
  'nothing-to-resend': 409,
  'call-back-over': 409,
  // why two requests cannot be put together
  'announcement-language': 409,
  'bulk-empty': 400,
  'bulk-too-many': 400,
  'people-differ': 409,
  'merge-with-itself': 409,
  'merge-protected': 409,
  'merge-own-law': 409,
  'merge-ended': 409,
  'merge-elsewhere': 409,
  'merge-at-work': 409,
  'merge-known-problem': 409,
  'known-problem-over': 409,
  'period-not-running': 409,
  'notice-too-late': 409,
  'fee-too-late': 409,
  'later-than-law': 409,
  'promise-not-later': 400,
  'promise-on-day-off': 400,
  'calendar-year-missing': 422,
  'setting-broken': 422,
  'too-many-rows': 422,
} as const;

export type RefusalCode = keyof typeof REFUSALS;

export class RefusalError extends Error {
  override readonly name = 'RefusalError';
  readonly code: RefusalCode;
  readonly details: Record<string, unknown>;

  constructor(code: RefusalCode, details: Record<string, unknown>) {
    super(code);
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return REFUSALS[this.code];
  }
}

/** Makes the error; the caller throws it, so that the compiler sees where the path ends. Details never hold personal data. */
export function refuse(code: RefusalCode, details: Record<string, unknown> = {}): RefusalError {
  return new RefusalError(code, details);
}
