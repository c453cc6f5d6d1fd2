/**
 * The gate of the tracking page. Opens with the tracking number and something only the citizen knows beside it, or with the 128-bit key
 * of the link in the SMS. Every failure (no such number, wrong digits, locked out) takes the same path and gives the same answer, so that
 * nobody learns which numbers exist (OWASP ASVS 5.0 §6.3; a council's forms were walked through by number in 2019).
 */
import type { Db } from '../../kernel/db/database.ts';
import type { House } from '../../kernel/house.ts';
import type { Limit } from '../../kernel/limits.ts';
import { addressKey, isWithinLimit, withinLimit } from '../../kernel/limits.ts';
import { sameText } from '../../kernel/secrets.ts';
import { citizenById } from '../citizens/door.ts';
import type { CaseFile, ServiceRequest } from '../requests/door.ts';
import { caseFileByToken, requestByTrackingNumber } from '../requests/door.ts';
import { lastFourDigits } from '../../../text/phone.ts';
import { parseTrackingNumber } from '../../../text/tracking-number.ts';
import { asciiDigits, fold, normaliseInput } from '../../../text/turkish.ts';

export interface TrackingQuestion {
  number: string;
  /** Last four digits of the phone; else the e-mail address; else the surname; nothing for an anonymous request. */
  proof: string;
  /** The caller's network address. */
  address: string;
}

/** A mobile operator puts thousands of phones behind one address, so this one is wide; the number's own limit is the narrow one. */
export const MISSES_PER_ADDRESS: Limit = { name: 'track-address', most: 30, seconds: 600 };
/** Four digits have 10,000 forms: at eight tries a day a number holds for years. The link in the SMS works all the while. */
export const MISSES_PER_NUMBER: Limit = { name: 'track-number', most: 8, seconds: 86_400 };
/** Everybody together: more than this many misses in ten minutes is no forgetfulness, it is somebody guessing from many addresses. */
export const MISSES_OF_ALL: Limit = { name: 'track-all', most: 200, seconds: 600 };

/** The key of the request's own page, or null. Null says nothing about why. */
export async function keyToRequest(house: House, question: TrackingQuestion): Promise<string | null> {
  const { db } = house;
  const now = house.clock.now();
  const number = parseTrackingNumber(question.number);
  const limits: [Limit, string][] = [
    [MISSES_PER_ADDRESS, addressKey(question.address)],
    [MISSES_PER_NUMBER, number ?? `not a number: ${question.number.slice(0, 40)}`],
  ];
  const open = await Promise.all(limits.map(([limit, key]) => isWithinLimit(db, now, limit, key)));
  const request = await requestByTrackingNumber(db, number ?? 'no number');
  const known = await knows(db, request, question.proof);
  if (known && open.every(Boolean)) return house.secrets.accessToken(request!.id);
  for (const [limit, key] of limits) await withinLimit(db, now, limit, key);
  await sound(house, db, now);
  return null;
}

/** The case behind a link, or undefined. What of it may be shown is the page's business, and it shows no name. */
export async function caseByKey(db: Db, key: string): Promise<CaseFile | undefined> {
  return /^[A-Za-z0-9_-]{22}$/.test(key) ? caseFileByToken(db, key) : undefined;
}

/** Nobody's: looked up where no citizen stands behind what was asked, so that the work is the same. */
const NOBODY = '00000000-0000-7000-8000-000000000000';

async function knows(db: Db, request: ServiceRequest | undefined, proof: string): Promise<boolean> {
  const typed = normaliseInput(proof);
  const citizen = await citizenById(db, request?.citizenId ?? NOBODY);
  if (!request) return sameText(typed, 'nothing is the same as this');
  if (request.contactPhone !== null)
    return sameText(asciiDigits(typed).replace(/\D/g, ''), lastFourDigits(request.contactPhone));
  if (request.contactEmail !== null) return sameText(fold(typed), fold(request.contactEmail));
  if (!opensByNumberAlone(request)) return false;
  if (request.citizenId === null) return typed === '';
  return citizen !== undefined && isNameOf(citizen.name, typed);
}

/** The surname, or the name as a whole: what somebody can say who came to the counter and left neither phone nor address. */
function isNameOf(name: string, typed: string): boolean {
  const whole = fold(name);
  return [whole, whole.split(/\s+/).at(-1)!].some((known) => sameText(fold(typed), known));
}

/** Nobody stands behind an anonymous request whom its page could give away; one of a protected topic opens by its link alone. */
export function opensByNumberAlone(about: Pick<ServiceRequest, 'restricted' | 'identitySecret'>): boolean {
  return !about.restricted && !about.identitySecret;
}

const lastSounded = new WeakMap<House, number>();

/** Counts a miss for all; once in ten minutes, when they are too many, the log says so. The counter is in the metrics as well. */
async function sound(house: House, db: Db, now: Date): Promise<void> {
  house.metrics.trackingMisses.inc();
  if (await withinLimit(db, now, MISSES_OF_ALL, 'all')) return;
  const since = now.getTime() - (lastSounded.get(house) ?? -Infinity);
  if (since < MISSES_OF_ALL.seconds * 1000) return;
  lastSounded.set(house, now.getTime());
  house.log.warn(
    { alarm: 'tracking-guesses', misses: MISSES_OF_ALL.most, seconds: MISSES_OF_ALL.seconds },
    'somebody may be guessing tracking numbers',
  );
}
