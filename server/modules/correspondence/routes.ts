import { Type } from 'typebox';
import { AnnouncementPreview, AnnouncementText } from '../../../contract/announcing.ts';
import { ById } from '../../../contract/request-acts.ts';
import { MessagePage, MessageView, TextTrial, TextTried, TextView } from '../../../contract/messages.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import { isId } from '../../kernel/ids.ts';
import type { Route } from '../../kernel/http/route.ts';
import { apiRoute, pageRoute, staffOf } from '../../kernel/http/route.ts';
import { sameText } from '../../kernel/secrets.ts';
import { refuse } from '../../kernel/refusals.ts';
import { revisionsOf, shownRevision } from '../../kernel/revisions.ts';
import {
  listRights,
  lookAt,
  mayKnowWho,
  readableCase,
  requestsByIds,
  requireOn,
  withinSight,
} from '../requests/door.ts';
import { changeText, keyOf } from './actions/change-text.ts';
import { resend } from './actions/resend.ts';
import { gatewaysInUse } from './gateways-in-use.ts';
import { MalformedPush } from './gateways/gateway.ts';
import { messageView } from './present.ts';
import { takeReceipts } from './receipts.ts';
import { allTexts, attemptsOf, messagesOfRequest, newestMessages, outboxCounts } from './store.ts';
import type { Message, MessageState } from './message.ts';
import type { TextKey } from './texts.ts';
import { TEXT_KEYS } from './texts.ts';
import { previewAnnouncement } from './preview-announcement.ts';
import { tryText } from './try-text.ts';

async function views(house: House, actor: StaffActor, messages: Message[]): Promise<MessageView[]> {
  const ids = messages.map(({ id }) => id);
  const about = [...new Set(messages.flatMap(({ requestId }) => requestId ?? []))];
  const [attempts, requests] = await Promise.all([attemptsOf(house.db, ids), requestsByIds(house.db, about)]);
  const secret = new Set(requests.filter((request) => !mayKnowWho(actor, request)).map(({ id }) => id));
  return messages.map((message) => messageView(message, attempts, !secret.has(message.requestId ?? '')));
}

/** A page may so be shorter than its length; what is kept from somebody leaves no gap that could be told from an end. */
async function ofRequestsInSight(house: House, actor: StaffActor, messages: Message[]): Promise<Message[]> {
  const { sights } = listRights(actor, 'message-read');
  const ids = messages.flatMap(({ requestId }) => requestId ?? []);
  const seen = await withinSight(house.db, ids, sights);
  return messages.filter(({ requestId }) => requestId === null || seen.has(requestId));
}

const PAGE = 50;

const textParams = Type.Object({
  key: Type.Enum([...TEXT_KEYS]),
  channel: Type.Enum(['sms', 'email']),
  language: Type.Enum(['tr', 'en']),
});

export const correspondenceRoutes: Route[] = [
  apiRoute({
    method: 'POST',
    path: '/api/v1/requests/:id/announcement-preview',
    summary: 'Who would be told by an announcement, in which words and for how much; nothing is sent',
    who: 'staff',
    params: ById,
    body: AnnouncementText,
    response: AnnouncementPreview,
    async handle({ house, actor, params, body }) {
      const found = await readableCase(house.db, staffOf(actor), params.id);
      requireOn(staffOf(actor), 'incident-announce', found);
      return previewAnnouncement(house, { leadId: found.request.leadId ?? found.request.id, text: body });
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/:id/messages',
    summary: 'What the citizen was told about one request, with every attempt',
    who: 'staff',
    params: Type.Object({ id: Type.String() }),
    response: Type.Array(MessageView),
    async handle({ house, actor, params }) {
      if (!isId(params.id)) throw refuse('not-found');
      return lookAt(house, staffOf(actor), { id: params.id }, async (found) => {
        requireOn(staffOf(actor), 'message-read', found);
        return views(house, staffOf(actor), await messagesOfRequest(house.db, found.request.id));
      });
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/messages',
    summary: 'The newest messages, or only those in some states; dead letters wait here for a person',
    who: ['message-resend'],
    query: Type.Object(
      { states: Type.Optional(Type.String({ maxLength: 200 })), after: Type.Optional(Type.String({ maxLength: 100 })) },
      { additionalProperties: false },
    ),
    response: MessagePage,
    async handle({ house, actor, query }) {
      const states = query.states?.split(',') as MessageState[] | undefined;
      const before = query.after === undefined ? undefined : cursorOf(query.after);
      const messages = await newestMessages(house.db, { states, before, limit: PAGE });
      const last = messages.at(-1);
      const next = messages.length === PAGE && last ? `${last.createdAt.toISOString()}_${last.id}` : null;
      const seen = await ofRequestsInSight(house, staffOf(actor), messages);
      return { messages: await views(house, staffOf(actor), seen), next, ...(await outboxCounts(house.db)) };
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/messages/:id/resend',
    summary: 'Tries a dead letter again',
    who: ['message-resend'],
    params: Type.Object({ id: Type.String() }),
    body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }, { additionalProperties: false }),
    async handle({ house, actor, params, body }) {
      if (!isId(params.id)) throw refuse('not-found');
      await inTransaction(house, { actor }, (tx) => resend(tx, { messageId: params.id, reason: body.reason }));
      return {};
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/texts',
    summary: 'The texts messages are made of',
    who: ['settings-history'],
    response: Type.Array(TextView),
    handle: ({ house }) => allTexts(house.db),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/texts/try',
    summary: 'How a text still being written would arrive, and what it would cost; nothing is saved or sent',
    who: ['settings-history', 'season-switch'],
    body: TextTried,
    response: TextTrial,
    handle: ({ house, body }) => tryText(house, body),
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/texts/:key/:channel/:language',
    summary: 'Changes a text; the versions before stay',
    who: ['settings-change'],
    params: textParams,
    body: Type.Object(
      {
        subject: Type.Union([Type.String({ maxLength: 200 }), Type.Null()]),
        body: Type.String({ maxLength: 5000 }),
        reason: Type.String({ minLength: 1, maxLength: 500 }),
      },
      { additionalProperties: false },
    ),
    response: TextView,
    async handle({ house, actor, params, body }) {
      staffOf(actor);
      const text = { ...(params as { key: TextKey; channel: 'sms' | 'email'; language: 'tr' | 'en' }), ...body };
      return inTransaction(house, { actor }, (tx) => changeText(tx, text));
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/texts/:key/:channel/:language/revisions',
    summary: 'Every version of a text: who, when, why',
    who: ['settings-history'],
    params: textParams,
    handle: async ({ house, params }) => {
      const key = keyOf(params as { key: TextKey; channel: 'sms' | 'email'; language: 'tr' | 'en' });
      return (await revisionsOf(house.db, 'text', key)).map(shownRevision);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/webhooks/sms/:key',
    summary: 'Receipts pushed by the SMS provider, under a secret path',
    who: 'provider',
    bodyLimit: 5 * 1024 * 1024,
    async handle({ house, params, request, reply }) {
      // Verimor signs nothing: the secret in the path is what tells it from anybody else.
      if (!sameText(params.key ?? '', house.config.sms.receiptKey)) throw refuse('not-found');
      const now = () => house.clock.now();
      const { sms } = gatewaysInUse({
        config: house.config,
        senderTitle: '',
        sender: { name: '', address: 'a@b.c' },
        now,
      });
      if (!sms) throw refuse('not-found');
      const push = parsed(() => sms.parsePush(Buffer.from(JSON.stringify(request.body ?? null))));
      await takeReceipts(house, sms.name, push.receipts);
      return reply.code(200).type('text/plain').send('OK');
    },
  }),
];

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof MalformedPush) throw refuse('input-invalid');
    throw error;
  }
}

function cursorOf(after: string): { createdAt: Date; id: string } {
  const [at = '', id = ''] = after.split('_');
  const createdAt = new Date(at);
  if (Number.isNaN(createdAt.getTime()) || !isId(id)) throw refuse('input-invalid', { field: 'after' });
  return { createdAt, id };
}
