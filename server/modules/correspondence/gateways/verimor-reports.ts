/** Verimor's reports as receipts: the pushed array (receipts and citizens' own messages mixed) and the status answer. */
import {
  GatewayUnavailable,
  MalformedPush,
  type InboundSms,
  type Push,
  type Receipt,
  type ReceiptState,
} from './gateway.ts';
import { parseLocalTime } from './provider-clock.ts';

type Row = Record<string, unknown>;

/** Throws `MalformedPush`. A row without our id is another system's on the same account, and no receipt of ours. */
export function parseVerimorPush(rawBody: Buffer, now: Date): Push {
  const push: Push = { receipts: [], inbound: [] };
  for (const row of rowsOf(rawBody.toString('utf8'), (reason) => new MalformedPush(reason))) {
    if (row.type === 'inbound') push.inbound.push(inboundOf(row));
    else push.receipts.push(...receiptOf(row, now, () => new MalformedPush('a receipt lacks its campaign or status')));
  }
  return push;
}

export interface StatusPage {
  receipts: Receipt[];
  /** Rows in the answer, other systems' included. */
  count: number;
  lastMessageId: string | undefined;
}

/** Throws `GatewayUnavailable` for a body that is no status answer. */
export function parseVerimorStatus(body: string, now: Date): StatusPage {
  const garbled = (): Error => new GatewayUnavailable('garbled-answer');
  const rows = rowsOf(body, garbled);
  const receipts = rows.flatMap((row) => receiptOf(row, now, garbled));
  return { receipts, count: rows.length, lastMessageId: textOf(rows.at(-1)?.message_id) };
}

function rowsOf(body: string, fault: (reason: string) => Error): Row[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw fault('not JSON');
  }
  if (!Array.isArray(parsed)) throw fault('not an array');
  if (!parsed.every((row) => typeof row === 'object' && row !== null)) throw fault('a row is no object');
  return parsed as Row[];
}

const STATES: Record<string, ReceiptState> = {
  SENDING: 'accepted',
  WAITING: 'sent',
  SENT: 'sent',
  DELIVERED: 'delivered',
  EXPIRED: 'expired',
  NOT_DELIVERED: 'failed',
  REJECTED: 'failed',
  INVALID_DESTINATION_ADDRESS: 'failed',
  BLACKLISTED_DESTINATION_ADDRESS: 'failed',
  NOT_ALLOWED_BY_IYS: 'failed',
  MISSING_TARIFF: 'failed',
  ROUTE_NOT_AVAILABLE: 'failed',
  NETWORK_NOTCOVERED: 'failed',
  SEND_ERROR: 'failed',
  INTERNATIONAL_DENIED: 'failed',
  // Told already today with the same words: the first attempt's receipt counts.
  DOUBLE_SEND_ERROR: 'sent',
  MUKERRER_RAPORLAMA: 'sent',
};

const REPEATED = new Set(['DOUBLE_SEND_ERROR', 'MUKERRER_RAPORLAMA']);

function receiptOf(row: Row, now: Date, fault: () => Error): Receipt[] {
  const id = textOf(row.message_custom_id);
  if (!id) return [];
  const providerId = textOf(row.campaign_id);
  const status = textOf(row.status);
  if (!providerId || !status) throw fault();
  const gsmError = textOf(row.gsm_error);
  return [
    {
      id,
      providerId,
      // A status newer than this table says at least that the message left; its code is kept for a person.
      state: STATES[status] ?? 'sent',
      at: parseLocalTime(row.done_at) ?? parseLocalTime(row.sent_at) ?? now,
      code: gsmError && gsmError !== '0' ? `${status}:${gsmError}` : status,
      ...(Number.isInteger(row.size) ? { segments: row.size as number } : {}),
      ...(REPEATED.has(status) ? { duplicate: true } : {}),
    },
  ];
}

function inboundOf(row: Row): InboundSms {
  const [providerId, from, to] = [textOf(row.message_id), textOf(row.source_addr), textOf(row.destination_addr)];
  const at = parseLocalTime(row.received_at);
  if (!providerId || !from || !to || !at || typeof row.content !== 'string') {
    throw new MalformedPush('an inbound message lacks a field');
  }
  return { providerId, from: from.startsWith('90') ? `+${from}` : from, to, text: row.content, at };
}

/** Verimor writes ids now as numbers, now as strings. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
