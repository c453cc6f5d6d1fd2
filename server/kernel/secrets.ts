import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Keys derived from the one secret of the installation (HEMSEHRI_SECRET), a separate one for each purpose (HKDF, RFC 5869),
 * so that what leaks from one use opens no other.
 */
export interface Secrets {
  /** AES-256-GCM; `place` (table and row) is bound in, so that a ciphertext moved to another row does not open. */
  encrypt(plain: string, place: string): Buffer;
  decrypt(sealed: Buffer, place: string): string;
  /** Keyed digest for finding an encrypted value again by equality. */
  blindIndex(value: string): Buffer;
  /** Signs what travels through a citizen's browser. */
  sign(value: string): string;
  unsign(signed: string): string | null;
  /** 128 bits derived from a request's id: the key in the citizen's link. The same id always gives the same key. */
  accessToken(requestId: string): string;
}

export function makeSecrets(secret: string): Secrets {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'hemsehri', purpose, 32));
  const sealing = key('personal-data');
  const indexing = key('blind-index');
  const signing = key('cookies');
  const tracking = key('tracking-links');
  const mac = (value: string) => createHmac('sha256', signing).update(value).digest('base64url');
  return {
    encrypt: (plain, place) => seal(sealing, plain, place),
    decrypt: (sealed, place) => open(sealing, sealed, place),
    blindIndex: (value) => createHmac('sha256', indexing).update(value).digest(),
    sign: (value) => `${value}.${mac(value)}`,
    unsign: (signed) => {
      const dot = signed.lastIndexOf('.');
      if (dot < 1) return null;
      const value = signed.slice(0, dot);
      return sameText(signed.slice(dot + 1), mac(value)) ? value : null;
    },
    accessToken: (requestId) =>
      createHmac('sha256', tracking).update(requestId).digest().subarray(0, 16).toString('base64url'),
  };
}

function seal(key: Buffer, plain: string, place: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function open(key: Buffer, sealed: Buffer, place: string): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
}

/** Compares in constant time: how long a wrong guess takes tells nothing about how nearly right it was. */
export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
