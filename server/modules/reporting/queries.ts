import type { Figures } from '../../../contract/figures.ts';
import type { Db } from '../../kernel/db/database.ts';
import { refuse } from '../../kernel/refusals.ts';
import { listTopics, municipality } from '../catalogue/door.ts';
import { listNeighbourhoods } from '../places/door.ts';
import { checksOf } from './agreement.ts';
import type { InformationCounts } from './information-store.ts';
import { countInformation } from './information-store.ts';
import { informationChecks, informationTables } from './information-tables.ts';
import { remediesTable } from './remedy-rows.ts';
import type { TellingWindow } from './figures-store.ts';
import {
  countApplicants,
  countAssignments,
  countCalls,
  countProblems,
  countPromises,
  countRequests,
} from './figures-store.ts';
import type { Counted } from './tables.ts';
import { tablesFrom } from './tables.ts';
import type { Period } from './what-is-counted.ts';
import {
  channelsOf,
  instantsOf,
  isPeriod,
  monthsOf,
  periodOf,
  tellsRestricted,
  usualCutOff,
} from './what-is-counted.ts';

export interface FiguresAsked {
  period: { year: number } | Period;
  /** What happened from here on is not counted; left out: the end of the period, or now while it runs. */
  cutOff?: Date | undefined;
  now: Date;
}

/**
 * All tables of a period, counted from the records in one snapshot, so that they agree with each other even while people work.
 * @throws date-invalid for days that are none, or the later one first.
 */
export async function figures(db: Db, { period: asked, cutOff, now }: FiguresAsked): Promise<Figures> {
  const period = periodOf(asked);
  if (!isPeriod(period)) throw refuse('date-invalid', { field: 'period' });
  const until = cutOff ?? usualCutOff(period, now);
  const window = { ...instantsOf(period), cutOff: until, tellsRestricted: tellsRestricted(period, until) };
  const { information, ...counted } = await count(db, window, monthsOf(period));
  const tables = [
    ...tablesFrom(counted),
    ...informationTables(information, counted.keptBack),
    remediesTable(information.remedies),
  ];
  const checks = [...checksOf(tables), ...informationChecks(tables)];
  const { name } = await municipality(db);
  return { municipality: name, period, cutOff: window.cutOff.toISOString(), tables, checks };
}

type AllCounted = Counted & { information: InformationCounts };

async function count(db: Db, window: TellingWindow, months: string[]): Promise<AllCounted> {
  const [neighbourhoods, topics] = await Promise.all([listNeighbourhoods(db), listTopics(db)]);
  const counts = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (snapshot) => ({
      requests: await countRequests(snapshot, window),
      applicants: await countApplicants(snapshot, window),
      assignments: await countAssignments(snapshot, window, channelsOf('social')),
      calls: await countCalls(snapshot, window),
      promises: await countPromises(snapshot, window),
      problems: await countProblems(snapshot, window),
      information: await countInformation(snapshot, window),
    }));
  return { ...counts, neighbourhoods, topics, months, keptBack: !window.tellsRestricted };
}
