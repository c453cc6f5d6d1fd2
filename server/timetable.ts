/** Everything that runs by the clock or in a loop, in one list. pg-boss keeps the times, so that two workers do each thing once. */
import { PgBoss } from 'pg-boss';
import { systemActor } from './kernel/actor.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import type { House } from './kernel/house.ts';
import { forgetOldLooks } from './kernel/audit/look.ts';
import { sealRound } from './kernel/audit/seal.ts';
import { forgetExpiredCounts } from './kernel/limits.ts';
import { longWorkRound } from './kernel/long-works/run.ts';
import { startLoop } from './kernel/loop.ts';
import { drawSamples } from './modules/answers/door.ts';
import { anchorJob, verifyJob } from './modules/accountability/door.ts';
import { municipality } from './modules/catalogue/door.ts';
import type { Gateways } from './modules/correspondence/door.ts';
import { gatewaysInUse, startOutbox } from './modules/correspondence/door.ts';
import { readSilence } from './modules/deadlines/door.ts';
import { forgetOldDrafts } from './modules/intake/door.ts';
import { checkRules, learnTopics } from './modules/routing/door.ts';
import { tellOfPassedEnds, tellThoseLeftBehind } from './modules/incidents/door.ts';
import { oversightJobs } from './modules/oversight/door.ts';
import { makePlannedJobs } from './modules/planned-work/door.ts';
import { followQuestions, heldActJob } from './modules/requests/door.ts';
import { forgetExportsBefore, rebuildIfOutdated } from './modules/search/door.ts';
import { staffActorById } from './modules/staff/door.ts';

interface Job {
  /** A sentence, as it stands in the log. */
  name: string;
  /** Five fields, Europe/Istanbul. */
  cron: string;
  work(house: House): Promise<unknown>;
}

/** Long enough to come back to after a weekend; a file of requests that nobody fetches is only a risk. */
const EXPORTS_KEPT_MS = 5 * 86_400_000;

export const TIMETABLE: readonly Job[] = [
  {
    name: 'forget-old-drafts',
    cron: '17 * * * *',
    work: (house) => inTransaction(house, { actor: systemActor('timetable') }, forgetOldDrafts),
  },
  {
    name: 'forget-old-exports',
    cron: '31 * * * *',
    work: (house) => forgetExportsBefore(house, new Date(house.clock.now().getTime() - EXPORTS_KEPT_MS)),
  },
  {
    // Before the office opens: what the law reads into yesterday stands on the screens when work begins.
    name: 'read-silence-and-unpaid-fees',
    cron: '10 5 * * *',
    work: readSilence,
  },
  {
    // By day only: a reminder is a notice, and work begins with the day.
    name: 'follow-questions-to-citizens',
    cron: '*/15 8-20 * * *',
    work: followQuestions,
  },
  {
    name: 'forget-expired-attempt-counts',
    cron: '*/10 * * * *',
    work: (house) => forgetExpiredCounts(house.db, house.clock.now()),
  },
  {
    name: 'check-the-rules-of-routing',
    cron: '*/5 * * * *',
    work: (house) => inTransaction(house, { actor: systemActor('timetable') }, checkRules),
  },
  {
    name: 'forget-old-looks',
    cron: '5 * * * *',
    work: forgetOldLooks,
  },
  ...oversightJobs,
  {
    name: 'tell-those-left-behind-their-lead',
    cron: '*/10 * * * *',
    work: tellThoseLeftBehind,
  },
  {
    name: 'tell-that-an-expected-end-has-passed',
    cron: '*/5 * * * *',
    work: tellOfPassedEnds,
  },
  {
    name: 'anchor-the-audit-chain',
    cron: '55 23 * * *',
    work: async (house) => anchorJob(house, await gatewaysNow(house)),
  },
  {
    name: 'verify-the-audit-chain',
    cron: '30 3 * * *',
    work: verifyJob,
  },
  { name: 'draw-the-sample-for-call-backs', cron: '20 6 * * *', work: drawSamples },
  { name: 'make-planned-jobs', cron: '2-59/5 * * * *', work: makePlannedJobs },
  { name: 'learn-topics', cron: '40 3 * * *', work: learnTopics },
];

/** Starts the outbox, the held acts, the long works, the audit's sealer and the timetable. Returns how to stop them: what is under way is finished first. */
export async function startWork(house: House, databaseUrl: string): Promise<() => Promise<void>> {
  const stopOutbox = startOutbox(house, () => gatewaysNow(house));
  const stopHeldActs = startHeldActs(house);
  await rebuildIfOutdated(house);
  const stopLongWorks = startLongWorks(house);
  const stopSealing = startSealing(house);
  const boss = new PgBoss({ connectionString: databaseUrl, schema: 'timetable', max: 2 });
  boss.on('error', (error) => house.log.error({ err: error, where: 'timetable' }, 'fault'));
  await boss.start();
  for (const job of TIMETABLE) {
    await boss.createQueue(job.name);
    await boss.schedule(job.name, job.cron, {}, { tz: 'Europe/Istanbul' });
    await boss.work(job.name, async () => void (await job.work(house)));
  }
  return async () => {
    await boss.stop({ graceful: true, timeout: 8_000 });
    await stopHeldActs();
    await stopLongWorks();
    await stopSealing();
    await stopOutbox();
  };
}

async function gatewaysNow(house: House): Promise<Gateways> {
  const profile = await municipality(house.db);
  return gatewaysInUse({
    config: house.config,
    senderTitle: profile.smsTitle,
    sender: { name: profile.name.tr, address: profile.email },
    now: () => house.clock.now(),
  });
}

/** A second is short enough for ten: an act leaves its window at most one second late. */
function startHeldActs(house: House): () => Promise<void> {
  return startLoop(house, {
    name: 'held-acts',
    everyMs: 1_000,
    round: async () => (await heldActJob(house, staffActorById)) > 0,
  });
}

function startLongWorks(house: House): () => Promise<void> {
  return startLoop(house, {
    name: 'long-works',
    wokenBy: 'long-works',
    everyMs: 1_000,
    round: async (isOver) => (await longWorkRound(house, staffActorById, isOver)) > 0,
  });
}

/** A second after it was written, an entry can no longer be changed unseen. */
function startSealing(house: House): () => Promise<void> {
  return startLoop(house, { name: 'audit-seals', everyMs: 1_000, round: () => sealRound(house) });
}
