/** What somebody who leaves or moves has in hand, to whom it would go, and the hand-over itself. */
import { Type } from 'typebox';
import type {
  HandOverPreview as Preview,
  InHand as InHandShown,
  Taker as TakerShown,
} from '../../../contract/hand-over.ts';
import { HandOverAsked, HandOverPlan, HandOverPreview, InHand, NewHandOver } from '../../../contract/hand-over.ts';
import { formatTrackingNumber } from '../../../text/tracking-number.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import type { Route } from '../../kernel/http/route.ts';
import { istanbulDay } from '../calendar/door.ts';
import { listedRequests, loadOf, sightsOf } from '../requests/door.ts';
import type { StaffMember } from '../staff/door.ts';
import { awayOn, listStaff, may, staffNames, standInFor } from '../staff/door.ts';
import { askForHandOver, personToHandOver } from './hand-over/ask-for-hand-over.ts';
import { newestHandOver } from './hand-over/hand-over-store.ts';
import type { Held } from './hand-over/in-hand.ts';
import { countsOf, heldBy } from './hand-over/in-hand.ts';
import { planHandOver } from './hand-over/plan-hand-over.ts';

const ByStaff = Type.Object({ staffId: Type.String({ maxLength: 36 }) });
/** More are counted and not named. */
const MOST_NAMED = 200;
const WORDS = 120;

export const handOverRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/hand-overs/:staffId',
    summary:
      'What somebody has in hand, and who could go on with it; requests are named only to those who may read them',
    who: ['hand-over'],
    params: ByStaff,
    response: InHand,
    handle: ({ house, actor, params }) => inHand(house, staffOf(actor), params.staffId),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/hand-overs/:staffId/preview',
    summary: 'To whom the work would go: all to one, evenly to several, or back to units and directorates',
    who: ['hand-over'],
    params: ByStaff,
    body: HandOverPlan,
    response: HandOverPreview,
    handle: ({ house, actor, params, body }) => preview(house, staffOf(actor), { ...params, ...body }),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/hand-overs/:staffId',
    summary: 'Hands somebody’s work over, as a long work; where asked, closes the account in the same step',
    who: ['hand-over'],
    params: ByStaff,
    body: NewHandOver,
    response: HandOverAsked,
    handle: ({ house, actor, params, body }) =>
      inTransaction(house, { actor }, (tx) => askForHandOver(tx, { ...params, ...body })),
  }),
];

async function inHand(house: House, actor: StaffActor, staffId: string): Promise<InHandShown> {
  const { db, clock } = house;
  const person = await personToHandOver({ db, actor }, staffId);
  const held = await heldBy(db, staffId, clock.now());
  const [parts, takers, last] = await Promise.all([
    namedParts(house, actor, held),
    takersFor(house, actor, person),
    newestHandOver(db, staffId, actor.id),
  ]);
  const { id, name, directorate, unit, active, version } = person;
  return {
    person: { id, name, directorate, unit, active, version },
    counts: countsOf(held),
    ...{ parts, takers },
    work: last?.workId ?? null,
    mayClose: active && may(actor, 'staff-change'),
  };
}

async function namedParts({ db }: House, actor: StaffActor, { parts }: Held): Promise<InHandShown['parts']> {
  const ids = [...new Set(parts.map(({ requestId }) => requestId))].slice(0, MOST_NAMED);
  return (await listedRequests(db, ids, sightsOf(actor, 'request-read'))).map((request) => ({
    requestId: request.id,
    shownNumber: formatTrackingNumber(request.trackingNumber),
    text: request.restricted ? null : request.text.slice(0, WORDS),
    dueAt: request.nextDueAt?.toISOString() ?? null,
    directorates: request.directorates,
  }));
}

/** Colleagues of the same directorate, the own unit first, those with the least in hand before others; of the whole house for a house-wide post. */
async function takersFor({ db, clock }: House, actor: StaffActor, leaver: StaffMember): Promise<TakerShown[]> {
  const [staff, away] = await Promise.all([listStaff(db), awayOn(db, istanbulDay(clock.now()))]);
  const near = staff.filter(
    ({ id, active, directorate }) =>
      active && id !== leaver.id && (leaver.directorate === null || directorate === leaver.directorate),
  );
  const loads = await loadOf(
    db,
    near.map(({ id }) => id),
  );
  const distance = ({ unit }: StaffMember) => (leaver.unit !== null && unit === leaver.unit ? 0 : 1);
  return near
    .map((one) => ({ one, open: loads.get(one.id) ?? 0, away: standInFor(one.id, away).who !== 'themselves' }))
    .sort((left, right) => distance(left.one) - distance(right.one) || left.open - right.open)
    .map(({ one: { id, name, directorate, unit }, open, away: isAway }) => ({
      ...{ id, name, directorate, unit, open },
      away: isAway,
    }));
}

async function preview(
  house: House,
  actor: StaffActor,
  { staffId, people }: { staffId: string; people: readonly string[] },
): Promise<Preview> {
  const person = await personToHandOver({ db: house.db, actor }, staffId);
  const held = await heldBy(house.db, staffId, house.clock.now());
  const { parts, rest } = await planHandOver(house, { person, held, people });
  const names = await staffNames(house.db, rest === null ? [] : [rest]);
  return { parts, rest: rest === null ? null : { id: rest, name: names.get(rest) ?? '–' } };
}
