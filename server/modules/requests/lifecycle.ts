/**
 * HEART FILE. What may happen to a request and to each of its assignments: from which state, to which, who may, whether a reason must be
 * given, and what the citizen sees. Nothing else in the house decides this; the desk is sent the steps that are open, it never computes them.
 */
import { refuse } from '../../kernel/refusals.ts';
import type { AssignmentState, RequestState } from './case-states.ts';
import { OPEN_ASSIGNMENT_STATES, OPEN_STATES } from './case-states.ts';

export * from './case-states.ts';

/** The citizen; anyone of the directorate that has the part; the solution centre's supervisor; or the system following a rule. */
export type Who = 'citizen' | 'directorate' | 'supervisor' | 'system';

export interface Step<State extends string> {
  from: readonly State[];
  /** 'as-before': back to the state it had when the step that is undone was taken. */
  to: State | 'as-before';
  who: readonly Who[];
  /** True: a sentence saying why must be given, and stays in the history. */
  reason: boolean;
  why: string;
  /** Null: the citizen's thread does not show it. */
  citizenSees: { tr: string; en: string } | null;
}

const requestSteps = {
  review: {
    from: ['received', 'assigned', 'in-progress', 'reopened'],
    to: 'in-review',
    who: ['system'],
    reason: true,
    why: 'No topic was chosen, or every directorate returned its part: a person of the solution centre must look.',
    citizenSees: {
      tr: 'Başvurunuzu hangi birimin çözeceğini inceliyoruz.',
      en: 'We are finding the right directorate.',
    },
  },
  assign: {
    from: ['received', 'in-review', 'assigned', 'in-progress', 'reopened'],
    to: 'assigned',
    who: ['system', 'supervisor', 'directorate'],
    reason: true,
    why: 'A directorate is given its part. The reason is stored: "why here?" must always have an answer.',
    citizenSees: { tr: '{{birim}} birimine ilettik.', en: 'Sent to {{birim}}.' },
  },
  unassign: {
    from: ['assigned', 'in-progress', 'in-review', 'reopened'],
    to: 'as-before',
    who: ['system', 'supervisor', 'directorate'],
    reason: true,
    why: 'It was given by mistake, and nobody has taken it yet: it stands as if it had not been given.',
    citizenSees: null,
  },
  begin: {
    from: ['assigned', 'reopened', 'in-review'],
    to: 'in-progress',
    who: ['directorate', 'supervisor'],
    reason: false,
    why: 'Somebody of the directorate has read it and taken it: people fear their file lies in a pile.',
    citizenSees: { tr: 'Başvurunuzu okuduk, çalışmaya başladık.', en: 'We have read it and started work.' },
  },
  unbegin: {
    from: ['in-progress'],
    to: 'as-before',
    who: ['directorate', 'supervisor'],
    reason: true,
    why: 'The acceptance that began it was taken back, and nobody else has taken it or answered: it waits again. Who reads their page sees that too.',
    citizenSees: {
      tr: 'Ele aldığımızı yazmıştık; bu yanlıştı. Başvurunuz yeniden sırada.',
      en: 'We wrote that we had taken it up; that was wrong. It waits again.',
    },
  },
  ask: {
    from: ['assigned', 'in-progress', 'reopened', 'in-review'],
    to: 'waiting-for-citizen',
    who: ['directorate', 'supervisor'],
    reason: true,
    why: 'Without the missing piece nothing can be done; the question is the reason.',
    citizenSees: { tr: 'Sizden bilgi istedik.', en: 'We asked you for information.' },
  },
  resume: {
    from: ['waiting-for-citizen'],
    to: 'in-progress',
    who: ['citizen', 'directorate', 'supervisor'],
    reason: false,
    why: 'The citizen answered, or the directorate found another way.',
    citizenSees: { tr: 'Çalışmayı sürdürüyoruz.', en: 'Work goes on.' },
  },
  'stop-waiting': {
    from: ['waiting-for-citizen'],
    to: 'in-progress',
    who: ['system'],
    reason: false,
    why: 'The last day of our question passed without an answer: back to the directorate. It ends nothing; a person decides what can be done without it.',
    citizenSees: {
      tr: 'Yanıtınız gelmedi; elimizdeki bilgiyle sürdürüyoruz.',
      en: 'No answer came; we go on with what we have.',
    },
  },
  conclude: {
    from: ['assigned', 'in-progress', 'waiting-for-citizen', 'merged', 'reopened', 'in-review', 'received'],
    to: 'concluded',
    who: ['system'],
    reason: false,
    why: 'The request concludes when its assignments have, or its lead has: nobody concludes over a directorate that is still at work.',
    citizenSees: { tr: 'Sonuçlandırdık.', en: 'Concluded.' },
  },
  merge: {
    from: ['received', 'in-review', 'assigned', 'in-progress', 'reopened'],
    to: 'merged',
    who: ['system', 'supervisor', 'directorate'],
    reason: true,
    why: 'Others reported the same: the work is done once, on the lead. Number, clocks, citizen and answer stay its own.',
    citizenSees: {
      tr: 'Başvurunuzu aynı sorunu bildiren başvurularla birlikte ele alıyoruz.',
      en: 'We deal with it together with other reports of the same problem.',
    },
  },
  release: {
    from: ['merged'],
    to: 'as-before',
    who: ['system', 'supervisor', 'directorate'],
    reason: true,
    why: 'It was not the same after all, or needs an answer of its own: its directorates get their parts back as they stood.',
    citizenSees: { tr: 'Başvurunuzu ayrıca ele alıyoruz.', en: 'We deal with it on its own.' },
  },
  lead: {
    from: ['merged'],
    to: 'assigned',
    who: ['system'],
    reason: true,
    why: 'The lead was taken back by its citizen, and the others still wait: the work goes on here, as far as it had come.',
    citizenSees: null,
  },
  rejoin: {
    from: ['concluded', 'reopen-requested'],
    to: 'merged',
    who: ['system'],
    reason: true,
    why: 'The whole incident was opened again, because the problem is back for everybody. New clocks start for each.',
    citizenSees: { tr: 'Yeniden açtık.', en: 'Reopened.' },
  },
  'ask-to-reopen': {
    from: ['concluded'],
    to: 'reopen-requested',
    who: ['citizen'],
    reason: true,
    why: 'Not satisfied: the citizen says what is missing. Staff decide, so that a conclusion cannot be undone by a click.',
    citizenSees: { tr: 'Yeniden bakılmasını istediniz.', en: 'You asked us to look again.' },
  },
  reopen: {
    from: ['reopen-requested', 'concluded'],
    to: 'reopened',
    who: ['supervisor', 'directorate'],
    reason: true,
    why: 'The answer did not meet what was asked, or the problem is back. New clocks start; the old ones stay as they ended.',
    citizenSees: { tr: 'Yeniden açtık.', en: 'Reopened.' },
  },
  'refuse-reopening': {
    from: ['reopen-requested'],
    to: 'concluded',
    who: ['supervisor'],
    reason: true,
    why: 'Staff looked again and stand by the answer; the reason reaches the citizen.',
    citizenSees: { tr: 'Yeniden inceledik; yanıtımız değişmedi.', en: 'We looked again; our answer stands.' },
  },
  withdraw: {
    from: OPEN_STATES,
    to: 'withdrawn',
    who: ['citizen'],
    reason: false,
    why: 'It is theirs: a request can be taken back while it is open.',
    citizenSees: { tr: 'Başvurunuzu geri çektiniz.', en: 'You withdrew it.' },
  },
  'withdraw-for': {
    from: OPEN_STATES,
    to: 'withdrawn',
    who: ['directorate', 'supervisor'],
    reason: true,
    why: 'The citizen asks for it by phone or at the counter. The reason says how they asked, and they are told, because it was not their own hand.',
    citizenSees: { tr: 'İsteğiniz üzerine başvurunuzu geri çektik.', en: 'We withdrew it because you asked us to.' },
  },
  'deem-withdrawn': {
    from: OPEN_STATES,
    to: 'withdrawn',
    who: ['system'],
    reason: true,
    why: 'The fee of an information request was not paid for 15 business days: the law takes it as withdrawn (4982 m.11).',
    citizenSees: {
      tr: 'Ücret süresinde ödenmediği için başvurunuzdan vazgeçmiş sayıldınız.',
      en: 'The fee was not paid in time, so the request counts as withdrawn.',
    },
  },
  revive: {
    from: ['withdrawn'],
    to: 'reopened',
    who: ['supervisor', 'directorate'],
    reason: true,
    why: 'The fee had been paid in time and was only recorded late: what the law read into silence was not so.',
    citizenSees: {
      tr: 'Ödemeniz süresinde yapılmış; başvurunuz sürüyor.',
      en: 'You had paid in time; your request goes on.',
    },
  },
  cancel: {
    from: OPEN_STATES,
    to: 'cancelled',
    who: ['supervisor'],
    reason: true,
    why: 'Recorded by mistake or as a test. Never a way to get rid of a real request: the reason is kept and counted.',
    citizenSees: { tr: 'Kayıt iptal edildi.', en: 'The record was cancelled.' },
  },
} satisfies Record<string, Step<RequestState>>;

export type RequestStep = keyof typeof requestSteps;
export const REQUEST_STEPS: Record<RequestStep, Step<RequestState>> = requestSteps;

const assignmentSteps = {
  accept: {
    from: ['offered'],
    to: 'accepted',
    who: ['directorate', 'supervisor'],
    reason: false,
    why: 'It is ours; the first-response clock ends here.',
    citizenSees: null,
  },
  unaccept: {
    from: ['accepted'],
    to: 'offered',
    who: ['directorate', 'supervisor'],
    reason: true,
    why: 'Accepted by mistake, and nothing was done on it since: it waits again for somebody to take it. The first response is owed again from its first day.',
    citizenSees: null,
  },
  work: {
    from: ['offered', 'accepted', 'on-site'],
    to: 'in-progress',
    who: ['directorate', 'supervisor'],
    reason: false,
    why: 'Somebody is at it.',
    citizenSees: null,
  },
  'go-on-site': {
    from: ['accepted', 'in-progress'],
    to: 'on-site',
    who: ['directorate', 'supervisor'],
    reason: false,
    why: 'A crew is on its way or there.',
    citizenSees: { tr: 'Ekip yerinde.', en: 'A crew is on site.' },
  },
  return: {
    from: ['offered', 'accepted', 'in-progress', 'on-site'],
    to: 'returned',
    who: ['directorate', 'supervisor'],
    reason: true,
    why: "Not this directorate's: it says whose it is, or why not.",
    citizenSees: null,
  },
  answer: {
    from: ['offered', 'accepted', 'in-progress', 'on-site'],
    to: 'answered',
    who: ['directorate', 'supervisor'],
    reason: false,
    why: 'The part is finished: outcome and answer.',
    citizenSees: null,
  },
  merge: {
    from: OPEN_ASSIGNMENT_STATES,
    to: 'merged',
    who: ['system', 'supervisor', 'directorate'],
    reason: true,
    why: 'The work is done once, on the part of the request that leads.',
    citizenSees: null,
  },
  release: {
    from: ['merged'],
    to: 'as-before',
    who: ['system', 'supervisor', 'directorate'],
    reason: true,
    why: 'The request is worked on by itself again; whoever had the part has it again, as it stood.',
    citizenSees: null,
  },
  cancel: {
    from: OPEN_ASSIGNMENT_STATES,
    to: 'cancelled',
    who: ['system'],
    reason: true,
    why: 'The request was withdrawn or cancelled, or the part was given by mistake: there is nothing left to do.',
    citizenSees: null,
  },
} satisfies Record<string, Step<AssignmentState>>;

export type AssignmentStep = keyof typeof assignmentSteps;
export const ASSIGNMENT_STEPS: Record<AssignmentStep, Step<AssignmentState>> = assignmentSteps;

/**
 * The state after the step. Refuses 'step-not-allowed' when the table has no such step from here, 'reason-missing' when it asks for one.
 * @param current.before where a step that undoes leads back to.
 */
export function take<State extends string>(
  steps: Record<string, Step<State>>,
  name: string,
  current: { state: State; who: Who; reason?: string | null | undefined; before?: State | null },
): State {
  const step = steps[name];
  if (step === undefined || !step.from.includes(current.state) || !step.who.includes(current.who)) {
    throw refuse('step-not-allowed', { step: name, state: current.state });
  }
  if (step.reason && !current.reason?.trim()) throw refuse('reason-missing', { step: name });
  if (step.to !== 'as-before') return step.to;
  if (!current.before) throw refuse('step-not-allowed', { step: name, state: current.state });
  return current.before;
}
