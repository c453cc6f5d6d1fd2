// Answers on their way: drafts, whose approval they need, and what is said of their words before a citizen reads them.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';
import { AssignmentOutcome } from './endings.ts';
import { HeldActShown } from './requests.ts';
import { oneOf } from './rights.ts';

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
const Instant = Type.String();
const Texts = Type.Object({ tr: Type.String(), en: Type.String() });
const Seen = Type.Optional(Type.Integer({ minimum: 0 }));
const closed = { additionalProperties: false };

export const AnswerKind = oneOf(['interim', 'final']);
export type AnswerKind = Static<typeof AnswerKind>;
export const Rung = oneOf(['manager', 'deputy-mayor']);
export type Rung = Static<typeof Rung>;

/** What a draft says. Texts that are too long are let in and refused by the action, which says by how much. */
export const DraftBody = Type.Object(
  {
    text: Type.String({ maxLength: 200_000 }),
    /** Null: an interim answer, which ends nothing. */
    outcome: orNull(AssignmentOutcome),
    forwardedTo: orNull(Type.String({ maxLength: 200 })),
    /** Why less is given than was asked: codes of the law's lists. */
    grounds: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 20 })),
    /** Why it is to be sent although there is advice against it; kept with the answer. */
    despite: Type.Optional(orNull(Type.String({ maxLength: 500 }))),
  },
  closed,
);
export type DraftBody = Static<typeof DraftBody>;

export const DraftKept = Type.Object({ kind: AnswerKind, body: DraftBody }, closed);
export const DraftSaved = Type.Object({ id: Id, savedAt: Instant });
export type DraftSaved = Static<typeof DraftSaved>;

export const DraftSubmitted = Type.Object({ kind: AnswerKind, body: DraftBody, seen: Seen }, closed);

/** `version`: the one that was read; another one meanwhile is answered 'changed-meanwhile'. */
const Version = Type.Integer({ minimum: 1 });
export const DraftApproval = Type.Object(
  {
    version: Version,
    /** The approver's own words in the place of the draft's; left out: as it is. */
    body: Type.Optional(DraftBody),
    seen: Seen,
  },
  closed,
);
export type DraftApproval = Static<typeof DraftApproval>;
export const DraftSentBack = Type.Object({ version: Version, reason: Type.String({ maxLength: 4000 }) }, closed);

/** Which of the requests that are answered with it asks for this; null: the answered one itself. */
export const AskedBy = orNull(
  Type.Object({
    /** Null: one that the reader may not read. */
    request: orNull(
      Type.Object({
        id: Id,
        shownNumber: Type.String(),
        /** Null: it is not the topic that asks. */
        topic: orNull(Type.Object({ code: Type.String(), tr: Type.String(), en: Type.String() })),
      }),
    ),
  }),
);
export type AskedBy = Static<typeof AskedBy>;

export const FindingShown = Type.Object({
  rule: Type.String(),
  /** blocking: holds it back · advice: may be overruled with a word that is kept. */
  weight: oneOf(['blocking', 'advice']),
  says: Texts,
  /** The words it is about. */
  words: Type.Array(Type.String()),
  askedBy: AskedBy,
});
export type FindingShown = Static<typeof FindingShown>;

export const ChainLinkShown = Type.Object({
  rung: Rung,
  why: Type.Array(Type.Object({ tr: Type.String(), en: Type.String(), askedBy: AskedBy })),
  /** Who stands on it today. */
  holders: Type.Array(Type.String()),
});
export type ChainLinkShown = Static<typeof ChainLinkShown>;

/** What there is to say about words that may become an answer, and whose approval they would need. Nothing is kept. */
export const AnswerChecked = Type.Object({
  findings: Type.Array(FindingShown),
  chain: Type.Array(ChainLinkShown),
  /** Whether the person may send it without asking anybody. */
  mayGive: Type.Boolean(),
});
export type AnswerChecked = Static<typeof AnswerChecked>;

export const DraftStepShown = Type.Object({
  at: Instant,
  by: orNull(Type.String()),
  /** Whose post it was done in, where somebody stood in for another. */
  postOf: orNull(Type.String()),
  what: oneOf(['submitted', 'approved', 'sent-back', 'edited', 'taken-over', 'taken-back', 'given', 'dropped']),
  rung: orNull(Rung),
  version: Type.Integer(),
  why: orNull(Type.String()),
});
export type DraftStepShown = Static<typeof DraftStepShown>;

export const DraftShown = Type.Object({
  id: Id,
  assignmentId: Id,
  kind: AnswerKind,
  state: oneOf(['writing', 'submitted', 'sent-back', 'given', 'dropped']),
  author: Type.String(),
  holder: Type.String(),
  body: DraftBody,
  version: Type.Integer(),
  rung: orNull(Rung),
  chain: Type.Array(ChainLinkShown),
  steps: Type.Array(DraftStepShown),
  versions: Type.Array(
    Type.Object({ version: Type.Integer(), body: DraftBody, editedBy: Type.String(), editedAt: Instant }),
  ),
  changedAt: Instant,
  may: Type.Object({
    write: Type.Boolean(),
    approve: Type.Boolean(),
    /** Approving it is the answer: nobody reads it after this. */
    last: Type.Boolean(),
    sendBack: Type.Boolean(),
    takeBack: Type.Boolean(),
    takeOver: Type.Boolean(),
  }),
});
export type DraftShown = Static<typeof DraftShown>;

export const DraftsShown = Type.Object({
  drafts: Type.Array(DraftShown),
  /** Id → name, for everybody named above. */
  names: Type.Record(Type.String(), Type.String()),
});
export type DraftsShown = Static<typeof DraftsShown>;

/** Null: others read it next. Otherwise it is held for the seconds in which it can be taken back. */
export const Approved = Type.Object({ held: orNull(HeldActShown) });

export const WaitingApproval = Type.Object({
  draftId: Id,
  requestId: Id,
  shownNumber: Type.String(),
  /** The citizen's own words, the beginning of them. */
  text: Type.String(),
  topic: orNull(Texts),
  directorate: Texts,
  kind: AnswerKind,
  outcome: orNull(AssignmentOutcome),
  rung: Rung,
  author: Type.String(),
  submittedAt: Instant,
  nextDueAt: orNull(Instant),
});
export type WaitingApproval = Static<typeof WaitingApproval>;
export const WaitingApprovals = Type.Object({ waiting: Type.Array(WaitingApproval), now: Instant });
export type WaitingApprovals = Static<typeof WaitingApprovals>;
