/**
 * NetGSM's REST v2: Basic auth, `POST /sms/rest/v2/send` and `/report`. A request is one job with one `referansID`;
 * NetGSM knows no id of ours per message. So our batch reference travels as `referansID`, a number occurs once in a
 * request, and (job or referansID, number) is the message. Receipts aren't pushed: they are looked up.
 */
import { MalformedPush, type OutgoingSms, type SmsBatch, type SmsGateway } from './gateway.ts';
import { callProvider, CallFailed, type HttpAnswer } from './http-call.ts';
import { basicAuth, type NetgsmConfig } from './netgsm-account.ts';
import { askNetgsmReports } from './netgsm-reports.ts';
import { localTime } from './provider-clock.ts';
import { estimateSegments, NETGSM_RULES, type Alphabet } from './segments.ts';
import { nationalNumber, sendBatch, verdictOfFailure, type SmsRequest, type Verdict } from './sms-requests.ts';

export function netgsmGateway(config: NetgsmConfig): SmsGateway {
  const estimate: SmsGateway['estimate'] = (text) => estimateSegments(text, NETGSM_RULES, config.kurusPerSegment);
  return {
    name: 'netgsm',
    maxBatch: 500,
    maxReferences: 8,
    pushes: false,
    send: (batch) =>
      sendBatch(batch, {
        tooLong: (text) => estimate(text).tooLong,
        numbersOnce: true,
        post: (request) => postJob(config, batch, request),
      }),
    lookUp: (sent) => askNetgsmReports(config, sent),
    parsePush: () => {
      throw new MalformedPush('NetGSM pushes no delivery reports');
    },
    estimate,
  };
}

// Plain texts go without the parameter, which is NetGSM's default.
const ENCODING: Record<Alphabet, string | undefined> = { gsm: undefined, turkish: 'TR', unicode: 'UNICODE' };

async function postJob(config: NetgsmConfig, batch: SmsBatch, request: SmsRequest): Promise<Verdict> {
  const body = JSON.stringify({
    msgheader: batch.senderTitle,
    encoding: ENCODING[request.alphabet],
    // 0: information, not checked against İYS. What a municipality tells about a citizen's own request is that.
    iysfilter: '0',
    appname: config.appName,
    referansID: request.reference,
    stopdate: batch.validUntil && minuteStamp(batch.validUntil),
    messages: request.messages.map(asNetgsmMessage),
  });
  try {
    const headers = { 'content-type': 'application/json', authorization: basicAuth(config) };
    const url = new URL('/sms/rest/v2/send', config.baseUrl);
    return verdictOf(await callProvider({ method: 'POST', url, headers, body, timeoutMs: config.timeoutMs }));
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    return verdictOfFailure(error);
  }
}

function asNetgsmMessage({ to, text }: OutgoingSms): { msg: string; no: string } {
  return { msg: text, no: nationalNumber(to) ?? '' };
}

/** `ddMMyyyyHHmm` on Turkish clocks. */
function minuteStamp(instant: Date): string {
  const { day, month, year, hour, minute } = localTime(instant);
  return `${day}${month}${year}${hour}${minute}`;
}

// 01 and 02 are taken too: NetGSM corrected a date.
const TAKEN = new Set(['00', '01', '02']);
const ACCOUNT = new Set(['30', '40', '50', '51']);
const TOO_FAST = new Set(['80', '85']);
const ONE_AT_FAULT = new Set(['20', '70']);

/** Business refusals come as HTTP 406 with a code; NetGSM's own faults (100, 101, 5000) leave us not knowing. */
function verdictOf({ status, body, retryAfter }: HttpAnswer): Verdict {
  if (status === 429) return { state: 'rejected-temporary', code: 'rate-limited', retryAfter: retryAfter ?? 60_000 };
  if (status === 401 || status === 403) return { state: 'rejected-temporary', code: String(status), account: true };
  if (status >= 500) return { state: 'unknown', code: 'server-error', detail: String(status) };
  const answer = parseAnswer(body);
  if (!answer) return { state: 'unknown', code: 'garbled-answer' };
  const { code, jobid } = answer;
  if (TAKEN.has(code)) {
    return jobid ? { state: 'accepted', providerId: jobid } : { state: 'unknown', code: 'garbled-answer' };
  }
  if (ACCOUNT.has(code)) return { state: 'rejected-temporary', code, account: true };
  if (TOO_FAST.has(code)) return { state: 'rejected-temporary', code, retryAfter: 60_000 };
  if (ONE_AT_FAULT.has(code)) return { state: 'rejected-permanent', code, oneAtFault: true };
  return { state: 'unknown', code };
}

function parseAnswer(body: string): { code: string; jobid: string | undefined } | null {
  try {
    const answer: unknown = JSON.parse(body);
    if (typeof answer !== 'object' || answer === null || !('code' in answer)) return null;
    const jobid = 'jobid' in answer && answer.jobid ? String(answer.jobid) : undefined;
    return { code: String(answer.code), jobid };
  } catch {
    return null;
  }
}
