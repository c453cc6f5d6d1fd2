/** After a change of a holiday: the clocks that run over it are counted anew, some hundred at a time, each move a line of history. */
import type { Tx } from '../../kernel/db/transaction.ts';
import { askForWork } from '../../kernel/long-works/ask.ts';
import { stepWork } from '../../kernel/long-works/kinds.ts';
import type { LongWork, Step } from '../../kernel/long-works/long-work.ts';
import { systemActor } from '../../kernel/actor.ts';
import { calendarInForce } from '../calendar/door.ts';
import { appendHistory, lockRequest } from '../requests/door.ts';
import { sayPromiseMoved, showDue } from './actions/show-due.ts';
import { movesBy } from './calendar-change.ts';
import { clocksOfRequest, runningClocksOver, writeDues } from './store.ts';

const RECOUNT = 'recount-clocks';
const AT_ONCE = 200;

interface RecountInput {
  /** The day whose standing changed; null: any, because a whole file of them came. */
  day: string | null;
}

/** Asks for it where a clock runs over the day; most changes are of a year to come. */
export async function askForRecount(tx: Tx, day: string | null): Promise<void> {
  const some = await runningClocksOver(tx.db, { day, now: tx.now, after: '', limit: 1 });
  if (some.length === 0) return;
  const input: RecountInput = { day };
  await askForWork({ ...tx, actor: systemActor('deadlines') }, { kind: RECOUNT, input });
}

export const recountWork = stepWork<RecountInput, string>({ kind: RECOUNT, step });

async function step(tx: Tx, { input, cursor }: LongWork<RecountInput, string>): Promise<Step<string>> {
  const clocks = await runningClocksOver(tx.db, { day: input.day, now: tx.now, after: cursor ?? '', limit: AT_ONCE });
  const moved = movesBy(await calendarInForce(tx.db), clocks, tx.now);
  const requests = [...new Set(moved.map(({ clock }) => clock.requestId))].sort();
  for (const requestId of requests) await recount(tx, requestId);
  return { cursor: clocks.length < AT_ONCE ? null : clocks.at(-1)!.id, done: requests.length };
}

/** All clocks of one request at once, looked at again under its lock. */
async function recount(tx: Tx, requestId: string): Promise<void> {
  const request = await lockRequest(tx, requestId);
  if (!request) return;
  const moves = movesBy(await calendarInForce(tx.db), await clocksOfRequest(tx.db, requestId), tx.now);
  if (moves.length === 0) return;
  await writeDues(
    tx,
    moves.map(({ clock, to }) => ({ id: clock.id, dueAt: to })),
  );
  for (const { clock, to } of moves) {
    await appendHistory(tx, requestId, {
      what: 'clocks-moved',
      fromValue: clock.dueAt?.toISOString() ?? null,
      toValue: to.toISOString(),
      data: { rule: clock.rule },
    });
  }
  const to = await showDue(tx, request, await clocksOfRequest(tx.db, requestId));
  await sayPromiseMoved(tx, request, { to, because: 'calendar' });
}
