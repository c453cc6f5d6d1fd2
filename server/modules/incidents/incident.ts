/** The nouns of incidents. Pure. */

/** One problem that several people reported. Its lead is the request on which the work is done. */
export interface Incident {
  id: string;
  /** Counted from 1, for people to name it by. */
  number: number;
  /** Null: opened ahead of complaints, and nobody has asked yet. */
  leadId: string | null;
  title: string;
  topicCode: string | null;
  openedAt: Date;
  /** Null: the house itself. */
  openedBy: string | null;
  closedAt: Date | null;
  closedHow: ClosedHow | null;
  version: number;
}

/**
 * concluded: the lead was answered · dissolved: nobody but the lead is left in it · joined-another: its people follow another lead now · over: it
 * was announced, and its time is past.
 */
export type ClosedHow = 'concluded' | 'dissolved' | 'joined-another' | 'over';

/**
 * first: it was there before the others · merged: somebody of the staff saw that it is the same · said-same: whoever recorded it said so ·
 * followed: its lead joined another · late: it came after the answer, and had the same one at once.
 */
export type JoinedHow = 'first' | 'merged' | 'said-same' | 'followed' | 'late';
export type LeftHow = 'released' | 'withdrawn' | 'cancelled' | 'reopened-alone' | 'followed' | 'dissolved';

/** One text to all who reported a problem; each reads it in their own language. */
export interface Announcement {
  id: string;
  incidentId: string;
  tr: string;
  en: string | null;
  madeBy: string;
}

/** Longer titles do not fit a line of the call screen. */
export const LONGEST_TITLE = 120;
