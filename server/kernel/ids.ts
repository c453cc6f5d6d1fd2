import { createHash, randomBytes, randomFillSync } from 'node:crypto';

/**
 * A new id: UUID version 7 (RFC 9562 §5.7). Its first 48 bits are the time, which keeps index pages together; 12 bits count within one
 * millisecond (§6.2 method 1), so that what one piece of work makes keeps its order; the other 62 are random, so an id that leaves the
 * house cannot be guessed from another.
 */
export function newId(now: Date): string {
  const bytes = randomFillSync(Buffer.allocUnsafe(16));
  const time = now.getTime();
  bytes.writeUIntBE(time, 0, 6);
  const count = countWithin(time, bytes.readUInt16BE(6));
  bytes[6] = 0x70 | (count >> 8);
  bytes[7] = count & 0xff;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const last = { time: -1, count: 0 };

/** Begins low at random and counts up; after 2,048 or more in one millisecond it wraps, which costs the order there and never uniqueness. */
function countWithin(time: number, random: number): number {
  last.count = time === last.time ? (last.count + 1) & 0xfff : random & 0x7ff;
  last.time = time;
  return last.count;
}

/** 128 bits in 22 URL-safe characters: the key in an SMS link, a session, a draft. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

/** What is stored of a token: a stolen table opens no door. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(value: string): boolean {
  return UUID.test(value);
}
