// Conclusions that a supervisor asks the citizen about by telephone, and what came of it.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';
import { Outcome } from './endings.ts';
import { oneOf } from './rights.ts';

const closed = { additionalProperties: false } as const;
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Texts = Type.Object({ tr: Type.String(), en: Type.String() });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

export const CallBackWaiting = Type.Object({
  id: Type.String(),
  requestId: Type.String(),
  shownNumber: Type.String(),
  /** The citizen's words, the beginning of them. */
  text: Type.String(),
  topic: orNull(Texts),
  directorates: Type.Array(Texts),
  outcome: orNull(Outcome),
  /** What we answered. */
  answer: Type.String(),
  concludedAt: Type.String(),
  /** What made it likelier to be drawn, in words; empty: chance alone. */
  because: Type.Array(Texts),
  tries: Type.Integer(),
  triedAt: orNull(Type.String()),
  /** Masked. */
  name: orNull(Type.String()),
  phone: orNull(Type.String()),
});
export type CallBackWaiting = Static<typeof CallBackWaiting>;

export const CallBackList = Type.Object({
  waiting: Type.Array(CallBackWaiting),
  /** Tries after which nobody is called again. */
  mostTries: Type.Integer(),
  now: Type.String(),
});
export type CallBackList = Static<typeof CallBackList>;

/** Whether what we answered is so: yes, no, or the citizen could not tell or had not understood it. */
export const ANSWER_TRUE = ['yes', 'no', 'unclear'] as const;

export const CallBackMade = Type.Object(
  {
    reached: Type.Boolean(),
    /** Null where nobody was reached. */
    answerTrue: orNull(oneOf(ANSWER_TRUE)),
    satisfied: orNull(Type.Boolean()),
    /** What the citizen said; with "no" it becomes the reason for which we look again. */
    note: Type.String({ maxLength: 1000 }),
  },
  closed,
);
export type CallBackMade = Static<typeof CallBackMade>;

export const CallBackQuery = Type.Object({ from: Type.Optional(Day), to: Type.Optional(Day) }, closed);

/** One directorate's conclusions that were asked about. Each column is defined in CALL_BACK_COLUMNS. */
export const CallBackRow = Type.Object({
  directorate: orNull(Texts),
  drawn: Type.Integer(),
  reached: Type.Integer(),
  confirmed: Type.Integer(),
  notTrue: Type.Integer(),
  unclear: Type.Integer(),
  satisfied: Type.Integer(),
  /** Confirmed of those reached, 0 to 1; null: nobody was reached. */
  share: orNull(Type.Number()),
});
export type CallBackRow = Static<typeof CallBackRow>;

export const CallBackResults = Type.Object({ from: Day, to: Day, rows: Type.Array(CallBackRow), total: CallBackRow });
export type CallBackResults = Static<typeof CallBackResults>;

export const CALL_BACK_COLUMNS = {
  drawn: {
    tr: 'Çekilen',
    en: 'Drawn',
    means: {
      tr: 'Sonuçlanmış başvurulardan rastgele çekilenler. Birden çok müdürlüğün yanıtladığı başvuru her birinde sayılır, toplamda bir kez.',
      en: 'Conclusions drawn at random. One that several directorates answered counts with each of them, and once in the total.',
    },
  },
  reached: {
    tr: 'Ulaşılan',
    en: 'Reached',
    means: {
      tr: 'Vatandaşla konuşulanlar. Ulaşılamayan ve süresi geçenler dışarıda kalır.',
      en: 'Those whose citizen was spoken to. Not those who could not be reached, or whose time had passed.',
    },
  },
  confirmed: {
    tr: 'Doğru',
    en: 'Confirmed',
    means: { tr: 'Vatandaş, yanıtın doğru olduğunu söyledi.', en: 'The citizen said that the answer is true.' },
  },
  notTrue: {
    tr: 'Doğru değil',
    en: 'Not true',
    means: {
      tr: 'Vatandaş, yanıtın doğru olmadığını söyledi; yeniden bakılması istendi.',
      en: 'The citizen said that it is not; it was asked that we look again.',
    },
  },
  unclear: {
    tr: 'Belirsiz',
    en: 'Unclear',
    means: {
      tr: 'Vatandaş bilmiyordu ya da yanıtı anlamamıştı.',
      en: 'The citizen could not tell, or had not understood the answer.',
    },
  },
  satisfied: {
    tr: 'Memnun',
    en: 'Satisfied',
    means: { tr: 'Telefonda memnun olduğunu söyledi.', en: 'Said so on the telephone.' },
  },
  share: {
    tr: 'Doğrulanan pay',
    en: 'Share confirmed',
    means: {
      tr: 'Doğru / ulaşılan. Fotoğrafsız “yapıldı” ve memnuniyetsizlik daha sık çekildiğinden bütün sonuçların payı değildir.',
      en: 'Confirmed / reached. Doubtful ones are drawn more often, so this is not the share of all conclusions.',
    },
  },
} as const;
