/**
 * One row of the route table: method, path, who may, what comes in and goes out, one call. Every URL of the house is such a row,
 * so that the OpenAPI page and the who-may test read the same list the server serves.
 */
import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { Right } from '../../../contract/rights.ts';
import type { Actor, StaffActor } from '../actor.ts';
import type { House } from '../house.ts';

/**
 * Who may call: everybody, a provider with its secret path, whoever is signed in, or only those who have one of these rights over anything at
 * all. Rights on the object are the action's own check.
 */
export type WhoMay = 'anyone' | 'provider' | 'staff' | readonly Right[];

export interface RouteContext<P, Q, B> {
  house: House;
  actor: Actor;
  params: P;
  query: Q;
  body: B;
  request: FastifyRequest;
  reply: FastifyReply;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  /** One sentence for the OpenAPI page. */
  summary: string;
  who: WhoMay;
  schema: { params?: TSchema; querystring?: TSchema; body?: TSchema; response?: TSchema };
  /** False for pages: they are not part of the API description. */
  api: boolean;
  options: Pick<RouteShorthandOptions, 'bodyLimit'>;
  handle(context: RouteContext<never, never, never>): Promise<unknown>;
}

interface RouteSpec<P extends TSchema, Q extends TSchema, B extends TSchema, R extends TSchema> {
  method: Route['method'];
  path: string;
  summary: string;
  who: WhoMay;
  params?: P;
  query?: Q;
  body?: B;
  response?: R;
  bodyLimit?: number;
  /** What is returned is checked against the response schema's type here, and stripped of unknown fields on the way out. */
  handle(context: RouteContext<Static<P>, Static<Q>, Static<B>>): Promise<Static<R>>;
}

/** A row of the JSON API. */
export function apiRoute<P extends TSchema, Q extends TSchema, B extends TSchema, R extends TSchema>(
  spec: RouteSpec<P, Q, B, R>,
): Route {
  return {
    method: spec.method,
    path: spec.path,
    summary: spec.summary,
    who: spec.who,
    api: true,
    schema: {
      ...(spec.params && { params: spec.params }),
      ...(spec.query && { querystring: spec.query }),
      ...(spec.body && { body: spec.body }),
      ...(spec.response && { response: spec.response }),
    },
    options: spec.bodyLimit === undefined ? {} : { bodyLimit: spec.bodyLimit },
    handle: spec.handle as unknown as Route['handle'],
  };
}

/** A row that answers with a page, a stream or a redirect: it writes the reply itself. */
export function pageRoute(spec: {
  method: 'GET' | 'POST';
  path: string;
  summary: string;
  who: WhoMay;
  bodyLimit?: number;
  handle(context: RouteContext<Record<string, string>, Record<string, string | undefined>, unknown>): Promise<unknown>;
}): Route {
  return {
    method: spec.method,
    path: spec.path,
    summary: spec.summary,
    who: spec.who,
    api: false,
    schema: {},
    options: spec.bodyLimit === undefined ? {} : { bodyLimit: spec.bodyLimit },
    handle: spec.handle as unknown as Route['handle'],
  };
}

/** For rows whose `who` lets only staff in: the gate has made sure, this tells the compiler. */
export function staffOf(actor: Actor): StaffActor {
  if (actor.kind !== 'staff') throw new Error('this route lets only staff in');
  return actor;
}
