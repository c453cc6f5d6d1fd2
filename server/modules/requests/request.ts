/** The nouns of the case file. Pure: what a request and its parts are; what may happen to them is in lifecycle.ts. */
import { REQUEST_KINDS } from '../../../contract/requests.ts';
import type { Period } from '../calendar/door.ts';
import type { Language } from '../../../text/language.ts';
import type { TimeUnit } from '../calendar/door.ts';
import type { TriageReason } from './goes-round.ts';
import type { GroundCode } from './grounds.ts';
import type { AssignmentState, RequestState } from './lifecycle.ts';
import type { Outcome } from './outcomes.ts';

export { REQUEST_KINDS };
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const CHANNELS = [
  'web',
  'phone',
  'desk',
  'email',
  'foi',
  'cimer',
  'acik-kapi',
  'metropolitan',
  'whatsapp',
  'facebook',
  'x',
  'instagram',
  'home-visit',
  'meeting',
] as const;
export type Channel = (typeof CHANNELS)[number];

export type NotifyBy = 'sms' | 'email' | 'none';

export interface Place {
  neighbourhoodId: number | null;
  street: string | null;
  door: string | null;
  description: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** An answer to one of the topic's questions, with the question as it was worded then. */
export interface QuestionAnswer {
  question: string;
  label: string;
  value: string;
  valueLabel: string;
}

export interface NewRequest {
  kind: RequestKind;
  channel: Channel;
  text: string;
  language: Language;
  topicCode: string | null;
  topicVersion: number | null;
  answers: QuestionAnswer[];
  citizenId: string | null;
  contactPhone: string | null;
  contactEmail: string | null;
  notifyBy: NotifyBy;
  identitySecret: boolean;
  restricted: boolean;
  /** Codes of the directorates and units a restricted one is kept to; empty: those that have a part of it. */
  restrictedTo: string[];
  danger: boolean;
  place: Place;
  /** When the citizen said it; differs from now when a paper or a mail is entered later. */
  receivedAt: Date;
  /** The caller's own key: the same key twice is the same request once. */
  clientKey: string | null;
  /** The number another institution gave it. */
  externalNumber: string | null;
  /** The version of the privacy notice the citizen was shown on a page of ours; null: none was, or versions were not kept yet. */
  noticeVersion: number | null;
}

export interface ServiceRequest extends Omit<NewRequest, 'place' | 'answers'>, Place {
  id: string;
  trackingNumber: string;
  answers: QuestionAnswer[];
  state: RequestState;
  /** Why a person of the solution centre must look; null: nobody need. */
  triage: TriageReason | null;
  outcome: Outcome | null;
  recordedAt: Date;
  recordedBy: string | null;
  concludedAt: Date | null;
  firstResponseAt: Date | null;
  promisedAt: Date | null;
  /** What was promised at the beginning. It never moves: by it we are judged. */
  firstPromisedAt: Date | null;
  nextDueAt: Date | null;
  nextDueKind: string | null;
  nextDueUnit: TimeUnit | null;
  version: number;
  /** The request it is worked on together with; it stays after the end, because the answer came from there. */
  leadId: string | null;
  /** Of a merged one: what undoing gives back. */
  stateBeforeMerge: RequestState | null;
}

export interface Assignment {
  id: string;
  requestId: string;
  directorateCode: string;
  /** The unit of the directorate it lies with, if one was named. */
  unitCode: string | null;
  state: AssignmentState;
  assigneeId: string | null;
  whyHere: string;
  outcome: Outcome | null;
  assignedAt: Date;
  acceptedAt: Date | null;
  endedAt: Date | null;
  dueAt: Date | null;
  version: number;
  /** It says only who works on it at the lead, and so may read it here. */
  besideLead: boolean;
  /** What it was when it was ended from outside; null once its answer stands. */
  stateBefore: AssignmentState | null;
  /** What this part is, where it is a job of its own; null: it is part of the whole. */
  jobTopic: string | null;
  /** Its own period, counted from the day it was given; null: it is due with the promise. */
  ownPeriod: Period | null;
}

/** One of several jobs that a request needs. */
export interface OwnJob {
  topic: string | null;
  period: Period | null;
}

export interface HistoryEntry {
  id: number;
  requestId: string;
  assignmentId: string | null;
  at: Date;
  actorKind: 'staff' | 'citizen' | 'system';
  actorId: string | null;
  what: string;
  fromValue: string | null;
  toValue: string | null;
  why: string | null;
  data: Record<string, unknown>;
}

export interface Answer {
  id: string;
  requestId: string;
  assignmentId: string | null;
  kind: 'interim' | 'final';
  text: string;
  outcome: Outcome | null;
  forwardedTo: string | null;
  grounds: GroundCode[];
  authorId: string | null;
  answeredAt: Date;
}

export interface Note {
  id: string;
  requestId: string;
  author: 'staff' | 'citizen';
  staffId: string | null;
  text: string;
  notedAt: Date;
  /** Null: it stands. */
  takenBackAt: Date | null;
  takenBackBy: string | null;
}

export const LONGEST_TEXT = 4000;
