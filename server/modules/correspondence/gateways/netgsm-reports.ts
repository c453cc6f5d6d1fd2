/**
 * NetGSM's delivery reports. A job we have the number of is asked for by it; one whose answer was lost is searched
 * among the account's jobs around the time of sending by its `referansID`.
 */
import { GatewayUnavailable, type Receipt, type ReceiptState, type SentSms } from './gateway.ts';
import { callProvider, CallFailed, type HttpAnswer } from './http-call.ts';
import { basicAuth, type NetgsmConfig } from './netgsm-account.ts';
import { localTime, parseLocalTime } from './provider-clock.ts';
import { nationalNumber, requestReference } from './sms-requests.ts';

interface Job {
  jobid: string;
  number: string;
  status: number;
  errorCode: number | undefined;
  msglen: number | undefined;
  deliveredDate: Date | null;
  referansID: string | undefined;
}

type Filter = { jobids: string[] } | { startdate: string; stopdate: string };

/** Throws `GatewayUnavailable`: what isn't in the answer is not known to NetGSM. */
export async function askNetgsmReports(config: NetgsmConfig, sent: readonly SentSms[]): Promise<Receipt[]> {
  const answered = sent.filter((message) => message.providerId);
  const unanswered = sent.filter((message) => !message.providerId);
  const receipts: Receipt[] = [];
  if (answered.length > 0) {
    const jobids = [...new Set(answered.map((message) => message.providerId ?? ''))];
    const byKey = new Map(answered.map((message) => [`${message.providerId} ${nationalNumber(message.to)}`, message]));
    const jobs = await askAllPages(config, { jobids });
    receipts.push(...match(jobs, (job) => byKey.get(`${job.jobid} ${job.number}`), config.now()));
  }
  if (unanswered.length > 0) {
    const byKey = new Map(
      unanswered.map((message) => [
        `${requestReference(message.reference, message.text)} ${nationalNumber(message.to)}`,
        message,
      ]),
    );
    const jobs = await askAllPages(config, periodAround(unanswered));
    receipts.push(...match(jobs, (job) => byKey.get(`${job.referansID} ${job.number}`), config.now()));
  }
  return receipts;
}

/** Our clock and theirs may differ by minutes, and a slow request is stamped when it was stored. */
function periodAround(messages: readonly SentSms[]): Filter {
  const times = messages.map((message) => message.attemptedAt.getTime());
  return {
    startdate: secondStamp(new Date(Math.min(...times) - 5 * 60_000)),
    stopdate: secondStamp(new Date(Math.max(...times) + 10 * 60_000)),
  };
}

/** `dd.MM.yyyy HH:mm:ss` on Turkish clocks. */
function secondStamp(instant: Date): string {
  const { day, month, year, hour, minute, second } = localTime(instant);
  return `${day}.${month}.${year} ${hour}:${minute}:${second}`;
}

const PAGE_SIZE = 100;
/** The account may ask 10 times a minute. */
const MOST_PAGES = 10;

/** Until a page brings nothing new: a shorter page need not be the last, should NetGSM cap the size we ask for. */
async function askAllPages(config: NetgsmConfig, filter: Filter): Promise<Job[]> {
  const jobs = new Map<string, Job>();
  for (let pagenumber = 0; pagenumber < MOST_PAGES; pagenumber += 1) {
    const known = jobs.size;
    const page = await askPage(config, { ...filter, pagenumber, pagesize: PAGE_SIZE, appname: config.appName });
    for (const job of page) jobs.set(`${job.jobid} ${job.number}`, job);
    if (jobs.size === known) return [...jobs.values()];
  }
  throw new GatewayUnavailable('too-many-reports', 60_000);
}

async function askPage(config: NetgsmConfig, query: object): Promise<Job[]> {
  const headers = { 'content-type': 'application/json', authorization: basicAuth(config) };
  const url = new URL('/sms/rest/v2/report', config.baseUrl);
  const call = { method: 'POST', url, headers, body: JSON.stringify(query), timeoutMs: config.timeoutMs } as const;
  const answer = await callProvider(call).catch((error: unknown) => {
    throw error instanceof CallFailed ? new GatewayUnavailable(error.code) : error;
  });
  return jobsOf(answer);
}

function jobsOf({ status, body, retryAfter }: HttpAnswer): Job[] {
  if (status === 429) throw new GatewayUnavailable('rate-limited', retryAfter ?? 60_000);
  const answer = parseObject(body);
  const code = String(answer?.code ?? '');
  if (code === '60') return [];
  if (code === '80') throw new GatewayUnavailable('rate-limited', 60_000);
  if (code !== '00' || !Array.isArray(answer?.jobs)) throw new GatewayUnavailable(code || String(status));
  return answer.jobs.map(jobOf);
}

function parseObject(body: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : null;
  } catch {
    throw new GatewayUnavailable('garbled-answer');
  }
}

function jobOf(row: Record<string, unknown>): Job {
  const number = /(5\d{9})$/.exec(String(row.number ?? ''))?.[1];
  const status = Number(row.status);
  if (!row.jobid || !number || !Number.isInteger(status)) throw new GatewayUnavailable('garbled-answer');
  return {
    jobid: String(row.jobid),
    number,
    status,
    errorCode: row.errorCode ? Number(row.errorCode) : undefined,
    msglen: Number.isInteger(row.msglen) ? (row.msglen as number) : undefined,
    deliveredDate: parseLocalTime(row.deliveredDate),
    referansID: row.referansID ? String(row.referansID) : undefined,
  };
}

// 3 bad number, 4 not handed over, 11 rejected, 12 error, 14 no credit, 15 blacklist, 16 and 17 İYS: all `failed`.
const STATES: Record<number, ReceiptState> = { 0: 'sent', 1: 'delivered', 2: 'expired', 13: 'sent' };
/** The same words to the same number within an hour: the first attempt's receipt counts. */
const REPEATED = 13;

function match(jobs: Job[], find: (job: Job) => SentSms | undefined, now: Date): Receipt[] {
  return jobs.flatMap((job) => {
    const message = find(job);
    return message ? [receiptOf(job, message, now)] : [];
  });
}

function receiptOf(job: Job, message: SentSms, now: Date): Receipt {
  return {
    id: message.id,
    providerId: job.jobid,
    state: STATES[job.status] ?? 'failed',
    at: job.deliveredDate ?? now,
    code: job.errorCode ? `${job.status}:${job.errorCode}` : String(job.status),
    ...(job.msglen === undefined ? {} : { segments: job.msglen }),
    ...(job.status === REPEATED ? { duplicate: true } : {}),
  };
}
