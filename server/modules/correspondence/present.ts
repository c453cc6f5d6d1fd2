import type { MessageView } from '../../../contract/messages.ts';
import { maskEmail, maskPhone } from '../../../text/turkish.ts';
import type { Message } from './message.ts';
import type { Attempt } from './store.ts';

/** The citizen's link opens their file without a password, so staff screens never hold it. */
const LINK_KEY = /(\/t\/)[A-Za-z0-9_-]{22}/g;

export function withoutKey(body: string): string {
  return body.replace(LINK_KEY, '$1…');
}

/** Where it went: masked, and of a secret identity not at all, because the last two digits are enough for a neighbour. */
export function shownAddress({ channel, address }: Pick<Message, 'channel' | 'address'>, mayKnowWho: boolean): string {
  if (!mayKnowWho) return '•••';
  return channel === 'sms' ? maskPhone(address) : maskEmail(address);
}

export function messageView(message: Message, attempts: Attempt[], mayKnowWho: boolean): MessageView {
  return {
    id: message.id,
    requestId: message.requestId,
    textKey: message.textKey,
    channel: message.channel,
    address: shownAddress(message, mayKnowWho),
    subject: message.subject,
    body: withoutKey(message.body),
    state: message.state,
    createdAt: message.createdAt.toISOString(),
    notBefore: message.notBefore.toISOString(),
    acceptedAt: message.acceptedAt?.toISOString() ?? null,
    endedAt: message.endedAt?.toISOString() ?? null,
    attempts: message.attempts,
    segments: message.segments,
    costKurus: message.costKurus,
    lastCode: message.lastCode,
    tries: attempts
      .filter((attempt) => attempt.messageId === message.id)
      .map(({ at, provider, what, result, code }) => ({ at: at.toISOString(), provider, what, result, code })),
  };
}
