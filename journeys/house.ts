/**
 * The house a journey walks through: the program itself as an operator starts it, a process of its own on a throw-away database with the
 * demo's named world in it, and simulated telephones. Journeys see it through a browser only; nothing here reaches into its code.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startWeb } from '../server/testing/app-process.ts';
import { databaseOn, onServer } from '../server/testing/test-server.ts';

export interface Found {
  id: string;
  shownNumber: string;
  text: string;
  neighbourhoodId: number | null;
}

export interface House {
  address: string;
  /** The newest request with these words in it, as a supervisor finds it. */
  requestWith(words: string): Promise<Found>;
  /** 'YYYY-MM-DD' in Istanbul as the house has it: at night its clock is ahead of everybody's (daylight). */
  today(): Promise<string>;
  /** What the simulated phones and mailboxes received, newest first. */
  received(to: string): Promise<string[]>;
  close(): Promise<void>;
}

/** @param takeBackSeconds how long what goes to a citizen can be taken back */
export async function openHouse(takeBackSeconds: number): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'hemsehri-journey-'));
  const database = await throwAwayDatabase();
  const port = String(await freePort());
  const address = `http://127.0.0.1:${port}`;
  const app = await startWeb({
    ...(database && { DATABASE_URL: database.url }),
    PORT: port,
    HEMSEHRI_DATA_DIR: folder,
    HEMSEHRI_PUBLIC_URL: address,
    HEMSEHRI_TAKE_BACK_SECONDS: String(takeBackSeconds),
    // Each visitor of a journey has an address of their own, as in life; the limits count by address.
    HEMSEHRI_TRUSTED_PROXIES: '1',
    HEMSEHRI_LOG: 'warn',
    ...daylight(),
  });
  const asks = supervisorOf(address);
  return {
    address,
    requestWith: (words) => foundBy(asks, words),
    today: () => todayIn(asks),
    received: (to) => receivedOn(address, to),
    async close() {
      await app.end('SIGTERM');
      await database?.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const FIRST_HOUR = 9;
const LAST_HOUR = 19;

/** Between evening and morning the house's clock is moved to the morning; whole hours, so that minutes stay what they are. */
function daylight(): Record<string, string> {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Istanbul', hour: '2-digit', hourCycle: 'h23' }).format(),
  );
  if (hour >= FIRST_HOUR && hour < LAST_HOUR) return {};
  const ahead = (FIRST_HOUR + 24 - hour) % 24;
  const preload = new URL('daylight.ts', import.meta.url).href;
  return { NODE_OPTIONS: `--import=${preload}`, JOURNEY_CLOCK_AHEAD_MS: String(ahead * 3_600_000) };
}

/** On the server DATABASE_URL names; without one the program starts its embedded server in the house's own folder. */
async function throwAwayDatabase(): Promise<{ url: string; drop(): Promise<unknown> } | null> {
  const server = process.env.DATABASE_URL;
  if (!server) return null;
  const name = `hemsehri_journey_${randomBytes(4).toString('hex')}`;
  await onServer(server, (client) => client.query(`create database ${name} template template0 encoding 'UTF8'`));
  return {
    url: databaseOn(server, name),
    drop: () => onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`)),
  };
}

const MESSAGE = /<li>\s*<p><b>([^<]*)<\/b>[^]*?<\/p>\s*<p[^>]*>([^]*?)<\/p>\s*<\/li>/g;

async function receivedOn(address: string, to: string): Promise<string[]> {
  const page = await (await fetch(`${address}/demo/telefon`)).text();
  return [...page.matchAll(MESSAGE)].filter(([, number]) => number!.endsWith(to)).map(([, , text]) => asText(text!));
}

function asText(markup: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return markup.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => signs[name]!).trim();
}

export const PASSWORD = 'hemsehri-demo';

type Asks = (query: Record<string, string>) => Promise<{ status: number; rows: Found[]; now: string }>;

/** The list as a supervisor has it. Signed in once: somebody who signed in at every question would be taken for somebody guessing. */
function supervisorOf(address: string): Asks {
  let cookie: Promise<string> | undefined;
  return async (query) => {
    cookie ??= supervisorCookie(address);
    const asked = `${address}/api/v1/requests?${new URLSearchParams(query)}`;
    const answer = await fetch(asked, { headers: { cookie: await cookie } });
    const { rows = [], now = '' } = (await answer.json()) as { rows?: Found[]; now?: string };
    return { status: answer.status, rows, now };
  };
}

async function foundBy(asks: Asks, words: string): Promise<Found> {
  const { status, rows } = await asks({ text: words, open: 'all', sort: 'newest' });
  // The list also gives other forms of the words, and of those the newest may be one that another journey filed.
  const said = rows.find(({ text }) => text.includes(words));
  if (!said) throw new Error(`No request says "${words}": ${status}`);
  return said;
}

async function todayIn(asks: Asks): Promise<string> {
  const { now } = await asks({ limit: '1' });
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Istanbul' }).format(new Date(now));
}

async function supervisorCookie(address: string): Promise<string> {
  const session = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'sibel', password: PASSWORD }),
  });
  return session.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}
