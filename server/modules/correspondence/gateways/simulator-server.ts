/**
 * The HTTP side every simulator shares: a loopback server, the faults that strike before or after a provider's own
 * handling, and the `/_simulator` endpoints. Nothing here knows a provider's format.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { faultBook, parseFaultOrder, type FaultBook } from './simulator-faults.ts';
import { acceptedLog, type AcceptedLog } from './simulator-log.ts';

export interface ProviderRequest {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface ProviderAnswer {
  status: number;
  body: string;
  type: 'text/plain' | 'application/json';
  /** Runs when the answer is on its way: receipts normally follow it. */
  after?: () => void;
}

export interface SimulatorOptions {
  /** 0 or absent: any free port. */
  port?: number;
  /** Where every accepted message is written, a JSON line each. */
  logFile?: string;
}

/** A running simulator, as tests hold it. */
export interface Simulator {
  url: string;
  faults: FaultBook;
  log: AcceptedLog;
  stop(): Promise<void>;
}

interface Provider {
  /** Provider's wire format: null for a path it doesn't have. Accepting happens inside. */
  answer(request: ProviderRequest, book: { faults: FaultBook; log: AcceptedLog }): ProviderAnswer | null;
  /** Requests the send faults apply to. */
  isSending(url: URL): boolean;
  /** How this provider says "too many requests". */
  rateLimited: ProviderAnswer;
  stop?(): Promise<void>;
}

export async function startSimulatorServer(provider: Provider, options: SimulatorOptions): Promise<Simulator> {
  const faults = faultBook();
  const log = acceptedLog(options.logFile);
  const server = createServer((request, response) => {
    handle(request, response, { provider, faults, log }).catch(() => response.destroy());
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    faults,
    log,
    async stop() {
      await provider.stop?.();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      log.close();
    },
  };
}

interface Context {
  provider: Provider;
  faults: FaultBook;
  log: AcceptedLog;
}

async function handle(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://simulator');
  const body = await readBody(request);
  if (body === null) return write(response, { status: 413, body: '', type: 'text/plain' });
  const asked = { method: request.method ?? 'GET', url, headers: request.headers, body };
  if (url.pathname.startsWith('/_simulator/')) return write(response, control(asked, context));
  const { provider, faults } = context;
  const sending = provider.isSending(url);
  const slow = faults.strike('slow');
  if (slow) await sleep(slow.delayMs ?? 2_000);
  if (faults.strike('rate-limit')) return write(response, provider.rateLimited);
  if (sending && faults.strike('timeout-before-accept')) return;
  if (sending && faults.strike('reset-before-accept')) return void request.socket.destroy();
  if (faults.strike('server-error')) return write(response, SERVER_ERROR);
  const answer = provider.answer(asked, context) ?? { status: 404, body: 'Not Found', type: 'text/plain' };
  await deliverAnswer(response, answer, { faults, sending });
}

const SERVER_ERROR: ProviderAnswer = { status: 500, body: '<h1>Internal Server Error</h1>', type: 'text/plain' };

/** The faults that strike when the provider has already done its work. */
async function deliverAnswer(
  response: ServerResponse,
  answer: ProviderAnswer,
  { faults, sending }: { faults: FaultBook; sending: boolean },
): Promise<void> {
  if (faults.strike('early-receipts')) {
    answer.after?.();
    await sleep(150);
  } else {
    response.on('close', () => answer.after?.());
  }
  if (sending && faults.strike('timeout-after-accept')) return;
  if (sending && faults.strike('reset-after-accept')) return void response.destroy();
  if (sending && faults.strike('server-error-after-accept')) return write(response, SERVER_ERROR);
  if (faults.strike('garbage')) return write(response, { ...answer, status: 200, body: '\u0000<html>?' });
  if (faults.strike('huge-answer')) return write(response, { ...answer, body: '1'.repeat(3 * 1024 * 1024) });
  if (faults.strike('redirect')) {
    response.setHeader('location', 'http://127.0.0.1:9/elsewhere');
    return write(response, { ...answer, status: 302 });
  }
  write(response, answer);
}

/** GET `/_simulator/messages`, GET/POST/DELETE `/_simulator/faults`. */
function control({ method, url, body }: ProviderRequest, { faults, log }: Context): ProviderAnswer {
  if (url.pathname === '/_simulator/messages') return json(200, { count: log.count(), messages: log.recent() });
  if (url.pathname !== '/_simulator/faults') return json(404, { error: 'not found' });
  if (method === 'DELETE') faults.clear();
  if (method === 'POST') {
    const order = parseFaultOrder(body);
    if (!order) return json(400, { error: 'unknown fault' });
    faults.order(order);
  }
  return json(200, faults.list());
}

export function json(status: number, value: unknown): ProviderAnswer {
  return { status, body: JSON.stringify(value), type: 'application/json' };
}

/** Providers take up to 10 MB a request. */
const LARGEST_BODY = 10 * 1024 * 1024;

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function write(response: ServerResponse, { status, body, type }: ProviderAnswer): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` });
  response.end(body);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
