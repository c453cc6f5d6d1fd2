/** Known problems as the API says them. */
import type { KnownNear, KnownNearQuery, KnownProblem as Shown } from '../../../../contract/known-problems.ts';
import type { StaffActor } from '../../../kernel/actor.ts';
import type { Db } from '../../../kernel/db/database.ts';
import type { House } from '../../../kernel/house.ts';
import { formatTrackingNumber } from '../../../../text/tracking-number.ts';
import { listRights, requestsByIds, withinSight } from '../../requests/door.ts';
import type { ServiceRequest } from '../../requests/door.ts';
import { countPeople } from '../store.ts';
import type { KnownProblem } from './known-problem.ts';
import { isInForce, isOverdue } from './known-problem.ts';
import { knownProblemsNear } from './near.ts';
import { asTyped } from './saying.ts';

export async function presentKnown(db: Db, actor: StaffActor, list: readonly KnownProblem[]): Promise<Shown[]> {
  const leadIds = list.flatMap(({ leadId }) => leadId ?? []);
  const [people, readable, leads] = [
    await countPeople(db, leadIds),
    await withinSight(db, leadIds, listRights(actor, 'request-read').sights),
    new Map((await requestsByIds(db, leadIds)).map((each) => [each.id, each])),
  ];
  return list.map((known) => {
    const lead = known.leadId !== null && readable.has(known.leadId) ? leads.get(known.leadId) : undefined;
    return present(known, { lead, people: people.get(known.leadId ?? '') ?? 0 });
  });
}

function present(known: KnownProblem, { lead, people }: { lead: ServiceRequest | undefined; people: number }): Shown {
  const { id, number, version, closedHow } = known;
  return {
    ...asTyped(known),
    ...{ id, number, version, closedHow, people },
    openedAt: known.openedAt.toISOString(),
    inForce: isInForce(known),
    lead: lead === undefined ? null : { id: lead.id, shownNumber: formatTrackingNumber(lead.trackingNumber) },
  };
}

/** For whoever takes a call: all that are offered, those that fit first. */
export async function presentNear(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  { topic, neighbourhood }: KnownNearQuery,
): Promise<KnownNear> {
  const near = await knownProblemsNear(db, {
    topicCode: topic ?? null,
    spot: { neighbourhoodId: neighbourhood ?? null, latitude: null, longitude: null },
  });
  const people = await countPeople(
    db,
    near.flatMap(({ known }) => known.leadId ?? []),
  );
  return near.map(({ known, fit }) => {
    const { id, number, title, topicCode, tr, en, whereabouts, expectedEnd, neighbourhoods } = known;
    return {
      ...{ id, number, title, tr, fit },
      topic: topicCode,
      en: en ?? '',
      whereabouts: whereabouts ?? '',
      expectedEnd: expectedEnd === null ? null : expectedEnd.toISOString(),
      overdue: isOverdue(known, clock.now()),
      people: people.get(known.leadId ?? '') ?? 0,
      neighbourhood: neighbourhoods.length === 1 && known.areas.length === 0 ? neighbourhoods[0]! : null,
    };
  });
}
