import type { Language } from '../../../text/language.ts';

export type CitizenKind = 'person' | 'organisation';

export interface Citizen {
  id: string;
  kind: CitizenKind;
  name: string;
  language: Language;
  phones: string[];
  emails: string[];
  hasNationalId: boolean;
}

/** Who somebody says to be; nobody has proven it. */
export interface GivenCitizen {
  kind: CitizenKind;
  name: string;
  /** E.164, as text/phone.ts stores it. */
  phone?: string | undefined;
  email?: string | undefined;
  language: Language;
  /** Eleven or ten digits, checked by text/identity.ts. */
  nationalId?: string | undefined;
}
