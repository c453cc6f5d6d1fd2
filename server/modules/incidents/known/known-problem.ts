/** A problem the house knew of before anybody complained, with its place and what is said of it: an incident that waits for its lead. Pure. */
import type { Incident } from '../incident.ts';

/** Where it holds: being in any of these is enough; none of them: everywhere in the municipality. */
export interface Extent {
  neighbourhoods: readonly number[];
  /** Codes. */
  areas: readonly string[];
  point: { latitude: number; longitude: number; metres: number } | null;
}

/** What is said of it, and where and until when it holds. */
export interface Saying extends Extent {
  title: string;
  topicCode: string;
  tr: string;
  en: string | null;
  /** Streets, or whatever people call the place. */
  whereabouts: string | null;
  /** Null: nobody can say yet. */
  expectedEnd: Date | null;
  /** Who told us; for colleagues. */
  source: string | null;
}

export interface KnownProblem extends Saying, Pick<Incident, 'id' | 'number' | 'leadId' | 'openedAt' | 'closedAt'> {
  closedHow: Incident['closedHow'];
  /** Null: it is offered to whoever asks. */
  endedAt: Date | null;
  version: number;
}

/** Its hour is over and it goes on: that hour is promised to nobody any more. */
export function isOverdue({ expectedEnd }: Pick<KnownProblem, 'expectedEnd'>, now: Date): boolean {
  return expectedEnd !== null && expectedEnd <= now;
}

/** It is offered while its incident is open and nobody has ended it; that the expected end has passed does not make the water flow. */
export const isInForce = ({ closedAt, endedAt }: Pick<KnownProblem, 'closedAt' | 'endedAt'>): boolean =>
  closedAt === null && endedAt === null;
