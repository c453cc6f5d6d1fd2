/**
 * NetGSM's REST v2 as its client library and guide describe it: Basic auth, business refusals as HTTP 406 with a code,
 * jobs without ids per message, reports to be asked for page by page, the same words blocked within an hour.
 */
import { localTime, parseLocalTime } from './provider-clock.ts';
import { estimateSegments, NETGSM_RULES } from './segments.ts';
import type { FaultBook } from './simulator-faults.ts';
import type { AcceptedLog } from './simulator-log.ts';
import { repeatFilter, type RepeatFilter } from './simulator-repeats.ts';
import {
  json,
  startSimulatorServer,
  type ProviderAnswer,
  type ProviderRequest,
  type Simulator,
  type SimulatorOptions,
} from './simulator-server.ts';

export interface NetgsmSimulatorOptions extends SimulatorOptions {
  username?: string;
  password?: string;
}

interface Job {
  jobid: string;
  number: string;
  status: number;
  operator: number;
  msglen: number;
  deliveredDate: string;
  errorCode: number;
  referansID: string;
  at: number;
}

interface State {
  faults: FaultBook;
  log: AcceptedLog;
  jobs: Job[];
  repeats: RepeatFilter;
}

export function startNetgsmSimulator(options: NetgsmSimulatorOptions = {}): Promise<Simulator> {
  const jobs: Job[] = [];
  const repeats = repeatFilter();
  const credentials = `${options.username ?? '8500000000'}:${options.password ?? 'simulator'}`;
  const authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
  return startSimulatorServer(
    {
      isSending: (url) => url.pathname === '/sms/rest/v2/send',
      rateLimited: refused('80', 'sending rate limit exceeded'),
      answer(request, book) {
        const state = { ...book, jobs, repeats };
        if (request.method !== 'POST') return null;
        if (request.headers.authorization !== authorization) return refused('30', 'invalid credentials');
        if (request.url.pathname === '/sms/rest/v2/send') return send(request, state);
        if (request.url.pathname === '/sms/rest/v2/report') return report(request, state);
        return null;
      },
    },
    options,
  );
}

interface Order {
  msgheader?: string;
  encoding?: string;
  referansID?: string;
  messages?: { msg?: string; no?: string }[];
}

function send({ body }: ProviderRequest, state: State): ProviderAnswer {
  const order = parse<Order>(body);
  const messages = order?.messages;
  if (!order || !Array.isArray(messages) || messages.length === 0) return refused('70', 'invalid parameter');
  if (!/^[A-Za-z0-9 .*-]{3,11}$/.test(order.msgheader ?? '')) return refused('40', 'msgheader not defined');
  for (const { msg, no } of messages) {
    if (!/^5\d{9}$/.test(no ?? '')) return refused('70', 'invalid parameter: no');
    if (!msg || state.faults.forbids(msg) || estimateSegments(msg, NETGSM_RULES, 0).tooLong) {
      return refused('20', 'message text error');
    }
  }
  return json(200, { code: '00', jobid: accept(order, state), description: 'queued' });
}

/** Jobs that can still be asked for. */
const KEPT_JOBS = 50_000;
let lastJob = 0;

function accept(order: Order, state: State): string {
  const at = new Date();
  lastJob += 1;
  const jobid = `${at.getTime()}${String(lastJob).padStart(6, '0')}`;
  const jobs = (order.messages ?? []).map(({ msg = '', no = '' }) =>
    jobFor({ order, state, jobid, at, text: msg, no }),
  );
  state.jobs.push(...jobs);
  if (state.jobs.length > 2 * KEPT_JOBS) state.jobs.splice(0, state.jobs.length - KEPT_JOBS);
  state.log.add(
    jobs.map((job, index) => ({
      id: `${job.referansID}/${job.number}`,
      reference: job.referansID,
      to: `+90${job.number}`,
      from: order.msgheader ?? '',
      text: order.messages?.[index]?.msg ?? '',
      at: at.toISOString(),
      ...(job.status === 13 ? { duplicate: true } : {}),
    })),
  );
  return jobid;
}

interface NewJob {
  order: Order;
  state: State;
  jobid: string;
  at: Date;
  text: string;
  no: string;
}

function jobFor({ order, state, jobid, at, text, no }: NewJob): Job {
  const hour = Math.floor(at.getTime() / 3_600_000);
  const repeated = state.repeats.seen({ from: order.msgheader ?? '', to: no, text, period: String(hour) });
  const status = repeated ? 13 : fateOf(no, state.faults);
  return {
    jobid,
    number: no,
    status,
    operator: 30,
    msglen: estimateSegments(text, NETGSM_RULES, 0).segments,
    deliveredDate: status === 1 ? stamp(at) : '',
    errorCode: status === 12 ? 119 : 0,
    referansID: order.referansID ?? '',
    at: at.getTime(),
  };
}

/** Out of credit isn't said at the door here, but in the report: 14. */
function fateOf(number: string, faults: FaultBook): number {
  if (faults.strike('out-of-credit')) return 14;
  if (faults.names('reject-number', number)) return 3;
  return faults.names('undelivered', number) ? 12 : 1;
}

interface ReportQuery {
  jobids?: string[];
  startdate?: string;
  stopdate?: string;
  pagenumber?: number;
  pagesize?: number;
}

function report({ body }: ProviderRequest, state: State): ProviderAnswer {
  const query = parse<ReportQuery>(body);
  const jobs = query && find(query, state.jobs);
  if (!query || !jobs) return refused('70', 'invalid parameter');
  const size = Math.min(query.pagesize ?? 10, 100);
  const page = jobs.slice((query.pagenumber ?? 0) * size, ((query.pagenumber ?? 0) + 1) * size);
  if (page.length === 0) return refused('60', 'no record found');
  if (state.faults.strike('reordered-receipts')) page.reverse();
  const rows = state.faults.strike('duplicate-receipts') ? [...page, ...page] : page;
  return json(200, { code: '00', jobs: rows.map(({ at: _, ...row }) => row), description: 'success' });
}

/** Null for a query that names neither jobs nor a period. */
function find({ jobids, startdate, stopdate }: ReportQuery, jobs: Job[]): Job[] | null {
  if (jobids) return jobs.filter((job) => jobids.includes(job.jobid));
  const from = parseLocalTime(startdate);
  const until = parseLocalTime(stopdate);
  if (!from || !until) return null;
  return jobs.filter((job) => job.at >= from.getTime() && job.at <= until.getTime());
}

function parse<T>(body: string): T | null {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? (parsed as T) : null;
  } catch {
    return null;
  }
}

function refused(code: string, description: string): ProviderAnswer {
  return json(406, { code, jobid: null, description });
}

/** `20.02.2015 16:06:00` on Turkish clocks. */
function stamp(instant: Date): string {
  const { year, month, day, hour, minute, second } = localTime(instant);
  return `${day}.${month}.${year} ${hour}:${minute}:${second}`;
}
