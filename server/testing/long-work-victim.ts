/** A worker in a process of its own, slow enough to be killed in the middle. Takes the database's address and the folder as arguments. */
import { setTimeout as sleep } from 'node:timers/promises';
import { staffActorById } from '../modules/staff/door.ts';
import { systemClock } from '../kernel/clock.ts';
import { readConfig } from '../kernel/config.ts';
import { openDatabase, run, sql } from '../kernel/db/database.ts';
import { makeFileStore } from '../kernel/files.ts';
import { makeWake } from '../kernel/house.ts';
import { makeLog } from '../kernel/log.ts';
import { makeMetrics } from '../kernel/metrics.ts';
import { makeSecrets } from '../kernel/secrets.ts';
import { itemWork } from '../kernel/long-works/kinds.ts';
import { longWorkRound } from '../kernel/long-works/run.ts';

const [url = '', folder = ''] = process.argv.slice(2);
const config = readConfig({ HEMSEHRI_DATA_DIR: folder, HEMSEHRI_LOG: 'silent' }, folder);

const slowMark = itemWork({
  kind: 'mark',
  async act(tx, _input, subject) {
    await run(tx.db, sql`insert into marked values (${subject}, 'killed')`);
    await sleep(20);
  },
});

await longWorkRound(
  {
    config,
    db: openDatabase(url, 2).db,
    clock: systemClock,
    log: makeLog('silent'),
    metrics: makeMetrics(),
    files: makeFileStore(folder),
    secrets: makeSecrets(config.secret),
    reactions: [],
    heldActs: [],
    liveNews: [],
    works: [slowMark],
    wake: makeWake(),
  },
  staffActorById,
);
