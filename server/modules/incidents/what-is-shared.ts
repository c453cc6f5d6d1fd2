/**
 * HEART FILE. What happens at the lead of an incident, and what of it happens to those who follow. Everybody keeps number, clocks, channel and
 * language of their own; the work is done once, and each hears of it once.
 */
import { PromiseMoved } from '../deadlines/door.ts';
import {
  AcceptanceTakenBack,
  AssignmentHanded,
  AssignmentReturned,
  CitizenAsked,
  CitizenWrote,
  InterimAnswerGiven,
  PlaceChanged,
  RequestAssigned,
  RequestCancelled,
  RequestConcluded,
  RequestReopened,
  RequestWithdrawn,
  TopicChanged,
  WorkBegun,
} from '../requests/door.ts';

/**
 * begin: their first response is kept too · begin-taken-back: it is owed again · parts: exactly those who work at the lead may read them · interim, conclusion: an answer of their own
 * with the same words, and they are told · promise: the new day is theirs too · next-lead: one of them takes the lead's place · nothing: it is the lead's alone.
 */
export type Share =
  'begin' | 'begin-taken-back' | 'parts' | 'interim' | 'conclusion' | 'promise' | 'next-lead' | 'nothing';

export interface SharingRule {
  fact: { factName: string };
  share: Share;
  why: string;
}

export const WHAT_IS_SHARED: readonly SharingRule[] = [
  {
    fact: WorkBegun,
    share: 'begin',
    why: 'Somebody has read what they all reported and taken it: that is what a first response promises.',
  },
  {
    fact: AcceptanceTakenBack,
    share: 'begin-taken-back',
    why: 'What counted as a first response to them was none: it is owed to each of them again.',
  },
  {
    fact: RequestAssigned,
    share: 'parts',
    why: 'Whoever works on the problem must read what each of them said of it.',
  },
  { fact: AssignmentHanded, share: 'parts', why: 'The unit and the person who have it in hand read them as well.' },
  { fact: AssignmentReturned, share: 'parts', why: 'Who gave it back reads them no longer.' },
  {
    fact: InterimAnswerGiven,
    share: 'interim',
    why: '3071 m.7: the stage reached is told to everybody who waits for the result.',
  },
  {
    fact: RequestConcluded,
    share: 'conclusion',
    why: 'One problem, one answer: each concludes with the same outcome and words, and is told once, in their own channel and language.',
  },
  {
    fact: PromiseMoved,
    share: 'promise',
    why: 'One crew mends it for all of them. Whoever was promised an earlier day hears of the new one as the lead’s citizen does; nobody is promised less than before.',
  },
  {
    fact: CitizenAsked,
    share: 'nothing',
    why: 'A question goes to the lead’s citizen alone: five hundred answers to one question help nobody, and only the lead’s work stands still for it.',
  },
  {
    fact: CitizenWrote,
    share: 'nothing',
    why: 'Their words are theirs. What a follower writes is shown at the lead, where somebody works; nobody’s words are shown to another citizen.',
  },
  {
    fact: RequestReopened,
    share: 'nothing',
    why: 'One person’s dissatisfaction says nothing of the others, who may be content: it opens that request alone, and it leaves the incident. For everybody it is opened only by an act of its own.',
  },
  {
    fact: RequestWithdrawn,
    share: 'next-lead',
    why: 'The lead was one person’s to take back; the problem is not. The oldest of the others takes its place, and the directorates go on there.',
  },
  {
    fact: RequestCancelled,
    share: 'next-lead',
    why: 'The lead was recorded by mistake; what the others reported was not.',
  },
  {
    fact: TopicChanged,
    share: 'nothing',
    why: 'Each keeps the topic and the promise it was recorded under. A topic that must be protected cannot lead others, so such a change is refused.',
  },
  { fact: PlaceChanged, share: 'nothing', why: 'Each said its own place; the nearest door is not the same door.' },
];
