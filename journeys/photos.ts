/** Pictures to send: real ones made on the spot, and files that only claim to be one. */
import sharp from 'sharp';

export interface SentFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A noisy photo does not compress: `side` 1200 makes about 4 MB of PNG, more than a phone's photo. */
export async function photo(name: string, side = 320): Promise<SentFile> {
  const noise = { type: 'gaussian', mean: 120, sigma: 40 } as const;
  const picture = sharp({ create: { width: side, height: side, channels: 3, background: '#888', noise } });
  return { name, mimeType: 'image/jpeg', buffer: await picture.jpeg({ quality: 80 }).toBuffer() };
}

/** As big as a careless camera makes it. */
export function hugeFile(name: string, megabytes: number): SentFile {
  const buffer = Buffer.alloc(megabytes * 1024 * 1024, 7);
  buffer.set([0xff, 0xd8, 0xff, 0xe0]);
  return { name, mimeType: 'image/jpeg', buffer };
}

export function posingAsPhoto(name: string, content: string): SentFile {
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(content) };
}
