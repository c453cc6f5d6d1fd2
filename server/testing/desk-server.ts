/** The desk's API over real HTTP for tests: a server on a free port, people signed in with the demo's password. */
import { afterAll } from 'vitest';
import type { House } from '../kernel/house.ts';
import { makeServer } from '../kernel/http/server.ts';
import { routes } from '../routes.ts';
import { DEMO_PASSWORD } from '../seed/demo-staff.ts';
import { staffGate } from '../modules/staff/door.ts';

export interface Answered<Body> {
  status: number;
  body: Body;
}

export interface DeskCaller {
  cookie: string;
  get<Body = Record<string, unknown>>(path: string): Promise<Answered<Body>>;
  post<Body = Record<string, unknown>>(path: string, body?: object): Promise<Answered<Body>>;
  put<Body = Record<string, unknown>>(path: string, body?: object): Promise<Answered<Body>>;
  patch<Body = Record<string, unknown>>(path: string, body?: object): Promise<Answered<Body>>;
  delete<Body = Record<string, unknown>>(path: string): Promise<Answered<Body>>;
}

export interface DeskServer {
  address: string;
  as(username: string): Promise<DeskCaller>;
}

/** Call in beforeAll; closed after the file's last test. */
export async function deskServer(house: House): Promise<DeskServer> {
  const app = await makeServer({ house, routes, staffGate });
  await app.listen({ port: 0, host: '127.0.0.1' });
  afterAll(async () => {
    house.wake.call('closing');
    await app.close();
  });
  const { port } = app.server.address() as { port: number };
  const address = `http://127.0.0.1:${port}`;
  return { address, as: (username) => signedIn(address, username) };
}

async function signedIn(address: string, username: string): Promise<DeskCaller> {
  const answer = await send(address, '', {
    method: 'POST',
    path: '/api/v1/session',
    body: { username, password: DEMO_PASSWORD },
  });
  const cookie = answer.response.headers.getSetCookie()[0]!.split(';')[0]!;
  const call = async (method: string, path: string, body?: object) => {
    const { response, text } = await send(address, cookie, { method, path, body });
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as never };
  };
  return {
    cookie,
    get: (path) => call('GET', path),
    post: (path, body = {}) => call('POST', path, body),
    put: (path, body = {}) => call('PUT', path, body),
    patch: (path, body = {}) => call('PATCH', path, body),
    delete: (path) => call('DELETE', path),
  };
}

async function send(
  address: string,
  cookie: string,
  { method, path, body }: { method: string; path: string; body?: object | undefined },
) {
  const response = await fetch(address + path, {
    method,
    headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
    body: body && JSON.stringify(body),
  });
  return { response, text: await response.text() };
}
