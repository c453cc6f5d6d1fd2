import { fold } from '../../../text/turkish.ts';
import type { Place } from './request.ts';

/** The words a request is found by. */
export function searchWords({ text, place }: { text: string; place: Place }): string {
  return fold([text, place.street ?? '', place.description ?? ''].join(' '));
}
