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

export interface House {
  address: string;
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
  });
  return {
    address,
    received: (to) => receivedOn(address, to),
    async close() {
      await app.end('SIGTERM');
      await database?.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
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

const MESSAGE = /<li>\s*<p><b>([^<]*)<\/b>[^]*?<\/p>\s*<p>([^]*?)<\/p>\s*<\/li>/g;

async function receivedOn(address: string, to: string): Promise<string[]> {
  const page = await (await fetch(`${address}/demo/telefon`)).text();
  return [...page.matchAll(MESSAGE)].filter(([, number]) => number!.endsWith(to)).map(([, , text]) => asText(text!));
}

function asText(markup: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return markup.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => signs[name]!).trim();
}
