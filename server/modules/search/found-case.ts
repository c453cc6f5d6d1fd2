import type { Assignment, CaseContents, ServiceRequest } from '../requests/door.ts';

/** A case with all that can be read of it and looked for. */
export interface ReadCase {
  request: ServiceRequest;
  contents: CaseContents;
  /** Null: not given. */
  citizenName: string | null;
  topicName: string | null;
  neighbourhood: string | null;
}

/** With its parts, which say who sees it. */
export interface FoundCase extends ReadCase {
  assignments: readonly Assignment[];
}
