/** Which day a question asked now must be answered by, and until when a reply after the end asks us to look again. */
import type { Db } from '../../kernel/db/database.ts';
import { RefusalError } from '../../kernel/refusals.ts';
import { calendarInForce, computeDue, istanbulDay, shiftDay } from '../calendar/door.ts';
import { municipality, topicInForce } from '../catalogue/door.ts';
import { daysToAnswer, lastDayToReply, reminderDay } from './asking.ts';
import type { ServiceRequest } from './request.ts';
import { isReachable } from './told.ts';

export interface DaysOfQuestion {
  /** 'YYYY-MM-DD'. */
  lastDay: string;
  /** Null: none. */
  remindOn: string | null;
}

/** Calendar days; a last day on which the municipality is shut moves to the next on which it works. */
export async function daysOfQuestion(db: Db, request: ServiceRequest, now: Date): Promise<DaysOfQuestion> {
  const topic = request.topicCode === null ? undefined : await topicInForce(db, request.topicCode);
  const days = daysToAnswer({ topic: topic?.answering?.askDays, municipality: (await municipality(db)).asking });
  const lastDay = await workingDayAfter(db, { now, days });
  return { lastDay, remindOn: isReachable(request) ? reminderDay({ days, lastDay }) : null };
}

async function workingDayAfter(db: Db, { now, days }: { now: Date; days: number }): Promise<string> {
  try {
    const calendar = await calendarInForce(db);
    return computeDue(calendar, { receivedAt: now, amount: days, unit: 'calendar-days', legal: false }).dueDay;
  } catch (error) {
    // Nobody has entered the holidays of next year yet: a question is asked all the same.
    if (!(error instanceof RefusalError) || error.code !== 'calendar-year-missing') throw error;
    return shiftDay(istanbulDay(now), days);
  }
}

/** Null: it has not ended so, or the day is over. 'YYYY-MM-DD'. */
export async function mayReplyUntil(
  db: Db,
  { state, outcome, concludedAt }: Pick<ServiceRequest, 'state' | 'outcome' | 'concludedAt'>,
  now: Date,
): Promise<string | null> {
  if (state !== 'concluded' || outcome !== 'information-missing' || concludedAt === null) return null;
  const last = lastDayToReply(istanbulDay(concludedAt), { municipality: (await municipality(db)).asking });
  return istanbulDay(now) <= last ? last : null;
}
