/**
 * What the simulated gateways were given, by whichever process handed it over: each writes what it accepts into one file, so that a web process
 * shows what a worker beside it sent, and a restart forgets nothing.
 */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { wordsOfMail } from './mail-text.ts';

export interface Received {
  to: string;
  text: string;
  at: Date;
  by: Gateway;
}

export const GATEWAYS = ['verimor', 'netgsm', 'smtp'] as const;
type Gateway = (typeof GATEWAYS)[number];

/** The newest first, `most` at the most. */
export async function received(folder: string, most: number): Promise<Received[]> {
  const each = await Promise.all(GATEWAYS.map((by) => receivedBy(folder, by)));
  return each
    .flat()
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .slice(0, most);
}

async function receivedBy(folder: string, by: Gateway): Promise<Received[]> {
  const lines = (await endOf(join(folder, `${by}-accepted.jsonl`))).split('\n');
  return lines.flatMap((line) => {
    const message = parsed(line);
    return message === null ? [] : [{ to: message.to, text: wordsOfMail(message.text), at: new Date(message.at), by }];
  });
}

/** A mail is at most some kilobytes: this holds far more than a page shows. */
const READ_BYTES = 1024 * 1024;

/** Empty where nothing was ever received. */
async function endOf(path: string): Promise<string> {
  let file;
  try {
    file = await open(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
  try {
    const { size } = await file.stat();
    const start = Math.max(0, size - READ_BYTES);
    const { bytesRead, buffer } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Null for what was cut at the front, or is being written at this moment. */
function parsed(line: string): { to: string; text: string; at: string } | null {
  try {
    return JSON.parse(line) as { to: string; text: string; at: string };
  } catch {
    return null;
  }
}
