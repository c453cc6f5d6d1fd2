/**
 * A photo from outside becomes a picture of ours: recognised by its first bytes, decoded, turned upright, made smaller and written anew.
 * So no location, no name of a camera and no second file hidden behind the first survives. What cannot be decoded is refused, never kept.
 */
import sharp from 'sharp';
import type { OutputInfo, Sharp } from 'sharp';
import type { FileStore } from '../../kernel/files.ts';
import { refuse } from '../../kernel/refusals.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { insertStoredFile } from '../../kernel/stored-file-store.ts';
import { decodeHeic } from './heic.ts';

export interface ReadyPhoto {
  sha256: string;
  mediaType: 'image/jpeg';
  bytes: number;
  width: number;
  height: number;
}

export const MOST_PHOTO_BYTES = 12 * 1024 * 1024;
/** Enough to read a street sign in the background; larger only costs. */
const LONGEST_SIDE = 2048;
/** The largest sensors of phones have 108 and 200 million points; a small file that claims more is made to fill the memory. */
const MOST_PIXELS = 200_000_000;

// One picture at a time uses all cores otherwise, and the pages of everybody else wait.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Decodes, cleans and stores the bytes; the row that names them is the caller's, in its own transaction.
 * Refuses 'photo-too-big', and 'photo-not-an-image' for everything that is not a whole JPEG, PNG, WebP or HEIC, whatever it calls itself.
 */
export async function readyPhoto(files: FileStore, content: Buffer): Promise<ReadyPhoto> {
  if (content.length > MOST_PHOTO_BYTES)
    throw refuse('photo-too-big', { mostMegabytes: MOST_PHOTO_BYTES / 1024 / 1024 });
  const { data, info } = await reencode(await readable(content));
  return {
    sha256: await files.put(data),
    mediaType: 'image/jpeg',
    bytes: info.size,
    width: info.width,
    height: info.height,
  };
}

/** Stores photos the citizen adds to a request that is there already, and gives their file ids. */
export async function keepPhotos(tx: Tx, photos: readonly ReadyPhoto[]): Promise<string[]> {
  const ids: string[] = [];
  for (const photo of photos) ids.push(await insertStoredFile(tx, photo));
  return ids;
}

/** The picture as sharp reads it. */
async function readable(content: Buffer): Promise<Sharp> {
  if (isPhoto(content))
    return sharp(content, { limitInputPixels: MOST_PIXELS, failOn: 'error', animated: false }).rotate();
  if (!isHeic(content)) throw refuse('photo-not-an-image', { heic: false });
  const answer = await decodeHeic(content);
  if ('data' in answer) {
    const { data, width, height } = answer;
    return sharp(data, { raw: { width, height, channels: 4 } });
  }
  if (answer.failed === 'too-many-pixels') throw refuse('photo-too-big', { pixels: true });
  throw refuse('photo-not-an-image', { heic: true });
}

async function reencode(picture: Sharp): Promise<{ data: Buffer; info: OutputInfo }> {
  try {
    return await picture
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
  } catch (error) {
    const tooMany = error instanceof Error && error.message.includes('pixel limit');
    throw tooMany ? refuse('photo-too-big', { pixels: true }) : refuse('photo-not-an-image', { heic: false });
  }
}

/** The name and the type a browser sends are a claim; the first bytes are the file. */
function isPhoto(content: Buffer): boolean {
  const jpeg = content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]));
  const png = content.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const webp = content.toString('latin1', 0, 4) === 'RIFF' && content.toString('latin1', 8, 12) === 'WEBP';
  return jpeg || png || webp;
}

/** What iPhones keep photos in. */
function isHeic(content: Buffer): boolean {
  return /^ftyp(heic|heix|hevc|mif1|msf1)$/.test(content.toString('latin1', 4, 12));
}
