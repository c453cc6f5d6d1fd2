/** What a refusal of the one way in means on a page: at which field it stands, and what to do, in words. */
import { RefusalError } from '../../kernel/refusals.ts';
import { formatCount } from '../../../text/format.ts';
import type { Problem } from '../parts.ts';
import type { Visit } from '../visit.ts';
import type { Step } from './steps.ts';

/** Runs a check; a refusal becomes a problem at its field, everything else stays a fault. */
export function problemsOf(visit: Visit, check: () => unknown): Problem[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const problem = problemOf(visit, error);
    if (problem === null) throw error;
    return [problem];
  }
}

function problemOf(visit: Visit, { code, details }: RefusalError): Problem | null {
  const { say, language } = visit;
  switch (code) {
    case 'text-empty':
      return { field: 'metin', message: say('what.empty') };
    case 'text-too-long':
      return {
        field: 'metin',
        message: say('what.tooLong', {
          most: formatCount(Number(details.most), language),
          n: formatCount(Number(details.over), language),
        }),
      };
    case 'place-missing':
      return { field: 'tarif', message: say('place.missing') };
    case 'contact-missing':
      return contactMissing(visit, String(details.field));
    case 'phone-invalid':
      return { field: 'telefon', message: phoneWords(visit, String(details.reason)) };
    case 'email-invalid':
      return { field: 'eposta', message: say('email.bad') };
    case 'national-id-invalid':
      return { field: 'tckn', message: nationalIdWords(visit, details) };
    case 'anonymous-not-allowed':
      return { field: 'yol', message: say('contact.notAnonymous') };
    default:
      return null;
  }
}

function contactMissing({ say }: Visit, field: string): Problem {
  if (field === 'name') return { field: 'ad', message: say('contact.noName') };
  if (field === 'phone') return { field: 'telefon', message: say('contact.noPhone') };
  return { field: 'eposta', message: say('contact.noEmail') };
}

function phoneWords({ say }: Visit, reason: string): string {
  if (reason === 'not-a-number') return say('phone.letters');
  return say(reason === 'no-sms' ? 'phone.landline' : 'phone.bad');
}

function nationalIdWords({ say }: Visit, details: Record<string, unknown>): string {
  return details.reason === 'length' ? say('tckn.length', { n: Number(details.count) }) : say('tckn.check');
}

/** The page on which a refusal of the whole can be put right. */
export function stepToFix({ code, details }: RefusalError): Step | null {
  if (code === 'text-empty' || code === 'text-too-long') return 'what';
  if (code === 'place-missing') return 'place';
  if (code === 'input-invalid') return details.answers === undefined ? 'topic' : 'questions';
  const contact = ['contact-missing', 'phone-invalid', 'email-invalid', 'national-id-invalid', 'anonymous-not-allowed'];
  return contact.includes(code) ? 'contact' : null;
}
