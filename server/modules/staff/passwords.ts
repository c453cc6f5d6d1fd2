/**
 * Passwords: what may be one, and how it is stored (argon2id, OWASP's parameters). Length is asked for and nothing else,
 * because composition rules make people predictable (NIST SP 800-63B §3.1.1.2, ASVS 6.2). Never trimmed, cut or case-changed.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { PASSWORD_LENGTH } from '../../../contract/password-length.ts';
import { refuse } from '../../kernel/refusals.ts';
import { fold } from '../../../text/turkish.ts';
import { COMMON_PASSWORDS } from './common-passwords.ts';

const { shortest: SHORTEST, longest: LONGEST } = PASSWORD_LENGTH;

/** OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane; argon2id is the library's default algorithm. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** @throws input-invalid with details.problem 'too-short', 'too-long', 'too-common' or 'holds-username'. */
export function checkPassword(typed: string, username: string): void {
  const problem = problemOf(typed.normalize('NFC'), username);
  if (problem !== null)
    throw refuse('input-invalid', { field: 'password', problem, shortest: SHORTEST, longest: LONGEST });
}

export function hashPassword(typed: string): Promise<string> {
  return hash(typed.normalize('NFC'), COST);
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password opens this hash. Without a hash (nobody of that name, not active, locked out) it works just as long on a
 * decoy and says no: the time an answer takes tells nobody which names exist.
 */
export async function passwordOpens(stored: string | null, typed: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  const opens = await verify(stored ?? (await decoy), typed.normalize('NFC'));
  return opens && stored !== null;
}

const PLAIN = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups of five from letters nobody mixes up: 99 bits, and readable over the phone. */
export function inventPassword(): string {
  const group = () => Array.from({ length: 5 }, () => PLAIN[randomInt(PLAIN.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

function problemOf(password: string, username: string): string | null {
  const length = [...password].length;
  if (length < SHORTEST) return 'too-short';
  if (length > LONGEST) return 'too-long';
  const folded = fold(password);
  if (COMMON_PASSWORDS.has(folded) || new Set(folded).size < 4 || isRun(folded)) return 'too-common';
  return username.length > 3 && folded.includes(username) ? 'holds-username' : null;
}

/** `1234567890`, `abcdefghij`, `0987654321`: each sign is the neighbour of the one before. */
function isRun(text: string): boolean {
  const signs = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  return [1, -1].some((step) =>
    signs.slice(1).every((sign, at) => sign === (signs[at] ?? 0) + step || isWrap(signs[at], sign)),
  );
}

function isWrap(before: number | undefined, sign: number): boolean {
  return (before === 0x39 && sign === 0x30) || (before === 0x30 && sign === 0x39);
}
