import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, oneRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { Rung } from '../requests/door.ts';
import type { AnswerKind, Draft, DraftBody, DraftState } from './draft.ts';

const columns =
  sql.raw(`id, request_id as "requestId", assignment_id as "assignmentId", directorate_code as "directorateCode",
  kind, author_id as "authorId", holder_id as "holderId", state, body, version, rung, created_at as "createdAt",
  changed_at as "changedAt", submitted_at as "submittedAt", answer_id as "answerId"`);

export interface NewDraft {
  id: string;
  requestId: string;
  assignmentId: string;
  directorateCode: string;
  kind: AnswerKind;
  staffId: string;
  body: DraftBody;
}

/** Writes what is being typed over what was typed before; the first time it begins the draft. Gives its id. */
export async function keepBody(tx: Tx, draft: NewDraft): Promise<string> {
  const row = await oneRow<{ id: string }>(
    tx.db,
    sql`insert into answer_drafts (id, request_id, assignment_id, directorate_code, kind, author_id, holder_id, state, body,
          created_at, changed_at)
        values (${draft.id}, ${draft.requestId}, ${draft.assignmentId}, ${draft.directorateCode}, ${draft.kind}, ${draft.staffId},
          ${draft.staffId}, 'writing', ${JSON.stringify(draft.body)}::jsonb, ${tx.now}, ${tx.now})
        on conflict (assignment_id, kind, holder_id) where state in ('writing','sent-back')
        do update set body = excluded.body, changed_at = excluded.changed_at
        returning id`,
  );
  return row.id;
}

export function draftById(db: Db, id: string): Promise<Draft | undefined> {
  return maybeRow<Draft>(db, sql`select ${columns} from answer_drafts where id = ${id}`);
}

/** Locked until the end of the transaction; lock the case before it, as every act on a case does. */
export function lockDraft(tx: Tx, id: string): Promise<Draft> {
  return oneRow<Draft>(tx.db, sql`select ${columns} from answer_drafts where id = ${id} for update`);
}

export function draftsOf(db: Db, requestId: string): Promise<Draft[]> {
  return rows<Draft>(
    db,
    sql`select ${columns} from answer_drafts where request_id = ${requestId} order by created_at, id`,
  );
}

/** Null: for everybody's directorates. Oldest first: who has waited longest is read first. */
export function submittedDrafts(db: Db, directorates: readonly string[] | null): Promise<Draft[]> {
  const within = directorates === null ? sql`true` : sql`directorate_code = any(${directorates})`;
  return rows<Draft>(
    db,
    sql`select ${columns} from answer_drafts where state = 'submitted' and ${within} order by submitted_at, id limit 500`,
  );
}

export interface DraftChange {
  state: DraftState;
  rung?: Rung | null;
  version?: number;
  body?: DraftBody;
  holderId?: string;
  submittedAt?: Date;
  answerId?: string;
}

export async function writeDraft(tx: Tx, id: string, change: DraftChange): Promise<void> {
  const body = change.body === undefined ? null : JSON.stringify(change.body);
  await run(
    tx.db,
    sql`update answer_drafts
        set state = ${change.state}, rung = ${change.rung ?? null}, changed_at = ${tx.now},
            version = coalesce(${change.version ?? null}, version), body = coalesce(${body}::jsonb, body),
            holder_id = coalesce(${change.holderId ?? null}::uuid, holder_id),
            submitted_at = coalesce(${change.submittedAt ?? null}::timestamptz, submitted_at),
            answer_id = ${change.answerId ?? null}
        where id = ${id}`,
  );
}

/** Drafts that are overtaken; gives those that others had read, so that their end can be told. */
export function openDraftsOf(
  tx: Tx,
  { requestId, assignmentId }: { requestId: string; assignmentId?: string },
): Promise<Draft[]> {
  const ofPart = assignmentId === undefined ? sql`true` : sql`assignment_id = ${assignmentId}`;
  return rows<Draft>(
    tx.db,
    sql`select ${columns} from answer_drafts
        where request_id = ${requestId} and ${ofPart} and state in ('writing','submitted','sent-back') for update`,
  );
}

export interface DraftVersion {
  draftId: string;
  version: number;
  body: DraftBody;
  editedBy: string;
  editedAt: Date;
}

export async function insertVersion(tx: Tx, version: Omit<DraftVersion, 'editedAt'>): Promise<void> {
  await run(
    tx.db,
    sql`insert into answer_draft_versions (draft_id, version, body, edited_by, edited_at)
        values (${version.draftId}, ${version.version}, ${JSON.stringify(version.body)}::jsonb, ${version.editedBy}, ${tx.now})`,
  );
}

export function versionsOf(db: Db, draftIds: readonly string[]): Promise<DraftVersion[]> {
  return rows<DraftVersion>(
    db,
    sql`select draft_id as "draftId", version, body, edited_by as "editedBy", edited_at as "editedAt"
        from answer_draft_versions where draft_id = any(${draftIds}::uuid[]) order by draft_id, version`,
  );
}

export interface DraftStepTaken {
  draftId: string;
  at: Date;
  staffId: string | null;
  postOf: string | null;
  what: 'submitted' | 'approved' | 'sent-back' | 'edited' | 'taken-over' | 'taken-back' | 'given' | 'dropped';
  rung: Rung | null;
  version: number;
  why: string | null;
}

export async function insertStep(tx: Tx, step: Omit<DraftStepTaken, 'at'>): Promise<void> {
  await run(
    tx.db,
    sql`insert into answer_draft_steps (draft_id, at, staff_id, post_of, what, rung, version, why)
        values (${step.draftId}, ${tx.now}, ${step.staffId}, ${step.postOf}, ${step.what}, ${step.rung}, ${step.version}, ${step.why})`,
  );
}

export function stepsOf(db: Db, draftIds: readonly string[]): Promise<DraftStepTaken[]> {
  return rows<DraftStepTaken>(
    db,
    sql`select draft_id as "draftId", at, staff_id as "staffId", post_of as "postOf", what, rung, version, why
        from answer_draft_steps where draft_id = any(${draftIds}::uuid[]) order by draft_id, id`,
  );
}

/** A late keystroke may have begun a second draft while the first was with others; the one that comes back is the one that counts. */
export async function dropOthersInHand(
  tx: Tx,
  { id, assignmentId, kind }: Pick<Draft, 'id' | 'assignmentId' | 'kind'>,
  holderId: string,
): Promise<void> {
  await run(
    tx.db,
    sql`update answer_drafts set state = 'dropped', changed_at = ${tx.now}
        where assignment_id = ${assignmentId} and kind = ${kind} and holder_id = ${holderId} and id <> ${id}
          and state in ('writing','sent-back')`,
  );
}

/** What somebody has in hand, or gets back should it not be approved. */
export function draftsInHandOf(db: Db, staffId: string): Promise<Draft[]> {
  return rows<Draft>(
    db,
    sql`select ${columns} from answer_drafts
        where holder_id = ${staffId} and state in ('writing','submitted','sent-back') order by changed_at, id`,
  );
}
