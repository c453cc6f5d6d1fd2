/** Everything that is done to a draft of an answer, one row each. */
import { Type } from 'typebox';
import {
  AnswerChecked,
  Approved,
  DraftApproval,
  DraftKept,
  DraftSaved,
  DraftSentBack,
  DraftSubmitted,
  DraftsShown,
  WaitingApprovals,
} from '../../../contract/answers.ts';
import { ById } from '../../../contract/request-acts.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import type { Route } from '../../kernel/http/route.ts';
import { refuse } from '../../kernel/refusals.ts';
import { assignmentsOf, holdAct, presentHeldAct, readableCase, requestById, requireRight } from '../requests/door.ts';
import { approveDraft } from './actions/approve-draft.ts';
import { keepDraft } from './actions/keep-draft.ts';
import { dropDraft, sendDraftBack, takeDraftBack, takeDraftOver } from './actions/mend-draft.ts';
import { submitDraft } from './actions/submit-draft.ts';
import type { Draft, DraftBody } from './draft.ts';
import { draftById } from './draft-store.ts';
import { checkWords } from './check-words.ts';
import { presentDrafts, presentWaiting } from './present.ts';
import { climb } from './rungs-left.ts';

const Nothing = Type.Object({});

export const draftRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/:id/answer-drafts',
    summary: 'Drafts of answers to a request: one’s own, and those that were submitted, with whose approval they await',
    who: 'staff',
    params: ById,
    response: DraftsShown,
    handle: async ({ house, actor, params }) =>
      presentDrafts(house, staffOf(actor), await readableCase(house.db, staffOf(actor), params.id)),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/answer-drafts/waiting',
    summary: 'Drafts that wait for one’s own approval, longest waiting first',
    who: ['answer-approve'],
    response: WaitingApprovals,
    handle: ({ house, actor }) => presentWaiting(house, staffOf(actor)),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/assignments/:id/answer-check',
    summary:
      'What there is to say about words that may become an answer, and whose approval they need; nothing is kept',
    who: 'staff',
    params: ById,
    body: DraftKept,
    response: AnswerChecked,
    async handle({ house, actor, params, body }) {
      const requestId = await requireRight(house, staffOf(actor), {
        of: 'assignments',
        id: params.id,
        needs: 'answer',
      });
      const found = await readableCase(house.db, staffOf(actor), requestId);
      return checkWords(house, staffOf(actor), { found, assignmentId: params.id, ...body });
    },
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/assignments/:id/answer-draft',
    summary: 'Keeps what is being typed; nobody else sees it',
    who: 'staff',
    params: ById,
    body: DraftKept,
    response: DraftSaved,
    async handle({ house, actor, params, body }) {
      await requireRight(house, staffOf(actor), { of: 'assignments', id: params.id, needs: 'answer' });
      return inTransaction(house, { actor }, async (tx) => ({
        ...(await keepDraft(tx, { assignmentId: params.id, ...body })),
        savedAt: tx.now.toISOString(),
      }));
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/assignments/:id/answer-drafts',
    summary: 'Submits a draft for approval',
    who: 'staff',
    params: ById,
    body: DraftSubmitted,
    response: Type.Object({ id: Type.String() }),
    async handle({ house, actor, params, body }) {
      await requireRight(house, staffOf(actor), { of: 'assignments', id: params.id, needs: 'answer' });
      return inTransaction(house, { actor }, (tx) => submitDraft(tx, { assignmentId: params.id, ...body }));
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/answer-drafts/:id/approval',
    summary:
      'Approves a draft; on the last rung it is the answer and is held for some seconds, in which it can be taken back',
    who: ['answer-approve'],
    params: ById,
    body: DraftApproval,
    response: Approved,
    handle: async ({ house, actor, params, body }) => {
      const staff = staffOf(actor);
      const { draft, isLast } = await draftToApprove(house, staff, params.id, body.body);
      const act = { draftId: draft.id, ...body };
      if (!isLast) {
        await inTransaction(house, { actor }, (tx) => approveDraft(tx, { ...act, mayGive: false }));
        return { held: null };
      }
      const { text, outcome } = body.body ?? draft.body;
      const input = { ...act, text, outcome, assignmentId: draft.assignmentId };
      const held = await holdAct(house, staff, { requestId: draft.requestId, act: 'approve-answer', input });
      return { held: presentHeldAct(staff, held) };
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/answer-drafts/:id/return',
    summary: 'Sends a draft back to its writer, with what is missing',
    who: ['answer-approve'],
    params: ById,
    body: DraftSentBack,
    response: Nothing,
    async handle({ house, actor, params, body }) {
      await readableDraft(house, staffOf(actor), params.id);
      await inTransaction(house, { actor }, (tx) => sendDraftBack(tx, { draftId: params.id, ...body }));
      return {};
    },
  }),
  ...(
    [
      ['withdrawal', 'Takes one’s own draft back from approval', takeDraftBack],
      ['holder', 'Takes over what was sent back to a colleague; they stay its author', takeDraftOver],
      ['end', 'Lays one’s own draft aside', dropDraft],
    ] as const
  ).map(([path, summary, act]) =>
    apiRoute({
      method: 'POST',
      path: `/api/v1/answer-drafts/:id/${path}`,
      summary,
      who: 'staff',
      params: ById,
      response: Nothing,
      async handle({ house, actor, params }) {
        await readableDraft(house, staffOf(actor), params.id);
        await inTransaction(house, { actor }, (tx) => act(tx, { draftId: params.id }));
        return {};
      },
    }),
  ),
];

/** Refuses 'not-found' also for a draft of a case that is not this person's. */
async function readableDraft(house: House, actor: StaffActor, id: string): Promise<Draft> {
  const draft = await draftById(house.db, id);
  if (draft === undefined) throw refuse('not-found');
  await readableCase(house.db, actor, draft.requestId);
  return draft;
}

/** Whether the approval is the last: then it is held. Asked again by the act, under the lock. */
async function draftToApprove(
  house: House,
  actor: StaffActor,
  id: string,
  body: DraftBody | undefined,
): Promise<{ draft: Draft; isLast: boolean }> {
  const draft = await readableDraft(house, actor, id);
  const request = await requestById(house.db, draft.requestId);
  const assignment = (await assignmentsOf(house.db, draft.requestId)).find((part) => part.id === draft.assignmentId);
  if (!request || !assignment) throw refuse('not-found');
  const withWords = { ...draft, body: body ?? draft.body };
  const { next } = await climb(house, { draft: withWords, request, assignment, actor }, draft.rung);
  return { draft, isLast: next === null };
}
