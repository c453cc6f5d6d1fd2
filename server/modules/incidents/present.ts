/** Incidents as the API says them. Of those who reported the same a reader sees what they said and where, and nobody's name or number. */
import type { IncidentInBrief, MemberShown, Together } from '../../../contract/incidents.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db/database.ts';
import { formatTrackingNumber } from '../../../text/tracking-number.ts';
import type { ReadableCase, ServiceRequest } from '../requests/door.ts';
import {
  assignmentsOf,
  isWorkedOn,
  listRights,
  mayOn,
  membersOf,
  requestById,
  requestsByIds,
  withinSight,
} from '../requests/door.ts';
import type { Incident } from './incident.ts';
import { incidentOf } from './store.ts';

const MOST_SHOWN = 100;
const SHOWN_LETTERS = 200;

export function inBrief({ id, number, title, openedAt, closedAt, closedHow }: Incident): IncidentInBrief {
  return { id, number, title, openedAt: openedAt.toISOString(), closedAt: closedAt?.toISOString() ?? null, closedHow };
}

export async function presentTogether(db: Db, actor: StaffActor, found: ReadableCase): Promise<Together> {
  const { request } = found;
  const leadId = request.leadId ?? request.id;
  const incident = (await incidentOf(db, request.id)) ?? null;
  const all = (await requestsByIds(db, await membersOf(db, leadId))).filter(stillThere).sort(oldestFirst);
  const readable = await withinSight(
    db,
    all.map(({ id }) => id),
    listRights(actor, 'request-read').sights,
  );
  const shown = all.filter(({ id }) => readable.has(id));
  const role = request.leadId !== null ? 'member' : all.length > 0 ? 'lead' : null;
  return {
    incident: incident && inBrief(incident),
    role,
    lead: request.leadId === null ? null : await leadShown(db, actor, request.leadId),
    people: role === null ? 1 : all.length + 1,
    members: shown.slice(0, MOST_SHOWN).map(memberShown),
    more: all.length - Math.min(shown.length, MOST_SHOWN),
    may: {
      merge: isWorkedOn(request.state) && mayOn(actor, 'incident-merge', found),
      release: request.leadId !== null && mayOn(actor, 'incident-merge', found),
      announce: role === 'lead' && mayOn(actor, 'incident-announce', found),
      reopen: role === 'lead' && request.state === 'concluded' && mayOn(actor, 'reopen-decide', found),
    },
  };
}

const stillThere = ({ state }: ServiceRequest) => state !== 'withdrawn' && state !== 'cancelled';
const oldestFirst = (left: ServiceRequest, right: ServiceRequest) => +left.receivedAt - +right.receivedAt;

async function leadShown(db: Db, actor: StaffActor, leadId: string): Promise<Together['lead']> {
  const lead = (await requestById(db, leadId))!;
  if (!mayOn(actor, 'request-read', { request: lead, assignments: await assignmentsOf(db, leadId) })) return null;
  return {
    id: lead.id,
    shownNumber: formatTrackingNumber(lead.trackingNumber),
    text: lead.text.slice(0, SHOWN_LETTERS),
    state: lead.state,
  };
}

function memberShown(request: ServiceRequest): MemberShown {
  const { id, state, channel, street, door, notifyBy, language } = request;
  return {
    ...{ id, state, channel, street, door, notifyBy, language },
    shownNumber: formatTrackingNumber(request.trackingNumber),
    text: request.text.slice(0, SHOWN_LETTERS),
    receivedAt: request.receivedAt.toISOString(),
  };
}
