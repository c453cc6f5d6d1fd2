/**
 * Whatever is done to an information request, in whatever order and however late: no clock is lost or rewritten, and none of the law ends
 * without an answer, a forward, a withdrawal or a ground that stands in the history.
 */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { CITIZEN } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { RefusalError } from '../../kernel/refusals.ts';
import { istanbulDay, shiftDay } from '../calendar/door.ts';
import {
  addFromCitizen,
  answerAssignment,
  askCitizen,
  cancelRequest,
  changeKind,
  changeTopic,
  giveInterimAnswer,
  isOpen,
  reopenRequest,
  resumeWork,
  returnAssignment,
  assignRequest,
  withdrawRequest,
  workOnAssignment,
} from '../requests/door.ts';
import type { Clock } from './door.ts';
import { clocksOfRequest, movePromise, readSilence, WHAT_ENDS_A_CLOCK } from './door.ts';
import type { FoiWorld } from './testing.ts';
import { foiWorld } from './testing.ts';
import { mayEnd } from './what-ends-a-clock.ts';

type History = Awaited<ReturnType<FoiWorld['historyOf']>>;
type Line = History[number];

let foi: FoiWorld;
/** How often each end was seen, so that the walk cannot pass by standing still. */
const ends: Record<string, number> = {};

beforeAll(async () => void (foi = await foiWorld()));

const KINDS = ['foi', 'petition', 'kvkk', 'request'] as const;
const reason = 'Çünkü öyle gerekti.';
const text = 'İstenen liste hazırlanmıştır; ekte gönderilmektedir.';

interface Move {
  step: string;
  n: number;
  hours: number;
}

type Step = (id: string, n: number) => Promise<unknown>;

const inCase =
  (work: (tx: Tx, requestId: string, n: number) => Promise<unknown>, actor: () => Actor = () => foi.supervisor): Step =>
  (id, n) =>
    foi.doAs(actor(), (tx) => work(tx, id, n));

const onPart =
  (work: (tx: Tx, assignmentId: string, n: number) => Promise<unknown>): Step =>
  async (id, n) => {
    const part = await foi.partOf(id);
    if (part) await foi.doAs(foi.supervisor, (tx) => work(tx, part.id, n));
  };

const STEPS: Record<string, Step> = {
  begin: onPart((tx, assignmentId) => workOnAssignment(tx, { assignmentId, step: 'work' })),
  return: onPart((tx, assignmentId) => returnAssignment(tx, { assignmentId, reason })),
  assign: inCase((tx, requestId) => assignRequest(tx, { requestId, directorate: 'YAZ', why: reason })),
  ask: inCase((tx, requestId) => askCitizen(tx, { requestId, question: 'Hangi yıl?' })),
  write: inCase(
    (tx, requestId) => addFromCitizen(tx, { requestId, text: '2025', fileIds: [] }),
    () => CITIZEN,
  ),
  resume: inCase((tx, requestId) => resumeWork(tx, { requestId, reason })),
  interim: onPart((tx, assignmentId) => giveInterimAnswer(tx, { assignmentId, text: 'Arşivde aranıyor.' })),
  fee: (id) => foi.askFee(id),
  pay: (id) => foi.pay(id, istanbulDay(foi.now())),
  extend: (id) => foi.extend(id),
  kind: inCase((tx, requestId, n) => changeKind(tx, { requestId, kind: KINDS[n % KINDS.length]!, reason })),
  topic: inCase((tx, requestId, n) => {
    const topic = { code: n % 2 === 0 ? 'KUR-11' : 'KUR-07', version: 1, restricted: false, restrictedTo: [] };
    return changeTopic(tx, { requestId, topic, reroute: false, reason });
  }),
  give: onPart((tx, assignmentId) => answerAssignment(tx, { assignmentId, outcome: 'information-given', text })),
  refuse: onPart((tx, assignmentId) =>
    answerAssignment(tx, { assignmentId, outcome: 'refused', text: 'Açıklanamaz.', grounds: ['4982-21'] }),
  ),
  forward: onPart((tx, assignmentId) =>
    answerAssignment(tx, { assignmentId, outcome: 'forwarded', text: 'İSKİ’ye iletildi.', forwardedTo: 'İSKİ' }),
  ),
  withdraw: inCase(
    (tx, requestId) => withdrawRequest(tx, { requestId }),
    () => CITIZEN,
  ),
  cancel: inCase((tx, requestId) => cancelRequest(tx, { requestId, reason })),
  reopen: inCase((tx, requestId) => reopenRequest(tx, { requestId, reason })),
  move: inCase((tx, requestId, n) =>
    movePromise(tx, { requestId, day: shiftDay(istanbulDay(tx.now), 3 + 2 * n), reason }),
  ),
  silence: () => readSilence(foi.house),
};

/** Ends of a whole request are drawn less often than what leaves it open, or most walks would be over at once. */
const walk = fc.array(
  fc.record({
    step: fc.oneof(
      {
        weight: 5,
        arbitrary: fc.constantFrom('begin', 'ask', 'write', 'interim', 'kind', 'topic', 'return', 'assign', 'move'),
      },
      { weight: 6, arbitrary: fc.constantFrom('fee', 'fee', 'pay', 'extend', 'silence', 'silence', 'resume') },
      { weight: 2, arbitrary: fc.constantFrom('give', 'refuse', 'forward', 'withdraw', 'cancel', 'reopen', 'reopen') },
    ),
    n: fc.nat(7),
    hours: fc.oneof(fc.constant(0), fc.nat(30), fc.nat(24 * 40)),
  }),
  { minLength: 4, maxLength: 14 },
);

/** The ends that a walk must have met, whatever was drawn. */
const EVERY_END = [
  ['fee'],
  ['fee', 'pay'],
  ['extend'],
  ['kind'],
  ['interim'],
  ['give'],
  ['forward'],
  ['withdraw'],
  ['cancel'],
]
  .map((steps) => [steps.map((step) => ({ step, n: 1, hours: 24 }))] as [Move[]])
  .concat([[[{ step: 'silence', n: 0, hours: 24 * 40 }]]]);

/** What must stand in the history when a clock has ended so. */
const GROUNDS: Record<string, (line: Line) => boolean> = {
  answered: (line) => line.what === 'concluded' && line.data?.outcome !== 'forwarded',
  forwarded: (line) => line.what === 'concluded' && line.data?.outcome === 'forwarded',
  withdrawn: ({ what }) => what === 'withdrawn',
  'deemed-withdrawn': ({ what, why }) => what === 'deemed-withdrawn' && Boolean(why),
  cancelled: ({ what, why }) => what === 'cancelled' && Boolean(why),
  extended: ({ what, why, toValue }) => what === 'period-extended' && Boolean(why) && Boolean(toValue),
  'fee-notice': ({ what }) => what === 'fee-notified',
  'kind-changed': ({ what, why }) => what === 'kind-changed' && Boolean(why),
  'interim-answer': ({ what }) => what === 'interim-answer',
  'implied-refusal': ({ what, toValue }) => what === 'refusal-implied' && Boolean(toValue),
};

/** A payment counts from the day it was made; everything else ends a clock at the moment at which it is written down. */
function isGround(clock: Clock, line: Line): boolean {
  if (clock.endReason === 'paid') return line.what === 'fee-paid';
  return GROUNDS[clock.endReason!]?.(line) === true && line.at.getTime() === clock.endedAt!.getTime();
}

function checkEnd(clock: Clock, history: History): void {
  expect(mayEnd(clock.endReason!, clock.purpose), `${clock.endReason} ends ${clock.purpose}`).toBe(true);
  if (clock.purpose === 'first-response' || clock.purpose === 'conclusion') return;
  const isGrounded = history.some((line) => isGround(clock, line));
  expect(isGrounded, `${clock.rule} ended as ${clock.endReason}, and its history says so`).toBe(true);
  if (clock.purpose === 'statutory')
    expect(['answer', 'forward', 'withdrawal', 'ground']).toContain(WHAT_ENDS_A_CLOCK[clock.endReason!].by);
}

/** What a clock may never change: its beginning ever, its end once it has one. */
function fixedOf({ dueAt, endedAt, endReason, stops, ...begun }: Clock): unknown {
  return endedAt === null ? begun : { ...begun, dueAt, endedAt, endReason, stops };
}

async function check(id: string, before: readonly Clock[]): Promise<Clock[]> {
  const [request, clocks, history] = [
    await foi.requestOf(id),
    await clocksOfRequest(foi.house.db, id),
    await foi.historyOf(id),
  ];
  for (const old of before) {
    const now = clocks.find((clock) => clock.id === old.id);
    expect(now, `${old.rule} is lost`).toBeDefined();
    expect(old.endedAt === null ? fixedOf({ ...now!, endedAt: null }) : fixedOf(now!)).toEqual(fixedOf(old));
  }
  for (const clock of clocks.filter(({ endedAt }) => endedAt !== null)) checkEnd(clock, history);
  const running = clocks.filter(({ endedAt }) => endedAt === null);
  expect(new Set(running.map(({ rule }) => rule)).size).toBe(running.length);
  const owed = running.filter(({ purpose }) => purpose === 'statutory' || purpose === 'citizen');
  expect(owed.length, isOpen(request.state) ? 'one clock of the law runs, or the citizen’s' : 'none runs on').toBe(
    isOpen(request.state) ? 1 : 0,
  );
  if (!isOpen(request.state)) expect(running).toEqual([]);
  for (const { purpose, dueAt } of running)
    if ((purpose === 'statutory' || purpose === 'partner') && dueAt && request.promisedAt)
      expect(request.promisedAt <= dueAt, 'no promise outlives the law').toBe(true);
  return clocks;
}

test('no allowed step loses a clock, or ends one of the law without a ground', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(walk, async (moves) => {
      const id = await foi.file('2026-03-02');
      let clocks = await check(id, []);
      for (const { step, n, hours } of moves) {
        foi.clock.advance(hours * 3_600_000 + 1_000);
        try {
          await STEPS[step]!(id, n);
        } catch (error) {
          // A refusal is an answer; anything else is a fault.
          if (!(error instanceof RefusalError)) throw error;
        }
        clocks = await check(id, clocks);
      }
      for (const { endReason, endedAt } of clocks) if (endedAt) ends[endReason!] = (ends[endReason!] ?? 0) + 1;
    }),
    { numRuns: 45, examples: EVERY_END },
  );
  for (const seen of Object.keys(GROUNDS).filter((end) => end !== 'deemed-withdrawn'))
    expect(ends, `a walk met ${seen}`).toHaveProperty(seen);
});
