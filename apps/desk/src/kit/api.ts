/**
 * The only way the desk talks to the server. A refusal becomes a typed error; a lost sign-in opens the dialog over the page and the
 * call goes on after it, so that nobody loses what they typed.
 */
import { makeStore } from './store.ts';
import { Refusal } from './refusal.ts';

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  query?: Query;
  body?: unknown;
  /** False for sign-in itself: a 401 there is an answer, not a lost session. */
  waitsForSignIn?: boolean;
  signal?: AbortSignal;
}

export const api = {
  get: <Answer>(path: string, query?: Query, signal?: AbortSignal) =>
    call<Answer>({ method: 'GET', path, query, signal }),
  post: <Answer = void>(path: string, body: unknown = {}) => call<Answer>({ method: 'POST', path, body }),
  put: <Answer = void>(path: string, body: unknown) => call<Answer>({ method: 'PUT', path, body }),
  patch: <Answer = void>(path: string, body: unknown) => call<Answer>({ method: 'PATCH', path, body }),
  delete: <Answer = void>(path: string, body?: unknown) => call<Answer>({ method: 'DELETE', path, body }),
  /** A file that is made for what is sent along. */
  file: async (path: string, body: unknown): Promise<Blob> => (await answerTo({ method: 'POST', path, body })).blob(),
  /** Asks without opening the sign-in dialog. */
  ask: <Answer>(given: Omit<Call, 'waitsForSignIn'>) => call<Answer>({ ...given, waitsForSignIn: false }),
};

/** True while the server could not be reached; the strip at the top says so. */
export const offline = makeStore(false);

/** The browser often knows before any call fails. When it says the line is back, the next call has the last word. */
export function listenToLine(): void {
  window.addEventListener('offline', () => offline.set(true));
  window.addEventListener('online', () => offline.set(false));
}

/** Those who wait for the person to sign in again; null when nobody does. */
export const signInWanted = makeStore<{ promise: Promise<void>; done: () => void } | null>(null);

async function call<Answer>(given: Call): Promise<Answer> {
  return (await bodyOf(await answerTo(given))) as Answer;
}

async function answerTo(given: Call): Promise<Response> {
  for (;;) {
    const response = await send(given);
    if (response.status === 401 && given.waitsForSignIn !== false) {
      await signedInAgain();
      continue;
    }
    if (response.ok) return response;
    throw refusalOf(response.status, await bodyOf(response));
  }
}

async function send({ method, path, query, body, signal }: Call): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined && !(body instanceof FormData)) headers['content-type'] = 'application/json';
  try {
    const response = await fetch(path + queryText(query), {
      method,
      headers,
      body: body === undefined ? undefined : body instanceof FormData ? body : JSON.stringify(body),
      credentials: 'same-origin',
      signal,
    });
    offline.set(false);
    return response;
  } catch (error) {
    if (signal?.aborted) throw error;
    offline.set(true);
    throw new Refusal({ code: 'offline', status: 0 });
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusalOf(status: number, body: unknown): Refusal {
  const { refusal, details, fault } = (body ?? {}) as {
    refusal?: string;
    details?: Record<string, unknown>;
    fault?: string;
  };
  return new Refusal({ code: refusal ?? 'fault', status, details, fault: fault ?? null });
}

export function queryText(query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

function signedInAgain(): Promise<void> {
  const waiting = signInWanted.get();
  if (waiting) return waiting.promise;
  let done = () => {};
  const promise = new Promise<void>((resolve) => {
    done = () => {
      signInWanted.set(null);
      resolve();
    };
  });
  signInWanted.set({ promise, done });
  return promise;
}
