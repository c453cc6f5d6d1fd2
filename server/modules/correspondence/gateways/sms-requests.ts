/**
 * From a batch to the requests that carry it, the same for every HTTP provider: check each message here so that one
 * bad number can't refuse its neighbours, one alphabet per request (it is the request's parameter), and when the
 * provider still refuses a request for one message's sake, halve it until that message stands alone.
 */
import type { GatewayCode, OutgoingSms, SendResult, SmsBatch } from './gateway.ts';
import type { CallFailed } from './http-call.ts';
import { alphabetOf, type Alphabet } from './segments.ts';

export interface SmsRequest {
  reference: string;
  alphabet: Alphabet;
  messages: readonly OutgoingSms[];
}

/** What the provider said of a whole request. */
export interface Verdict extends Omit<SendResult, 'id'> {
  /** It refused all, but the reason may be a single message's. */
  oneAtFault?: boolean;
}

export interface SmsPolicy {
  tooLong(text: string): boolean;
  /** The provider reports by number, so a number may occur once in a request. */
  numbersOnce: boolean;
  post(request: SmsRequest): Promise<Verdict>;
}

// Enough to isolate two or three messages among 500; a batch that is bad throughout must not eat the minute's quota.
const REQUESTS_PER_BATCH = 40;

/** One result per message, in the batch's order. */
export async function sendBatch(batch: SmsBatch, policy: SmsPolicy): Promise<SendResult[]> {
  if (!TITLE.test(batch.senderTitle)) return batch.messages.map(({ id }) => ({ id, ...BAD_TITLE }));
  const results = new Map<string, SendResult>();
  const sendable = batch.messages.filter((message) => {
    const code = faultOf(message, policy);
    if (code) results.set(message.id, { id: message.id, state: 'rejected-permanent', code });
    return !code;
  });
  const { first, repeated } = policy.numbersOnce ? onePerNumber(sendable) : { first: sendable, repeated: [] };
  for (const { id } of repeated) {
    results.set(id, { id, state: 'rejected-temporary', code: 'same-number-in-batch' satisfies GatewayCode });
  }
  const budget = { requests: REQUESTS_PER_BATCH };
  for (const request of requestsOf(batch.reference, first)) {
    for (const result of await sendIsolating(request, policy, budget)) results.set(result.id, result);
  }
  return batch.messages.map(({ id }) => results.get(id) ?? { id, state: 'rejected-temporary' });
}

/** The reference a message's request carried: known again at look-up from the batch's reference and the text. */
export function requestReference(batchReference: string, text: string): string {
  return referenceFor(batchReference, alphabetOf(text));
}

/** A call that brought no answer. A redirect means a wrong address in our settings: a person must correct it. */
export function verdictOfFailure({ code, mayHaveArrived }: CallFailed): Verdict {
  if (mayHaveArrived) return { state: 'unknown', code };
  return { state: 'rejected-temporary', code, account: code === 'redirected' || undefined };
}

/** A Turkish mobile, as domestic gateways take it: 10 digits from 5 on. */
export function nationalNumber(e164: string): string | null {
  return /^\+90(5\d{9})$/.exec(e164)?.[1] ?? null;
}

// 3 to 11 characters, no Turkish letters: what BTK lets an institution register.
const TITLE = /^[A-Za-z0-9 .*-]{3,11}$/;
const BAD_TITLE = { state: 'rejected-temporary', code: 'bad-title' satisfies GatewayCode, account: true } as const;

function faultOf({ to, text }: OutgoingSms, policy: SmsPolicy): GatewayCode | null {
  if (!nationalNumber(to)) return 'not-a-mobile';
  if (text.trim() === '') return 'empty-text';
  return policy.tooLong(text) ? 'text-too-long' : null;
}

function onePerNumber(messages: readonly OutgoingSms[]): { first: OutgoingSms[]; repeated: OutgoingSms[] } {
  const seen = new Set<string>();
  const first: OutgoingSms[] = [];
  const repeated: OutgoingSms[] = [];
  for (const message of messages) {
    (seen.has(message.to) ? repeated : first).push(message);
    seen.add(message.to);
  }
  return { first, repeated };
}

function requestsOf(reference: string, messages: readonly OutgoingSms[]): SmsRequest[] {
  const byAlphabet = Map.groupBy(messages, (message) => alphabetOf(message.text));
  return [...byAlphabet].map(([alphabet, group]) => ({
    reference: referenceFor(reference, alphabet),
    alphabet,
    messages: group,
  }));
}

function referenceFor(reference: string, alphabet: Alphabet): string {
  return alphabet === 'gsm' ? reference : `${reference}-${alphabet[0]}`;
}

async function sendIsolating(
  request: SmsRequest,
  policy: SmsPolicy,
  budget: { requests: number },
): Promise<SendResult[]> {
  const { messages } = request;
  if (budget.requests <= 0) return resultsOf(messages, { state: 'rejected-temporary', code: 'rate-limited' });
  budget.requests -= 1;
  const verdict = await policy.post(request);
  if (!verdict.oneAtFault || messages.length === 1) return resultsOf(messages, verdict);
  const middle = Math.ceil(messages.length / 2);
  const firstHalf = await sendIsolating({ ...request, messages: messages.slice(0, middle) }, policy, budget);
  const secondHalf = await sendIsolating({ ...request, messages: messages.slice(middle) }, policy, budget);
  return [...firstHalf, ...secondHalf];
}

function resultsOf(messages: readonly OutgoingSms[], { oneAtFault: _, ...verdict }: Verdict): SendResult[] {
  return messages.map(({ id }) => ({ id, ...verdict }));
}
