// Topics and the municipality as the API says them; shared by the server and the browser.
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Answering } from './answering.ts';
import { oneOf } from './rights.ts';

const strict = { additionalProperties: false } as const;

function texts(maxLength: number) {
  return Type.Object({ tr: Type.String({ maxLength }), en: Type.String({ maxLength }) }, strict);
}

export const Period = Type.Object(
  {
    amount: Type.Integer({ minimum: 0, maximum: 10_000 }),
    unit: Type.Union([
      Type.Literal('minutes'),
      Type.Literal('hours'),
      Type.Literal('working-hours'),
      Type.Literal('calendar-days'),
      Type.Literal('business-days'),
    ]),
  },
  strict,
);

/** Kinds a topic may give its requests; the list of all kinds is requests'. */
export const TOPIC_KINDS = ['suggestion', 'thanks', 'tip-off', 'petition', 'foi', 'kvkk'] as const;

export const QuestionType = Type.Union([
  Type.Literal('choice'),
  Type.Literal('yes-no'),
  Type.Literal('yes-no-unknown'),
  Type.Literal('text'),
  Type.Literal('number'),
  Type.Literal('date'),
]);

export const Question = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
    type: QuestionType,
    label: texts(200),
    hint: Type.Optional(texts(300)),
    /** Only for 'choice'. */
    choices: Type.Optional(
      Type.Array(
        Type.Object({ value: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$' }), label: texts(120) }, strict),
        {
          maxItems: 30,
        },
      ),
    ),
    /** Only for 'number': printed after the field. */
    unit: Type.Optional(Type.String({ maxLength: 10 })),
    required: Type.Boolean(),
    /** Asked only when an earlier question was answered so. */
    showIf: Type.Optional(Type.Object({ question: Type.String(), equals: Type.String() }, strict)),
  },
  strict,
);
export type Question = Static<typeof Question>;

export const Owner = Type.Union([
  Type.Literal('district'),
  Type.Literal('metropolitan'),
  Type.Literal('utility'),
  Type.Literal('other'),
]);

/** How far and how long one problem of a topic reaches, when requests are compared. */
export const DuplicateReach = Type.Object(
  {
    metres: Type.Integer({ minimum: 10, maximum: 2_000 }),
    days: Type.Integer({ minimum: 1, maximum: 365 }),
  },
  strict,
);
export type DuplicateReach = Static<typeof DuplicateReach>;

const topic = {
  code: Type.String({ pattern: '^[A-Z]{3}-[0-9]{2}$' }),
  group: Type.String({ maxLength: 10 }),
  name: texts(120),
  directorate: Type.String({ pattern: '^[A-Z]{2,5}$' }),
  otherDirectorates: Type.Array(Type.String({ pattern: '^[A-Z]{2,5}$' }), { maxItems: 5 }),
  /** Whose duty it is; several where it depends on the street. */
  owners: Type.Array(Owner, { minItems: 1, maxItems: 4 }),
  ownerNote: Type.Optional(texts(500)),
  /** The published service standard. */
  standard: Type.Object({ firstResponse: Type.Optional(Period), conclusion: Type.Optional(Period) }, strict),
  endsBy: Type.Union([Type.Literal('work'), Type.Literal('answer'), Type.Literal('forwarding')]),
  /** What a request on this topic is: a legal procedure whatever the citizen called it, or an ordinary kind unless they invoke a law. */
  kind: Type.Optional(oneOf(TOPIC_KINDS)),
  /** What is asked of its answers; left out: nothing beyond what every answer must be. */
  answering: Type.Optional(Answering),
  anonymousAllowed: Type.Boolean(),
  placeRequired: Type.Boolean(),
  /** Whether a neighbour may be told that it has been reported already. */
  publicTopic: Type.Boolean(),
  /** When two requests are suggested as the same; left out: as is usual for its group. Restricted topics and secret identities never are. */
  duplicates: Type.Optional(Type.Union([DuplicateReach, Type.Literal('never')])),
  /** The portal says 112 first. */
  danger: Type.Boolean(),
  restricted: Type.Boolean(),
  /** Codes of the directorates and units a restricted topic is kept to; left out or empty: those that have a part of the request. */
  restrictedTo: Type.Optional(Type.Array(Type.String({ pattern: '^[A-Z]{2,5}(-[A-Z0-9]{1,6})?$' }), { maxItems: 20 })),
  identitySecret: Type.Boolean(),
  notOurs: Type.Optional(
    Type.Object(
      {
        body: texts(500),
        phone: Type.String({ maxLength: 20 }),
        hours: Type.String({ maxLength: 60 }),
        /** Our own team also does a part of it. */
        shared: Type.Boolean(),
        /** What to have at hand for the call. */
        have: Type.Optional(texts(200)),
      },
      strict,
    ),
  ),
  alsoCall: Type.Optional(
    Type.Array(Type.Object({ phone: Type.String({ maxLength: 20 }), when: texts(200) }, strict), { maxItems: 5 }),
  ),
  seasonal: Type.Optional(
    Type.Object(
      { months: Type.Array(Type.Integer({ minimum: 1, maximum: 12 }), { minItems: 1, maxItems: 12 }) },
      strict,
    ),
  ),
  questions: Type.Array(Question, { maxItems: 12 }),
  /** Everyday words by which the topic is suggested. */
  keywords: Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems: 300 }),
  active: Type.Boolean(),
  version: Type.Integer(),
};

export const Topic = Type.Object(topic, strict);
export type Topic = Static<typeof Topic>;

/** `topic.version`: the one that was read; 0 for a new topic. */
export const TopicChange = Type.Object({ topic: Topic, reason: Type.String({ minLength: 1, maxLength: 500 }) }, strict);

/** The drawings of ui/icons.ts that a group may be shown with. */
export const TOPIC_GROUP_ICONS = [
  ...(['dog', 'bin', 'road', 'trees', 'shield', 'crane', 'heart', 'receipt', 'bank', 'bus', 'question'] as const),
] as const;

export const TopicGroup = Type.Object(
  {
    code: Type.String({ pattern: '^[A-Z]{3}$' }),
    name: texts(60),
    icon: oneOf(TOPIC_GROUP_ICONS),
    /** The lower stands first. */
    position: Type.Integer({ minimum: 0, maximum: 99 }),
    active: Type.Boolean(),
    version: Type.Integer(),
  },
  strict,
);
export type TopicGroup = Static<typeof TopicGroup>;

/** `group.version`: the one that was read; 0 for a new group. */
export const TopicGroupChange = Type.Object(
  { group: TopicGroup, reason: Type.String({ minLength: 1, maxLength: 500 }) },
  strict,
);

export const Catalogue = Type.Object({ groups: Type.Array(TopicGroup), topics: Type.Array(Topic) });
export type Catalogue = Static<typeof Catalogue>;

export const Revision = Type.Object({
  version: Type.Integer(),
  body: Type.Unknown(),
  changedByName: Type.Union([Type.String(), Type.Null()]),
  changedAt: Type.String(),
  reason: Type.Union([Type.String(), Type.Null()]),
});

export const Suggestion = Type.Object({
  code: Type.String(),
  name: texts(120),
  directorate: Type.String(),
  score: Type.Number(),
  /** The catalogue's words that matched. */
  because: Type.Array(Type.String()),
});
export type Suggestion = Static<typeof Suggestion>;

/** One night's learning: shares from 0 to 1 of held-back requests whose topic was suggested first, or among the first three. */
export const TopicTraining = Type.Object({
  id: Type.String(),
  trainedAt: Type.String(),
  lessons: Type.Integer(),
  chosenOn: Type.Integer(),
  /** How many requests the shares are measured on. */
  measuredOn: Type.Integer(),
  weight: Type.Number(),
  firstBefore: Type.Number(),
  firstThreeBefore: Type.Number(),
  firstAfter: Type.Number(),
  firstThreeAfter: Type.Number(),
  /** False: it would have been worse than what is in use, or was measured on too few. */
  taken: Type.Boolean(),
});
export type TopicTraining = Static<typeof TopicTraining>;

const municipality = {
  id: Type.String({ maxLength: 40 }),
  name: texts(120),
  shortName: Type.String({ minLength: 1, maxLength: 60 }),
  initials: Type.String({ minLength: 1, maxLength: 3 }),
  /** What the solution centre calls itself. */
  brand: texts(80),
  province: Type.String({ maxLength: 60 }),
  district: Type.String({ maxLength: 60 }),
  /** The directorate that runs the solution centre. */
  directorate: Type.String({ maxLength: 120 }),
  callCentre: Type.Object(
    { number: Type.String({ maxLength: 20 }), printed: Type.String({ maxLength: 20 }), hours: texts(80) },
    strict,
  ),
  whatsapp: Type.Union([
    Type.Object({ number: Type.String({ maxLength: 20 }), printed: Type.String({ maxLength: 20 }) }, strict),
    Type.Null(),
  ]),
  email: Type.String({ maxLength: 254 }),
  web: Type.String({ maxLength: 120 }),
  townHall: Type.String({ maxLength: 300 }),
  /** `#rrggbb`; the guard in ui/accent.ts keeps words written in it readable. */
  accent: Type.String({ pattern: '^#[0-9A-Fa-f]{6}$' }),
  /** The name an SMS comes from, as registered with the operator: at most 11 plain letters and digits. */
  smsTitle: Type.String({ pattern: '^[A-Za-z0-9 .-]{3,11}$' }),
  /** The cities by which letters are spelled aloud. */
  spellingCities: Type.Record(Type.String(), Type.String({ maxLength: 30 })),
  /** Other bodies that citizens are sent on to. */
  bodies: Type.Array(
    Type.Object(
      {
        key: Type.String({ maxLength: 40 }),
        name: Type.String({ maxLength: 120 }),
        shortName: Type.String({ maxLength: 60 }),
        phone: Type.String({ maxLength: 20 }),
      },
      strict,
    ),
    { maxItems: 20 },
  ),
  /** What stands in the head of official letters; left out until somebody has entered it. */
  letters: Type.Optional(
    Type.Object(
      {
        /** Number in the register of state institutions (DETSİS); empty: none is printed. */
        detsis: Type.String({ pattern: '^\\d{0,10}$' }),
        /** Code of the standard file plan (SDP) under which these letters are filed. */
        filePlan: Type.String({ maxLength: 20 }),
      },
      strict,
    ),
  ),
  /** Calendar days a citizen has to answer a question, and in which a reply after the end asks that we look again; left out: 10 and 30. */
  asking: Type.Optional(
    Type.Object(
      { days: Type.Integer({ minimum: 1, maximum: 90 }), replyDays: Type.Integer({ minimum: 1, maximum: 365 }) },
      strict,
    ),
  ),
  /** Of a hundred conclusions, how many a supervisor asks the citizen about by telephone; left out: 5. */
  callBack: Type.Optional(Type.Object({ percent: Type.Integer({ minimum: 0, maximum: 100 }) }, strict)),
  version: Type.Integer(),
};

export const Profile = Type.Object(municipality, strict);
export type Profile = Static<typeof Profile>;

export const ProfileChange = Type.Object(
  { profile: Profile, reason: Type.String({ minLength: 1, maxLength: 500 }) },
  strict,
);

/** What the guard did to the colour that was picked. */
export const ProfileSaved = Type.Object({
  profile: Profile,
  accentNote: Type.Union([Type.Literal('darkened'), Type.Null()]),
});
