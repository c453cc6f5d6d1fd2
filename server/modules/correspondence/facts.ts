import { defineFact } from '../../kernel/facts.ts';

/** A message was given up: no provider takes it, and a person must look. Its subject is the message. */
export const MessageGivenUp = defineFact<{ requestId: string | null; channel: 'sms' | 'email' }>('message-given-up');
