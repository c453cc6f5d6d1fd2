/** The house says what it knows before anybody complains, says it better later, ends it, and takes that back. */
import type { KnownProblemChange, NewKnownProblem } from '../../../../contract/known-problems.ts';
import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import { topicInForce } from '../../catalogue/door.ts';
import { may } from '../../staff/door.ts';
import { ExpectedEndSettled, IncidentClosed, IncidentOpened } from '../facts.ts';
import { insertIncident, writeClosed } from '../store.ts';
import type { KnownProblem, Saying } from './known-problem.ts';
import { isInForce } from './known-problem.ts';
import { insertKnownProblem, knownProblemById, writeEnded, writeOfferedAgain, writeSaying } from './known-store.ts';
import { asTyped, checkSaying } from './saying.ts';

/** The kind under which every version of what was said is kept. */
export const SAYINGS = 'known-problem';

/** @throws what checkSaying refuses, 'not-allowed' */
export async function openKnownProblem(tx: Tx, given: NewKnownProblem): Promise<string> {
  await requireFor(tx, given.topic);
  const saying = await checkSaying(tx, given);
  const id = newId(tx.now);
  const { title, topicCode } = saying;
  await insertIncident(tx, { id, leadId: null, title, topicCode, openedBy: staffIdOf(tx) });
  await insertKnownProblem(tx, id, saying);
  await keepVersion(tx, id, saying);
  tx.record(IncidentOpened(id, { leadId: null }));
  return id;
}

/** Whoever was told before reads the new words where they read the old ones; a message to them all is an announcement. */
export async function changeKnownProblem(tx: Tx, id: string, { known, reason }: KnownProblemChange): Promise<void> {
  const before = await lockKnown(tx, id, known.version);
  await requireFor(tx, before.topicCode);
  await requireFor(tx, known.topic);
  const saying = await checkSaying(tx, known);
  if (reason.trim() === '') throw refuse('reason-missing');
  if (!isInForce(before)) throw refuse('known-problem-over');
  await writeSaying(tx, id, saying);
  await keepVersion(tx, id, saying, reason);
  if (before.expectedEnd?.getTime() !== saying.expectedEnd?.getTime()) tx.record(ExpectedEndSettled(id, {}));
}

interface Ending {
  version: number;
  reason: string;
}

/**
 * It is offered to nobody any more. Where nobody had asked, that is all there was to do; where somebody has, the work goes on at the lead, and
 * all hear of its end from there.
 */
export async function endKnownProblem(tx: Tx, id: string, { version, reason }: Ending): Promise<void> {
  const before = await lockKnown(tx, id, version);
  await requireFor(tx, before.topicCode);
  if (reason.trim() === '') throw refuse('reason-missing');
  if (!isInForce(before)) throw refuse('known-problem-over');
  await writeEnded(tx, id, staffIdOf(tx));
  await noteEnd(tx, { id, act: 'known-problem-ended', reason });
  tx.record(ExpectedEndSettled(id, {}));
  if (before.leadId !== null) return;
  await writeClosed(tx, id, 'over');
  tx.record(IncidentClosed(id, { how: 'over' }));
}

/** It was ended too early: offered again as it was. Refuses 'known-problem-over' once its lead has been answered. */
export async function resumeKnownProblem(tx: Tx, id: string, { version, reason }: Ending): Promise<void> {
  const before = await lockKnown(tx, id, version);
  await requireFor(tx, before.topicCode);
  if (reason.trim() === '') throw refuse('reason-missing');
  const isClosed = before.closedAt !== null && before.closedHow !== 'over';
  if (before.endedAt === null || isClosed) throw refuse('known-problem-over');
  await writeOfferedAgain(tx, id);
  await noteEnd(tx, { id, act: 'known-problem-resumed', reason });
  if (before.closedAt === null) return;
  await writeClosed(tx, id, null);
  tx.record(IncidentOpened(id, { leadId: before.leadId }));
}

/** Whoever joins, changes or ends it waits for the others; see join-known-problem.ts. */
async function lockKnown(tx: Tx, id: string, version: number): Promise<KnownProblem> {
  await takeTurns(tx.db, turnsOf(id));
  const known = await knownProblemById(tx.db, id);
  if (!known) throw refuse('not-found');
  if (known.version !== version) throw refuse('changed-meanwhile');
  return known;
}

export const turnsOf = (id: string): string => `known-problem ${id}`;

async function requireFor(tx: Tx, topicCode: string): Promise<void> {
  const topic = await topicInForce(tx.db, topicCode);
  const directorates = topic === undefined ? [] : [topic.directorate, ...topic.otherDirectorates];
  if (!may(tx.actor, 'incident-announce', { directorates })) throw refuse('not-allowed');
}

async function keepVersion(tx: Tx, id: string, saying: Saying, reason?: string): Promise<void> {
  const version = await recordRevision(tx, { kind: SAYINGS, key: id, body: asTyped(saying), reason });
  await audit(tx, {
    act: 'known-problem-changed',
    subjectKind: 'incident',
    subjectId: id,
    reason,
    detail: { version },
  });
}

function noteEnd(
  tx: Tx,
  { id, act, reason }: { id: string; act: 'known-problem-ended' | 'known-problem-resumed'; reason: string },
): Promise<void> {
  return audit(tx, { act, subjectKind: 'incident', subjectId: id, reason });
}

const staffIdOf = ({ actor }: Tx): string | null => (actor.kind === 'staff' ? actor.id : null);
