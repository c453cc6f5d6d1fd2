/**
 * HEART FILE. A question to the citizen: how long they have, when they are reminded, how it ends and what each end leaves. No end of a question ends
 * a clock of the law; it only lets the municipality's own word run on. Pure.
 */
import { shiftDay } from '../calendar/door.ts';

/** Where neither topic nor municipality says otherwise. */
export const DAYS_TO_ANSWER = 10;
/** After an end for want of an answer: so long a reply asks by itself that we look again. */
export const DAYS_TO_REPLY = 30;
const REMIND_DAYS_BEFORE = 3;

export const QUESTION_ENDS = {
  answered: 'The citizen answered, on the page or by telephone: work goes on with what they said.',
  'went-on': 'The directorate found another way before the last day.',
  unanswered: 'The last day passed: back to the directorate, which may conclude with what it has.',
  'answered-late': 'The answer came after the last day, while the case was still open: it counts like any other.',
  'case-ended': 'Withdrawn, cancelled or concluded meanwhile: nobody waits any more.',
} as const;
export type QuestionEnd = keyof typeof QUESTION_ENDS;

interface Says {
  /** Days to answer and days to reply after the end; left out: the house's own. */
  municipality?: { days?: number | undefined; replyDays?: number | undefined } | undefined;
  /** Days to answer on this topic. */
  topic?: number | undefined;
}

/** The topic knows best how long it takes to find a deed or a photo. */
export function daysToAnswer({ topic, municipality }: Says): number {
  return topic ?? municipality?.days ?? DAYS_TO_ANSWER;
}

/** 'YYYY-MM-DD', theirs until its midnight. @param concludedOn the day of the end */
export function lastDayToReply(concludedOn: string, { municipality }: Says): string {
  return shiftDay(concludedOn, municipality?.replyDays ?? DAYS_TO_REPLY);
}

/**
 * One reminder, three days before the last; of a short period a third before its end. Of one or two days none: it would come with the question.
 * @param lastDay as the calendar gave it, never before `askedOn`
 */
export function reminderDay({ days, lastDay }: { days: number; lastDay: string }): string | null {
  const before = Math.min(REMIND_DAYS_BEFORE, Math.floor(days / 3));
  return before === 0 ? null : shiftDay(lastDay, -before);
}

export interface Waiting {
  lastDay: string;
  remindOn: string | null;
  reminded: boolean;
}

/** What is owed on a day to somebody who has not answered. A reminder on or after the last day would help nobody. */
export function owedOn(today: string, { lastDay, remindOn, reminded }: Waiting): 'nothing' | 'reminder' | 'end' {
  if (today > lastDay) return 'end';
  return remindOn !== null && !reminded && today >= remindOn && today < lastDay ? 'reminder' : 'nothing';
}
