import type { BulkAct } from '../../../../contract/bulk.ts';
import { staffOf } from '../../../kernel/http/route.ts';
import type { WorkKind } from '../../../kernel/long-works/kinds.ts';
import { itemWork } from '../../../kernel/long-works/kinds.ts';
import { readableCase } from '../../requests/door.ts';
import type { BulkKind } from './acts.ts';
import { BULK_KINDS } from './acts.ts';

export const workOf = (act: BulkAct['act']): string => `bulk-${act}`;

/** A kind of work for each act: whoever looks at a work knows by its kind what was done. */
export const bulkWorks: WorkKind[] = Object.values(BULK_KINDS as Record<string, BulkKind>).map((kind) =>
  itemWork<BulkAct>({
    kind: workOf(kind.act),
    act: async (tx, given, id) => kind.run(tx, given as never, await readableCase(tx.db, staffOf(tx.actor), id)),
    undo: (tx, _given, { subject, undo }) => kind.undo(tx, undo, subject),
  }),
);
