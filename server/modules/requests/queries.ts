import type { Db } from '../../kernel/db/database.ts';
import { hashToken } from '../../kernel/ids.ts';
import { assignmentsOf } from './assignment-store.ts';
import { heldActsOf } from './held-store.ts';
import type { HeldAct } from './held-store.ts';
import type { CitizenQuestion } from './question-store.ts';
import { lastQuestion } from './question-store.ts';
import type { Answer, Assignment, HistoryEntry, Note, ServiceRequest } from './request.ts';
import { historyOf } from './history-store.ts';
import { requestByTokenHash } from './key-store.ts';
import { requestById } from './store.ts';
import type { RequestPhoto, Satisfaction } from './words-store.ts';
import { answersOf, notesOf, photosOf, satisfactionOf } from './words-store.ts';

/** Everything about one request, as the request page and the tracking page need it; each shows its own part. */
export interface CaseFile {
  request: ServiceRequest;
  assignments: Assignment[];
  history: HistoryEntry[];
  answers: Answer[];
  notes: Note[];
  photos: RequestPhoto[];
  satisfaction: Satisfaction | null;
  held: HeldAct[];
  /** The last one we asked; null: none was. */
  question: CitizenQuestion | null;
}

export async function caseFile(db: Db, id: string): Promise<CaseFile | undefined> {
  const request = await requestById(db, id);
  return request && caseFileOf(db, { request, assignments: await assignmentsOf(db, id) });
}

/** By the key in the citizen's link. */
export async function caseFileByToken(db: Db, token: string): Promise<CaseFile | undefined> {
  const request = await requestByTokenHash(db, hashToken(token));
  return request && caseFileOf(db, { request, assignments: await assignmentsOf(db, request.id) });
}

/** The rest of the file of a case whose row and parts were read already. */
export async function caseFileOf(
  db: Db,
  { request, assignments }: Pick<CaseFile, 'request' | 'assignments'>,
): Promise<CaseFile> {
  const { id } = request;
  const [history, answers, notes, photos, satisfaction, held, question] = await Promise.all([
    historyOf(db, id),
    answersOf(db, id),
    notesOf(db, id),
    photosOf(db, id),
    satisfactionOf(db, id),
    heldActsOf(db, id),
    lastQuestion(db, id),
  ]);
  const others = { satisfaction: satisfaction ?? null, question: question ?? null };
  return { request, assignments, history, answers, notes, photos, held, ...others };
}
