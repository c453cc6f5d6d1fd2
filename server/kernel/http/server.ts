/**
 * The HTTP server: security headers, parsing, the gate in front of every route, and what a refusal or a fault looks like outside.
 * It knows routes as rows and no module by name.
 */
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import Fastify, { LogController } from 'fastify';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import type { Right } from '../../../contract/rights.ts';
import type { Actor } from '../actor.ts';
import { CITIZEN } from '../actor.ts';
import type { House } from '../house.ts';
import { newId } from '../ids.ts';
import { refuse } from '../refusals.ts';
import { answerError } from './errors.ts';
import type { Route } from './route.ts';

/** Finds out who is calling, from cookie or key; null when nobody is signed in. Wired from the staff module. */
export type StaffGate = (house: House, request: FastifyRequest) => Promise<Actor | null>;

export interface ServerParts {
  house: House;
  routes: Route[];
  staffGate: StaffGate;
  /** Faces add what is not a row: static files, the not-found page. */
  faces?: (app: FastifyInstance) => Promise<void>;
}

export const LARGEST_BODY = 512 * 1024;

export async function makeServer({ house, routes, staffGate, faces }: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: house.log as FastifyBaseLogger,
    // Its own lines carry the whole address of a request, and that may hold the key of somebody's page.
    logController: new LogController({ disableRequestLogging: true }),
    // Only as many hops as the operator named: anyone can write the header, only our own proxies are believed.
    // The caller itself is hop 0, so with no proxy nobody is believed.
    trustProxy: (_address: string, hop: number) => hop < house.config.trustedProxies,
    bodyLimit: LARGEST_BODY,
    genReqId: () => newId(house.clock.now()),
    routerOptions: { maxParamLength: 200 },
    ajv: { customOptions: { removeAdditional: false } },
  });
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  await registerPlugins(app, house);
  app.setErrorHandler((error, request, reply) => answerError(house, error, { request, reply }));
  measure(app, house);
  // Streams that never end by themselves would keep a stopping process for ever.
  app.addHook('preClose', async () => house.wake.call('closing'));
  await app.register(async (scope) => {
    for (const route of routes) addRoute(scope, { house, route, staffGate });
  });
  if (faces) await faces(app);
  return app;
}

async function registerPlugins(app: FastifyInstance, house: House): Promise<void> {
  const secure = house.config.publicUrl.startsWith('https:');
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Mantine and the charts set inline styles; scripts never.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
  });
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: LARGEST_BODY });
  await app.register(multipart, { limits: { fileSize: 12 * 1024 * 1024, files: 5, fields: 40, fieldSize: 200_000 } });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Hemşehri', version: '1', description: 'The JSON API of Hemşehri' },
      servers: [{ url: house.config.publicUrl }],
    },
  });
}

function addRoute(app: FastifyInstance, parts: { house: House; route: Route; staffGate: StaffGate }): void {
  const { house, route, staffGate } = parts;
  const { response, ...incoming } = route.schema;
  app.route({
    method: route.method,
    url: route.path,
    ...route.options,
    schema: {
      ...incoming,
      ...(response && { response: { 200: response } }),
      summary: route.summary,
      hide: !route.api,
    },
    // Before the body is read: whoever may not come in is not told what a right body would look like, and costs us nothing.
    onRequest: async (request) => {
      admitted.set(request, await admit(house, { route, request, staffGate }));
    },
    handler: async (request, reply) => {
      // Answers of the API hold personal data; no browser and no proxy keeps them (ASVS 14.2.2).
      if (route.api) void reply.header('cache-control', 'no-store');
      const context = {
        house,
        actor: admitted.get(request)!,
        params: request.params,
        query: request.query,
        body: request.body,
        request,
        reply,
      };
      return route.handle(context as never);
    },
  });
}

/** Who was let in with which request; kept beside it and not on it, so that nothing a client sends can be taken for it. */
const admitted = new WeakMap<FastifyRequest, Actor>();

async function admit(
  house: House,
  { route, request, staffGate }: { route: Route; request: FastifyRequest; staffGate: StaffGate },
): Promise<Actor> {
  if (route.who === 'provider') return { kind: 'system', name: 'provider' };
  if (request.method !== 'GET') refuseCrossSite(request);
  if (route.who === 'anyone') return CITIZEN;
  const actor = await staffGate(house, request);
  if (actor === null) throw refuse('not-signed-in');
  if (route.who !== 'staff' && !hasOneOf(actor, route.who)) throw refuse('not-allowed');
  return actor;
}

function hasOneOf(actor: Actor, rights: readonly Right[]): boolean {
  if (actor.kind !== 'staff') return false;
  return actor.hats.some((hat) => rights.some((right) => hat.rights[right].ordinary !== 'none'));
}

/**
 * A browser says where a writing request comes from (Fetch Metadata); another site's page may not act in a signed-in person's name.
 * Same-origin and direct requests pass; old browsers without the header are judged by Origin.
 */
function refuseCrossSite(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site === 'cross-site' || site === 'same-site') throw refuse('cross-site');
    return;
  }
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== 'null' && URL.canParse(origin) && new URL(origin).host !== request.host) {
    throw refuse('cross-site');
  }
}

function measure(app: FastifyInstance, house: House): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    house.metrics.httpSeconds.observe(labels, reply.elapsedTime / 1000);
    // The pattern, not the path: a path may hold a tracking number.
    house.log.debug({ ...labels, ms: Math.round(reply.elapsedTime), id: request.id }, 'answered');
  });
}
