/** The desk's API as a browser uses it, over the network: to sign in and to record a request. */
import type { DeskRequest, RecordedForCitizen } from '../../contract/intake.ts';

export interface DeskClient {
  cookie: string;
  get(path: string): Promise<Response>;
  post(path: string, body: object): Promise<Response>;
}

/** Signs in and keeps the cookie. @throws what the server refused with. */
export async function signIn(address: string, username: string, password: string): Promise<DeskClient> {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (!answer.ok) throw new Error(`${username} could not sign in: ${answer.status} ${await answer.text()}`);
  return clientWith(address, answer.headers.getSetCookie()[0]!.split(';')[0]!);
}

/** The same person at another web process: the session lies in the database. */
export function clientWith(address: string, cookie: string): DeskClient {
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${address}${path}`, {
      ...init,
      headers: { cookie, 'content-type': 'application/json' },
      signal: init.signal ?? AbortSignal.timeout(15_000),
    });
  return {
    cookie,
    get: (path) => ask(path),
    post: (path, body) => ask(path, { method: 'POST', body: JSON.stringify(body) }),
  };
}

export interface Wanted {
  clientKey: string;
  text: string;
  name: string;
  phone: string;
}

/** A request at the counter about a pothole, to be told by SMS. */
export function counterRequest({ clientKey, text, name, phone }: Wanted): DeskRequest {
  return {
    kind: 'complaint',
    channel: 'desk',
    text,
    language: 'tr',
    topic: 'YOL-01',
    answers: [],
    danger: false,
    person: { name, phone, notifyBy: 'sms' },
    place: { neighbourhoodId: 2, street: null, door: null, description: 'Fırının önü' },
    clientKey,
  };
}

export async function recordAtCounter(client: DeskClient, wanted: Wanted): Promise<RecordedForCitizen> {
  const answer = await client.post('/api/v1/requests', counterRequest(wanted));
  if (!answer.ok) throw new Error(`the request was not recorded: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as RecordedForCitizen;
}
