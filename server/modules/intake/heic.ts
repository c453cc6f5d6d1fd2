/**
 * Photos as iPhones and some Android phones keep them (HEIC). sharp is shipped without their codec, so a decoder in WebAssembly opens
 * them, in a thread of its own: a decoding takes a second of one core, and a file made to do harm can neither stop nor outlive its
 * thread. One at a time, so that memory stays bounded. Never imported by anything but photos.ts.
 */
import { Worker } from 'node:worker_threads';

export interface RawPicture {
  width: number;
  height: number;
  /** Red, green, blue, opacity of each point, upright. */
  data: Uint8Array;
}

/** What the thread answers. missing: the decoder, an optional package, is not installed. busy: too many wait before it. */
export type HeicAnswer = RawPicture | { failed: 'too-many-pixels' | 'not-whole' | 'missing' | 'busy' };

const PATIENCE_MS = 15_000;
/** 50 million points are 200 MB while they are decoded; phones write 12 to 48 million in this format. */
export const MOST_HEIC_PIXELS = 50_000_000;

/** Nobody waits longer than a page is worth waiting for, and no flood of photos fills the memory. */
const MOST_WAITING = 8;

let before: Promise<unknown> = Promise.resolve();
let waiting = 0;

export async function decodeHeic(content: Buffer): Promise<HeicAnswer> {
  if (waiting >= MOST_WAITING) return { failed: 'busy' };
  waiting += 1;
  const mine = before.then(() => inThread(content)).finally(() => (waiting -= 1));
  before = mine;
  return mine;
}

function inThread(content: Buffer): Promise<HeicAnswer> {
  const thread = new Worker(new URL('./heic-thread.ts', import.meta.url), {
    workerData: { content: new Uint8Array(content), mostPixels: MOST_HEIC_PIXELS },
    // What a broken file makes the decoder print is nobody's news.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  return new Promise<HeicAnswer>((resolve) => {
    const tooLong = setTimeout(() => resolve({ failed: 'not-whole' }), PATIENCE_MS);
    thread.once('message', (answer: HeicAnswer) => resolve(answer));
    thread.once('error', () => resolve({ failed: 'not-whole' }));
    thread.once('exit', () => {
      clearTimeout(tooLong);
      resolve({ failed: 'not-whole' });
    });
  }).finally(() => thread.terminate());
}
