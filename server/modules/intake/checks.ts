/**
 * The rules a request must meet to be recorded, each on its own so that a form may ask one page at a time and hear the same answer the
 * whole would give. Each returns the value as it will be kept, or refuses with a closed code.
 */
import { checkNationalId } from '../../../text/identity.ts';
import { canReceiveSms, parsePhone } from '../../../text/phone.ts';
import { normaliseInput } from '../../../text/turkish.ts';
import { refuse } from '../../kernel/refusals.ts';
import type { Topic } from '../catalogue/door.ts';
import type { Place } from '../requests/door.ts';
import { LONGEST_TEXT, checkLegalBasis } from '../requests/door.ts';
import type { Application, Person } from './application.ts';

/** Refuses 'text-empty', or 'text-too-long' with how many characters are over. */
export function checkText(typed: string): string {
  const text = normaliseInput(typed);
  if (text === '') throw refuse('text-empty');
  if (text.length > LONGEST_TEXT)
    throw refuse('text-too-long', { over: text.length - LONGEST_TEXT, most: LONGEST_TEXT });
  return text;
}

const LONGEST = { street: 120, door: 20, description: 500, name: 120, email: 254 } as const;

/** Trims and bounds what was typed. A place is never refused for being vague, only for being absent where the topic is about one. */
export function checkPlace(place: Place, topic: Pick<Topic, 'placeRequired'> | null): Place {
  const kept: Place = {
    ...place,
    street: bounded(place.street, LONGEST.street),
    door: bounded(place.door, LONGEST.door),
    description: bounded(place.description, LONGEST.description),
  };
  if (topic?.placeRequired && !saysWhere(kept)) throw refuse('place-missing');
  return kept;
}

/** A crew finds it with a point, or with a description, or with a street of a known neighbourhood: any one of them is enough to set out. */
function saysWhere(place: Place): boolean {
  const pin = place.latitude !== null && place.longitude !== null;
  return pin || place.description !== null || (place.street !== null && place.neighbourhoodId !== null);
}

function bounded(typed: string | null, longest: number): string | null {
  const text = normaliseInput(typed ?? '')
    .slice(0, longest)
    .trim();
  return text === '' ? null : text;
}

export interface CheckedPerson extends Omit<Person, 'kind'> {
  kind: 'person' | 'organisation';
}

/**
 * Name and a way to be reached. Refuses 'phone-invalid' with the reason, 'email-invalid', 'national-id-invalid', and 'contact-missing'
 * when the chosen way has no address. A fixed line is kept but never sent an SMS: BTK delivers only to mobile numbers.
 */
export function checkPerson(person: Person): CheckedPerson {
  const name = normaliseInput(person.name).slice(0, LONGEST.name);
  if (name === '') throw refuse('contact-missing', { field: 'name' });
  const phone = person.phone?.trim() ? checkPhone(person.phone) : undefined;
  const email = person.email?.trim() ? checkEmail(person.email) : undefined;
  if (person.notifyBy === 'sms' && phone === undefined) throw refuse('contact-missing', { field: 'phone' });
  if (person.notifyBy === 'sms' && !canReceiveSms(phone!)) throw refuse('phone-invalid', { reason: 'no-sms' });
  if (person.notifyBy === 'email' && email === undefined) throw refuse('contact-missing', { field: 'email' });
  const nationalId = person.nationalId?.trim() ? checkTckn(person.nationalId) : undefined;
  return { kind: person.kind ?? 'person', name, phone, email, nationalId, notifyBy: person.notifyBy };
}

export function checkPhone(typed: string): string {
  const phone = parsePhone(typed);
  if (!phone.ok) throw refuse('phone-invalid', { reason: phone.reason });
  return phone.e164;
}

// Deliberately loose (RFC 5321 allows far more than any tight pattern): one @, something around it, a dot in the domain, no blanks.
const EMAIL = /^[^\s@,;:<>()"]{1,64}@[^\s@,;:<>()"]{1,180}\.[a-zA-Z\u00c0-\uffff]{2,24}$/;

export function checkEmail(typed: string): string {
  const email = normaliseInput(typed);
  if (email.length > LONGEST.email || !EMAIL.test(email)) throw refuse('email-invalid');
  const at = email.lastIndexOf('@');
  // The domain is not people's text: plain lower case. The part before the @ is the owner's business.
  return email.slice(0, at + 1) + email.slice(at + 1).toLowerCase();
}

function checkTckn(typed: string): string {
  const checked = checkNationalId(typed);
  if (!checked.ok) throw refuse('national-id-invalid', { ...checked });
  return checked.number;
}

/** Rules about topic, kind and channel together. */
export function checkKind(application: Pick<Application, 'kind' | 'channel' | 'person'>, topic: Topic | null): void {
  const { kind, channel, person } = application;
  checkLegalBasis({ kind, channel, isNamed: person !== null });
  if (topic?.anonymousAllowed === false && person === null) throw refuse('anonymous-not-allowed');
}
