import type { Language } from '../../../text/language.ts';
import type { MessageKey } from './texts.ts';

/**
 * queued: waits for its time · sending: handed to a worker, which stored the attempt's reference first · unknown: the provider may or may not
 * have it, and is asked before anything is sent again · accepted, sent, delivered, failed, expired: what the provider says · dead: given up,
 * a person must look · cancelled: no longer owed.
 */
export type MessageState =
  'queued' | 'sending' | 'unknown' | 'accepted' | 'sent' | 'delivered' | 'failed' | 'expired' | 'dead' | 'cancelled';

export interface Message {
  id: string;
  requestId: string | null;
  textKey: MessageKey;
  channel: 'sms' | 'email';
  address: string;
  language: Language;
  subject: string | null;
  body: string;
  state: MessageState;
  createdAt: Date;
  notBefore: Date;
  attempts: number;
  reference: string | null;
  attemptedAt: Date | null;
  provider: string | null;
  providerId: string | null;
  segments: number | null;
  costKurus: number | null;
  acceptedAt: Date | null;
  endedAt: Date | null;
  lastCode: string | null;
}
