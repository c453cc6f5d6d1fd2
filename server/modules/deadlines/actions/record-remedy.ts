/** What the citizen did against our answer or silence, and what the other body decided: for the case, its people and the year's statistic. */
import { audit } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { isDay, istanbulDay } from '../../calendar/door.ts';
import type { OpenCase } from '../../requests/door.ts';
import { appendHistory, openCase, whoOf } from '../../requests/door.ts';
import { RemedyDecided, RemedyTaken, RemedyUpheld } from '../facts.ts';
import type { RemedyBody, RemedyResult } from '../remedies-taken.ts';
import { REMEDY_RESULTS, isUpheld, mayBeTaken } from '../remedies-taken.ts';
import { insertRemedy, remediesTaken, writeDecision } from '../remedy-store.ts';

interface About {
  requestId: string;
  seen?: number | undefined;
  body: RemedyBody;
  /** The other body's number of the file, where it is known. */
  fileNumber?: string | undefined;
}

export interface RecordRemedy extends About {
  /** 'YYYY-MM-DD'. */
  takenOn: string;
}

const LONGEST_NUMBER = 100;

/**
 * Whether it was in time is the body's to say, not ours. Refuses 'not-allowed', 'changed-meanwhile', 'step-not-allowed' where that body decides
 * nothing of the kind, 'date-invalid', and 'already-exists' while one waits for the decision of the same body.
 */
export async function recordRemedy(tx: Tx, { takenOn, ...about }: RecordRemedy): Promise<void> {
  const { request } = await openForRemedy(tx, about);
  const { body } = about;
  if (!mayBeTaken(request, body))
    throw refuse('step-not-allowed', { step: 'remedy', kind: request.kind, state: request.state });
  if (!isDay(takenOn) || takenOn < istanbulDay(request.receivedAt) || takenOn > istanbulDay(tx.now))
    throw refuse('date-invalid', { field: 'takenOn' });
  if (await waitingOf(tx, about)) throw refuse('already-exists', { field: 'remedy' });
  const fileNumber = numberOf(about);
  const id = newId(tx.now);
  await insertRemedy(tx, { id, requestId: request.id, body, takenOn, fileNumber });
  await appendHistory(tx, request.id, { what: 'remedy-taken', toValue: takenOn, data: { body, fileNumber } });
  await audit(tx, { act: 'remedy-recorded', subjectKind: 'request', subjectId: request.id, detail: { body, takenOn } });
  tx.record(RemedyTaken(request.id, { remedyId: id, body }));
}

export interface RecordRemedyDecision extends About {
  result: RemedyResult;
  decidedOn: string;
}

/** Refuses also 'step-not-allowed' when nothing waits for that body, 'date-invalid'. */
export async function recordRemedyDecision(
  tx: Tx,
  { result, decidedOn, ...about }: RecordRemedyDecision,
): Promise<void> {
  const { request } = await openForRemedy(tx, about);
  const waiting = await waitingOf(tx, about);
  // The case is there, and whoever asks may read it: it is the state that has nothing to decide.
  if (!waiting) throw refuse('step-not-allowed', { step: 'remedy-decision', kind: request.kind, state: request.state });
  if (!Object.hasOwn(REMEDY_RESULTS, result)) throw refuse('input-invalid', { field: 'result' });
  if (!isDay(decidedOn) || decidedOn < waiting.takenOn || decidedOn > istanbulDay(tx.now))
    throw refuse('date-invalid', { field: 'decidedOn' });
  const { id, body, takenOn } = waiting;
  await writeDecision(tx, { id, result, decidedOn, fileNumber: numberOf(about) });
  await appendHistory(tx, request.id, {
    what: 'remedy-decided',
    fromValue: takenOn,
    toValue: result,
    data: { body, decidedOn },
  });
  const detail = { body, result, decidedOn };
  await audit(tx, { act: 'remedy-decided', subjectKind: 'request', subjectId: request.id, detail });
  tx.record(RemedyDecided(request.id, { remedyId: id, body, result }));
  if (isUpheld(result)) tx.record(RemedyUpheld(request.id, { remedyId: id, body, result }));
}

async function openForRemedy(tx: Tx, { requestId, seen }: About): Promise<OpenCase> {
  const open = await openCase(tx, requestId, seen);
  whoOf(tx.actor, 'objection-record', open);
  return open;
}

async function waitingOf(tx: Tx, { requestId, body }: About) {
  return (await remediesTaken(tx.db, requestId)).find((each) => each.body === body && each.result === null);
}

function numberOf({ fileNumber }: About): string | null {
  return normaliseInput(fileNumber ?? '').slice(0, LONGEST_NUMBER) || null;
}
