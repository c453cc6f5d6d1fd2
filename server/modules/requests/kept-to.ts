/**
 * HEART FILE. Who may be given a part of a restricted request. Its topic names the directorates and units it is kept to; a part in the hands of
 * anybody else would be seen by nobody who could work on it, and would wait for ever. Pure.
 */
import type { ServiceRequest } from './request.ts';

type Kept = Pick<ServiceRequest, 'restricted' | 'restrictedTo'>;

export interface Hands {
  directorate: string;
  /** Null: the directorate as a whole. */
  unit: string | null;
}

/** Where in this directorate the part lies; null: nowhere, it is kept from them. */
export function handsWithin({ restricted, restrictedTo }: Kept, { directorate, unit }: Hands): Hands | null {
  if (!restricted || restrictedTo.length === 0 || restrictedTo.includes(directorate)) return { directorate, unit };
  const named = restrictedTo.filter((code) => code.startsWith(`${directorate}-`));
  if (unit !== null) return named.includes(unit) ? { directorate, unit } : null;
  const [first, second] = named;
  if (first === undefined) return null;
  // Kept to one unit of it, it lies there from the beginning; of several, one takes it.
  return { directorate, unit: second === undefined ? first : null };
}

/** Whether somebody of this directorate and unit may have it in hand. */
export function personWithin({ restricted, restrictedTo }: Kept, { directorate, unit }: Hands): boolean {
  if (!restricted || restrictedTo.length === 0) return true;
  return restrictedTo.some((code) => code === directorate || code === unit);
}
