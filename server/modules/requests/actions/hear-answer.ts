import type { Tx } from '../../../kernel/db/transaction.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { openCase, whoOf } from '../open-case.ts';
import { takeWords } from './hear-citizen.ts';

export interface HearAnswer {
  requestId: string;
  text: string;
  /** How it was said. */
  heard: 'phone' | 'counter';
  seen?: number | undefined;
}

/**
 * What the citizen said by telephone or at the counter, in the words of whoever heard it: it counts as if they had written it on their page. Theirs
 * in the thread; the history says who wrote it down.
 */
export async function hearAnswer(tx: Tx, { requestId, text, heard, seen }: HearAnswer): Promise<void> {
  const open = await openCase(tx, requestId, seen);
  whoOf(tx.actor, 'note', open);
  await takeWords(tx, open.request, { text: normaliseInput(text), fileIds: [], data: { heard } });
}
