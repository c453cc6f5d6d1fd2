// The thread of heic.ts: one file in, one answer out, then it is gone with all its memory.
import { parentPort, workerData } from 'node:worker_threads';
import type { HeicAnswer } from './heic.ts';

/** The little of libheif that is used here; its own types describe hundreds of C++ names. */
interface Libheif {
  HeifDecoder: new () => { decode(content: Uint8Array): HeifImage[] };
}

interface HeifImage {
  get_width(): number;
  get_height(): number;
  /** Calls back with null where the file is not whole. Turned upright already. */
  display(into: { data: Uint8ClampedArray; width: number; height: number }, done: (shown: object | null) => void): void;
}

const { content, mostPixels } = workerData as { content: Uint8Array; mostPixels: number };

async function answer(): Promise<HeicAnswer> {
  const libheif = await load();
  if (libheif === null) return { failed: 'missing' };
  // The first picture is the photo; a live photo's others are its film.
  const [image] = new libheif.HeifDecoder().decode(content);
  if (!image) return { failed: 'not-whole' };
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > mostPixels) return { failed: 'too-many-pixels' };
  const data = new Uint8ClampedArray(width * height * 4);
  const shown = await new Promise<object | null>((resolve) => image.display({ data, width, height }, resolve));
  return shown === null ? { failed: 'not-whole' } : { width, height, data: new Uint8Array(data.buffer) };
}

/** An optional package: whoever may not ship it (LGPL, HEVC patents) leaves it out, and citizens are told what to do instead. */
async function load(): Promise<Libheif | null> {
  try {
    const name = 'libheif-js/wasm-bundle.js';
    return ((await import(name)) as { default: Libheif }).default;
  } catch {
    return null;
  }
}

const answered = await answer();
parentPort!.postMessage(answered, 'data' in answered ? [answered.data.buffer as ArrayBuffer] : []);
