/** Whose word a clock of our own is: the topic's, or a season's that was on when the request came. */
import type { Texts } from '../../../text/language.ts';
import type { Db } from '../../kernel/db/database.ts';
import { seasonAt } from '../catalogue/door.ts';
import type { ServiceRequest } from '../requests/door.ts';
import type { Clock } from './clock.ts';

export async function seasonOfClock(
  db: Db,
  { topicCode, receivedAt }: Pick<ServiceRequest, 'topicCode' | 'receivedAt'>,
  { purpose }: Pick<Clock, 'purpose'>,
): Promise<Texts | null> {
  if (purpose !== 'first-response' && purpose !== 'conclusion') return null;
  const found = await seasonAt(db, topicCode, receivedAt);
  const named = purpose === 'conclusion' ? found?.change.standard.conclusion : found?.change.standard.firstResponse;
  return found && named ? found.season.name : null;
}
