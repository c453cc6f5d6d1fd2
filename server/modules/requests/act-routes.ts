/** Everything that is done to a request, one row each; how a row asks for rights and for what was seen stands in act-route.ts. */
import {
  ById,
  HeardAnswer,
  NewAnswer,
  NewAssignment,
  MaybeReason,
  NewHands,
  NewKind,
  NewInterimAnswer,
  RevealAsk,
  Revealed,
  SeenOnly,
  WithReason,
  WithText,
} from '../../../contract/request-acts.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import type { Route } from '../../kernel/http/route.ts';
import { refuse } from '../../kernel/refusals.ts';
import { directorateByCode } from '../staff/door.ts';
import { actRoute, heldRoute, requireRight } from './act-route.ts';
import { assignRequest } from './actions/assign-request.ts';
import { addStaffNote } from './actions/add-note.ts';
import { hearAnswer } from './actions/hear-answer.ts';
import { jobFrom } from './own-job.ts';
import { takeBack } from './actions/hold-act.ts';
import { resumeWork } from './actions/resume-work.ts';
import { revealPersonalData } from './actions/reveal-personal-data.ts';
import { checkHands, handAssignment, returnAssignment, workOnAssignment } from './actions/work-on-assignment.ts';

const assignmentRoutes: Route[] = [
  actRoute(
    {
      of: 'assignments',
      path: 'acceptance',
      summary: 'The directorate takes its part',
      needs: 'accept',
      body: SeenOnly,
    },
    (tx, assignmentId, { seen }) => workOnAssignment(tx, { assignmentId, step: 'accept', seen }),
  ),
  actRoute(
    { of: 'assignments', path: 'work', summary: 'Work on the part begins', needs: 'work', body: SeenOnly },
    (tx, assignmentId, { seen }) => workOnAssignment(tx, { assignmentId, step: 'work', seen }),
  ),
  actRoute(
    { of: 'assignments', path: 'on-site', summary: 'A crew is on site', needs: 'work', body: SeenOnly },
    (tx, assignmentId, { seen }) => workOnAssignment(tx, { assignmentId, step: 'go-on-site', seen }),
  ),
  actRoute(
    {
      of: 'assignments',
      path: 'return',
      summary: 'The part is not theirs and goes back, with a reason',
      needs: 'return',
      body: WithReason,
    },
    (tx, assignmentId, { reason, seen }) => returnAssignment(tx, { assignmentId, reason, seen }),
  ),
  actRoute(
    {
      of: 'assignments',
      path: 'hands',
      summary: 'Hands the part to a unit or a person of the directorate',
      needs: 'hand-to-person',
      body: NewHands,
    },
    (tx, assignmentId, { unit, person, why, seen }) =>
      handAssignment(tx, { assignmentId, unit, assigneeId: person, why, seen }),
  ),
  heldRoute(
    {
      of: 'assignments',
      path: 'answer',
      summary: 'The part is finished, with an outcome and the answer',
      needs: 'answer',
      body: NewAnswer,
      act: 'answer',
    },
    (assignmentId, given) => ({ assignmentId, despite: null, ...given }),
  ),
  heldRoute(
    {
      of: 'assignments',
      path: 'interim-answer',
      summary: 'Tells the citizen how far it is',
      needs: 'answer',
      body: NewInterimAnswer,
      act: 'interim-answer',
    },
    (assignmentId, given) => ({ assignmentId, despite: null, ...given }),
  ),
];

const caseRoutes: Route[] = [
  actRoute(
    {
      of: 'requests',
      path: 'assignments',
      summary: 'Gives a directorate its part, with the reason',
      needs: 'assign',
      body: NewAssignment,
    },
    async (tx, requestId, { directorate, unit = null, job: asked, why, seen }) => {
      const found = await directorateByCode(tx.db, directorate);
      if (!found?.active) throw refuse('input-invalid', { field: 'directorate' });
      await checkHands(tx, directorate, { unit, assigneeId: null });
      const job = asked === undefined ? null : await jobFrom(tx.db, asked);
      await assignRequest(tx, { requestId, directorate, unit, job, why, seen });
    },
  ),
  heldRoute(
    {
      of: 'requests',
      path: 'questions',
      summary: 'Asks the citizen for what is missing',
      needs: 'work',
      body: WithText,
      act: 'ask-citizen',
    },
    (requestId, { text, seen }) => ({ requestId, question: text, seen }),
  ),
  actRoute(
    {
      of: 'requests',
      path: 'citizen-answers',
      summary: 'Writes down what the citizen answered by telephone or at the counter; work goes on',
      needs: 'note',
      body: HeardAnswer,
    },
    (tx, requestId, { text, heard, seen }) => hearAnswer(tx, { requestId, text, heard, seen }),
  ),
  actRoute(
    { of: 'requests', path: 'notes', summary: 'A note only staff read', needs: 'note', body: WithText },
    (tx, requestId, { text }) => addStaffNote(tx, { requestId, text }),
  ),
  heldRoute(
    {
      of: 'requests',
      path: 'kind',
      summary: 'Puts the legal basis right, with the reason; the citizen is told whenever a law comes or goes',
      needs: 'kind-change',
      body: NewKind,
      act: 'change-kind',
    },
    (requestId, { kind, reason, seen }) => ({ requestId, kind, reason, seen }),
  ),
  actRoute(
    {
      of: 'requests',
      path: 'resumption',
      summary: 'Work goes on without waiting for the citizen any longer',
      needs: 'work',
      body: MaybeReason,
    },
    (tx, requestId, { reason, seen }) => resumeWork(tx, { requestId, reason, seen }),
  ),
  heldRoute(
    {
      of: 'requests',
      path: 'reopening',
      summary: 'Looks again: the directorates get their parts back',
      needs: 'reopen-decide',
      body: WithReason,
      act: 'reopen',
    },
    (requestId, { reason, seen }) => ({ requestId, reason, seen }),
  ),
  heldRoute(
    {
      of: 'requests',
      path: 'reopening-refusal',
      summary: 'Stands by the answer, with the reason',
      needs: 'reopen-decide',
      body: WithReason,
      act: 'refuse-reopening',
    },
    (requestId, { reason, seen }) => ({ requestId, reason, seen }),
  ),
  heldRoute(
    {
      of: 'requests',
      path: 'cancellation',
      summary: 'Recorded by mistake or as a test, with the reason',
      needs: 'cancel',
      body: WithReason,
      act: 'cancel',
    },
    (requestId, { reason, seen }) => ({ requestId, reason, seen }),
  ),
  heldRoute(
    {
      of: 'requests',
      path: 'withdrawal',
      summary: 'Withdraws it because the citizen asked staff to, with how they asked; the citizen is told',
      needs: 'withdraw-for-citizen',
      body: WithReason,
      act: 'withdraw-for-citizen',
    },
    (requestId, { reason, seen }) => ({ requestId, reason, seen }),
  ),
];

const revealRoute = apiRoute({
  method: 'POST',
  path: '/api/v1/requests/:id/reveal',
  summary: 'Shows one masked field; asks why, and is written into the history and the audit',
  who: 'staff',
  params: ById,
  body: RevealAsk,
  response: Revealed,
  async handle({ house, actor, params, body }) {
    await requireRight(house, staffOf(actor), { of: 'requests', id: params.id, needs: 'reveal-personal-data' });
    return inTransaction(house, { actor }, (tx) => revealPersonalData(tx, { requestId: params.id, ...body }));
  },
});

const takeBackRoute = apiRoute({
  method: 'DELETE',
  path: '/api/v1/held-acts/:id',
  summary: 'Takes back what has not gone out yet',
  who: 'staff',
  params: ById,
  handle: ({ house, actor, params }) => inTransaction(house, { actor }, (tx) => takeBack(tx, { actId: params.id })),
});

export const actRoutes: Route[] = [...assignmentRoutes, ...caseRoutes, revealRoute, takeBackRoute];
