/** Letters over HTTP: which there are, how one would look, the copy for the post, and where the signed original lies. */
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { PreviewAsked } from '../../../contract/answer-preview.ts';
import { EbysRecorded, LetterForThePost, LetterShown } from '../../../contract/letters.ts';
import { ById } from '../../../contract/request-acts.ts';
import { normaliseInput } from '../../../text/turkish.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import type { Route } from '../../kernel/http/route.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import { isId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusals.ts';
import { groundsNamed, lookAt, requireRight, revealPersonalData } from '../requests/door.ts';
import { citizensCopy, copyForThePost, previewLetter, recordEbys } from './letters/keep-letters.ts';
import type { KeptLetter } from './letters/letter-store.ts';
import { letterOfAnswer, lettersOf } from './letters/letter-store.ts';

const OfLetter = Type.Object({ id: ById.properties.id, answer: ById.properties.id }, { additionalProperties: false });

export const letterRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/:id/letters',
    summary: 'The official letters of a request’s answers',
    who: 'staff',
    params: ById,
    response: Type.Array(LetterShown),
    handle: ({ house, actor, params }) =>
      lookAt(house, staffOf(actor), { id: params.id }, async ({ request }) =>
        (await lettersOf(house.db, request.id)).map(({ answerId, ebysNumber, ebysDate }) => ({
          ...{ answerId, ebysNumber, ebysDate },
        })),
      ),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/requests/:id/letter-preview',
    summary:
      'An answer still being written as an official letter (application/pdf), marked as a draft, the name masked',
    who: 'staff',
    params: ById,
    body: PreviewAsked,
    async handle({ house, actor, params, body, reply }) {
      const by = staffOf(actor);
      const bytes = await lookAt(house, by, { id: params.id }, ({ request, assignments }) => {
        if (body.assignmentId !== null && !assignments.some(({ id }) => id === body.assignmentId))
          throw refuse('input-invalid', { field: 'assignmentId' });
        const answer = {
          ...body,
          ...{ text: normaliseInput(body.text), authorId: by.id, answeredAt: house.clock.now() },
          forwardedTo: body.outcome === 'forwarded' ? normaliseInput(body.forwardedTo ?? '') || null : null,
          grounds: groundsNamed(body.grounds ?? [], { kind: request.kind, outcome: body.outcome }),
          kind: body.kind === 'interim' ? ('interim' as const) : ('final' as const),
        };
        return previewLetter(house, { request, answer, by });
      });
      return sendPdf(reply, bytes, 'taslak');
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/:id/letters/:answer',
    summary: 'The citizen’s copy of a letter (application/pdf)',
    who: 'staff',
    params: OfLetter,
    handle: ({ house, actor, params, reply }) =>
      lookAt(house, staffOf(actor), { id: params.id }, async () =>
        sendPdf(reply, await citizensCopy(house, await letterIn(house, params)), params.answer),
      ),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/requests/:id/letters/:answer/post',
    summary: 'A letter with the addressee’s name, for the post (application/pdf); asks why, and is written down',
    who: 'staff',
    params: OfLetter,
    body: LetterForThePost,
    async handle({ house, actor, params, body, reply }) {
      await requireRight(house, staffOf(actor), { of: 'requests', id: params.id, needs: 'reveal-personal-data' });
      const letter = await letterIn(house, params);
      await inTransaction(house, { actor }, (tx) =>
        revealPersonalData(tx, { requestId: params.id, field: 'name', reason: body.reason }),
      );
      return sendPdf(reply, await copyForThePost(house, letter), params.answer);
    },
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/requests/:id/letters/:answer/ebys',
    summary: 'Records under which number the signed original lies in the document system',
    who: 'staff',
    params: OfLetter,
    body: EbysRecorded,
    async handle({ house, actor, params, body }) {
      await requireRight(house, staffOf(actor), { of: 'requests', id: params.id, needs: 'answer' });
      const { answerId } = await letterIn(house, params);
      await inTransaction(house, { actor }, (tx) => recordEbys(tx, { answerId, ...body }));
      return {};
    },
  }),
];

/** Only a letter of this very request. */
async function letterIn(house: House, { id, answer }: { id: string; answer: string }): Promise<KeptLetter> {
  const letter = isId(answer) ? await letterOfAnswer(house.db, answer) : undefined;
  if (!letter || letter.requestId !== id) throw refuse('not-found');
  return letter;
}

function sendPdf(reply: FastifyReply, bytes: Buffer, name: string): FastifyReply {
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="yazi-${name}.pdf"`)
    .header('cache-control', 'private, no-store')
    .send(bytes);
}
