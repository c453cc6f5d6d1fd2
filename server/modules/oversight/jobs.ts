/** What oversight does by the clock. Each request in a transaction of its own: a kill loses the one under way, which the next look finds again. */
import type { FindingKind } from '../../../contract/oversight.ts';
import { systemActor } from '../../kernel/actor.ts';
import { takeTurns } from '../../kernel/db/take-turns.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import { calendarInForce, isBusinessDay, istanbulDay } from '../calendar/door.ts';
import { awayOn, listStaff, staffActors, standInFor } from '../staff/door.ts';
import type { Looked, Looking } from './actions/raise-escalations.ts';
import { look, raiseEscalations } from './actions/raise-escalations.ts';
import { writeMorningMail } from './actions/write-morning-mail.ts';
import { clocksToLookAt, tidyWatch, writeWatch } from './escalation-store.ts';
import { FoundWithLeaver } from './facts.ts';
import { writeFindings } from './finding-store.ts';
import { laddersInForce } from './ladder-in-force.ts';
import { forgetNoticesBefore } from './notice-store.ts';
import { rosterOf } from './roster.ts';
import { NEAR_METRES, NEIGHBOURS_NEEDED, daysOf } from './what-stands-still.ts';
import { workingDaysAgo } from './working-days-ago.ts';

const AT_ONCE = 500;
/** One run looks at no more; the next is five minutes away. */
const MOST_ROUNDS = 20;
/** A request that cannot be dealt with keeps nobody else waiting. */
const AGAIN_AFTER_MS = 3_600_000;

/** Climbs the ladders. Gives how many rungs were told. */
export async function climbLadders(house: House): Promise<number> {
  const looking: Looking = {
    calendar: await calendarInForce(house.db),
    ladderOf: await laddersInForce(house.db),
    roster: await rosterOf(house),
  };
  let told = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const now = house.clock.now();
    const clocks = await clocksToLookAt(house.db, now, AT_ONCE);
    const looked = clocks.map((clock) => look(looking, clock, now));
    const isQuiet = ({ reached }: Looked) => reached.length === 0;
    const quiet = looked.filter(isQuiet);
    if (quiet.length > 0) await asLadder(house, (tx) => writeWatch(tx, quiet));
    const others = looked.filter((one) => !isQuiet(one));
    for (const id of new Set(others.map(({ clock }) => clock.requestId))) {
      told += await raiseSafely(house, { id, looking, of: others });
    }
    if (clocks.length < AT_ONCE) break;
  }
  return told;
}

function asLadder<T>(house: House, work: Parameters<typeof inTransaction<T>>[2]): Promise<T> {
  return inTransaction(house, { actor: systemActor('ladder') }, work);
}

async function raiseSafely(
  house: House,
  { id, looking, of }: { id: string; looking: Looking; of: readonly Looked[] },
): Promise<number> {
  try {
    return await asLadder(house, (tx) => raiseEscalations(tx, id, looking));
  } catch (error) {
    house.metrics.faults.inc({ where: 'ladder' });
    house.log.error({ err: error, where: 'ladder', request: id }, 'fault');
    const lookAt = new Date(house.clock.now().getTime() + AGAIN_AFTER_MS);
    const later = of.filter(({ clock }) => clock.requestId === id).map((one) => ({ ...one, lookAt }));
    await asLadder(house, (tx) => writeWatch(tx, later));
    return 0;
  }
}

/** Looks for what stands still, all of it anew. */
export async function lookForWhatStandsStill(house: House): Promise<void> {
  const calendar = await calendarInForce(house.db);
  await inTransaction(house, { actor: systemActor('detectors') }, async (tx) => {
    await takeTurns(tx.db, 'detectors');
    const before = (kind: FindingKind) => workingDaysAgo(calendar, tx.now, daysOf(kind));
    const fresh = await writeFindings(tx, before, { needed: NEIGHBOURS_NEEDED, metres: NEAR_METRES });
    // Of all findings the one that must not be: nobody would read what is told to them.
    for (const { requestId, kind, since } of fresh)
      if (kind === 'holder-has-left') tx.record(FoundWithLeaver(requestId, { since: since.toISOString() }));
  });
}

const NOTICES_KEPT_DAYS = 90;

/** Notices that are old, and looks at clocks that have ended. */
export async function tidyOversight(house: House): Promise<void> {
  await forgetNoticesBefore(house.db, new Date(house.clock.now().getTime() - NOTICES_KEPT_DAYS * 86_400_000));
  await tidyWatch(house.db);
}

/**
 * The morning mail of everybody who is here today; none on a day without work. It runs more than once in the hour, so that a worker that was down
 * at nine makes up for it; each person is written to once. Gives how many mails were written.
 */
export async function writeMorningMails(house: House): Promise<number> {
  const day = istanbulDay(house.clock.now());
  if (!isBusinessDay(await calendarInForce(house.db), day)) return 0;
  const [staff, actors, away] = await Promise.all([listStaff(house.db), staffActors(house), awayOn(house.db, day)]);
  let written = 0;
  for (const { id, name, email } of staff) {
    const actor = actors.find((one) => one.id === id);
    if (email === null || actor === undefined || standInFor(id, away).who !== 'themselves') continue;
    try {
      const work = (tx: Tx) => writeMorningMail(tx, { actor, name, email });
      if (await inTransaction(house, { actor: systemActor('morning-mail') }, work)) written += 1;
    } catch (error) {
      // One mail that cannot be written keeps nobody else waiting; the next run tries it again.
      house.metrics.faults.inc({ where: 'morning-mail' });
      house.log.error({ err: error, where: 'morning-mail', staff: id }, 'fault');
    }
  }
  return written;
}

/** As they stand in server/timetable.ts. */
export const oversightJobs = [
  { name: 'climb-the-ladders', cron: '*/5 * * * *', work: climbLadders },
  { name: 'look-for-what-stands-still', cron: '7-59/15 * * * *', work: lookForWhatStandsStill },
  { name: 'write-the-morning-mail', cron: '*/15 9 * * *', work: writeMorningMails },
  { name: 'tidy-what-oversight-kept', cron: '40 2 * * *', work: tidyOversight },
];
