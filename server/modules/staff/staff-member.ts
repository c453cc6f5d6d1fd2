/** The nouns of the staff module. Pure. */
import type { Approval } from '../../../contract/answering.ts';
import type { ReadyRole } from '../../../contract/rights.ts';

export interface StaffMember {
  id: string;
  username: string;
  name: string;
  /** Code of the role, and the ready role it is built on. */
  role: string;
  base: ReadyRole;
  directorate: string | null;
  unit: string | null;
  /** Directorates a deputy mayor stands above. */
  looksAfter: string[];
  active: boolean;
  /** Where the morning mail goes; null: nowhere. */
  email: string | null;
  mustChangePassword: boolean;
  version: number;
}

export interface Directorate {
  code: string;
  /** `Fen İşleri Müdürlüğü` */
  name: string;
  /** `Fen İşleri Müdürlüğü'ne`: "passed on to" needs it, and suffixes cannot be glued on. */
  dative: string;
  nameEn: string;
  phone: string | null;
  /** Whose approval each of its answers needs, beside what topics and laws ask for; left out: nobody's. */
  approval?: Approval;
  active: boolean;
  version: number;
}

/** A team inside a directorate. */
export interface Unit {
  /** `FEN-YOL`: its directorate's code, a dash, its own. */
  code: string;
  directorate: string;
  name: string;
  nameEn: string;
  active: boolean;
  version: number;
}

/** Only these two work for one directorate; the others work for the whole house. */
export function worksForDirectorate(base: ReadyRole): boolean {
  return base === 'clerk' || base === 'manager';
}

/**
 * The stored form of a username: only A–Z are made small. Other letters stay and so match nobody: `admın` upper-cased would
 * be ADMIN, and `ELİF` made small in two ways gives two names.
 */
export function canonicalUsername(typed: string): string {
  return typed.trim().replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 32));
}

export const USERNAME = /^[a-z0-9][a-z0-9._-]{1,39}$/;
