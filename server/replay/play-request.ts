/**
 * Plays one life through the actions the web and the desk use, each step in a transaction of its own at its simulated time. Played again it
 * goes on where it stopped: the client key finds the request, its history says which steps it has behind it.
 */
import type { Actor } from '../kernel/actor.ts';
import { CITIZEN } from '../kernel/actor.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import type { Tx } from '../kernel/db/transaction.ts';
import type { House } from '../kernel/house.ts';
import { endCall, recordRequestFromCall, takeCall } from '../modules/calls/door.ts';
import { receiveRequest } from '../modules/intake/door.ts';
import type { Assignment, RecordedRequest, RequestKind } from '../modules/requests/door.ts';
import {
  addFromCitizen,
  answerAssignment,
  askCitizen,
  assignRequest,
  assignmentsOf,
  caseFile,
  isLegalKind,
  refuseReopening,
  reopenRequest,
  requestByClientKey,
  returnAssignment,
  saySatisfaction,
  withdrawRequest,
  workOnAssignment,
} from '../modules/requests/door.ts';
import type { Cast } from './cast.ts';
import type { Step, Story } from './story.ts';

export interface Stage {
  house: House;
  cast: Cast;
}

/** A request on its way through the year. */
export interface Living {
  number: number;
  story: Story;
  /** Left out until it is recorded, or found again by its key. */
  id?: string;
  /** Which step comes next. */
  next: number;
  /** Milliseconds of its own work so far, waiting for the machine included; of its recording alone. */
  spent: number;
  create: number;
  /** False: an earlier run has played a part of it, so its times say nothing. */
  isWhole: boolean;
}

export function unborn(number: number, story: Story): Living {
  return { number, story, next: 0, spent: 0, create: 0, isWhole: true };
}

/** Records it, if it is not yet, and takes its steps up to this instant. */
export async function playUntil(stage: Stage, living: Living, until: Date): Promise<void> {
  const begun = performance.now();
  if (living.id === undefined) await recordOrFind(stage, living);
  let part: Assignment | undefined;
  for (; living.next < living.story.steps.length; living.next += 1) {
    const step = living.story.steps[living.next]!;
    if (step.at >= until) break;
    part ??= await openPart(stage.house, living.id!);
    const { kind } = living.story.application;
    await take(stage, { step, requestId: living.id!, part, kind });
    if (CHANGES_PART.has(step.act)) part = undefined;
  }
  living.spent += performance.now() - begun;
}

export function isOver({ next, story }: Living): boolean {
  return next === story.steps.length;
}

async function recordOrFind(stage: Stage, living: Living): Promise<void> {
  const known = await requestByClientKey(stage.house.db, living.story.application.clientKey!);
  const begun = performance.now();
  // A call that led to it may still be waiting for its end.
  const isRecorded = known !== undefined && known.channel !== 'phone';
  living.id = isRecorded ? known.id : (await record(stage, living.story, living.number)).id;
  living.create = performance.now() - begun;
  if (known === undefined) return;
  living.isWhole = false;
  living.next = await stepsTaken(stage.house, known.id, living.story.steps);
}

/** On the phone the call is taken, leads to the request, and ends. A web form is the citizen's own; the rest an agent types in. */
async function record(
  { house, cast }: Stage,
  { application, receivedAt, talk }: Story,
  number: number,
): Promise<RecordedRequest> {
  const agent = cast.agents[number % cast.agents.length]!;
  if (application.channel !== 'phone') {
    const actor = application.channel === 'web' ? CITIZEN : agent;
    return inTransaction(house, { actor, now: receivedAt }, (tx) => receiveRequest(tx, application));
  }
  const after = (seconds: number) => new Date(receivedAt.getTime() + seconds * 1000);
  const clientKey = `${application.clientKey} call`;
  const call = await inTransaction(house, { actor: agent, now: receivedAt }, (tx) =>
    takeCall(tx, { phone: application.person?.phone ?? null, clientKey, startedAt: after(-8) }),
  );
  const recorded = await inTransaction(house, { actor: agent, now: after(talk.recorded) }, (tx) =>
    recordRequestFromCall(tx, { callId: call.id, application }),
  );
  await inTransaction(house, { actor: agent, now: after(talk.ended) }, (tx) =>
    endCall(tx, { callId: call.id, purpose: 'request' }),
  );
  return recorded;
}

async function openPart(house: House, requestId: string): Promise<Assignment | undefined> {
  return (await assignmentsOf(house.db, requestId)).find((part) => part.endedAt === null);
}

/** After these the open part is another one, or none. */
const CHANGES_PART = new Set<Step['act']>(['return', 'assign', 'reopen', 'answer', 'withdraw']);

interface Taking {
  step: Step;
  requestId: string;
  part: Assignment | undefined;
  kind: RequestKind;
}

async function take({ house, cast }: Stage, taking: Taking): Promise<void> {
  const { step, requestId, part } = taking;
  const actor = actorOf(cast, taking);
  await inTransaction(house, { actor, now: step.at }, (tx) =>
    act(tx, step, { requestId, assignmentId: part?.id ?? '' }),
  );
}

function actorOf(cast: Cast, { step: { act: what }, part, kind }: Taking): Actor {
  if (what === 'withdraw' || what === 'add' || what === 'satisfaction') return CITIZEN;
  if (what === 'assign' || what === 'reopen' || what === 'refuse-reopening') return cast.supervisor;
  if (what === 'answer' && isLegalKind(kind)) return cast.signer;
  return cast.clerk(part!.directorateCode);
}

async function act(
  tx: Tx,
  step: Step,
  { requestId, assignmentId }: { requestId: string; assignmentId: string },
): Promise<void> {
  if (step.act === 'accept' || step.act === 'go-on-site') await workOnAssignment(tx, { assignmentId, step: step.act });
  else if (step.act === 'answer') await answerAssignment(tx, { ...step, assignmentId });
  else if (step.act === 'withdraw') await withdrawRequest(tx, { requestId });
  else if (step.act === 'return') await returnAssignment(tx, { assignmentId, reason: step.text });
  else if (step.act === 'assign') await assignRequest(tx, { requestId, directorate: step.directorate, why: step.text });
  else if (step.act === 'ask') await askCitizen(tx, { requestId, question: step.text });
  else if (step.act === 'add') await addFromCitizen(tx, { requestId, text: step.text, fileIds: [] });
  else if (step.act === 'reopen') await reopenRequest(tx, { requestId, reason: step.text });
  else if (step.act === 'refuse-reopening') await refuseReopening(tx, { requestId, reason: step.text });
  else if (step.act === 'satisfaction')
    await saySatisfaction(tx, { requestId, satisfied: step.satisfied, reason: step.text });
}

/** The line each step leaves in the history. */
const MARKS: Record<Step['act'], readonly string[]> = {
  accept: ['accepted'],
  'go-on-site': ['on-site'],
  answer: ['answered'],
  withdraw: ['withdrawn'],
  return: ['returned'],
  assign: ['assigned'],
  ask: ['citizen-asked'],
  add: ['citizen-wrote'],
  reopen: ['reopened'],
  'refuse-reopening': ['reopening-refused'],
  satisfaction: ['satisfied', 'not-satisfied'],
};

/** Steps and their marks stand in the same order; the first step without a mark is the next to take. */
async function stepsTaken(house: House, requestId: string, steps: readonly Step[]): Promise<number> {
  const file = await caseFile(house.db, requestId);
  const marks = (file?.history ?? []).map(({ what }) => what);
  // The first assignment is routing's, made with the record.
  let at = marks.indexOf('assigned') + 1;
  for (const [number, step] of steps.entries()) {
    const found = marks.findIndex((what, place) => place >= at && MARKS[step.act].includes(what));
    if (found < 0) return number;
    at = found + 1;
  }
  return steps.length;
}
