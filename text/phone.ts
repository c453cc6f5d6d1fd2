// Phone numbers as people in Türkiye write them, and what may be done with each: only a mobile may be sent an SMS, a 444
// number may be stored but never called from here. Server only: the metadata is too heavy for a phone's browser.
import { parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/max';
import { asciiDigits } from './turkish.ts';

export type PhoneKind = 'mobile' | 'landline' | 'uan' | 'voip' | 'short-code' | 'foreign';
export type PhoneError = 'empty' | 'too-short' | 'too-long' | 'not-a-number';
export type Phone = { ok: true; kind: PhoneKind; e164: string } | { ok: false; reason: PhoneError };

/** Numbers of three digits that answer all over the country; they have no international form and are kept as they are. */
export const SHORT_CODES = {
  '112': { tr: 'Acil çağrı', en: 'All emergencies' },
  '150': { tr: 'CİMER', en: 'CİMER' },
  '153': { tr: 'Büyükşehir belediyesi', en: 'Metropolitan municipality' },
  '174': { tr: 'Gıda', en: 'Food' },
  '175': { tr: 'Tüketici', en: 'Consumers' },
  '181': { tr: 'Çevre, şehircilik', en: 'Environment and urban planning' },
  '183': { tr: 'Sosyal destek', en: 'Social support' },
  '185': { tr: 'Su arıza', en: 'Water faults' },
  '186': { tr: 'Elektrik arıza', en: 'Electricity faults' },
  '187': { tr: 'Doğal gaz acil', en: 'Gas emergencies' },
  '188': { tr: 'Cenaze', en: 'Funerals' },
} as const;

/**
 * Reads a number in any form: `0 538…`, `538…`, `90538…`, `0090…`, `+90 (538)…`, with foreign digits or invisible
 * characters. `e164` is the stored form (`+905380114747`); a short code keeps its three digits.
 */
export function parsePhone(typed: string): Phone {
  const dialled = asciiDigits(typed).replace(SEPARATORS, '');
  if (dialled === '') return { ok: false, reason: 'empty' };
  if (!/^\+?\d+$/.test(dialled)) return { ok: false, reason: 'not-a-number' };
  if (Object.hasOwn(SHORT_CODES, dialled)) return { ok: true, kind: 'short-code', e164: dialled };
  const international = withCountry(dialled);
  const parsed = parsePhoneNumberFromString(international);
  if (parsed?.isValid()) {
    return {
      ok: true,
      kind: parsed.countryCallingCode === '90' ? kindOf(parsed.getType()) : 'foreign',
      e164: parsed.number,
    };
  }
  return { ok: false, reason: whyNot(international) };
}

const SEPARATORS = /[\s().\-–—/_\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Without a country the number is Turkish; `00` is the way a phone dials `+`. */
function withCountry(dialled: string): string {
  if (dialled.startsWith('00')) return `+${dialled.slice(2)}`;
  if (dialled.startsWith('+0')) return `+90${dialled.slice(2)}`; // a habit: the plus put before the national form
  if (dialled.startsWith('+')) return dialled.replace(/^\+900/, '+90');
  if (/^90\d{10}$/.test(dialled)) return `+${dialled}`;
  return `+90${dialled.replace(/^0/, '')}`;
}

function kindOf(type: string | undefined): PhoneKind {
  if (type === 'MOBILE') return 'mobile';
  if (type === 'FIXED_LINE' || type === 'FIXED_LINE_OR_MOBILE') return 'landline';
  if (type === 'VOIP') return 'voip';
  return 'uan'; // 444, 800 and 900: numbers of institutions
}

function whyNot(international: string): PhoneError {
  if (!international.startsWith('+90')) {
    const length = validatePhoneNumberLength(international);
    if (length === 'TOO_SHORT') return 'too-short';
    return length === 'TOO_LONG' ? 'too-long' : 'not-a-number';
  }
  const national = international.length - 3;
  if (national < 10) return 'too-short';
  return national > 10 ? 'too-long' : 'not-a-number';
}

/** As it is read and dialled here: `0 538 011 47 47`, `444 9 822`; a foreign number in its international form. */
export function formatPhone(e164: string): string {
  const national = /^\+90(\d+)$/.exec(e164)?.[1];
  if (!national) return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
  const short = /^(444)(\d)(\d{3})$/.exec(national);
  if (short) return short.slice(1).join(' ');
  const parts = /^(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(national);
  return parts ? `0 ${parts.slice(1).join(' ')}` : e164;
}

/** Whether an SMS may be sent there: Turkish mobile numbers only. Others never arrive, or cost what nobody approved. */
export function canReceiveSms(e164: string): boolean {
  const phone = parsePhone(e164);
  return phone.ok && phone.kind === 'mobile';
}

/** What a citizen gives on `/takip` beside the number: the last four digits. */
export function lastFourDigits(e164: string): string {
  return e164.slice(-4);
}
