/** What machines ask of a running process: is it alive, may it be sent people, how is it doing. */
import type { FastifyRequest } from 'fastify';
import { sql } from './kernel/db/database.ts';
import type { Route } from './kernel/http/route.ts';
import { pageRoute } from './kernel/http/route.ts';

export const watchRoutes: Route[] = [
  pageRoute({
    method: 'GET',
    path: '/healthz',
    summary:
      'Alive: the process answers. It says nothing of the database, so that a database away for a moment does not get us killed',
    who: 'anyone',
    handle: async ({ reply }) => reply.type('text/plain').send('ok\n'),
  }),
  pageRoute({
    method: 'GET',
    path: '/readyz',
    summary: 'Ready: the database answers',
    who: 'anyone',
    async handle({ house, reply }) {
      try {
        await sql`select 1`.execute(house.db);
        return reply.type('text/plain').send('ready\n');
      } catch {
        return reply.code(503).type('text/plain').send('the database does not answer\n');
      }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/metrics',
    summary:
      'Figures of this process for Prometheus; only to this machine itself, never to somebody behind a proxy on it',
    who: 'anyone',
    async handle({ house, request, reply }) {
      if (!isThisMachine(request)) return reply.code(404).type('text/plain').send('not found\n');
      return reply.type(house.metrics.registry.contentType).send(await house.metrics.registry.metrics());
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'The description of the JSON API, made from the routes themselves',
    who: 'anyone',
    handle: async ({ request, reply }) => reply.type('application/json').send(JSON.stringify(request.server.swagger())),
  }),
];

/**
 * Figures are for the operator: they tell how busy the house is and how often somebody guesses (ASVS 13.4.5). A proxy on this machine has
 * this machine's address too, so a request that was handed on by anybody does not count as its own.
 */
function isThisMachine({ headers, socket }: FastifyRequest): boolean {
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false;
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '');
}
