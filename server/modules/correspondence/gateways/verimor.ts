/**
 * Verimor's SMS API v2: `POST /v2/send.json`, plain-text answers, receipts pushed as a JSON array and asked for with
 * `GET /v2/status`. Our batch reference travels as the campaign's `custom_id`, our delivery id as the message's `id`.
 */
import {
  GatewayUnavailable,
  type OutgoingSms,
  type SentSms,
  type SmsBatch,
  type SmsGateway,
  type Receipt,
} from './gateway.ts';
import { callProvider, CallFailed, type HttpAnswer } from './http-call.ts';
import { estimateSegments, VERIMOR_RULES, VERIMOR_RULES_WITH_CODE, type Alphabet } from './segments.ts';
import {
  nationalNumber,
  requestReference,
  sendBatch,
  verdictOfFailure,
  type SmsRequest,
  type Verdict,
} from './sms-requests.ts';
import { parseVerimorPush, parseVerimorStatus } from './verimor-reports.ts';

export interface VerimorConfig {
  /** `https://sms.verimor.com.tr`, or a simulator's address. */
  baseUrl: string;
  username: string;
  password: string;
  /** Contract price of one part, in kuruş. */
  kurusPerSegment: number;
  /** Whether the operator appends its code of 5 characters: so for domestic traffic. */
  operatorCode: boolean;
  timeoutMs: number;
  now: () => Date;
}

export function verimorGateway(config: VerimorConfig): SmsGateway {
  const rules = config.operatorCode ? VERIMOR_RULES_WITH_CODE : VERIMOR_RULES;
  const estimate: SmsGateway['estimate'] = (text) => estimateSegments(text, rules, config.kurusPerSegment);
  return {
    name: 'verimor',
    maxBatch: 500,
    maxReferences: 8,
    pushes: true,
    send: (batch) =>
      sendBatch(batch, {
        tooLong: (text) => estimate(text).tooLong,
        numbersOnce: false,
        post: (request) => postCampaign(config, batch, request),
      }),
    lookUp: (sent) => lookUp(config, sent),
    parsePush: (rawBody) => parseVerimorPush(rawBody, config.now()),
    estimate,
  };
}

const DATACODING: Record<Alphabet, '0' | '1' | '2'> = { gsm: '0', turkish: '1', unicode: '2' };

async function postCampaign(config: VerimorConfig, batch: SmsBatch, request: SmsRequest): Promise<Verdict> {
  const body = JSON.stringify({
    username: config.username,
    password: config.password,
    source_addr: batch.senderTitle,
    valid_for: validFor(batch.validUntil, config.now()),
    custom_id: request.reference,
    datacoding: DATACODING[request.alphabet],
    // What a municipality tells about a citizen's own request is information, outside İYS.
    is_commercial: false,
    messages: request.messages.map(asVerimorMessage),
  });
  try {
    const headers = { 'content-type': 'application/json' };
    const url = new URL('/v2/send.json', config.baseUrl);
    return verdictOf(await callProvider({ method: 'POST', url, headers, body, timeoutMs: config.timeoutMs }));
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    return verdictOfFailure(error);
  }
}

function asVerimorMessage({ id, to, text }: OutgoingSms): { msg: string; dest: string; id: string } {
  return { msg: text, dest: `90${nationalNumber(to)}`, id };
}

/** `HH:MM`, held to what Verimor takes: one minute to 48 hours. Its own default is 24 hours. */
function validFor(validUntil: Date | undefined, now: Date): string | undefined {
  if (!validUntil) return undefined;
  const minutes = Math.min(Math.max(Math.floor((validUntil.getTime() - now.getTime()) / 60_000), 1), 48 * 60);
  const padded = (part: number): string => String(part).padStart(2, '0');
  return `${padded(Math.floor(minutes / 60))}:${padded(minutes % 60)}`;
}

const REPEATED = new Set(['MUKERRER_RAPORLAMA', 'DOUBLE_SEND_ERROR']);
const ONE_AT_FAULT = new Set([
  'MISSING_MESSAGE',
  'MESSAGE_TOO_LONG',
  'MISSING_DESTINATION_ADDRESS',
  'INVALID_DESTINATION_ADDRESS',
  'INVALID_UTF8',
  'FORBIDDEN_MESSAGE',
]);
const OURS_FOR_EVER = new Set([
  'INVALID_PERIOD',
  'INVALID_DELIVERY_TIME',
  'INVALID_DATACODING',
  'INVALID_JSON',
  'INVALID_IYS_RECIPIENT_TYPE',
]);
const ACCOUNT = new Set([
  'INSUFFICIENT_CREDITS',
  'INVALID_SOURCE_ADDRESS',
  'NUMERIC_SOURCE_ADDRESS_NOT_ALLOWED',
  'MISSING_IYS_BRAND_CODE',
  'AHS_AUTHORIZATION_ERROR',
  'NO_AHS_BRAND_ERROR',
]);

function verdictOf({ status, body, retryAfter }: HttpAnswer): Verdict {
  const word = body.trim();
  if (status === 200) {
    return /^\d{1,20}$/.test(word)
      ? { state: 'accepted', providerId: word }
      : { state: 'unknown', code: 'garbled-answer' };
  }
  if (status === 429) return { state: 'rejected-temporary', code: 'rate-limited', retryAfter: retryAfter ?? 60_000 };
  if (status === 413) return { state: 'rejected-permanent', code: 'REQUEST_TOO_LARGE', oneAtFault: true };
  if (status === 401 || status === 403) return { state: 'rejected-temporary', code: String(status), account: true };
  // The campaign may have been stored before the fault: only the look-up knows.
  if (status >= 500) return { state: 'unknown', code: 'server-error', detail: String(status) };
  return refusalOf(word);
}

function refusalOf(word: string): Verdict {
  const code = /^[A-Z0-9_]{3,60}$/.test(word) ? word : 'garbled-answer';
  if (REPEATED.has(code)) return { state: 'accepted', code, duplicate: true, oneAtFault: true };
  if (ONE_AT_FAULT.has(code)) return { state: 'rejected-permanent', code, oneAtFault: true };
  if (OURS_FOR_EVER.has(code)) return { state: 'rejected-permanent', code };
  return { state: 'rejected-temporary', code, account: ACCOUNT.has(code) || undefined };
}

const ROWS_PER_ANSWER = 100;

async function lookUp(config: VerimorConfig, sent: readonly SentSms[]): Promise<Receipt[]> {
  const byReference = Map.groupBy(sent, ({ reference, text }) => requestReference(reference, text));
  const found: Receipt[] = [];
  for (const [reference, messages] of byReference) {
    for (let start = 0; start < messages.length; start += ROWS_PER_ANSWER) {
      const wanted = new Map(messages.slice(start, start + ROWS_PER_ANSWER).map((message) => [message.id, message]));
      const receipts = await askStatus(config, reference, [...wanted.values()]);
      found.push(...receipts.filter(({ id }) => wanted.has(id)));
    }
  }
  return found;
}

async function askStatus(config: VerimorConfig, reference: string, messages: SentSms[]): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  let greaterThan: string | undefined;
  for (;;) {
    const url = statusUrl(config, reference, messages, greaterThan);
    const page = parseVerimorStatus(await askRows(config, url), config.now());
    receipts.push(...page.receipts);
    // `greater_than` must rise, or a provider that ignores it would keep us here for ever.
    if (page.count < ROWS_PER_ANSWER || !page.lastMessageId || page.lastMessageId === greaterThan) return receipts;
    greaterThan = page.lastMessageId;
  }
}

/** The password in the address is Verimor's contract; so this address is never logged. */
function statusUrl(config: VerimorConfig, reference: string, messages: SentSms[], greaterThan?: string): URL {
  const url = new URL('/v2/status', config.baseUrl);
  url.searchParams.set('username', config.username);
  url.searchParams.set('password', config.password);
  url.searchParams.set('custom_id', reference);
  url.searchParams.set('dest', messages.map(({ to }) => `90${nationalNumber(to)}`).join(','));
  if (greaterThan) url.searchParams.set('greater_than', greaterThan);
  return url;
}

/** The answer's body; an unknown campaign is an empty answer, anything else unasked-for is no answer at all. */
async function askRows(config: VerimorConfig, url: URL): Promise<string> {
  let answer: HttpAnswer;
  try {
    answer = await callProvider({ method: 'GET', url, timeoutMs: config.timeoutMs });
  } catch (error) {
    if (error instanceof CallFailed) throw new GatewayUnavailable(error.code);
    throw error;
  }
  if (answer.status === 200) return answer.body;
  if (answer.status === 404) return '[]';
  if (answer.status === 429) throw new GatewayUnavailable('rate-limited', answer.retryAfter ?? 60_000);
  throw new GatewayUnavailable(String(answer.status));
}
