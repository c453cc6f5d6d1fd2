// The clocks of a request as the desk's API says them, why each is due on its day, and what may be done about its periods.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';
import { HolidayNamed } from './calendar.ts';
import { Openness } from './requests.ts';
import { oneOf } from './rights.ts';

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
/** An instant in ISO 8601, UTC. */
const Instant = Type.String();
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Texts = Type.Object({ tr: Type.String(), en: Type.String() });
const Seen = Type.Optional(Type.Integer({ minimum: 0 }));
const closed = { additionalProperties: false };

export const CLOCK_PURPOSES = ['first-response', 'conclusion', 'statutory', 'partner', 'silence', 'citizen'] as const;

/** How a clock ended; what stands behind each is a heart file of the server. */
export const CLOCK_ENDS = [
  'responded',
  'answered',
  'forwarded',
  'withdrawn',
  'deemed-withdrawn',
  'cancelled',
  'extended',
  'fee-notice',
  'paid',
  'kind-changed',
  'topic-changed',
  'interim-answer',
  'implied-refusal',
  'promise-moved',
] as const;
export const ClockEnd = oneOf(CLOCK_ENDS);
export type ClockEnd = Static<typeof ClockEnd>;

export const StopCause = oneOf(['waiting-for-citizen', 'fee-notice']);
export type StopCause = Static<typeof StopCause>;

export const ClockShown = Type.Object({
  id: Type.String(),
  purpose: oneOf(CLOCK_PURPOSES),
  /** The clock's own name, in the language asked for. */
  name: Type.String(),
  /** Law and article in force when it started: '3071 m.7'. */
  legalBasis: Type.String(),
  /** `30 gün`, `15 iş günü`. */
  period: Type.String(),
  startedAt: Instant,
  /** Null: the calendar has no rows for a year it reaches. */
  dueAt: orNull(Instant),
  /** Of a running clock that counts business days: how many are left, below zero when it is over. */
  businessDaysLeft: orNull(Type.Integer()),
  endedAt: orNull(Instant),
  endReason: orNull(ClockEnd),
  /** The response that ended it was taken back: it was neither kept nor late, and another clock runs in its place. */
  takenBack: Type.Boolean(),
  /** Since when and why it stands still now. */
  stopped: orNull(Type.Object({ cause: StopCause, since: Instant })),
});
export type ClockShown = Static<typeof ClockShown>;

export const EXTENSION_GROUND_CODES = ['other-unit', 'other-body', 'several-bodies'] as const;
const ExtensionGround = oneOf(EXTENSION_GROUND_CODES);
/** Where a citizen may go against our answer or silence. */
export const REMEDY_BODY_CODES = ['foi-board', 'kvkk-board', 'court', 'ombudsman'] as const;
const RemedyBody = oneOf(REMEDY_BODY_CODES);
export type RemedyBodyCode = (typeof REMEDY_BODY_CODES)[number];
/** mistaken: what was recorded never happened; it is counted nowhere. */
export const REMEDY_RESULT_CODES = ['accepted', 'partly-accepted', 'rejected', 'not-examined', 'mistaken'] as const;
const RemedyResult = oneOf(REMEDY_RESULT_CODES);

export const RemedyShown = Type.Object({ law: Type.String(), text: Texts, lastDay: orNull(Day) });
export type RemedyShown = Static<typeof RemedyShown>;

/** What law 4982 knows beside the period. */
export const FoiShown = Type.Object({
  extension: orNull(Type.Object({ ground: ExtensionGround, reason: Type.String(), notifiedAt: Instant })),
  fee: orNull(
    Type.Object({
      amountKurus: Type.Integer(),
      whatFor: Type.String(),
      notifiedAt: Instant,
      /** The citizen's last day; null without a calendar. */
      dueAt: orNull(Instant),
      paidOn: orNull(Day),
      receipt: orNull(Type.String()),
    }),
  ),
});
export type FoiShown = Static<typeof FoiShown>;

/** What the citizen did against our answer or silence. */
export const RemedyTaken = Type.Object({
  body: RemedyBody,
  takenOn: Day,
  /** The other body's own number. */
  fileNumber: orNull(Type.String()),
  /** Null: not decided yet. */
  result: orNull(RemedyResult),
  decidedOn: orNull(Day),
  /** Decided in the citizen's favour: by when it must be done, null where the law names no day. Null: nothing is asked of us. */
  carryOut: orNull(
    Type.Object({
      lastDay: orNull(Day),
      law: Type.String(),
      /** The request was neither opened nor answered since. */
      isOwed: Type.Boolean(),
    }),
  ),
});
export type RemedyTaken = Static<typeof RemedyTaken>;

export const ClocksAnswer = Type.Object({
  clocks: Type.Array(ClockShown),
  foi: orNull(FoiShown),
  /** The day on which silence counted as refusal; null: it has not. */
  refusedBySilence: orNull(Instant),
  /** What the citizen may do about the end as it is, or about the silence. */
  remedies: Type.Array(RemedyShown),
  /** What the citizen did, the earliest first. */
  taken: Type.Array(RemedyTaken),
  /** Where the citizen may go with a request of this kind, and nothing waits yet. */
  mayTake: Type.Array(RemedyBody),
  /** Whether a message of ours reaches the citizen; if not, a notice of the law goes on paper and its number is asked. */
  reachable: Type.Boolean(),
  /** The law's last day: no promise is moved beyond it. Null: none has a day. */
  promiseAtLatest: orNull(Day),
  may: Type.Object({
    movePromise: Openness,
    extend: Openness,
    notifyFee: Openness,
    feePaid: Openness,
    remedy: Openness,
    decision: Openness,
  }),
});
export type ClocksAnswer = Static<typeof ClocksAnswer>;

export const ClockExplained = Type.Object({
  headline: Type.String(),
  rules: Type.Array(Type.String()),
  /** What happened to it: stops, cuts, extensions, its end. */
  story: Type.Array(Type.String()),
  days: Type.Array(
    Type.Object({
      day: Type.String(),
      counted: orNull(Type.Number()),
      date: Type.String(),
      sentence: Type.String(),
    }),
  ),
  dueAt: orNull(Type.String()),
  warnings: Type.Array(Type.String()),
  silence: orNull(Type.String()),
});
export type ClockExplained = Static<typeof ClockExplained>;

/** A holiday as it would be after saving, or taken out; it is known by its day, kind and Turkish name. */
export const HolidayTrial = Type.Object(
  {
    ...HolidayNamed.properties,
    startsAt: orNull(Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })),
    removed: Type.Boolean(),
  },
  closed,
);
export type HolidayTrial = Static<typeof HolidayTrial>;

/** What saving it would do to open requests. Periods later, earlier, and given a day that had none; of the sample each may be opened. */
export const HolidayEffects = Type.Object({
  requests: Type.Integer(),
  later: Type.Integer(),
  earlier: Type.Integer(),
  promised: Type.Integer(),
  /** From which day to which, the most frequent first. */
  days: Type.Array(Type.Object({ clock: Type.String(), from: orNull(Day), to: Day, periods: Type.Integer() })),
  sample: Type.Array(
    Type.Object({
      requestId: Type.String(),
      trackingNumber: Type.String(),
      clock: Type.String(),
      from: orNull(Instant),
      to: Instant,
    }),
  ),
});
export type HolidayEffects = Static<typeof HolidayEffects>;

export const ClockLanguage = Type.Object({ language: oneOf(['tr', 'en']) }, closed);

const sentence = Type.String({ maxLength: 200_000 });
const Paper = Type.Optional(Type.String({ maxLength: 100 }));

export const NewExtension = Type.Object(
  { ground: ExtensionGround, reason: sentence, paperNumber: Paper, seen: Seen },
  closed,
);
export const NewFee = Type.Object(
  { amountKurus: Type.Integer({ minimum: 1 }), whatFor: sentence, paperNumber: Paper, seen: Seen },
  closed,
);
export const NewPayment = Type.Object({ paidOn: Day, receipt: Type.String({ maxLength: 100 }), seen: Seen }, closed);
const FileNumber = Type.Optional(Type.String({ maxLength: 100 }));
export const NewRemedy = Type.Object({ body: RemedyBody, takenOn: Day, fileNumber: FileNumber, seen: Seen }, closed);
export const NewPromise = Type.Object({ day: Day, reason: sentence, seen: Seen }, closed);
export const NewRemedyDecision = Type.Object(
  { body: RemedyBody, result: RemedyResult, decidedOn: Day, fileNumber: FileNumber, seen: Seen },
  closed,
);

export const PARTNER_CLOCK_CODES = ['cimer', 'cimer-foi', 'acik-kapi'] as const;
const PartnerPeriod = Type.Object(
  { amount: Type.Integer({ minimum: 1, maximum: 365 }), unit: oneOf(['calendar-days', 'business-days']) },
  closed,
);
const periodsOfPartners = { cimer: PartnerPeriod, 'cimer-foi': PartnerPeriod, 'acik-kapi': PartnerPeriod };
const Most = Type.Object({ 'calendar-days': Type.Integer(), 'business-days': Type.Integer() });

/** What is settled with other bodies about how long their clocks run. */
export const PartnerPeriods = Type.Object({
  periods: Type.Object(periodsOfPartners, closed),
  /** 0 while nothing is settled and the table's own, stricter ones hold. */
  version: Type.Integer(),
  /** The longest the law leaves, by the kind of day. */
  most: Type.Object({ cimer: Most, 'cimer-foi': Most, 'acik-kapi': Most }),
});
export type PartnerPeriods = Static<typeof PartnerPeriods>;

export const PartnerPeriodsChange = Type.Object(
  {
    periods: Type.Object(periodsOfPartners, closed),
    version: Type.Integer({ minimum: 0 }),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  },
  closed,
);
export type PartnerPeriodsChange = Static<typeof PartnerPeriodsChange>;
