/**
 * One HTTP exchange with a provider, bounded in time and size. What matters to the outbox is whether a failed call
 * may have reached the provider, so every failure says so.
 */
import type { GatewayCode } from './gateway.ts';

export interface HttpCall {
  method: 'GET' | 'POST';
  url: URL;
  headers?: Record<string, string>;
  body?: string;
  /** For the whole exchange, answer included. */
  timeoutMs: number;
}

export interface HttpAnswer {
  status: number;
  body: string;
  /** From Retry-After, in milliseconds. */
  retryAfter: number | undefined;
}

/** Far above any real answer (100 report rows are 30 kB), far below what would hurt us. */
const LARGEST_ANSWER = 2 * 1024 * 1024;

export class CallFailed extends Error {
  readonly code: GatewayCode;
  /** False only when the provider certainly took nothing. */
  readonly mayHaveArrived: boolean;
  constructor(code: GatewayCode, mayHaveArrived: boolean, cause?: unknown) {
    super(`call failed: ${code}`, { cause });
    this.name = 'CallFailed';
    this.code = code;
    this.mayHaveArrived = mayHaveArrived;
  }
}

/** Throws `CallFailed`; any HTTP status is an answer, except a redirect: it could carry our password elsewhere. */
export async function callProvider({ method, url, headers, body, timeoutMs }: HttpCall): Promise<HttpAnswer> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { method, headers, body, signal, redirect: 'manual' });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw new CallFailed('redirected', false);
    }
    return { status: response.status, body: await readCapped(response), retryAfter: retryAfterOf(response) };
  } catch (error) {
    throw error instanceof CallFailed ? error : asCallFailed(error);
  }
}

async function readCapped(response: Response): Promise<string> {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > LARGEST_ANSWER) throw new CallFailed('answer-too-large', true);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function retryAfterOf(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
}

// Only failures of the connection's own making: nothing of the request had left us.
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

function asCallFailed(error: unknown): CallFailed {
  if (error instanceof Error && error.name === 'TimeoutError') return new CallFailed('timeout', true, error);
  if (NEVER_CONNECTED.has(rootCode(error))) return new CallFailed('connection-refused', false, error);
  return new CallFailed('connection-lost', true, error);
}

function rootCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const own = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (error instanceof AggregateError) return own || rootCode(error.errors[0]);
  return rootCode(error.cause) || own;
}
