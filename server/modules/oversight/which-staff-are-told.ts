/**
 * HEART FILE. Which of the staff are told of what: fact × whom → words, at once or in the morning mail, unless, and until what they are told stops
 * being something to do. The same for staff as who-is-told.ts is for citizens. Everybody may choose otherwise for themselves, except where
 * a right of the citizen hangs on it. Only those who may read a request are told of it.
 */
import type { NoticeKind } from '../../../contract/notices.ts';
import { ApprovalAwaited, DraftSentBack } from '../answers/door.ts';
import { RemedyUpheld } from '../deadlines/door.ts';
import {
  AcceptanceTakenBack,
  AssignmentAnswered,
  AssignmentHanded,
  AssignmentReturned,
  CitizenAsked,
  CitizenWrote,
  HeldActCameBack,
  InterimAnswerGiven,
  PingPongDetected,
  QuestionUnanswered,
  ReopeningAsked,
  ReopeningRefused,
  RequestAssigned,
  RequestCancelled,
  RequestConcluded,
  RequestReopened,
  RequestSentToReview,
  RequestWithdrawn,
  WorkBegun,
} from '../requests/door.ts';
import { EscalationRaised, FoundWithLeaver, LeftToDirectorate } from './facts.ts';
import type { NamedFact, StaffTellingRule } from './staff-telling.ts';
import { TOLD_OF_NO_REQUEST } from './told-of-no-request.ts';

const ended: readonly NamedFact[] = [RequestConcluded, RequestWithdrawn, RequestCancelled];
const partGone: readonly NamedFact[] = [AssignmentReturned, AssignmentAnswered, ...ended];

export const WHICH_STAFF_ARE_TOLD: readonly StaffTellingRule[] = [
  {
    fact: AssignmentHanded,
    kind: 'handed-to-you',
    audience: 'handed-person',
    usually: 'at-once',
    unless: ['did-it-themselves'],
    until: [AssignmentHanded, ...partGone],
    mayBeMuted: false,
    why: { tr: 'İş artık sizin elinizde.', en: 'It is in your hands now.' },
  },
  {
    fact: RequestAssigned,
    kind: 'handed-to-you',
    audience: 'handed-person',
    usually: 'at-once',
    unless: ['did-it-themselves'],
    until: [AssignmentHanded, ...partGone],
    mayBeMuted: false,
    why: { tr: 'Yönlendirme kuralı işi doğrudan size verdi.', en: 'A rule gave it straight to you.' },
  },
  {
    fact: AssignmentHanded,
    kind: 'handed-to-your-unit',
    audience: 'handed-unit',
    usually: 'digest',
    unless: ['did-it-themselves'],
    until: [AssignmentHanded, WorkBegun, ...partGone],
    mayBeMuted: true,
    why: { tr: 'Biriminizden biri almalı.', en: 'Somebody of your unit should take it.' },
  },
  {
    fact: RequestAssigned,
    kind: 'danger',
    audience: 'holders',
    usually: 'at-once',
    unless: ['no-danger', 'did-it-themselves'],
    until: [WorkBegun, ...partGone],
    mayBeMuted: false,
    why: { tr: 'Can tehlikesi bildirildi.', en: 'A life may be in danger.' },
  },
  {
    fact: AcceptanceTakenBack,
    kind: 'danger',
    audience: 'holders',
    usually: 'at-once',
    unless: ['no-danger', 'did-it-themselves'],
    until: [WorkBegun, ...partGone],
    mayBeMuted: false,
    why: {
      tr: 'Can tehlikesi var, kabul geri alındı: kimse başında değil.',
      en: 'A life may be in danger, and the acceptance was taken back: nobody is at it.',
    },
  },
  {
    fact: ApprovalAwaited,
    kind: 'approval-waits',
    audience: 'approvers',
    usually: 'at-once',
    unless: ['did-it-themselves'],
    until: [ApprovalAwaited, DraftSentBack, InterimAnswerGiven, ...partGone],
    mayBeMuted: false,
    why: {
      tr: 'Yanıt onayınızı bekliyor; vatandaş da bekliyor.',
      en: 'An answer waits for you, and the citizen with it.',
    },
  },
  {
    fact: DraftSentBack,
    kind: 'draft-sent-back',
    audience: 'named',
    usually: 'at-once',
    unless: ['did-it-themselves'],
    until: [ApprovalAwaited, ...partGone],
    mayBeMuted: false,
    why: { tr: 'Taslağınız düzeltilmek üzere geri geldi.', en: 'Your draft came back to be mended.' },
  },
  {
    fact: CitizenWrote,
    kind: 'citizen-wrote',
    audience: 'holders',
    usually: 'at-once',
    unless: [],
    until: partGone,
    mayBeMuted: true,
    why: {
      tr: 'Vatandaş yanıtınızı bekliyor ya da sorduğunuzu yanıtladı.',
      en: 'The citizen waits, or has answered what you asked.',
    },
  },
  {
    fact: QuestionUnanswered,
    kind: 'citizen-silent',
    audience: 'holders',
    usually: 'at-once',
    unless: [],
    until: [CitizenWrote, CitizenAsked, ...partGone],
    mayBeMuted: true,
    why: {
      tr: 'Son gün geçti, yanıt gelmedi; iş yine sizde. Elinizdeki bilgiyle sonuçlandırabilirsiniz.',
      en: 'The last day passed without an answer; the work is yours again. You may conclude with what you have.',
    },
  },
  {
    fact: RequestReopened,
    kind: 'reopened',
    audience: 'holders',
    usually: 'at-once',
    unless: ['did-it-themselves'],
    until: partGone,
    mayBeMuted: true,
    why: { tr: 'Bitmiş iş geri geldi; yeni süresi işliyor.', en: 'What was finished is back, with a new period.' },
  },
  {
    fact: ReopeningAsked,
    kind: 'reopening-asked',
    audience: 'supervisors',
    usually: 'at-once',
    unless: [],
    until: [RequestReopened, ReopeningRefused, ...ended],
    mayBeMuted: false,
    why: {
      tr: 'Yeniden bakılıp bakılmayacağına siz karar verirsiniz.',
      en: 'You decide whether it is looked at again.',
    },
  },
  {
    fact: RemedyUpheld,
    kind: 'decided-for-citizen',
    audience: 'supervisors',
    usually: 'at-once',
    unless: ['did-it-themselves'],
    until: [RequestReopened],
    mayBeMuted: false,
    why: {
      tr: 'Kurul ya da mahkeme vatandaşı haklı buldu; başvuruyu yeniden siz açarsınız.',
      en: 'A board or the court found for the citizen; you open the request again.',
    },
  },
  {
    fact: RequestSentToReview,
    kind: 'needs-a-directorate',
    audience: 'supervisors',
    usually: 'at-once',
    unless: ['did-it-themselves'],
    until: [RequestAssigned, ...ended],
    mayBeMuted: false,
    why: { tr: 'Kimsenin elinde değil.', en: 'It is in nobody’s hands.' },
  },
  {
    fact: PingPongDetected,
    kind: 'goes-round',
    audience: 'supervisors',
    usually: 'at-once',
    unless: ['did-it-themselves'],
    until: [WorkBegun, ...ended],
    mayBeMuted: false,
    why: {
      tr: 'Müdürlükler birbirine gönderiyor; biri durdurmalı.',
      en: 'Directorates send it to each other; somebody must stop it.',
    },
  },
  {
    fact: HeldActCameBack,
    kind: 'came-back-to-you',
    audience: 'named',
    usually: 'at-once',
    unless: [],
    until: partGone,
    mayBeMuted: false,
    why: { tr: 'Vatandaşa göndermek istediğiniz gitmedi.', en: 'What you wanted to tell the citizen did not leave.' },
  },
  {
    fact: EscalationRaised,
    kind: 'escalated',
    audience: 'named',
    usually: 'at-once',
    unless: [],
    until: ended,
    mayBeMuted: false,
    why: { tr: 'Söz verilen ya da kanuni süre tehlikede.', en: 'A promise or the law’s period is in danger.' },
  },
  {
    fact: LeftToDirectorate,
    kind: 'leavers-work',
    audience: 'managers',
    usually: 'at-once',
    unless: ['did-it-themselves'],
    until: [AssignmentHanded, WorkBegun, ...partGone],
    mayBeMuted: false,
    why: {
      tr: 'Ayrılan birinin işi müdürlüğe kaldı; birine verilmeli.',
      en: 'The work of somebody who left is with the directorate; it must go to somebody.',
    },
  },
  {
    fact: FoundWithLeaver,
    kind: 'leavers-work',
    audience: 'managers',
    usually: 'at-once',
    unless: [],
    until: [AssignmentHanded, WorkBegun, ...partGone],
    mayBeMuted: false,
    why: {
      tr: 'İş, artık çalışmayan birinin elinde: söylenenleri kimse okumuyor.',
      en: 'Work is in the hands of somebody who works here no more: nobody reads what is told to them.',
    },
  },
  ...TOLD_OF_NO_REQUEST,
];

export function rulesFor(factName: string): StaffTellingRule[] {
  return WHICH_STAFF_ARE_TOLD.filter(({ fact }) => fact.factName === factName);
}

/** Kinds that stop being something to do with this fact. */
export function settledBy(factName: string): NoticeKind[] {
  const kinds = WHICH_STAFF_ARE_TOLD.filter(({ until }) => until.some((one) => one.factName === factName));
  return [...new Set(kinds.map(({ kind }) => kind))];
}

/** The first row of a kind is what the person chooses about. */
export function ruleOfKind(kind: NoticeKind): StaffTellingRule {
  const found = WHICH_STAFF_ARE_TOLD.find((rule) => rule.kind === kind);
  if (!found) throw new Error(`nobody is told "${kind}"`);
  return found;
}
