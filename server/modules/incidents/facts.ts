import { defineFact } from '../../kernel/facts.ts';
import type { ClosedHow } from './incident.ts';

/** What has happened to incidents. The subject is the incident, or the request where it says so. */
export const IncidentOpened = defineFact<{ leadId: string | null }>('incident-opened');
export const IncidentClosed = defineFact<{ how: ClosedHow }>('incident-closed');
/** The hour at which a known problem was expected to end is over, and it is still open. staffId: who opened it. */
export const ExpectedEndPassed = defineFact<{
  number: number;
  expectedEnd: string;
  directorate: string;
  staffId: string | null;
}>('expected-end-passed');
/** Another hour was named, or the known problem was ended: nothing is to be done about the one that passed. */
export const ExpectedEndSettled = defineFact<Record<string, never>>('expected-end-settled');
/** The subject is the lead: somebody joined or left. */
export const MembersChanged = defineFact<Record<string, never>>('members-changed');
/** The subject is a request: its citizen is told what all who reported the problem are told. */
export const AnnouncementMade = defineFact<{ announcementId: string }>('announcement-made');
/** The subject is the lead: one of those who follow it has written something. */
export const MemberWrote = defineFact<{ requestId: string }>('member-wrote');
