import type { RevealField, RevealPurpose } from '../../../../contract/request-acts.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { audit } from '../../../kernel/audit.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { formatPhone } from '../../../../text/phone.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { citizenById, nationalIdOf } from '../../citizens/door.ts';
import { assignmentsOf } from '../assignment-store.ts';
import { capacityIn } from '../looks.ts';
import { mayKnowWho } from '../present.ts';
import { requireOn } from '../reader.ts';
import type { ServiceRequest } from '../request.ts';
import { appendHistory } from '../history-store.ts';
import { requestById } from '../store.ts';

export interface RevealPersonalData {
  requestId: string;
  field: RevealField;
  purpose?: RevealPurpose | undefined;
  reason: string;
}

/** How long the screen shows it. */
const SHOWN_SECONDS = 60;

/**
 * One masked field in the clear. Written down before it is shown, in the case's own history and in the audit (KVKK 6698 m.12).
 * Refuses 'not-allowed' for a secret identity, 'reason-missing'. Null: the citizen never gave it.
 */
export async function revealPersonalData(
  tx: Tx,
  { requestId, field, purpose = 'other', reason }: RevealPersonalData,
): Promise<{ value: string | null; seconds: number }> {
  const request = await requestById(tx.db, requestId);
  if (!request || tx.actor.kind !== 'staff') throw refuse('not-found');
  const found = { request, assignments: await assignmentsOf(tx.db, requestId) };
  requireOn(tx.actor, 'reveal-personal-data', found);
  if (!mayKnowWho(tx.actor, request)) throw refuse('not-allowed');
  const why = normaliseInput(reason);
  if (why === '') throw refuse('reason-missing', { step: 'reveal' });
  await audit(tx, {
    act: 'personal-data-revealed',
    subjectKind: 'request',
    subjectId: requestId,
    reason: why,
    detail: { field, purpose, as: capacityIn(tx.actor, found) },
  });
  await appendHistory(tx, requestId, { what: 'personal-data-revealed', why, data: { field } });
  return { value: await valueOf(tx, request, field), seconds: SHOWN_SECONDS };
}

async function valueOf(tx: Tx, request: ServiceRequest, field: RevealField): Promise<string | null> {
  if (field === 'phone') return request.contactPhone === null ? null : formatPhone(request.contactPhone);
  if (field === 'email') return request.contactEmail;
  if (request.citizenId === null) return null;
  if (field === 'national-id') return nationalIdOf(tx.db, tx.house.secrets, request.citizenId);
  return (await citizenById(tx.db, request.citizenId))?.name ?? null;
}
