/** Whatever people do, in whatever order: no fault, no lost history, no open request without a running statutory clock, no clock that runs on. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { CITIZEN } from '../../kernel/actor.ts';
import { oneRow, sql } from '../../kernel/db/database.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { RefusalError } from '../../kernel/refusals.ts';
import { clocksOfRequest } from '../deadlines/door.ts';
import { messagesOfRequest } from '../correspondence/door.ts';
import { receiveRequest } from '../intake/door.ts';
import { applicationOf } from '../../testing/applications.ts';
import type { FurnishedHouse } from '../../testing/furnished-house.ts';
import { furnishedHouse } from '../../testing/furnished-house.ts';
import type { Acceptance } from './door.ts';
import {
  ASSIGNMENT_OUTCOMES,
  acceptAssignment,
  addFromCitizen,
  answerAssignment,
  askCitizen,
  assignRequest,
  assignmentsOf,
  cancelRequest,
  caseFile,
  changeTopic,
  giveInterimAnswer,
  isOpen,
  refuseReopening,
  reopenRequest,
  returnAssignment,
  saySatisfaction,
  takeBackAcceptance,
  withdrawRequest,
  workOnAssignment,
} from './door.ts';

let world: FurnishedHouse;
const people: Actor[] = [CITIZEN];

beforeAll(async () => {
  world = await furnishedHouse();
  for (const name of ['fatih', 'pinar', 'mustafa', 'sibel', 'elif']) people.push(await world.as(name));
});

const STEPS = [
  'accept', 'unaccept', 'unaccept', 'work', 'go-on-site', 'return', 'answer', 'interim', 'ask', 'write', 'assign', 'topic', 'satisfied', 'not-satisfied',
  'reopen', 'refuse-reopening', 'cancel', 'withdraw',
] as const; // prettier-ignore

interface Move {
  step: (typeof STEPS)[number];
  who: number;
  part: number;
  hours: number;
}

const move = fc.record({
  step: fc.constantFrom(...STEPS),
  who: fc.nat(5),
  part: fc.nat(3),
  hours: fc.nat(60),
});

/** The last acceptance of each case, which whoever made it may take back. */
const accepted = new Map<string, { by: Actor; given: Acceptance }>();

async function takeBackLast(requestId: string): Promise<void> {
  const last = accepted.get(requestId);
  if (last === undefined) return;
  await inTransaction(world.house, { actor: last.by }, (tx) =>
    takeBackAcceptance(tx, { ...last.given, why: 'Yanlışlıkla.' }),
  );
}

async function make(requestId: string, { step, who, part }: Move): Promise<void> {
  const parts = await assignmentsOf(world.house.db, requestId);
  const assignmentId = parts[part % parts.length]!.id;
  const reason = 'Çünkü öyle gerekti.';
  if (step === 'unaccept') return takeBackLast(requestId);
  await inTransaction(world.house, { actor: people[who]! }, async (tx) => {
    if (step === 'accept')
      accepted.set(requestId, { by: people[who]!, given: await acceptAssignment(tx, assignmentId) });
    else if (step === 'work' || step === 'go-on-site') await workOnAssignment(tx, { assignmentId, step });
    else if (step === 'return') await returnAssignment(tx, { assignmentId, reason });
    else if (step === 'answer') {
      const outcome = ASSIGNMENT_OUTCOMES[part % ASSIGNMENT_OUTCOMES.length]!;
      await answerAssignment(tx, {
        assignmentId,
        outcome,
        text: 'Kaldırımı onaramıyoruz, çünkü kazı sürüyor; İSKİ’ye ilettik. Geçici olarak kapatıldı, döşendi.',
        forwardedTo: 'İSKİ',
      });
    } else if (step === 'interim') await giveInterimAnswer(tx, { assignmentId, text: 'İnceliyoruz.' });
    else if (step === 'ask') await askCitizen(tx, { requestId, question: 'Neresi?' });
    else if (step === 'write') await addFromCitizen(tx, { requestId, text: 'Köşede.', fileIds: [] });
    else if (step === 'assign')
      await assignRequest(tx, { requestId, directorate: ['FEN', 'PRK', 'TEM'][part % 3]!, why: reason });
    else if (step === 'topic') {
      await changeTopic(tx, {
        requestId,
        topic: { code: ['PRK-02', 'TEM-01'][part % 2]!, version: 1, restricted: false, restrictedTo: [] },
        reroute: part % 2 === 0,
        reason,
      });
    } else if (step === 'satisfied' || step === 'not-satisfied') {
      await saySatisfaction(tx, { requestId, satisfied: step === 'satisfied', reason });
    } else if (step === 'reopen') await reopenRequest(tx, { requestId, reason });
    else if (step === 'refuse-reopening') await refuseReopening(tx, { requestId, reason });
    else if (step === 'cancel') await cancelRequest(tx, { requestId, reason });
    else await withdrawRequest(tx, { requestId });
  });
}

async function record(): Promise<string> {
  const { id } = await inTransaction(world.house, { actor: CITIZEN }, (tx) =>
    receiveRequest(tx, applicationOf({ person: { name: 'Işıl Örnek', phone: '0555 000 00 47', notifyBy: 'sms' } })),
  );
  return id;
}

async function checkInvariants(id: string, historyBefore: number[]): Promise<number[]> {
  const { request, assignments, history } = (await caseFile(world.house.db, id))!;
  const clocks = await clocksOfRequest(world.house.db, id);
  const running = clocks.filter((clock) => clock.endedAt === null);
  const ids = history.map((entry) => entry.id);
  expect(ids.slice(0, historyBefore.length)).toEqual(historyBefore);
  if (isOpen(request.state)) {
    expect(running.filter((clock) => clock.purpose === 'statutory')).toHaveLength(1);
    expect(request.nextDueAt).not.toBeNull();
  } else {
    expect(running).toEqual([]);
    expect(assignments.filter((part) => part.endedAt === null)).toEqual([]);
    expect(request.nextDueAt).toBeNull();
  }
  for (const part of assignments.filter(({ endedAt }) => endedAt === null))
    expect(part.acceptedAt === null, `${part.state} and when it was accepted`).toBe(part.state === 'offered');
  // Nobody has answered: then a first response is owed, whoever accepted and took it back.
  if (isOpen(request.state) && request.firstResponseAt === null)
    expect(running.filter(({ purpose }) => purpose === 'first-response')).toHaveLength(1);
  for (const clock of clocks.filter((each) => each.purpose === 'statutory' && each.endReason === 'answered')) {
    const answered = history.some((entry) => entry.what === 'answered' && entry.at <= clock.endedAt!);
    expect(answered, 'a statutory clock is answered only by an answer').toBe(true);
  }
  const open = assignments.filter((part) => part.endedAt === null).map((part) => part.directorateCode);
  expect(new Set(open).size).toBe(open.length);
  return ids;
}

/** So that no walk passes by without it, whatever was drawn. */
const TAKEN_BACK: Move[] = (['accept', 'unaccept', 'accept', 'answer'] as const).map((step) => ({
  ...{ step, who: 1, part: 0, hours: 1 },
}));

test('no sequence of steps by anybody breaks what a request promises', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 16 }), async (moves) => {
      const id = await record();
      let history = await checkInvariants(id, []);
      for (const each of moves) {
        world.clock.advance(each.hours * 3_600_000);
        try {
          await make(id, each);
        } catch (error) {
          // A refusal is an answer; anything else is a fault.
          if (!(error instanceof RefusalError)) throw error;
        }
        history = await checkInvariants(id, history);
      }
      const told = await messagesOfRequest(world.house.db, id);
      expect(told.filter((message) => message.textKey === 'recorded')).toHaveLength(1);
    }),
    { numRuns: 60, examples: [[TAKEN_BACK]] },
  );
  const { n } = await oneRow<{ n: number }>(
    world.house.db,
    sql`select count(*)::int as n from request_history where what = 'acceptance-taken-back'`,
  );
  expect(n, 'walks took an acceptance back').toBeGreaterThan(0);
});
