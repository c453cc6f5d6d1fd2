import { on } from '../../kernel/facts.ts';
import { CaseTouched } from '../requests/door.ts';
import { keepEntry } from './keep-entry.ts';

export const searchReactions = [
  on(CaseTouched, 'keeps what the case is found by', async (tx, fact) => {
    // At the end: the reactions that come after this one change the case as well.
    tx.beforeCommit(() => keepEntry(tx, fact.subject));
  }),
];
