/** The sample as somebody may see it: only requests that their right to check reaches. */
import type { CallBackList, CallBackResults, CallBackWaiting } from '../../../../contract/call-backs.ts';
import { initialsMask, maskPhone } from '../../../../text/turkish.ts';
import { formatTrackingNumber } from '../../../../text/tracking-number.ts';
import type { Texts } from '../../../../text/language.ts';
import type { StaffActor } from '../../../kernel/actor.ts';
import type { Db } from '../../../kernel/db/database.ts';
import type { House } from '../../../kernel/house.ts';
import { istanbulDay, shiftDay } from '../../calendar/door.ts';
import { topicInForce } from '../../catalogue/door.ts';
import { citizenById } from '../../citizens/door.ts';
import type { Assignment, ServiceRequest } from '../../requests/door.ts';
import {
  answersOf,
  assignmentsOfMany,
  listRights,
  mayKnowWho,
  requestsByIds,
  withinSight,
} from '../../requests/door.ts';
import { listDirectorates } from '../../staff/door.ts';
import type { CallBack } from './call-back-store.ts';
import { resultsOf, waitingCallBacks } from './call-back-store.ts';
import { resultsTable } from './call-back-results.ts';
import { LIKELIER, MOST_TRIES } from './who-is-called.ts';

export async function callBacksFor(house: House, actor: StaffActor): Promise<CallBackList> {
  const { sights } = listRights(actor, 'quality-check');
  const all = await waitingCallBacks(house.db);
  const seen = await withinSight(
    house.db,
    all.map(({ requestId }) => requestId),
    sights,
  );
  const shown = all.filter(({ requestId }) => seen.has(requestId));
  const ids = shown.map(({ requestId }) => requestId);
  const [directorates, requests] = await Promise.all([directoratesOf(house.db, ids), requestsByIds(house.db, ids)]);
  const byId = new Map(requests.map((request) => [request.id, request]));
  const waiting = await Promise.all(
    shown.map((each) =>
      present(house.db, {
        ...{ actor, each, request: byId.get(each.requestId)! },
        directorates: directorates.get(each.requestId) ?? [],
      }),
    ),
  );
  return { waiting, mostTries: MOST_TRIES, now: house.clock.now().toISOString() };
}

interface Shown {
  actor: StaffActor;
  each: CallBack;
  request: ServiceRequest;
  directorates: Texts[];
}

async function present(db: Db, { actor, each, request, directorates }: Shown): Promise<CallBackWaiting> {
  const topic = request.topicCode === null ? undefined : await topicInForce(db, request.topicCode);
  const citizen = request.citizenId === null ? undefined : await citizenById(db, request.citizenId);
  const mayKnow = mayKnowWho(actor, request);
  const finals = (await answersOf(db, request.id)).filter(({ kind }) => kind === 'final');
  return {
    ...{ id: each.id, requestId: request.id, outcome: request.outcome, tries: each.tries, directorates },
    shownNumber: formatTrackingNumber(request.trackingNumber),
    text: request.text.slice(0, 240),
    topic: topic?.name ?? null,
    answer: finals.at(-1)?.text ?? '',
    concludedAt: each.concludedAt.toISOString(),
    because: each.because.map((name) => LIKELIER[name].says),
    triedAt: each.triedAt?.toISOString() ?? null,
    name: citizen && mayKnow ? initialsMask(citizen.name) : null,
    phone: mayKnow && request.contactPhone !== null ? maskPhone(request.contactPhone) : null,
  };
}

const USUAL_DAYS = 90;

/** Of the days of conclusion from `from` to `to`; left out: the last ninety. */
export async function callBackResults(
  house: House,
  actor: StaffActor,
  asked: { from?: string | undefined; to?: string | undefined },
): Promise<CallBackResults> {
  const { sights } = listRights(actor, 'quality-check');
  const to = asked.to ?? istanbulDay(house.clock.now());
  const from = asked.from ?? shiftDay(to, -USUAL_DAYS);
  const all = await resultsOf(house.db, { from, to });
  const ids = [...new Set(all.map(({ requestId }) => requestId))];
  const seen = await withinSight(house.db, ids, sights);
  const directorates = await directoratesOf(house.db, [...seen]);
  const counted = all
    .filter(({ requestId }) => seen.has(requestId))
    .map((row) => ({ ...row, directorates: directorates.get(row.requestId) ?? [] }));
  return { from, to, ...resultsTable(counted) };
}

/** Names of the directorates that answered, by request. */
async function directoratesOf(db: Db, ids: readonly string[]): Promise<Map<string, Texts[]>> {
  const names = new Map((await listDirectorates(db)).map(({ code, name, nameEn }) => [code, { tr: name, en: nameEn }]));
  const parts = (await assignmentsOfMany(db, [...ids])).filter(({ outcome }) => outcome !== null);
  return new Map(
    ids.map((id) => [
      id,
      namesOf(
        parts.filter(({ requestId }) => requestId === id),
        names,
      ),
    ]),
  );
}

function namesOf(parts: readonly Pick<Assignment, 'directorateCode'>[], names: ReadonlyMap<string, Texts>): Texts[] {
  return [...new Set(parts.map(({ directorateCode }) => directorateCode))].flatMap((code) => names.get(code) ?? []);
}
