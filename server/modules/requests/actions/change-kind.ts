import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { KindChanged } from '../facts.ts';
import { checkLegalBasis, isLegalKind, isWeaker } from '../legal-basis.ts';
import { isOpen } from '../lifecycle.ts';
import { openCase, whoOf } from '../open-case.ts';
import type { RequestKind } from '../request.ts';
import { appendHistory } from '../history-store.ts';
import { writeKind } from '../store.ts';

export interface ChangeKind {
  requestId: string;
  kind: RequestKind;
  reason: string;
  seen?: number | undefined;
}

/**
 * Puts the legal basis right. Never in silence: the reason is kept, the citizen is told whenever a law comes or goes, and the clocks of the
 * new basis count from the original receipt. What a topic change never does.
 * Refuses 'reason-missing', 'step-not-allowed' for an ended request, 'kind-not-by-phone', 'anonymous-not-allowed', 'already-exists' for the same kind.
 */
export async function changeKind(tx: Tx, { requestId, kind, reason, seen }: ChangeKind): Promise<void> {
  const open = await openCase(tx, requestId, seen);
  const { request } = open;
  whoOf(tx.actor, 'kind-change', open);
  if (!isOpen(request.state)) throw refuse('step-not-allowed', { step: 'change-kind', state: request.state });
  const why = normaliseInput(reason);
  if (why === '') throw refuse('reason-missing', { step: 'change-kind' });
  if (request.kind === kind) throw refuse('already-exists', { kind });
  checkLegalBasis({ kind, channel: request.channel, isNamed: request.citizenId !== null });
  const change = { from: request.kind, to: kind };
  await writeKind(tx, requestId, kind);
  await appendHistory(tx, requestId, {
    what: 'kind-changed',
    fromValue: change.from,
    toValue: change.to,
    why,
    data: { weaker: isWeaker(change) },
  });
  if (isLegalKind(change.from) || isLegalKind(change.to)) tx.record(KindChanged(requestId, change));
}
