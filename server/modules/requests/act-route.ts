/**
 * How a route does something to a request. Each locks the case and asks three questions in the same order: may this person read it, may they
 * do this to it, and does it still stand as they saw it. The action asks the second again and the third: it has other callers.
 */
import type { Static, TSchema } from 'typebox';
import { ById, Done } from '../../../contract/request-acts.ts';
import { HeldActShown } from '../../../contract/requests.ts';
import type { Right } from '../../../contract/rights.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import type { Route } from '../../kernel/http/route.ts';
import { holdAct } from './actions/hold-act.ts';
import type { HeldActName } from './held-store.ts';
import { presentHeldAct } from './present.ts';
import { lastEntryOf } from './history-store.ts';
import type { Target } from './reader.ts';
import { lockedForAct, readableCase, readableCaseOfAssignment, requireOn } from './reader.ts';

export interface Act<B extends TSchema> {
  of: Target;
  /** The last part of the address: what comes into being by the act. */
  path: string;
  summary: string;
  needs: Right;
  body: B;
}

/** An act that takes effect at once. */
export function actRoute<B extends TSchema>(
  { of, path, summary, needs, body }: Act<B>,
  act: (tx: Tx, id: string, given: Static<B>) => Promise<unknown>,
): Route {
  return apiRoute({
    method: 'POST',
    path: `/api/v1/${of}/:id/${path}`,
    summary,
    who: 'staff',
    params: ById,
    body,
    response: Done,
    async handle({ house, actor, params, body: given }) {
      return inTransaction(house, { actor }, async (tx) => {
        const requestId = await lockWithRight(tx, staffOf(actor), { of, id: params.id, needs });
        await act(tx, params.id, given);
        return { seen: await lastEntryOf(tx.db, requestId) };
      });
    },
  });
}

/** An act the citizen will be told of: it can be taken back for some seconds. */
export function heldRoute<B extends TSchema>(
  { of, path, summary, needs, body, act }: Act<B> & { act: HeldActName },
  inputOf: (id: string, given: Static<B>) => Record<string, unknown>,
): Route {
  return apiRoute({
    method: 'POST',
    path: `/api/v1/${of}/:id/${path}`,
    summary: `${summary}; held for some seconds, in which it can be taken back`,
    who: 'staff',
    params: ById,
    body,
    response: HeldActShown,
    async handle({ house, actor, params, body: given }) {
      const staff = staffOf(actor);
      const held = await holdAct(house, staff, async (tx) => {
        const requestId = await lockWithRight(tx, staff, { of, id: params.id, needs });
        return { requestId, act, input: inputOf(params.id, given) };
      });
      return presentHeldAct(staff, held);
    },
  });
}

interface Needed {
  of: Target;
  id: string;
  needs: Right;
}

/** Asked of the case as it is locked for the act, so that it is read once. Gives the request's id. */
async function lockWithRight(tx: Tx, actor: StaffActor, { of, id, needs }: Needed): Promise<string> {
  const found = await lockedForAct(tx, actor, { of, id });
  requireOn(actor, needs, found);
  return found.request.id;
}

/** For what is no act on the case: a reading, or a draft of one. Gives the request's id. */
export async function requireRight(house: House, actor: StaffActor, { of, id, needs }: Needed): Promise<string> {
  const found =
    of === 'requests' ? await readableCase(house.db, actor, id) : await readableCaseOfAssignment(house.db, actor, id);
  requireOn(actor, needs, found);
  return found.request.id;
}
