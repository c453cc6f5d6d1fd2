/** The web face of a process: routes, the portal, the desk's files. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { House } from './kernel/house.ts';
import { makeServer } from './kernel/http/server.ts';
import { StartupProblem } from './kernel/startup-problem.ts';
import { demoRoutes } from './demo/demo-routes.ts';
import { staffGate } from './modules/staff/door.ts';
import { ROOT } from './open-server.ts';
import { portalFaces } from './portal/faces.ts';
import { routes } from './routes.ts';

export interface Web {
  /** As this machine reaches it. */
  address: string;
  app: FastifyInstance;
  close(): Promise<void>;
}

/** @param telephones the folder of what the demo's simulated gateways received; null: no demo */
export async function makeWeb(house: House, telephones: string | null): Promise<FastifyInstance> {
  const all = telephones === null ? routes : [...routes, ...demoRoutes(telephones)];
  return makeServer({
    house,
    routes: all,
    staffGate,
    faces: async (app) => {
      await portalFaces(app, house);
      await deskFiles(app);
    },
  });
}

export async function serve(house: House, telephones: string | null): Promise<Web> {
  const app = await makeWeb(house, telephones);
  const { host, port } = house.config;
  await listen(app, { host, port });
  const bound = app.server.address();
  const actualPort = typeof bound === 'object' && bound !== null ? bound.port : port;
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return { address: `http://${reachable}:${actualPort}`, app, close: () => close(app) };
}

/** @throws StartupProblem if the address cannot be had, with what the operator can do. */
async function listen(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    const why = WHY_NOT_THERE[(error as NodeJS.ErrnoException).code ?? ''];
    throw why ? new StartupProblem(why(host, port)) : error;
  }
}

const WHY_NOT_THERE: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (host, port) =>
    `Port ${port} on ${host} is taken by another program. Stop it, or give another port in PORT.`,
  EACCES: (_, port) =>
    `This account may not listen on port ${port}. Give a port above 1023 in PORT, with a proxy in front of it.`,
  EADDRNOTAVAIL: (host) => `HOST is ${host}, which is not an address of this machine.`,
  ENOTFOUND: (host) => `HOST is ${host}, a name that nobody here knows.`,
  EAI_AGAIN: (host) => `HOST is ${host}, a name that nobody here knows.`,
};

const PATIENCE_MS = 5_000;

/**
 * Finishes what is being answered, and lets each connection go as soon as it has its answer. Somebody who sends a photo over a bad line, or
 * never ends a request, is not waited for longer.
 */
async function close(app: FastifyInstance): Promise<void> {
  const letGo = setInterval(() => app.server.closeIdleConnections(), 100);
  const impatient = setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS);
  await app.close();
  clearInterval(letGo);
  clearTimeout(impatient);
}

const DESK = join(ROOT, 'apps/desk/dist');

/** The desk is one page: every address under /personel that is not a file gives it, and its own router does the rest. */
async function deskFiles(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(DESK, 'index.html'))) return;
  await app.register(async (desk) => {
    await desk.register(fastifyStatic, {
      root: DESK,
      prefix: '/personel/',
      wildcard: false,
      decorateReply: true,
      // Built files carry a hash in their name and never change; the page that names them must be asked for anew.
      setHeaders: (reply, path) => {
        void reply.header('Cache-Control', path.endsWith('.html') ? 'no-cache' : 'public, max-age=31536000, immutable');
      },
    });
    const page = (_request: unknown, reply: { sendFile(name: string): unknown }) => reply.sendFile('index.html');
    desk.get('/personel', page as never);
    desk.get('/personel/*', page as never);
  });
}
