/** What the case file does by the clock: held acts whose time has come, and questions that wait for the citizen. */
import type { House } from '../../kernel/house.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { systemActor } from '../../kernel/actor.ts';
import { RefusalError } from '../../kernel/refusals.ts';
import { istanbulDay } from '../calendar/door.ts';
import { followQuestion } from './actions/ask-citizen.ts';
import { carryOut } from './actions/hold-act.ts';
import { HeldActCameBack } from './facts.ts';
import type { HeldAct } from './held-store.ts';
import { endHeldAct, nextDueAct } from './held-store.ts';
import { questionsOwed } from './question-store.ts';

/** Finds the author again at the moment of the act: someone who lost the right meanwhile may not act any more. */
export type FindAuthor = (house: House, staffId: string) => Promise<StaffActor | null>;

/** One round: all acts that are due. Returns how many were dealt with. */
export async function heldActJob(house: House, findAuthor: FindAuthor): Promise<number> {
  for (let done = 0; ; done += 1) {
    if (!(await dealWithNext(house, findAuthor))) return done;
  }
}

async function dealWithNext(house: House, findAuthor: FindAuthor): Promise<boolean> {
  let current: HeldAct | undefined;
  try {
    return await inTransaction(house, { actor: systemActor('held-acts') }, async (tx) => {
      current = await nextDueAct(tx);
      if (!current) return false;
      const author = await findAuthor(house, current.staffId);
      if (author === null) {
        await endHeldAct(tx, current.id, { state: 'failed', refusal: 'not-allowed' });
        return true;
      }
      await carryOut({ ...tx, actor: author }, current, tx.now);
      await endHeldAct(tx, current.id, { state: 'done', refusal: null });
      return true;
    });
  } catch (error) {
    if (!(error instanceof RefusalError) || !current) throw error;
    return giveBack(house, current, error);
  }
}

/** The case changed meanwhile: nothing was sent, the author sees the act come back with the reason. */
async function giveBack(house: House, held: HeldAct, refusal: RefusalError): Promise<boolean> {
  await inTransaction(house, { actor: systemActor('held-acts') }, async (tx) => {
    const { id: actId, act, staffId } = held;
    await endHeldAct(tx, actId, { state: 'failed', refusal: refusal.code });
    tx.record(HeldActCameBack(held.requestId, { actId, act, staffId, refusal: refusal.code }));
  });
  return true;
}

const AT_ONCE = 200;

/**
 * Reminds whoever has not answered our question, and lets work go on where the last day is over. Each case in a transaction of its own: a kill loses
 * the one under way, which the next round finds again; what was done is not owed any more. Gives how many were dealt with.
 */
export async function followQuestions(house: House): Promise<number> {
  const today = istanbulDay(house.clock.now());
  let done = 0;
  for (let after = ''; ;) {
    const owed = await questionsOwed(house.db, { today, after, limit: AT_ONCE });
    for (const { requestId } of owed) if (await followSafely(house, requestId)) done += 1;
    if (owed.length < AT_ONCE) return done;
    after = owed.at(-1)!.id;
  }
}

/** A case that cannot be dealt with is logged and left for the next round; it keeps nobody else waiting. */
async function followSafely(house: House, requestId: string): Promise<boolean> {
  try {
    return await inTransaction(house, { actor: systemActor('questions') }, (tx) => followQuestion(tx, requestId));
  } catch (error) {
    house.metrics.faults.inc({ where: 'questions' });
    house.log.error({ err: error, where: 'questions', request: requestId }, 'fault');
    return false;
  }
}
