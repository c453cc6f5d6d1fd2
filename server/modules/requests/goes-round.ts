/**
 * HEART FILE. When a request goes round between directorates. A file that each desk sends on to the next is the oldest complaint about town
 * halls; so the second time it is sent back, a person above the directorates must look, with who sent it to whom and why before their eyes.
 */
import type { AssignmentState } from './lifecycle.ts';

/** Why a person of the solution centre must look. */
export const TRIAGE_REASONS = {
  'no-directorate': 'No topic, or a topic without a directorate that works: nobody could be named.',
  returned: 'The one directorate that had it said that it is not its own.',
  'ping-pong': 'It was sent back a second time, or would go to a directorate that has sent it back before.',
} as const;
export type TriageReason = keyof typeof TRIAGE_REASONS;

interface Part {
  directorateCode: string;
  state: AssignmentState;
}

/** The second return, whoever it was that returned it first: never on to a third directorate in silence. */
export function isSecondReturn(partsBefore: readonly Part[]): boolean {
  return partsBefore.some(({ state }) => state === 'returned');
}

/** It would go to a directorate that has said before that it is not its own. Only the solution centre may insist. */
export function comesBack(parts: readonly Part[], directorate: string): boolean {
  return parts.some(({ state, directorateCode }) => state === 'returned' && directorateCode === directorate);
}
