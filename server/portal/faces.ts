import type { FastifyInstance } from 'fastify';
import type { House } from '../kernel/house.ts';
import { useErrorPage } from '../kernel/http/errors.ts';
import { refuse } from '../kernel/refusals.ts';
import { errorPage } from './error-page.ts';

/** What of the portal is not a row of the route table: its page for errors, and for addresses nobody has. */
export async function portalFaces(app: FastifyInstance, house: House): Promise<void> {
  useErrorPage(house, (request, status, body) => errorPage(house, request, status, body));
  app.setNotFoundHandler(() => {
    throw refuse('not-found');
  });
}
