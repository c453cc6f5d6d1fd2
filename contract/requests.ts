// Service requests as the desk's API says them: the work list, the request page, and what may be done.
// Names and phones arrive here masked already; nothing in these shapes can hold them in the clear.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';
import { AnswerShown, EndingShown, Outcome } from './endings.ts';
import { oneOf } from './rights.ts';

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
/** An instant in ISO 8601, UTC. */
const Instant = Type.String();

export const REQUEST_KINDS = [
  'complaint',
  'request',
  'suggestion',
  'tip-off',
  'thanks',
  'petition',
  'foi',
  'kvkk',
] as const;
export const RequestKind = oneOf(REQUEST_KINDS);
export type RequestKind = Static<typeof RequestKind>;

export const RequestState = Type.Union([
  Type.Literal('received'),
  Type.Literal('in-review'),
  Type.Literal('assigned'),
  Type.Literal('in-progress'),
  Type.Literal('waiting-for-citizen'),
  Type.Literal('merged'),
  Type.Literal('concluded'),
  Type.Literal('reopen-requested'),
  Type.Literal('reopened'),
  Type.Literal('withdrawn'),
  Type.Literal('cancelled'),
]);
export type RequestState = Static<typeof RequestState>;

export const AssignmentState = Type.Union([
  Type.Literal('offered'),
  Type.Literal('accepted'),
  Type.Literal('in-progress'),
  Type.Literal('on-site'),
  Type.Literal('returned'),
  Type.Literal('answered'),
  Type.Literal('merged'),
  Type.Literal('cancelled'),
]);
export type AssignmentState = Static<typeof AssignmentState>;

const Named = Type.Object({ tr: Type.String(), en: Type.String() });

/** Words for the codes that occur in an answer, so that a screen shows no code. */
export const Names = Type.Object({
  topics: Type.Record(Type.String(), Named),
  directorates: Type.Record(Type.String(), Named),
  neighbourhoods: Type.Record(Type.String(), Type.String()),
  staff: Type.Record(Type.String(), Type.String()),
});
export type Names = Static<typeof Names>;

/** Whether a step is open to this person now; when not, whether it is the right or the state that is missing. */
export const Openness = Type.Union([Type.Literal('open'), Type.Literal('not-yours'), Type.Literal('not-now')]);
export type Openness = Static<typeof Openness>;

export const AssignmentMay = Type.Object({
  accept: Openness,
  work: Openness,
  onSite: Openness,
  return: Openness,
  answer: Openness,
  interimAnswer: Openness,
  hand: Openness,
});
export type AssignmentMay = Static<typeof AssignmentMay>;

export const RequestMay = Type.Object({
  assign: Openness,
  ask: Openness,
  resume: Openness,
  note: Openness,
  /** Writing down what the citizen answered to our question. */
  hear: Openness,
  photo: Openness,
  topic: Openness,
  kind: Openness,
  reopen: Openness,
  refuseReopening: Openness,
  cancel: Openness,
  withdraw: Openness,
  reveal: Openness,
});
export type RequestMay = Static<typeof RequestMay>;

export const AssignmentShown = Type.Object({
  id: Id,
  directorateCode: Type.String(),
  unitCode: orNull(Type.String()),
  state: AssignmentState,
  assigneeId: orNull(Type.String()),
  whyHere: Type.String(),
  outcome: orNull(Outcome),
  assignedAt: Instant,
  acceptedAt: orNull(Instant),
  endedAt: orNull(Instant),
  dueAt: orNull(Instant),
  /** A job of its own and its period; both null: part of the whole. */
  jobTopic: orNull(Type.String()),
  ownPeriod: orNull(Type.Object({ amount: Type.Integer(), unit: Type.String() })),
  may: AssignmentMay,
});
export type AssignmentShown = Static<typeof AssignmentShown>;

export const HistoryLine = Type.Object({
  id: Type.Integer(),
  assignmentId: orNull(Type.String()),
  at: Instant,
  actorKind: Type.Union([Type.Literal('staff'), Type.Literal('citizen'), Type.Literal('system')]),
  actorId: orNull(Type.String()),
  what: Type.String(),
  fromValue: orNull(Type.String()),
  toValue: orNull(Type.String()),
  why: orNull(Type.String()),
  data: Type.Record(Type.String(), Type.Unknown()),
});
export type HistoryLine = Static<typeof HistoryLine>;

export const NoteShown = Type.Object({
  id: Id,
  author: Type.Union([Type.Literal('staff'), Type.Literal('citizen')]),
  staffId: orNull(Type.String()),
  text: Type.String(),
  notedAt: Instant,
  /** By whom and when it was taken back; null: it stands. */
  takenBack: orNull(Type.Object({ at: Instant, by: Type.String() })),
});
export type NoteShown = Static<typeof NoteShown>;

export const PhotoShown = Type.Object({
  id: Id,
  sentBy: Type.Union([Type.Literal('citizen'), Type.Literal('staff')]),
  citizenSees: Type.Boolean(),
  addedAt: Instant,
  width: orNull(Type.Integer()),
  height: orNull(Type.Integer()),
});
export type PhotoShown = Static<typeof PhotoShown>;

/** Something for the citizen that waits its seconds, or came back because the case had changed. */
export const HeldActShown = Type.Object({
  id: Id,
  act: Type.Union([
    Type.Literal('answer'),
    Type.Literal('interim-answer'),
    Type.Literal('approve-answer'),
    Type.Literal('ask-citizen'),
    Type.Literal('refuse-reopening'),
    Type.Literal('reopen'),
    Type.Literal('reopen-incident'),
    Type.Literal('announce'),
    Type.Literal('cancel'),
    Type.Literal('withdraw-for-citizen'),
    Type.Literal('change-kind'),
    Type.Literal('extend-period'),
    Type.Literal('notify-fee'),
    Type.Literal('fee-paid'),
    Type.Literal('move-promise'),
  ]),
  staffId: Type.String(),
  text: Type.String(),
  outcome: orNull(Type.String()),
  assignmentId: orNull(Type.String()),
  heldAt: Instant,
  dueAt: Instant,
  state: Type.Union([Type.Literal('held'), Type.Literal('done'), Type.Literal('taken-back'), Type.Literal('failed')]),
  /** Why it came back. */
  refusal: orNull(Type.String()),
  /** Whether this person may take it back. */
  mine: Type.Boolean(),
});
export type HeldActShown = Static<typeof HeldActShown>;

/** Who asks, as initials and dots. Nulls: not given. */
export const PersonMasked = Type.Object({
  kind: orNull(Type.Union([Type.Literal('person'), Type.Literal('organisation')])),
  name: orNull(Type.String()),
  phone: orNull(Type.String()),
  email: orNull(Type.String()),
  hasNationalId: Type.Boolean(),
  language: Type.Union([Type.Literal('tr'), Type.Literal('en')]),
  notifyBy: Type.Union([Type.Literal('sms'), Type.Literal('email'), Type.Literal('none')]),
  identitySecret: Type.Boolean(),
  /** How many requests of the same phone are open beside this one, as far as the reader may know. */
  othersOpen: Type.Integer(),
});
export type PersonMasked = Static<typeof PersonMasked>;

export const PlaceShown = Type.Object({
  neighbourhoodId: orNull(Type.Integer()),
  street: orNull(Type.String()),
  door: orNull(Type.String()),
  description: orNull(Type.String()),
  latitude: orNull(Type.Number()),
  longitude: orNull(Type.Number()),
});
export type PlaceShown = Static<typeof PlaceShown>;

export const QUESTION_ENDS = ['answered', 'went-on', 'unanswered', 'answered-late', 'case-ended'] as const;

/** Our last question to the citizen: until when they may answer, and what came of it. */
export const QuestionShown = Type.Object({
  askedAt: Instant,
  /** 'YYYY-MM-DD', theirs until its midnight. */
  lastDay: Type.String(),
  /** Null: they are not reminded. */
  remindOn: orNull(Type.String()),
  remindedAt: orNull(Instant),
  /** Null: it is waited on. */
  endedBy: orNull(oneOf(QUESTION_ENDS)),
  /** It ended for want of their answer: until when a reply asks that we look again. */
  replyUntil: orNull(Type.String()),
});
export type QuestionShown = Static<typeof QuestionShown>;

export const RequestPage = Type.Object({
  id: Id,
  trackingNumber: Type.String(),
  shownNumber: Type.String(),
  kind: Type.String(),
  channel: Type.String(),
  externalNumber: orNull(Type.String()),
  text: Type.String(),
  language: Type.Union([Type.Literal('tr'), Type.Literal('en')]),
  topicCode: orNull(Type.String()),
  /** The topic as it was worded when the request was recorded. */
  topicThen: orNull(Named),
  /** The season that was on when it came and names its topic, with what its citizen was told; null: none. */
  season: orNull(Type.Object({ name: Named, told: Named })),
  /** The version of the privacy notice its citizen was shown on the portal; null: none was. */
  noticeVersion: orNull(Type.Integer()),
  answers: Type.Array(
    Type.Object({ question: Type.String(), label: Type.String(), value: Type.String(), valueLabel: Type.String() }),
  ),
  danger: Type.Boolean(),
  restricted: Type.Boolean(),
  state: RequestState,
  /** Why a person of the solution centre must look; null: nobody must. */
  triage: orNull(Type.Union([Type.Literal('no-directorate'), Type.Literal('returned'), Type.Literal('ping-pong')])),
  outcome: orNull(Outcome),
  receivedAt: Instant,
  recordedAt: Instant,
  recordedBy: orNull(Type.String()),
  concludedAt: orNull(Instant),
  firstResponseAt: orNull(Instant),
  promisedAt: orNull(Instant),
  nextDueAt: orNull(Instant),
  nextDueKind: orNull(Type.String()),
  place: PlaceShown,
  person: PersonMasked,
  assignments: Type.Array(AssignmentShown),
  history: Type.Array(HistoryLine),
  answersGiven: Type.Array(AnswerShown),
  notes: Type.Array(NoteShown),
  photos: Type.Array(PhotoShown),
  satisfaction: orNull(Type.Object({ satisfied: Type.Boolean(), reason: orNull(Type.String()), saidAt: Instant })),
  held: Type.Array(HeldActShown),
  question: orNull(QuestionShown),
  /** To be sent back with every act. */
  seen: Type.Integer(),
  endings: Type.Array(EndingShown),
  may: RequestMay,
  names: Names,
  now: Instant,
});
export type RequestPage = Static<typeof RequestPage>;

export const SimilarAnswer = Type.Object({
  requests: Type.Array(
    Type.Object({
      id: Id,
      shownNumber: Type.String(),
      text: Type.String(),
      state: RequestState,
      receivedAt: Instant,
      street: orNull(Type.String()),
      /** Metres; null where one of the two has no point. */
      distance: orNull(Type.Number()),
      /** Likely the same problem; the other fields say why. */
      alike: Type.Boolean(),
      sameTopic: Type.Boolean(),
      sameStreet: Type.Boolean(),
      /** Days between the two. */
      days: Type.Integer(),
      /** The request it follows; null: none. */
      lead: orNull(Id),
    }),
  ),
});
export type SimilarAnswer = Static<typeof SimilarAnswer>;
