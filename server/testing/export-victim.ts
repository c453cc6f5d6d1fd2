/**
 * A worker that writes an exported list and then thinks before it commits what it wrote, so that it can be killed in between. Takes the database, the
 * folder and the hour.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { openHouse } from '../house.ts';
import { settableClock } from '../kernel/clock.ts';
import { readConfig } from '../kernel/config.ts';
import type { StepKind, WorkKind } from '../kernel/house.ts';
import { longWorkRound } from '../kernel/long-works/run.ts';
import { staffActorById } from '../modules/staff/door.ts';

const PAUSE_MS = 700;
const [url = '', folder = '', hour = ''] = process.argv.slice(2);
const config = { ...readConfig({ HEMSEHRI_DATA_DIR: folder, HEMSEHRI_LOG: 'silent' }, folder), databaseConnections: 2 };
const { house } = openHouse(config, url, settableClock(new Date(hour)));

function slowed(kind: WorkKind): WorkKind {
  if (!('step' in kind)) return kind;
  const slow: StepKind = {
    ...kind,
    step: async (...given) => {
      const next = await kind.step(...given);
      await sleep(PAUSE_MS);
      return next;
    },
  };
  return slow;
}

await longWorkRound({ ...house, works: house.works.map(slowed) }, staffActorById);
