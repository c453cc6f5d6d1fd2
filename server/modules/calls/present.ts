/** A call and a caller as the desk sees them: numbers masked, people as initials. A number on the line is no proof of who speaks. */
import type { Caller, CallShown } from '../../../contract/calls.ts';
import type { Db } from '../../kernel/db/database.ts';
import { canReceiveSms } from '../../../text/phone.ts';
import { formatTrackingNumber } from '../../../text/tracking-number.ts';
import { initialsMask, maskPhone } from '../../../text/turkish.ts';
import { listTopics } from '../catalogue/door.ts';
import { citizensByPhone } from '../citizens/door.ts';
import type { RequestInBrief } from '../requests/door.ts';
import { isOpen, REQUEST_STATES, requestsOfPhone } from '../requests/door.ts';
import type { Call } from './call.ts';
import { CALL_PURPOSES } from './call.ts';
import { callsOfPhone } from './store.ts';

export function presentCall({ id, phone, startedAt, endedAt }: Call): CallShown {
  return {
    id,
    phone: phone === null ? null : maskPhone(phone),
    takesSms: phone !== null && canReceiveSms(phone),
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}

/** Everybody known by this number, with what is open; `e164` as stored. */
export async function presentCaller(db: Db, e164: string): Promise<Caller> {
  const [people, requests, calls, topics] = await Promise.all([
    citizensByPhone(db, e164),
    requestsOfPhone(db, e164),
    callsOfPhone(db, e164),
    listTopics(db),
  ]);
  const names = new Map(topics.map(({ code, name }) => [code, name]));
  const openOf = (citizenId: string) =>
    requests.filter((request) => request.citizenId === citizenId && isOpen(request.state)).length;
  return {
    people: people.map(({ id, name }) => ({ citizenId: id, initials: initialsMask(name), open: openOf(id) })),
    requests: requests.map((request) => presentBrief(request, names)),
    contacts: calls.map(({ startedAt, purpose }) => ({
      at: startedAt.toISOString(),
      purpose: purpose === null ? null : { ...CALL_PURPOSES[purpose] },
    })),
  };
}

function presentBrief(request: RequestInBrief, topics: ReadonlyMap<string, { tr: string; en: string }>) {
  const { id, trackingNumber, topicCode, citizenId, state } = request;
  return {
    ...{ id, citizenId, state },
    shownNumber: formatTrackingNumber(trackingNumber),
    topic: (topicCode === null ? undefined : topics.get(topicCode)) ?? null,
    stateWords: { ...REQUEST_STATES[state] },
    isOpen: isOpen(state),
    receivedAt: request.receivedAt.toISOString(),
    promisedAt: request.promisedAt?.toISOString() ?? null,
    concludedAt: request.concludedAt?.toISOString() ?? null,
  };
}
