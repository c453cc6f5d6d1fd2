/**
 * HEART FILE. Who is told what, by which way, and when not: fact × audience → text × urgency × unless. No screen and no action sends a
 * message by itself; it records a fact, and this table says what that fact owes.
 */
import type { Fact } from '../../kernel/facts.ts';
import { FoiFormAsked } from '../calls/door.ts';
import { FeeNotified, FeePaid, PeriodExtended, PromiseMoved } from '../deadlines/door.ts';
import { AnnouncementMade } from '../incidents/door.ts';
import type { ServiceRequest } from '../requests/door.ts';
import {
  CitizenAsked,
  CitizenReminded,
  KindChanged,
  RequestDeemedWithdrawn,
  InterimAnswerGiven,
  NOT_TOLD,
  ReopeningRefused,
  RequestCancelled,
  RequestConcluded,
  RequestRecorded,
  RequestReopened,
  WithdrawnForCitizen,
} from '../requests/door.ts';
import type { TextKey } from './texts.ts';

/** Reasons not to tell. Each is asked of the request as it stands when the fact happens. */
export const UNLESS = {
  'nobody-to-tell': {
    why: 'Anonymous, or the citizen wanted no message.',
    holds: NOT_TOLD['nobody-to-tell'],
  },
  'partner-tells': {
    why: 'CİMER writes to the applicant itself; a second message from us would be a second answer.',
    holds: NOT_TOLD['partner-tells'],
  },
  'duplicate-of-another': {
    why: 'The other request is answered; the same news twice is noise.',
    holds: (request: ServiceRequest) => request.outcome === 'duplicate',
  },
  'danger-at-home': {
    why: 'A phone is shared: a message may reach the person somebody asked to be protected from.',
    holds: NOT_TOLD['danger-at-home'],
  },
} as const;

export type Unless = keyof typeof UNLESS;

export interface TellingRule {
  fact: { factName: string };
  audience: 'citizen';
  text(request: ServiceRequest): TextKey;
  /** answer: the citizen is waiting now, so it goes at once; notice: on our own time, so never at night. */
  urgency: 'answer' | 'notice';
  unless: readonly Unless[];
  why: string;
}

const always: readonly Unless[] = ['nobody-to-tell', 'partner-tells', 'danger-at-home'];

export const WHO_IS_TOLD: readonly TellingRule[] = [
  {
    fact: RequestRecorded,
    audience: 'citizen',
    text: (request) => (request.promisedAt === null ? 'recorded-without-date' : 'recorded'),
    urgency: 'answer',
    unless: always,
    why: 'The number and the promise, in writing, at once: most people then need not ask.',
  },
  {
    fact: RequestConcluded,
    audience: 'citizen',
    text: (request) => (request.outcome === 'forwarded' ? 'forwarded' : 'concluded'),
    urgency: 'notice',
    unless: [...always, 'duplicate-of-another'],
    why: 'The end, told by us. Forwarding is told as forwarding (3071 m.5), never as done.',
  },
  {
    fact: InterimAnswerGiven,
    audience: 'citizen',
    text: () => 'interim-answer',
    urgency: 'notice',
    unless: always,
    why: '3071 m.7: the stage reached is told, and the result is told separately later.',
  },
  {
    fact: CitizenAsked,
    audience: 'citizen',
    text: () => 'question',
    urgency: 'notice',
    unless: always,
    why: 'Work stands still until they answer; they must know, and by when.',
  },
  {
    fact: CitizenReminded,
    audience: 'citizen',
    text: () => 'question-reminder',
    urgency: 'notice',
    unless: always,
    why: 'Once, before the last day of our question: a forgotten message must not cost somebody their request.',
  },
  {
    fact: RequestReopened,
    audience: 'citizen',
    text: () => 'reopened',
    urgency: 'notice',
    unless: always,
    why: 'What was ended is open again, with a new promise.',
  },
  {
    fact: ReopeningRefused,
    audience: 'citizen',
    text: () => 'reopening-refused',
    urgency: 'notice',
    unless: always,
    why: 'They asked us to look again and are owed the result of that look.',
  },
  {
    fact: RequestCancelled,
    audience: 'citizen',
    text: () => 'cancelled',
    urgency: 'notice',
    unless: always,
    why: 'A record must not vanish in silence.',
  },
  {
    fact: WithdrawnForCitizen,
    audience: 'citizen',
    text: () => 'withdrawn-for-you',
    urgency: 'notice',
    unless: always,
    why: 'Somebody said on the phone that they are the citizen. Whoever really is must hear of it and can object.',
  },
  {
    fact: PromiseMoved,
    audience: 'citizen',
    text: () => 'promise-moved',
    urgency: 'notice',
    unless: always,
    why: 'We gave a day and give another: said by us, with an apology and the reason, and not found out by waiting.',
  },
  {
    fact: PeriodExtended,
    audience: 'citizen',
    text: () => 'period-extended',
    urgency: 'answer',
    unless: always,
    why: '4982 m.11: the extension holds only if its notice leaves before the first 15 business days end; no night may keep it.',
  },
  {
    fact: FeeNotified,
    audience: 'citizen',
    text: () => 'fee-notified',
    urgency: 'answer',
    unless: always,
    why: 'The citizen’s own 15 business days count from this day, so it is told on this day.',
  },
  {
    fact: FeePaid,
    audience: 'citizen',
    text: () => 'fee-paid',
    urgency: 'notice',
    unless: always,
    why: 'The payment has arrived, and there is a new day for the answer.',
  },
  {
    fact: RequestDeemedWithdrawn,
    audience: 'citizen',
    text: () => 'deemed-withdrawn',
    urgency: 'notice',
    unless: always,
    why: 'What the law reads into an unpaid fee must be heard of by the one it concerns, who may have paid after all.',
  },
  {
    fact: KindChanged,
    audience: 'citizen',
    text: () => 'kind-changed',
    urgency: 'notice',
    unless: always,
    why: 'Another law, other duties and other remedies: a legal basis is never changed behind somebody’s back.',
  },
  {
    fact: AnnouncementMade,
    audience: 'citizen',
    text: () => 'announcement',
    urgency: 'notice',
    unless: always,
    why: 'What everybody who reported the problem should know, said once to each. Only to them: that is what we have their address for.',
  },
];

/** What is owed to somebody on the telephone who has no request. Whether the number can get it is asked before the fact, while they can name another. */
export interface CallerRule {
  fact: { factName: string };
  audience: 'caller';
  text: TextKey;
  urgency: 'answer';
  unless: readonly [];
  why: string;
}

export const TOLD_TO_A_CALLER: CallerRule = {
  fact: FoiFormAsked,
  audience: 'caller',
  text: 'foi-form-link',
  urgency: 'answer',
  unless: [],
  why: 'An information request must be in writing (4982 Yön. m.9). Whoever is on the telephone at night is awake: no quiet hours.',
};

export function rulesFor(fact: Fact): TellingRule[] {
  return WHO_IS_TOLD.filter((rule) => rule.fact.factName === fact.name);
}

/** The first reason not to tell, or null. */
export function reasonNotToTell(rule: TellingRule, request: ServiceRequest): Unless | null {
  return rule.unless.find((name) => UNLESS[name].holds(request)) ?? null;
}
