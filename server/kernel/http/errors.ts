import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../db/database.ts';
import type { House } from '../house.ts';
import { RefusalError } from '../refusals.ts';

export interface ErrorBody {
  /** Closed code; the reader's language is chosen where it is shown. */
  refusal: string;
  details?: Record<string, unknown>;
  /** Only for a fault: the id under which the log has it. */
  fault?: string;
}

interface ValidationError {
  validation?: { instancePath?: string; message?: string }[];
  statusCode?: number;
}

/**
 * The outside sees a closed code, or for a fault only an id; never a message of the machine's.
 * Pages get the same through their face's own error page, which reads what this leaves on the reply.
 */
export function answerError(
  house: House,
  error: unknown,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): unknown {
  const { status, body } = describe(error);
  if (status >= 500) {
    const place = request.routeOptions.url ?? 'unknown';
    body.fault = request.id;
    house.metrics.faults.inc({ where: place });
    house.log.error({ err: error, id: request.id, route: place }, 'fault');
  } else {
    house.metrics.refusals.inc({ code: body.refusal });
  }
  void reply.status(status);
  const page = errorPages.get(house);
  if (page && wantsPage(request)) {
    void reply.type('text/html; charset=utf-8');
    return reply.send(page(request, status, body));
  }
  return reply.send(body);
}

export type ErrorPage = (request: FastifyRequest, status: number, body: ErrorBody) => string;

const errorPages = new WeakMap<House, ErrorPage>();

/** The portal gives its own page for errors that a person in a browser meets. */
export function useErrorPage(house: House, page: ErrorPage): void {
  errorPages.set(house, page);
}

function wantsPage(request: FastifyRequest): boolean {
  const path = request.url;
  return !path.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');
}

function describe(error: unknown): { status: number; body: ErrorBody } {
  if (error instanceof RefusalError) {
    return { status: error.status, body: { refusal: error.code, details: error.details } };
  }
  const { validation, statusCode } = (error ?? {}) as ValidationError;
  if (validation) {
    const fields = validation.map((issue) => ({ field: issue.instancePath ?? '', problem: issue.message ?? '' }));
    return { status: 400, body: { refusal: 'input-invalid', details: { fields } } };
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return { status: statusCode, body: { refusal: statusCode === 413 ? 'photo-too-big' : 'input-invalid' } };
  }
  if (isNoText(error)) return { status: 400, body: { refusal: 'input-invalid' } };
  // Come back later, nothing was promised (RFC 9110 §15.6.4).
  return { status: isDatabaseAway(error) ? 503 : 500, body: { refusal: 'fault' } };
}

/** PostgreSQL's words for a byte that is in no text (NUL, broken UTF-8): it came with the request, wherever it was carried to. */
function isNoText(error: unknown): boolean {
  return ['22021', '22P05'].includes(String((error as { code?: unknown } | undefined)?.code));
}
