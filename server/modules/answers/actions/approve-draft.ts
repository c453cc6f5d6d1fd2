/** The rung reads a draft and lets it go on: to the next rung, or, from the last one, to the citizen. */
import type { Hat } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import type { Rung } from '../../requests/door.ts';
import { RUNGS, answerAssignment, checkAnswer, giveInterimAnswer, hatOnRung } from '../../requests/door.ts';
import type { Draft, DraftBody } from '../draft.ts';
import { checkStep } from '../draft.ts';
import { insertVersion, writeDraft } from '../draft-store.ts';
import { ApprovalAwaited } from '../facts.ts';
import type { OpenDraft } from '../open-draft.ts';
import { openDraft, recordStep } from '../open-draft.ts';
import { climb, readingOf } from '../rungs-left.ts';

export interface ApproveDraft {
  draftId: string;
  version: number;
  /** The approver's own words in the place of the draft's. */
  body?: DraftBody | undefined;
  seen?: number | undefined;
  /** Whether the answer may leave with this act: only a held one may, so that it can be taken back. */
  mayGive: boolean;
}

/**
 * Refuses 'already-approved' to the second of two, 'not-allowed' to whoever does not stand on the rung, 'changed-meanwhile' when another version
 * was read or when it turns out to be the last rung without having been held.
 */
export async function approveDraft(tx: Tx, given: ApproveDraft): Promise<{ given: boolean }> {
  const open = await openDraft(tx, given.draftId, given.seen);
  const hat = await checkApprover(tx, open, given.version);
  const draft = given.body === undefined ? open.draft : await withOwnWords(tx, open.draft, given.body);
  const reached = open.draft.rung!;
  const { passed, next } = await climb(readingOf(tx), { ...open, draft }, reached);
  await sign(tx, draft, { hat, rungs: [reached, ...passed] });
  if (next === null) {
    if (!given.mayGive) throw refuse('changed-meanwhile', { changes: [] });
    await give(tx, { ...open, draft });
    return { given: true };
  }
  await checkAnswer(tx.db, { ...open, kind: draft.kind, despite: null, ...draft.body });
  await writeDraft(tx, draft.id, { state: 'submitted', rung: next, version: draft.version });
  const { directorateCode: directorate, authorId, requestId } = draft;
  tx.record(ApprovalAwaited(requestId, { draftId: draft.id, rung: next, directorate, authorId }));
  return { given: false };
}

/** In which capacity they sign. */
export async function checkApprover(tx: Tx, open: OpenDraft, version: number): Promise<Hat> {
  const { draft, actor } = open;
  checkStep('approve', draft);
  const hat = await hatOnRung(readingOf(tx), actor, draft.rung!, open);
  if (hat === undefined) throw refuse((await stoodBelow(tx, open)) ? 'already-approved' : 'not-allowed');
  if (draft.version !== version) throw refuse('changed-meanwhile', { changes: [] });
  return hat;
}

/** Theirs was a rung that somebody else has signed, perhaps a moment ago: they are told so, and not that they may not. */
async function stoodBelow(tx: Tx, open: OpenDraft): Promise<boolean> {
  const below = RUNGS.slice(0, RUNGS.indexOf(open.draft.rung!));
  const hats = await Promise.all(below.map((rung) => hatOnRung(readingOf(tx), open.actor, rung, open)));
  return hats.some((hat) => hat !== undefined);
}

async function withOwnWords(tx: Tx, draft: Draft, body: DraftBody): Promise<Draft> {
  if (JSON.stringify(body) === JSON.stringify(draft.body)) return draft;
  const version = draft.version + 1;
  const edited = { ...draft, body, version };
  await insertVersion(tx, { draftId: draft.id, version, body, editedBy: actorId(tx) });
  await writeDraft(tx, draft.id, { state: 'submitted', rung: draft.rung, version, body });
  await recordStep(tx, edited, { what: 'edited' });
  return edited;
}

async function sign(tx: Tx, draft: Draft, { hat, rungs }: { hat: Hat; rungs: readonly Rung[] }): Promise<void> {
  const postOf = hat.staffId === actorId(tx) ? null : hat.staffId;
  for (const rung of rungs) await recordStep(tx, draft, { what: 'approved', rung, postOf });
}

async function give(tx: Tx, { draft }: OpenDraft): Promise<void> {
  const { assignmentId, authorId, kind, body } = draft;
  const { text, outcome, forwardedTo, grounds, despite = null } = body;
  const { answerId } =
    kind === 'interim'
      ? await giveInterimAnswer(tx, { assignmentId, text, authorId, despite })
      : await answerAssignment(tx, {
          ...{ assignmentId, text, authorId, despite },
          outcome: outcome!,
          forwardedTo: forwardedTo ?? undefined,
          grounds,
        });
  await writeDraft(tx, draft.id, { state: 'given', answerId });
  await recordStep(tx, draft, { what: 'given' });
}

function actorId(tx: Tx): string {
  if (tx.actor.kind !== 'staff') throw new Error('only a person approves a draft');
  return tx.actor.id;
}
