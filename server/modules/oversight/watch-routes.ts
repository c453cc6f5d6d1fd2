/** What stands still, and who has how much in hand. */
import type { Static } from 'typebox';
import { FindingDismissal, Findings, Workload } from '../../../contract/oversight.ts';
import { FINDING_WORDS } from '../../../contract/finding-words.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import { audit } from '../../kernel/audit.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import type { Route } from '../../kernel/http/route.ts';
import { refuse } from '../../kernel/refusals.ts';
import { formatTrackingNumber } from '../../../text/tracking-number.ts';
import { istanbulDay } from '../calendar/door.ts';
import { appendHistory, listedRequests, lockRequest, listRights, readableCase, requireOn } from '../requests/door.ts';
import type { PlannedLoad } from '../planned-work/door.ts';
import { plannedLoads } from '../planned-work/door.ts';
import { awayOn, standInFor, staffNames } from '../staff/door.ts';
import type { LoadRow } from './finding-store.ts';
import { loads, openFindings, writeDismissal } from './finding-store.ts';
import { WHAT_STANDS_STILL } from './what-stands-still.ts';

/** Whoever has more than these has another question than which one is first. */
const MOST = 200;
const WORDS = 160;

export const watchRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/findings',
    summary: 'What stands still although no clock says so, and what was called done while neighbours still complain',
    who: ['workload-read'],
    response: Findings,
    handle: ({ house, actor }) => findings(house, staffOf(actor)),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/findings/dismissal',
    summary: 'Says why a finding is well as it is; it comes back when it gets worse',
    who: ['workload-read'],
    body: FindingDismissal,
    response: Findings,
    async handle({ house, actor, body }) {
      const staff = staffOf(actor);
      await inTransaction(house, { actor }, (tx) => dismiss(tx, staff, body));
      return findings(house, staff);
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/workload',
    summary: 'Open work of each directorate and person: how much, how much of it late, due this week or not taken',
    who: ['workload-read'],
    response: Workload,
    handle: ({ house, actor }) => workload(house, staffOf(actor)),
  }),
];

/** Who said so, when and why stands on the request and in the audit: what is taken off a list of faults must be answered for. */
async function dismiss(
  tx: Tx,
  staff: StaffActor,
  { requestId, kind, reason }: Static<typeof FindingDismissal>,
): Promise<void> {
  requireOn(staff, 'workload-read', await readableCase(tx.db, staff, requestId));
  await lockRequest(tx, requestId);
  if (!(await writeDismissal(tx, { requestId, kind, reason, by: staff.id }))) throw refuse('not-found');
  await appendHistory(tx, requestId, { what: 'finding-dismissed', why: reason, data: { kind } });
  await audit(tx, {
    act: 'finding-dismissed',
    subjectKind: 'request',
    subjectId: requestId,
    reason,
    detail: { kind },
  });
}

async function findings({ db }: House, actor: StaffActor): Promise<Findings> {
  const { sights } = listRights(actor, 'workload-read');
  const found = await openFindings(db, sights, MOST);
  const ids = [...new Set(found.map(({ requestId }) => requestId))];
  const listed = new Map((await listedRequests(db, ids, sights)).map((request) => [request.id, request]));
  return {
    rules: WHAT_STANDS_STILL.map(({ kind, why }) => ({ kind, name: FINDING_WORDS[kind], why })),
    findings: found.flatMap(({ requestId, kind, since, again }) => {
      const request = listed.get(requestId);
      if (request === undefined) return [];
      const { trackingNumber, text, restricted, directorates } = request;
      return {
        ...{ kind, again, requestId, directorates, since: since.toISOString() },
        shownNumber: formatTrackingNumber(trackingNumber),
        text: restricted ? null : text.slice(0, WORDS),
      };
    }),
  };
}

async function workload(house: House, actor: StaffActor): Promise<Workload> {
  const { db, clock } = house;
  const now = clock.now();
  const found = withPlanned(
    await loads(db, listRights(actor, 'workload-read').sights, now),
    await plannedLoads(house, actor),
  );
  const [names, away] = await Promise.all([
    staffNames(
      db,
      found.flatMap(({ personId }) => personId ?? []),
    ),
    awayOn(db, istanbulDay(now)),
  ]);
  const person = (id: string) => ({ id, name: names.get(id) ?? '–', away: standInFor(id, away).who !== 'themselves' });
  return {
    loads: found.map(({ personId, ...load }) => ({ ...load, person: personId === null ? null : person(personId) })),
  };
}

/** Planned work beside what was asked for; who has nothing but planned work gets a row of their own. */
function withPlanned(asked: readonly LoadRow[], planned: readonly PlannedLoad[]) {
  const isSame = (one: PlannedLoad, other: LoadRow) =>
    one.directorate === other.directorate && one.personId === other.personId;
  const rows = asked.map((load) => ({ ...load, planned: planned.find((one) => isSame(one, load))?.jobs ?? 0 }));
  const alone = planned.filter((one) => !asked.some((load) => isSame(one, load)));
  const added = alone.map(({ directorate, personId, jobs }) => ({
    ...{ directorate, personId, planned: jobs },
    ...{ open: 0, overdue: 0, soon: 0, untaken: 0 },
  }));
  return [...rows, ...added].sort((one, other) => one.directorate.localeCompare(other.directorate, 'tr'));
}
