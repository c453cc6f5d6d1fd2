import { systemActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { recordFirstRevisions } from '../../kernel/revisions.ts';

/**
 * Keeps what came with the installation as the first version, before its first change: a ready profile's thousands of streets need no
 * history until somebody touches one.
 */
export async function keepFirstVersions(
  tx: Tx,
  kind: 'neighbourhood' | 'street',
  before: readonly { id: number; version: number }[],
): Promise<void> {
  const shipped = before.filter(({ version }) => version === 1);
  const bodies = shipped.map(({ id, version: _, ...body }) => ({ key: String(id), body }));
  if (bodies.length > 0) await recordFirstRevisions({ ...tx, actor: systemActor('seed') }, kind, bodies);
}
