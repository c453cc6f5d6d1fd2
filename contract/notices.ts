// What staff are told, as the API says it. The words are made by the reader's screen from codes; nothing here holds a name or a citizen's words,
// except the first ones of a request the reader may read at that moment.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';
import { oneOf } from './rights.ts';

const closed = { additionalProperties: false };
const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
const Instant = Type.String();
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const NOTICE_KINDS = [
  'handed-to-you',
  'handed-to-your-unit',
  'danger',
  'approval-waits',
  'draft-sent-back',
  'citizen-wrote',
  'citizen-silent',
  'reopened',
  'reopening-asked',
  'decided-for-citizen',
  'needs-a-directorate',
  'goes-round',
  'came-back-to-you',
  'escalated',
  'leavers-work',
  'planned-work-late',
  'planned-job-handed',
  'planned-job-put-off',
  'you-stand-in',
  'work-ended',
  'message-given-up',
  'rule-broken',
  'known-problem-late',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** When somebody wants to hear of a kind: the bell, the morning mail, or neither. */
export const NOTICE_CHOICES = ['at-once', 'digest', 'none'] as const;
export type NoticeChoice = (typeof NOTICE_CHOICES)[number];

export const Notice = Type.Object({
  id: Id,
  kind: oneOf(NOTICE_KINDS),
  toldAt: Instant,
  readAt: orNull(Instant),
  /** Nothing is to be done about it any more. */
  settled: Type.Boolean(),
  /** Put off: it rings again then. Null: it is not. */
  snoozedUntil: orNull(Instant),
  /** Name of the absent colleague in whose place one is told. */
  inPlaceOf: orNull(Type.String()),
  /** Null: it is about no request, or about one that is no longer the reader's to see. */
  request: orNull(
    Type.Object({
      id: Id,
      shownNumber: Type.String(),
      /** Null: a restricted one, of which nothing is said outside its own page. */
      text: orNull(Type.String()),
    }),
  ),
  /** The long work, message or absence it is about. */
  subject: orNull(Id),
  /** Codes and days that the words are made of. */
  data: Type.Record(Type.String(), Type.Unknown()),
});
export type Notice = Static<typeof Notice>;

export const NoticeQuery = Type.Object(
  {
    /** Left out: only what has not been read and is not settled. */
    all: Type.Optional(Type.Literal('1')),
    kind: Type.Optional(oneOf(NOTICE_KINDS)),
    after: Type.Optional(Type.String({ maxLength: 80 })),
  },
  closed,
);

export const NoticeList = Type.Object({ notices: Type.Array(Notice), next: orNull(Type.String()) });
export type NoticeList = Static<typeof NoticeList>;

export const NoticeCount = Type.Object({ unread: Type.Integer() });
export type NoticeCount = Static<typeof NoticeCount>;

/** These, or all of a kind, or all. */
export const NoticesRead = Type.Object(
  {
    ids: Type.Optional(Type.Array(Id, { maxItems: 200 })),
    kind: Type.Optional(oneOf(NOTICE_KINDS)),
    /** False: as if they had not been read. */
    read: Type.Optional(Type.Boolean()),
  },
  closed,
);

/** For how long a notice may be put off: working days, so that nothing comes back into a holiday; null: it is wanted back now. */
export const SNOOZE_DAYS = [1, 3, 5] as const;

export const NoticesPutOff = Type.Object(
  {
    ids: Type.Array(Id, { minItems: 1, maxItems: 200 }),
    days: orNull(Type.Unsafe<(typeof SNOOZE_DAYS)[number]>({ type: 'integer', enum: [...SNOOZE_DAYS] })),
  },
  closed,
);

export const NoticeChoices = Type.Object({
  /** Where the morning mail goes; null: nowhere, an administrator has entered no address. */
  email: orNull(Type.String()),
  kinds: Type.Array(
    Type.Object({
      kind: oneOf(NOTICE_KINDS),
      choice: oneOf(NOTICE_CHOICES),
      /** What the house's table says. */
      usual: oneOf(NOTICE_CHOICES),
      mayBeMuted: Type.Boolean(),
      why: Type.Object({ tr: Type.String(), en: Type.String() }),
    }),
  ),
});
export type NoticeChoices = Static<typeof NoticeChoices>;

export const NoticeChoiceChange = Type.Object({ kind: oneOf(NOTICE_KINDS), choice: oneOf(NOTICE_CHOICES) }, closed);
