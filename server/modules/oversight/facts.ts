import type { Audience, LadderClock } from '../../../contract/ladder.ts';
import { defineFact } from '../../kernel/facts.ts';
import type { Height, Passed, Told } from './who-answers-for-it.ts';

export interface Escalation {
  clockId: string;
  clock: LadderClock;
  /** `75%`, `-1`, `0`, `+3`. */
  when: string;
  /** Whom the ladder names, and who was there to be told. */
  wanted: Audience;
  height: Height;
  told: Told[];
  passed: Passed[];
}

/** A running clock has reached a rung of its ladder, and somebody is told. */
export const EscalationRaised = defineFact<Escalation>('escalation-raised');
/** A part lies with its directorate again, because whoever had it left or moved. */
export const LeftToDirectorate = defineFact<{ assignmentId: string }>('left-to-directorate');
/** A detector found open work in the hands of somebody who works here no more. */
export const FoundWithLeaver = defineFact<{ since: string }>('found-with-leaver');
/** Somebody has something new to read. Its subject is the person. */
export const StaffNoticed = defineFact<{ kinds: string[] }>('staff-noticed');
