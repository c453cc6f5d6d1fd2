/**
 * What the outbox may ask of any provider, and nothing of how one answers. Adapters behind this file never touch
 * the database, never retry and never throw for a failed send: they say what is known, and `unknown` when it isn't.
 */

/** One text to one mobile number. `text` is final: normalise or transliterate it (sms-text.ts) before it comes here. */
export interface OutgoingSms {
  /** Our delivery id, stable over attempts: the provider carries it and receipts bring it back. */
  id: string;
  /** E.164, a Turkish mobile: +905XXXXXXXXX. */
  to: string;
  text: string;
}

/**
 * What travels in one request. Title and validity are the request's in every Turkish API, so messages that differ in
 * them belong to different batches. A number should occur once: NetGSM reports by (job, number), so a second message
 * to the same number comes back `rejected-temporary` / `same-number-in-batch` and waits for the next batch, which
 * also keeps the order a citizen reads in.
 */
export interface SmsBatch {
  /** Ours, new for every attempt, stored with each delivery BEFORE sending: the key for `lookUp` after a time-out. */
  reference: string;
  /** The registered title (başlık), 3–11 characters. */
  senderTitle: string;
  /** The operator gives up after this instant; providers hold 1 minute to 48 hours, 24 hours unless told. */
  validUntil?: Date;
  messages: readonly OutgoingSms[];
}

/**
 * - `accepted`: the provider has taken it (or had it already: `duplicate`); a receipt will follow.
 * - `rejected-permanent`: sending this again can't help; a person must look.
 * - `rejected-temporary`: it was certainly not taken; try later.
 * - `unknown`: it may have been taken. `lookUp` first; send again only what the provider doesn't know.
 */
export type SendState = 'accepted' | 'rejected-permanent' | 'rejected-temporary' | 'unknown';

export interface SendResult {
  id: string;
  state: SendState;
  /** The provider's id for the request (Verimor campaign, NetGSM job) or, for mail, the server's queue answer. */
  providerId?: string;
  /** The provider's own code, or one of `GatewayCode`. */
  code?: string;
  /** For the operator's eyes; holds no text and no number. */
  detail?: string;
  /** The provider refused it as a repeat of one it has already taken today: told once, not twice. */
  duplicate?: boolean;
  /** The fault is the account's (credit, password, title), not this message's: it opens the circuit and calls a person. */
  account?: boolean;
  /** The provider asked to wait at least so long, in milliseconds. */
  retryAfter?: number;
}

/** Codes of our own, where no answer of the provider's exists to quote. */
export type GatewayCode =
  | 'timeout'
  | 'connection-refused'
  | 'connection-lost'
  | 'garbled-answer'
  | 'answer-too-large'
  | 'redirected'
  | 'server-error'
  | 'rate-limited'
  | 'same-number-in-batch'
  | 'not-a-mobile'
  | 'empty-text'
  | 'text-too-long'
  | 'bad-title'
  | 'bad-address';

/** What is needed to ask a provider about a message that left us. */
export interface SentSms {
  id: string;
  to: string;
  /** As sent: its alphabet decides in which of the batch's requests it travelled. */
  text: string;
  /** `SmsBatch.reference` of the last attempt. */
  reference: string;
  /** `SendResult.providerId`, when an answer came. */
  providerId?: string;
  /** When that attempt began. */
  attemptedAt: Date;
}

/** Only ever forwards: see `furtherState`. */
export type ReceiptState = 'accepted' | 'sent' | 'delivered' | 'failed' | 'expired';

export interface Receipt {
  /** Our delivery id, given back. */
  id: string;
  providerId: string;
  state: ReceiptState;
  /** When the provider says it happened; for a message still under way, when it told us. */
  at: Date;
  /** Parts the provider charged: the truth, where `estimate` is a forecast. */
  segments?: number;
  /** The provider's status, with the operator's error after a colon: `NOT_DELIVERED:27`. */
  code: string;
  /** This attempt was blocked as a repeat; the receipt that counts is the first attempt's. */
  duplicate?: boolean;
}

/** A citizen's own SMS, pushed to the same address as the receipts. */
export interface InboundSms {
  providerId: string;
  from: string;
  to: string;
  text: string;
  at: Date;
}

export interface Push {
  receipts: Receipt[];
  inbound: InboundSms[];
}

export interface SmsEstimate {
  alphabet: 'gsm' | 'turkish' | 'unicode';
  /** As this provider counts them. */
  characters: number;
  segments: number;
  /** Characters still free in the last segment. */
  left: number;
  costKurus: number;
  /** More than the provider takes in one message. */
  tooLong: boolean;
}

export interface SmsGateway {
  readonly name: string;
  /** Messages per batch the adapter takes. */
  readonly maxBatch: number;
  /** Different references one `lookUp` may ask about: providers allow 10 to 20 questions a minute. */
  readonly maxReferences: number;
  /** Whether receipts are pushed; where not, `lookUp` is the only source. */
  readonly pushes: boolean;
  /** One result per message, in the batch's order. Never throws for what the network or the provider does. */
  send(batch: SmsBatch): Promise<SendResult[]>;
  /**
   * What the provider knows of these: both the look-up after `unknown` and the reconciliation of lost receipts. A
   * message absent from the answer is not known there, so it may be sent again. Throws `GatewayUnavailable` when the
   * question could not be answered in full: absence must never be guessed.
   */
  lookUp(sent: readonly SentSms[]): Promise<Receipt[]>;
  /** Reads a pushed body. Throws `MalformedPush` for anything else; answer 200 only after the receipts are stored. */
  parsePush(rawBody: Buffer): Push;
  estimate(text: string): SmsEstimate;
}

export interface OutgoingMail {
  /** Our delivery id; the Message-ID is made from it, so a repeat carries the same one. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** `auto-replied` for the acknowledgement of a mail, `auto-generated` otherwise (RFC 3834). */
  kind: 'auto-generated' | 'auto-replied';
  replyTo?: string;
  /** Message-ID of the mail this answers, with the chain before it (oldest first). */
  inReplyTo?: string;
  references?: readonly string[];
}

export interface MailGateway {
  readonly name: string;
  /** `unknown` here means the connection broke after the text was handed over: sending again is right, the Message-ID being the same. */
  send(mail: OutgoingMail): Promise<SendResult>;
  /** The Message-ID a mail with this delivery id has, for matching replies and bounces. */
  messageId(id: string): string;
  close(): Promise<void>;
}

/** The provider could not be asked, or answered only in part. */
export class GatewayUnavailable extends Error {
  readonly code: string;
  readonly retryAfter: number | undefined;
  constructor(code: string, retryAfter?: number) {
    super(`gateway unavailable: ${code}`);
    this.name = 'GatewayUnavailable';
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** A pushed body that isn't the provider's. */
export class MalformedPush extends Error {
  constructor(reason: string) {
    super(`malformed push: ${reason}`);
    this.name = 'MalformedPush';
  }
}

const RANK: Record<ReceiptState, number> = { accepted: 0, sent: 1, expired: 2, failed: 3, delivered: 4 };

/**
 * The state after hearing `heard` while knowing `known`. Receipts come late, twice and out of order, so a state only
 * moves up; `delivered` beats `failed`, since a phone that showed the text cannot un-show it.
 */
export function furtherState(known: ReceiptState, heard: ReceiptState): ReceiptState {
  return RANK[heard] > RANK[known] ? heard : known;
}
