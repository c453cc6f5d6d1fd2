/** Objections to the Bilgi Edinme Değerlendirme Kurulu and what it decided: for the case, and for the year's statistic (4982 m.13, m.30). */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { isDay, istanbulDay } from '../../calendar/door.ts';
import { appendHistory } from '../../requests/door.ts';
import { ObjectionDecided, ObjectionRecorded } from '../facts.ts';
import { insertObjection, objectionsOf, writeDecision } from '../foi-store.ts';
import type { ObjectionResult } from '../information-requests.ts';
import { OBJECTION_RESULTS } from '../information-requests.ts';
import type { FoiAct } from './open-foi.ts';
import { openFoi } from './open-foi.ts';

export interface RecordObjection extends FoiAct {
  /** 'YYYY-MM-DD'. */
  objectedOn: string;
  /** The board's own number, where it is known. */
  boardNumber?: string | undefined;
}

/** Whether it was in time is the board's to say, not ours. Refuses 'date-invalid', 'already-exists' while one waits for its decision. */
export async function recordObjection(tx: Tx, input: RecordObjection): Promise<void> {
  const { request } = await openFoi(tx, input, 'objection-record');
  const { objectedOn } = input;
  if (!isDay(objectedOn) || objectedOn < istanbulDay(request.receivedAt) || objectedOn > istanbulDay(tx.now))
    throw refuse('date-invalid', { field: 'objectedOn' });
  const waiting = (await objectionsOf(tx.db, request.id)).some(({ result }) => result === null);
  if (waiting) throw refuse('already-exists', { field: 'objection' });
  const boardNumber = normaliseInput(input.boardNumber ?? '').slice(0, 100) || null;
  const id = newId(tx.now);
  await insertObjection(tx, { id, requestId: request.id, objectedOn, boardNumber });
  await appendHistory(tx, request.id, { what: 'objection-recorded', toValue: objectedOn, data: { boardNumber } });
  tx.record(ObjectionRecorded(request.id, { objectionId: id }));
}

export interface RecordDecision extends FoiAct {
  result: ObjectionResult;
  decidedOn: string;
}

/** Refuses 'not-found' when no objection waits, 'input-invalid' for another result, 'date-invalid'. */
export async function recordDecision(tx: Tx, input: RecordDecision): Promise<void> {
  const { request } = await openFoi(tx, input, 'objection-record');
  const objection = (await objectionsOf(tx.db, request.id)).find(({ result }) => result === null);
  if (!objection) throw refuse('not-found');
  const { result, decidedOn } = input;
  if (!Object.hasOwn(OBJECTION_RESULTS, result)) throw refuse('input-invalid', { field: 'result' });
  if (!isDay(decidedOn) || decidedOn < objection.objectedOn || decidedOn > istanbulDay(tx.now))
    throw refuse('date-invalid', { field: 'decidedOn' });
  await writeDecision(tx, { id: objection.id, result, decidedOn });
  await appendHistory(tx, request.id, {
    what: 'objection-decided',
    fromValue: objection.objectedOn,
    toValue: result,
    data: { decidedOn },
  });
  tx.record(ObjectionDecided(request.id, { objectionId: objection.id, result }));
}
