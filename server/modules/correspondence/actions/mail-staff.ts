/** A mail to somebody who works here: by the same outbox as a citizen's, with the same care that it leaves once. */
import type { Language } from '../../../../text/language.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { insertMessage } from '../store.ts';

export interface StaffMail {
  address: string;
  language: Language;
  subject: string;
  body: string;
  dedupeKey: string;
}

/** Its words are the program's own and not one of the municipality's texts, so they have no version. Gives the message's id. */
export async function mailStaff(tx: Tx, mail: StaffMail): Promise<string> {
  const id = newId(tx.now);
  await insertMessage(tx, {
    ...mail,
    ...{ id, requestId: null, textKey: 'morning-mail', textVersion: 0, channel: 'email' },
    ...{ urgency: 'notice', notBefore: tx.now, segments: null, costKurus: null },
  });
  tx.afterCommit(() => tx.house.wake.call('outbox'));
  return id;
}
