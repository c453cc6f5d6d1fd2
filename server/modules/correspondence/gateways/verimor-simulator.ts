/**
 * Verimor as its guide describes it: plain-text answers, campaigns with message rows, receipts pushed as an array, the
 * same words blocked within a day. Checks what the real one checks, so that an adapter that errs is told so here.
 */
import { campaignStore, type CampaignRow, type CampaignStore } from './verimor-campaigns.ts';
import { repeatFilter, type RepeatFilter } from './simulator-repeats.ts';
import { receiptPusher, type ReceiptAddress } from './simulator-receipts.ts';
import type { FaultBook } from './simulator-faults.ts';
import type { AcceptedLog } from './simulator-log.ts';
import { localTime } from './provider-clock.ts';
import { estimateSegments, VERIMOR_RULES } from './segments.ts';
import {
  json,
  startSimulatorServer,
  type ProviderAnswer,
  type ProviderRequest,
  type Simulator,
  type SimulatorOptions,
} from './simulator-server.ts';

export interface VerimorSimulatorOptions extends SimulatorOptions {
  username?: string;
  password?: string;
  /** Where receipts are pushed; absent: they can only be asked for. */
  receiptsTo?: ReceiptAddress;
  receiptDelayMs?: number;
  /** Between the tries of a push; 5 minutes at the real one. */
  receiptRetryMs?: number;
}

export function startVerimorSimulator(options: VerimorSimulatorOptions = {}): Promise<Simulator> {
  const campaigns = campaignStore();
  const repeats = repeatFilter();
  const credentials = { username: options.username ?? '908500000000', password: options.password ?? 'simulator' };
  let pusher: ReturnType<typeof receiptPusher> | undefined;
  return startSimulatorServer(
    {
      isSending: (url) => url.pathname === '/v2/send.json',
      rateLimited: plain(429, 'Too Many Requests'),
      answer(request, book) {
        pusher ??= receiptPusher({
          to: options.receiptsTo,
          faults: book.faults,
          delayMs: options.receiptDelayMs ?? 1_000,
          retryMs: options.receiptRetryMs ?? 5 * 60_000,
        });
        const state = { ...book, campaigns, repeats, credentials, push: pusher.add };
        if (request.url.pathname === '/v2/send.json' && request.method === 'POST') return send(request, state);
        if (request.url.pathname === '/v2/status' && request.method === 'GET') return status(request, state);
        return null;
      },
      stop: async () => pusher?.stop(),
    },
    options,
  );
}

interface State {
  faults: FaultBook;
  log: AcceptedLog;
  campaigns: CampaignStore;
  repeats: RepeatFilter;
  credentials: { username: string; password: string };
  push: (rows: readonly object[]) => void;
}

interface Order {
  username: string;
  password: string;
  source_addr?: string;
  valid_for?: string;
  custom_id?: string;
  datacoding?: string | number;
  messages: { msg: string; dest: string; id?: string }[];
}

function send({ body }: ProviderRequest, state: State): ProviderAnswer {
  const order = parseOrder(body);
  if (!order) return plain(400, 'INVALID_JSON');
  if (!isAllowed(order, state)) return plain(401, 'Geçersiz kullanıcı adı/şifre');
  const refusal = refusalOf(order, state);
  if (refusal) return plain(400, refusal);
  const rows = accept(order, state);
  return { ...plain(200, String(rows[0]?.campaign_id)), after: () => state.push(rows) };
}

function isAllowed(given: { username: string | null; password: string | null }, { credentials }: State): boolean {
  return given.username === credentials.username && given.password === credentials.password;
}

function parseOrder(body: string): Order | null {
  try {
    const order = JSON.parse(body) as Order;
    return Array.isArray(order.messages) ? order : null;
  } catch {
    return null;
  }
}

function refusalOf(order: Order, { faults, repeats }: State): string | null {
  if (faults.strike('out-of-credit')) return 'INSUFFICIENT_CREDITS';
  if (!/^[A-Za-z0-9 .*-]{3,11}$/.test(order.source_addr ?? '')) return 'INVALID_SOURCE_ADDRESS';
  if (order.valid_for !== undefined && !isPeriod(order.valid_for)) return 'INVALID_PERIOD';
  if (!['undefined', '0', '1', '2'].includes(String(order.datacoding))) return 'INVALID_DATACODING';
  if (order.messages.length === 0) return 'MISSING_MESSAGE';
  if (order.messages.length > 50_000) return 'MESSAGE_COUNT_LIMIT_EXCEEDED';
  for (const message of order.messages) {
    if (!message.msg) return 'MISSING_MESSAGE';
    if (!message.dest) return 'MISSING_DESTINATION_ADDRESS';
    if (!message.dest.split(',').every((number) => /^905\d{9}$/.test(number))) return 'INVALID_DESTINATION_ADDRESS';
    if (faults.forbids(message.msg)) return 'FORBIDDEN_MESSAGE';
    if (estimateSegments(message.msg, VERIMOR_RULES, 0).tooLong) return 'MESSAGE_TOO_LONG';
  }
  const [only] = order.messages;
  // A single repeat is refused at the door; in a campaign it is taken and blocked on its own.
  if (order.messages.length === 1 && only && repeats.knows(wordsOf(order, only.dest, only.msg))) {
    return 'MUKERRER_RAPORLAMA';
  }
  return null;
}

function isPeriod(period: string): boolean {
  const [hours = Number.NaN, minutes = Number.NaN] = period.split(':').map(Number);
  const total = hours * 60 + minutes;
  return total >= 1 && total <= 48 * 60;
}

function wordsOf(order: Order, to: string, text: string): { from: string; to: string; text: string; period: string } {
  return { from: order.source_addr ?? '', to, text, period: stamp(new Date()).slice(0, 10) };
}

function accept(order: Order, state: State): CampaignRow[] {
  const at = new Date();
  const campaignId = state.campaigns.nextId();
  const taken = order.messages.flatMap((message) => {
    const ids = message.id?.split(',') ?? [];
    const to = (dest: string, index: number): NewRow => ({
      order,
      state,
      campaignId,
      at,
      dest,
      text: message.msg,
      id: ids[index],
    });
    return message.dest.split(',').map((dest, index) => ({ text: message.msg, row: rowFor(to(dest, index)) }));
  });
  state.log.add(
    taken.map(({ row, text }) => ({
      id: row.message_custom_id ?? '',
      reference: order.custom_id ?? '',
      to: `+${row.dest}`,
      from: order.source_addr ?? '',
      text,
      at: at.toISOString(),
      ...(row.status === 'DOUBLE_SEND_ERROR' ? { duplicate: true } : {}),
    })),
  );
  const rows = taken.map(({ row }) => row);
  state.campaigns.add(rows);
  return rows;
}

interface NewRow {
  order: Order;
  state: State;
  campaignId: number;
  at: Date;
  text: string;
  dest: string;
  id: string | undefined;
}

function rowFor({ order, state, campaignId, at, text, dest, id }: NewRow): CampaignRow {
  const repeated = state.repeats.seen(wordsOf(order, dest, text));
  const status = repeated ? 'DOUBLE_SEND_ERROR' : fateOf(dest, state.faults);
  const { segments } = estimateSegments(text, VERIMOR_RULES, 0);
  return {
    type: 'outbound',
    campaign_id: campaignId,
    campaign_custom_id: order.custom_id ?? null,
    message_id: state.campaigns.nextMessageId(),
    message_custom_id: id ?? null,
    dest,
    size: segments,
    international_multiplier: 1,
    credits: repeated ? 0 : segments,
    status,
    gsm_error: status === 'NOT_DELIVERED' ? '27' : '0',
    sent_at: status === 'DELIVERED' ? stamp(at) : null,
    done_at: stamp(at),
  };
}

function fateOf(dest: string, faults: FaultBook): string {
  if (faults.names('reject-number', dest)) return 'INVALID_DESTINATION_ADDRESS';
  return faults.names('undelivered', dest) ? 'NOT_DELIVERED' : 'DELIVERED';
}

function status({ url }: ProviderRequest, state: State): ProviderAnswer {
  const { searchParams: query } = url;
  if (!isAllowed({ username: query.get('username'), password: query.get('password') }, state)) {
    return plain(401, 'Geçersiz kullanıcı adı/şifre');
  }
  const rows = state.campaigns.find({ id: query.get('id'), customId: query.get('custom_id') });
  if (!rows) return plain(404, 'Bu idye sahip kampanya bulunamadı');
  const numbers = query.get('dest')?.split(',');
  const greaterThan = Number(query.get('greater_than') ?? 0);
  const asked = rows.filter(
    (row) => Number(row.message_id) > greaterThan && (numbers === undefined || numbers.includes(row.dest)),
  );
  return json(
    200,
    asked.slice(0, 100).map(({ type: _, ...row }) => row),
  );
}

function plain(status: number, body: string): ProviderAnswer {
  return { status, body, type: 'text/plain' };
}

/** `2015-02-20 16:06:00` on Turkish clocks. */
function stamp(instant: Date): string {
  const { year, month, day, hour, minute, second } = localTime(instant);
  return `${year}-${month}-${day} ${hour}:${minute}:${second}`;
}
