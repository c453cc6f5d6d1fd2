import type { Language } from '../../../../text/language.ts';
import { canReceiveSms } from '../../../../text/phone.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { checkPhone } from '../../intake/door.ts';
import type { FormLink } from '../call.ts';
import { FoiFormAsked } from '../facts.ts';
import { insertFormLink, writePurpose } from '../store.ts';
import { ownCall } from './take-call.ts';

export interface SendFormLink {
  callId: string;
  language: Language;
  /** Another number than the one on the line, as the caller says it: a fixed line takes no SMS. */
  phone?: string | undefined;
}

/**
 * An information request is not taken by phone (4982 Yön. m.9: in writing, with name and address); the caller is sent the form's link instead, and
 * that is what the call was for. To one number once, however often the key is pressed. Gives whether it was sent before.
 * Refuses 'contact-missing' without a number, 'phone-invalid' for one that takes no SMS, 'step-not-allowed' once the call has ended.
 */
export async function sendFormLink(
  tx: Tx,
  { callId, language, phone }: SendFormLink,
): Promise<FormLink & { again: boolean }> {
  const call = await ownCall(tx, callId);
  if (call.endedAt !== null) throw refuse('step-not-allowed', { step: 'form-link', state: 'ended' });
  const to = phone === undefined || phone.trim() === '' ? call.phone : checkPhone(phone);
  if (to === null) throw refuse('contact-missing', { field: 'phone' });
  if (!canReceiveSms(to)) throw refuse('phone-invalid', { reason: 'no-sms' });
  const link: FormLink = { id: newId(tx.now), callId, phone: to, language };
  const isNew = await insertFormLink(tx, link);
  if (!isNew) return { ...link, again: true };
  await writePurpose(tx, callId, 'foi-form');
  tx.record(FoiFormAsked(callId, { linkId: link.id }));
  return { ...link, again: false };
}
