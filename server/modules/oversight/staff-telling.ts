/** The nouns of telling staff: who is meant, what keeps it from them, and what a row of the table says. Pure. */
import type { NoticeChoice, NoticeKind } from '../../../contract/notices.ts';
import type { Texts } from '../../../text/language.ts';

/**
 * holders: who answers for the open parts · handed-to: the person, or where none is named the unit, that a part was just given to · managers:
 * of the directorates that have a part · managers-of-directorate: of the one the fact names, about no request · problem-keepers: those, and who
 * opened the known problem · approvers: who stands where a draft waits · named: those the fact names itself.
 */
export type StaffAudience =
  | 'holders'
  | 'approvers'
  | 'handed-person'
  | 'handed-unit'
  | 'managers'
  | 'managers-of-directorate'
  | 'supervisors'
  | 'rule-writers'
  | 'message-keepers'
  | 'problem-keepers'
  | 'named';

export const STAFF_UNLESS = {
  'did-it-themselves': 'Whoever did it knows it.',
  'no-danger': 'Only what may cost a life rings at once when it arrives; the rest waits in the list.',
  'was-quick': 'It was over while its asker still looked at it.',
} as const;
export type StaffUnless = keyof typeof STAFF_UNLESS;

export interface NamedFact {
  factName: string;
}

export interface StaffTellingRule {
  fact: NamedFact;
  kind: NoticeKind;
  audience: StaffAudience;
  usually: NoticeChoice;
  unless: readonly StaffUnless[];
  /** After any of these, on the same request or thing, there is nothing to do about it any more. */
  until: readonly NamedFact[];
  mayBeMuted: boolean;
  why: Texts;
}
