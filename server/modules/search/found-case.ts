import type { Assignment, CaseContents, ServiceRequest } from '../requests/door.ts';

/** A case with all that it can be found by. */
export interface FoundCase {
  request: ServiceRequest;
  assignments: readonly Assignment[];
  contents: CaseContents;
  /** Null: not given. */
  citizenName: string | null;
  topicName: string | null;
  neighbourhood: string | null;
}
