/** A worker that carries a lead's news to those who follow it, slow enough to be killed in the middle. Takes the database, the folder and the hour. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openHouse } from '../house.ts';
import { settableClock } from '../kernel/clock.ts';
import { readConfig } from '../kernel/config.ts';
import type { ItemKind, WorkKind } from '../kernel/house.ts';
import { longWorkRound } from '../kernel/long-works/run.ts';
import { staffActorById } from '../modules/staff/door.ts';

const PAUSE_MS = 40;
const [url = '', folder = '', hour = ''] = process.argv.slice(2);
const config = { ...readConfig({ HEMSEHRI_DATA_DIR: folder, HEMSEHRI_LOG: 'silent' }, folder), databaseConnections: 2 };
const { house } = openHouse(config, url, settableClock(new Date(hour)));

function slowed(kind: WorkKind): WorkKind {
  if (!('act' in kind)) return kind;
  const slow: ItemKind = {
    ...kind,
    act: async (...given) => {
      const noted = await kind.act(...given);
      await sleep(PAUSE_MS);
      return noted;
    },
  };
  return slow;
}

await longWorkRound({ ...house, works: house.works.map(slowed) }, staffActorById);
