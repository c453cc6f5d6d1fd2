/** The telephone: a call is answered, perhaps leads to requests, and ends with its purpose. */
import type { Right } from '../../../contract/rights.ts';
import {
  Caller,
  CallEnd,
  CallerQuery,
  CallPath,
  CallShown,
  FormLinkSent,
  NewCall,
  NewFormLink,
} from '../../../contract/calls.ts';
import { GivenRequest, RecordedForCitizen } from '../../../contract/intake.ts';
import { maskPhone } from '../../../text/turkish.ts';
import type { Actor } from '../../kernel/actor.ts';
import { audit } from '../../kernel/audit.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Route } from '../../kernel/http/route.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import type { Limit } from '../../kernel/limits.ts';
import { withinLimit } from '../../kernel/limits.ts';
import { refuse } from '../../kernel/refusals.ts';
import { applicationFrom, checkPhone, presentRecorded } from '../intake/door.ts';
import { may } from '../staff/door.ts';
import { endCall, recordRequestFromCall, takeCall } from './actions/take-call.ts';
import { sendFormLink } from './actions/send-form-link.ts';
import { presentCall, presentCaller } from './present.ts';
import { callById } from './store.ts';

/** Five a minute, for a quarter of an hour: more than anybody who talks to people needs, and far too few to read the register through. */
const LOOK_UPS: Limit = { name: 'caller-look-up', most: 75, seconds: 900 };

export const callRoutes: Route[] = [
  apiRoute({
    method: 'POST',
    path: '/api/v1/calls',
    summary: 'A call is answered; the same client key again is the same call',
    who: 'staff',
    body: NewCall,
    response: CallShown,
    async handle({ house, actor, body }) {
      allow(actor, 'call-record');
      return presentCall(await inTransaction(house, { actor }, (tx) => takeCall(tx, body)));
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/calls/:id/requests',
    summary: 'The call leads to a request; the same client key again is the same request',
    who: 'staff',
    params: CallPath,
    body: GivenRequest,
    response: RecordedForCitizen,
    async handle({ house, actor, params, body }) {
      allow(actor, 'call-record', 'request-record');
      const call = await callById(house.db, params.id);
      if (!call) throw refuse('not-found');
      const application = await applicationFrom(house.db, body, { channel: 'phone', phone: call.phone });
      const recorded = await inTransaction(house, { actor }, (tx) =>
        recordRequestFromCall(tx, { callId: call.id, application }),
      );
      return presentRecorded(house.db, recorded);
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/calls/:id/end',
    summary: 'The call ends with its purpose, whether or not it led to a request',
    who: 'staff',
    params: CallPath,
    body: CallEnd,
    response: CallShown,
    async handle({ house, actor, params, body }) {
      allow(actor, 'call-record');
      await inTransaction(house, { actor }, (tx) => endCall(tx, { callId: params.id, ...body }));
      return presentCall((await callById(house.db, params.id))!);
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/calls/:id/form-link',
    summary:
      "Sends the caller the link of the information request's form by SMS, once to a number; that becomes the call's purpose",
    who: 'staff',
    params: CallPath,
    body: NewFormLink,
    response: FormLinkSent,
    async handle({ house, actor, params, body }) {
      allow(actor, 'call-record');
      const sent = await inTransaction(house, { actor }, (tx) => sendFormLink(tx, { callId: params.id, ...body }));
      return { phone: maskPhone(sent.phone), again: sent.again };
    },
  }),
  apiRoute({
    // A look-up that is asked for with POST: in an address the number would stand in every proxy's log (ASVS 14.2.1).
    method: 'POST',
    path: '/api/v1/callers',
    summary: 'Who may be calling from a number, as initials, and what they have open; every look is logged',
    who: 'staff',
    body: CallerQuery,
    response: Caller,
    async handle({ house, actor, body }) {
      allow(actor, 'citizen-find');
      const phone = checkPhone(body.phone);
      if (!(await withinLimit(house.db, house.clock.now(), LOOK_UPS, staffOf(actor).id)))
        throw refuse('too-many-attempts');
      const caller = await presentCaller(house.db, phone);
      await inTransaction(house, { actor }, (tx) => noteCaller(tx, caller));
      return caller;
    },
  }),
];

/** One entry for each person who is known by the number, so that what was seen of somebody can be found; one without, when nobody is. */
async function noteCaller(tx: Tx, { people, requests }: Caller): Promise<void> {
  const act = 'caller-looked-up';
  if (people.length === 0) await audit(tx, { act, subjectKind: 'phone', detail: { requests: requests.length } });
  for (const { citizenId } of people) {
    const detail = { requests: requests.filter((request) => request.citizenId === citizenId).length };
    await audit(tx, { act, subjectKind: 'citizen', subjectId: citizenId, detail });
  }
}

function allow(actor: Actor, ...actions: Right[]): void {
  if (!actions.every((action) => may(actor, action))) throw refuse('not-allowed');
}
