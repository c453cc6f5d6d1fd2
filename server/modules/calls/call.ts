import type { Language } from '../../../text/language.ts';

/**
 * A call is one contact, not a request: 201,639 calls answered and 86,008 records opened by phone are different figures and are never added.
 * A call leads to none, one or several requests; one that leads to none is recorded all the same, with its purpose.
 */
export const CALL_PURPOSES = {
  request: { tr: 'Başvuru', en: 'Request' },
  status: { tr: 'Başvurum ne oldu?', en: 'What became of mine?' },
  information: { tr: 'Bilgi', en: 'Information' },
  'foi-form': { tr: 'Bilgi edinme formu', en: 'Information request form' },
  debt: { tr: 'Borç ve ödeme', en: 'Debt and payment' },
  'wrong-number': { tr: 'Yanlış numara', en: 'Wrong number' },
  silent: { tr: 'Sessiz çağrı', en: 'Silent call' },
  other: { tr: 'Diğer', en: 'Other' },
} as const;

export type CallPurpose = keyof typeof CALL_PURPOSES;

export interface Call {
  id: string;
  direction: 'in' | 'out';
  /** E.164 or a short code; null when the number was withheld. */
  phone: string | null;
  staffId: string | null;
  startedAt: Date;
  answeredAt: Date | null;
  endedAt: Date | null;
  purpose: CallPurpose | null;
  note: string | null;
}

/** The link of the information request's form, sent to a number during a call. */
export interface FormLink {
  id: string;
  callId: string;
  /** E.164, a mobile number. */
  phone: string;
  language: Language;
}
