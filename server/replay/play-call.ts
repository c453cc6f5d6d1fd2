/** A call that leads to no request: taken, and ended with its purpose. Played again it changes nothing. */
import { inTransaction } from '../kernel/db/transaction.ts';
import { endCall, takeCall } from '../modules/calls/door.ts';
import type { CallPurpose } from '../modules/calls/door.ts';
import { phoneOf } from './invented.ts';
import type { Stage } from './play-request.ts';
import { random } from './random.ts';
import type { Year } from './seasons.ts';
import { drawSecond } from './seasons.ts';
import type { YearPlan } from './year-plan.ts';

const PURPOSES: readonly (readonly [CallPurpose, number])[] = [
  ['information', 38],
  ['status', 35],
  ['debt', 12],
  ['other', 6],
  ['wrong-number', 5],
  ['silent', 4],
];

export async function playCall(
  { house, cast }: Stage,
  { plan, year }: { plan: YearPlan; year: Year },
  { number, day }: { number: number; day: number },
): Promise<void> {
  const draw = random(plan.id, 'call', number);
  const answeredAt = new Date(year.starts[day]!.getTime() + drawSecond('phone', draw) * 1000);
  const phone = draw.chance(0.08) ? null : phoneOf(Math.floor(Math.max(50, plan.requests * 0.55) * draw.next() ** 1.5));
  const purpose = draw.weighted(PURPOSES);
  const seconds = purpose === 'silent' || purpose === 'wrong-number' ? 5 + draw.below(20) : 30 + draw.below(150);
  const actor = cast.agents[number % cast.agents.length]!;
  const startedAt = new Date(answeredAt.getTime() - (2 + draw.below(20)) * 1000);
  const call = await inTransaction(house, { actor, now: answeredAt }, (tx) =>
    takeCall(tx, { phone, clientKey: `replay ${plan.id} call ${number}`, startedAt }),
  );
  if (call.endedAt !== null) return;
  await inTransaction(house, { actor, now: new Date(answeredAt.getTime() + seconds * 1000) }, (tx) =>
    endCall(tx, { callId: call.id, purpose }),
  );
}
