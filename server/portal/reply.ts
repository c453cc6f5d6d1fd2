import type { FastifyReply } from 'fastify';
import type { Page } from './layout.ts';
import { layout } from './layout.ts';
import type { Visit } from './visit.ts';

export interface Sending {
  status?: number;
  /** True: the page holds what belongs to one citizen and may be kept by nobody, not even the browser. */
  own?: boolean;
}

/** Sends a page of ours. Pages without anybody's words may be kept by the browser for its Back button. */
export function sendPage(visit: Visit, page: Page, { status = 200, own = false }: Sending = {}): FastifyReply {
  if (page.about === undefined) void visit.reply.header('x-robots-tag', 'noindex, nofollow');
  return visit.reply
    .status(status)
    .type('text/html; charset=utf-8')
    .header('content-language', visit.language)
    .header('cache-control', own ? 'no-store' : 'private, no-cache')
    .header('vary', 'cookie')
    .send(layout(visit, page));
}
