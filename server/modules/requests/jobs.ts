/** Carries out held acts when their time has come. */
import type { House } from '../../kernel/house.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { systemActor } from '../../kernel/actor.ts';
import { RefusalError } from '../../kernel/refusals.ts';
import { carryOut } from './actions/hold-act.ts';
import { HeldActCameBack } from './facts.ts';
import type { HeldAct } from './held-store.ts';
import { endHeldAct, nextDueAct } from './held-store.ts';

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
